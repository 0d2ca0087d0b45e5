"""Acronyms, short forms and the things that they stand for."""

import re

import pytest

from coopgraph.model import EntityType
from coopgraph.reading.names import find_names
from coopgraph.reading.names.acronyms import abbreviates, initials, looks_like_acronym
from coopgraph.reading.names.advice import Advice, Tagged
from coopgraph.reading.sentences import sentences
from tests.reading.names.texts import names_in, thing, things
from tests.reading.telling import document


@pytest.mark.parametrize(
    ("text", "name", "acronym"),
    [
        ("Zorvan University of Technology (ZUT) met. ZUT agreed.", "Zorvan University of Technology", "ZUT"),
        (
            "It joined ZIFA - the Zorvan International Film Association.",
            "Zorvan International Film Association",
            "ZIFA",
        ),
        (
            "Small and Medium Enterprises Development Office (XYZEB) met.",
            "Small and Medium Enterprises Development Office",
            "XYZEB",
        ),
        (
            "Meldor Water Research met. The work of Meldor Oceanic Surveys Group (MOSG) ended.",
            "Meldor Oceanic Surveys Group",
            "MOSG",
        ),
        (
            "The Ministry of Foreign Affairs and Trade pays. Later MFAT left.",
            "Ministry of Foreign Affairs and Trade",
            "MFAT",
        ),
        ("The Zorvan Research Bank, known as ZoReBa, met.", "Zorvan Research Bank", "ZoReBa"),
        ("The Meldor Institute of Zoology, MIZO for short, met.", "Meldor Institute of Zoology", "MIZO"),
        ("The Meldor Institute of Zoology, or MIZ, met.", "Meldor Institute of Zoology", "MIZ"),
    ],
)
def test_acronyms_are_bound(text: str, name: str, acronym: str) -> None:
    """An acronym in brackets, before its name, or with the initials of one name is another form of it."""
    assert acronym in thing(text, name).names


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        ("Zorvan University grew. Students like Zorvan.", "Zorvan University", "Zorvan"),
        ("The University of Zorvan grew. Zorvan’s students agree.", "University of Zorvan", "Zorvan"),
        (
            "Zorvan University of Meldor grew. At Zorvan University all is well.",
            "Zorvan University of Meldor",
            "Zorvan University",
        ),
        ("ZINSA Institute of Performing Arts came. ZINSA stayed.", "ZINSA Institute of Performing Arts", "ZINSA"),
        ("Dr Ada Zorvan spoke. Mr Low left. Then Zorvan went.", "Ada Zorvan", "Zorvan"),
    ],
)
def test_short_forms_are_the_same_thing(text: str, name: str, short: str) -> None:
    """The telling word of a name stands for it later, and makes no thing of its own."""
    entity = thing(text, name)
    assert short in entity.names
    assert sum(short in other.names for other in names_in(text).entities) == 1


def tagged(text: str, *names: tuple[str, EntityType]) -> list[set[str]]:
    """Return the written forms of each thing in the text, where a tagger sees these names, longer ones first."""
    seen: list[Tagged] = []
    for name, kind in names:
        for match in re.finditer(rf"\b{re.escape(name)}\b", text):
            if all(match.start() >= other.stop or match.end() <= other.start for other in seen):
                seen.append(Tagged(match.start(), match.end(), kind, 0.9, 0.99))
    advice = Advice(sorted(seen, key=lambda name: name.start))
    news = document(text)
    return [set(entity.names) for entity in find_names(news, sentences(news), advice).entities]


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        ("The Oskar Brimble Foundation (Brimcruz) met.", "Oskar Brimble Foundation", "Brimcruz"),
        ("The Oskar Brimble Foundation, known as Brimcruz, met.", "Oskar Brimble Foundation", "Brimcruz"),
        ("Zorvan University met. ZU agreed.", "Zorvan University", "ZU"),
        ("Zorvan Life Sciences met. Zorvan agreed.", "Zorvan Life Sciences", "Zorvan"),
        ("ELMAR, the Eastern Lakes Marine Research, met.", "Eastern Lakes Marine Research", "ELMAR"),
        ("Eastern Lakes Marine Research, ELMAR, met.", "Eastern Lakes Marine Research", "ELMAR"),
    ],
)
def test_what_a_tagger_sees_is_bound_whatever_its_type(text: str, name: str, short: str) -> None:
    """A bracket, initials and the first words of a body's name bind its short form, whatever type the tagger sees."""
    (forms,) = tagged(text, (name, EntityType.COMPANY), (short, EntityType.ASSOCIATION))
    assert forms == {name, short}


WHOLE = ("Brimcruz Norway", "Brimcruz Asia Pacific", "Brimcruz Foundation", "Brimcruz University", "Brimcruz Bank")


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Brimcruz Norway met. Brimcruz agreed.", "Brimcruz"),
        ("Brimcruz Asia Pacific met. Brimcruz agreed.", "Brimcruz"),
        ("It works with the Brimcruz Foundation (Siemens) there.", "Siemens"),
        ("It works with Brimcruz University, BRI and Meldor University.", "BRI"),
        ("Brimcruz University, known as the MITX of the south, met.", "MITX"),
        ("Brimcruz Bank, Zorvo for short-term loans, met.", "Zorvo"),
        ("It met OPEX, the Brimcruz Bank, and others.", "OPEX"),
        ("It met Brimcruz University, BRU, and Meldor University.", "BRU"),
        ("It met BRU, Brimcruz University and Meldor University.", "BRU"),
        ("It met BRF, the Brimcruz Foundation, and Meldor University.", "BRF"),
    ],
)
def test_what_only_looks_like_a_short_form_is_another(text: str, short: str) -> None:
    """A namesake in a country, a giver in brackets, the next of a list and a comparison are things of their own."""
    assert {short} in tagged(text, *[(name, EntityType.COMPANY) for name in (*WHOLE, short)])


def test_a_projects_letters_are_bound_to_it() -> None:
    """As those of a body are, when the whole follows behind a comma."""
    text = "EGRIX, the East Gorland Rivers Exchange, began."
    names = [(name, EntityType.PROJECT) for name in ("East Gorland Rivers Exchange", "EGRIX")]
    assert tagged(text, *names) == [{"EGRIX", "East Gorland Rivers Exchange"}]


def test_a_credit_tells_the_full_name() -> None:
    """A name that only a credit gives in full types its short form in the text, without being a mention itself."""
    text = "Press Release: Zorvan University\n\nZorvan welcomes a new partner. All at Zorvan agree."
    entity = thing(text, "Zorvan")
    assert (entity.type.value, entity.name) == ("education", "Zorvan University")
    assert all(mention.start > text.index("\n") for mention in names_in(text).mentions)


def test_two_spellings_are_one_thing() -> None:
    """British and American spelling, "&" and accents make no second thing."""
    text = "The Zorvan Organization for Trade & Energy met. The Zorvan Organisation for Trade and Energy left."
    assert len([e for e in names_in(text).entities if e.type.value == "association"]) == 1


def test_letters_stand_in_order() -> None:
    """An acronym's letters stand in the name in order, the first one at the head of a word."""
    assert abbreviates("ZUT", "Zorvan University of Technology")
    assert not abbreviates("QUT", "Zorvan University of Technology")
    assert looks_like_acronym("UNESCO")
    assert not looks_like_acronym("Erasmus")
    assert initials("Zorvan University of Technology") == {"ZUT", "ZUOT"}


def test_a_name_in_two_languages_is_one_thing() -> None:
    """A dash or brackets join a name with the same name in another language."""
    text = "Universities Norway – Høgre Lære met. The Technical University of Zorvan (Politecnico di Zorvan) came."
    assert "Universities Norway" in thing(text, "Universities Norway – Høgre Lære").names
    assert "Politecnico di Zorvan" in thing(text, "Technical University of Zorvan").names


def test_a_city_is_not_its_university() -> None:
    """A place with a name of its own isn't taken for a university that has more to its name."""
    text = "Hanoi University of Zorvan Studies grew. Hanoi is large."
    assert ("place", "Hanoi") in things(text)
