"""How far a name reaches: longer and shorter forms that the text writes, too."""

import pytest

from coopgraph.model import Entity, EntityType
from coopgraph.reading.names import find_names
from coopgraph.reading.names.advice import Advice, Tagged
from coopgraph.reading.sentences import sentences
from tests.reading.telling import document


def named(text: str, *names: Tagged) -> list[Entity]:
    """Return what is named in the text with the tagger's names."""
    news = document(text)
    starts = [0, *(place + 1 for place, letter in enumerate(text) if letter == " ")]
    return list(find_names(news, sentences(news), Advice(names, starts, [0.0] * len(starts))).entities)


def tagged(text: str, name: str, kind: EntityType, being: float = 0.97) -> Tagged:
    """Return the name where it first stands in the text."""
    start = text.index(name)
    return Tagged(start, start + len(name), kind, being, being)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The Brimble trial ended.", "Brimble trial"),
        ("The Brimble scholarship scheme ended.", "Brimble scholarship scheme"),
        ("The Brimble grants ended.", "Brimble grants"),
    ],
)
def test_the_noun_behind_a_project_makes_another_form(text: str, form: str) -> None:
    """With one noun or two; the name stays the name."""
    (project,) = named(text, tagged(text, "Brimble", EntityType.PROJECT))
    assert project.name == "Brimble"
    assert form in project.aliases


@pytest.mark.parametrize("text", ["The Brimble people left.", "The Brimble supports grants.", "The Brimble bank rose."])
def test_other_words_behind_a_project_make_none(text: str) -> None:
    """Neither a verb nor a noun of another kind."""
    (project,) = named(text, tagged(text, "Brimble", EntityType.PROJECT))
    assert project.aliases == ()


def test_a_body_without_a_noun_has_one_behind_it() -> None:
    """Forms are "Tatra" and "Tatra banka"; what has its noun in its name takes no other."""
    text = "The Brimble network met."
    (body,) = named(text, tagged(text, "Brimble", EntityType.ASSOCIATION))
    assert body.aliases == ("Brimble network",)
    (university,) = named("Kerwick University network met.")
    assert university.aliases == ()


def test_the_place_that_a_body_is_of_makes_another_form() -> None:
    """Longer where the name ends before it, shorter where the name has it and a word of its own."""
    text = "The Brimble Institute of Kenya and the Tremlow of the Netherlands met."
    whole = [tagged(text, "Brimble Institute of Kenya", EntityType.EDUCATION)]
    one, other, *_ = named(text, *whole, tagged(text, "Tremlow", EntityType.COMPANY))
    assert set(one.names) == {"Brimble Institute of Kenya", "Brimble Institute"}
    assert (other.name, other.aliases) == ("Tremlow", ("Tremlow of the Netherlands",))


def test_nothing_is_left_of_a_general_name_without_its_place() -> None:
    """The rest would be the name of many."""
    (university,) = named("The National University of Laos opened.")
    assert university.names == ("National University of Laos",)


def test_the_level_before_a_body_makes_another_form() -> None:
    """As newsrooms write of a province's or a city's bodies."""
    (body,) = named("The provincial People's Committee met.")
    assert set(body.names) == {"People's Committee", "provincial People's Committee"}


def test_the_tagger_may_see_one_border_elsewhere() -> None:
    """Its name is another form, unless it hardly believes in it or sees both borders elsewhere."""
    text = "They met at Kerwick University at Hilo today."
    likely, unlikely = (
        named(text, tagged(text, "Kerwick University at Hilo", EntityType.EDUCATION, being)) for being in (0.8, 0.3)
    )
    assert "Kerwick University at Hilo" in likely[0].aliases
    assert "Kerwick University at Hilo" not in unlikely[0].aliases
