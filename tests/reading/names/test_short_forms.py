"""Acronyms, short forms and the things that they stand for."""

import pytest

from coopgraph.reading.names.acronyms import abbreviates, initials, looks_like_acronym
from tests.reading.names.texts import names_in, thing, things


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
