"""Whose word counts where the grammar and a tagger differ."""

import pytest

from coopgraph.model import EntityType
from coopgraph.reading.names import find_names
from coopgraph.reading.names.advice import Advice, Tagged
from coopgraph.reading.sentences import sentences
from tests.reading.telling import document


def found(text: str, *names: Tagged, doubt: float = 0.0) -> dict[str, EntityType]:
    """Return what is named in the text, with the tagger's names and its doubt of every word."""
    news = document(text)
    starts = [0, *(place + 1 for place, letter in enumerate(text) if letter == " ")]
    advice = Advice(names, starts, [doubt] * len(starts))
    return {entity.name: entity.type for entity in find_names(news, sentences(news), advice).entities}


def test_a_name_that_only_the_tagger_sees_is_taken() -> None:
    """What the grammar has no word for joins the names, if the tagger is sure that it is one; its type may be open."""
    text = "They met at brimble to talk."
    start = text.index("brimble")
    sure, unsure = (Tagged(start, start + 7, EntityType.COMPANY, 0.4, being) for being in (0.95, 0.2))
    assert found(text, sure) == {"brimble": EntityType.COMPANY}
    assert found(text, unsure) == {}


def test_a_sure_tagger_corrects_the_type() -> None:
    """The grammar's borders stay, the type changes."""
    text = "Kerwick University signed it."
    sure, unsure = (Tagged(0, 18, EntityType.COMPANY, score, 0.99) for score in (0.97, 0.3))
    assert found(text, sure) == {"Kerwick University": EntityType.COMPANY}
    assert found(text, unsure) == {"Kerwick University": EntityType.EDUCATION}


def test_a_name_that_the_tagger_rules_out_is_left_out() -> None:
    """Only where it is rather sure, and never a place or a person; a type that comes later makes no difference."""
    for text in ("Kerwick University signed it.", "The union wants more. It met with KVX in June."):
        assert found(text, doubt=0.9) == {}
        assert found(text, doubt=0.3) != {}
    assert found("They met in Otago.", doubt=0.999) == found("They met in Otago.")


def test_the_tagger_tells_a_college_from_a_part_of_a_body() -> None:
    """Where nobody has told the types, a college under the roof of another body is its part."""
    text = "The College of Brimble at Kerwick University signed it."
    school, whole = (
        Tagged(text.index(a), text.index(b), EntityType.EDUCATION, 0.97, 0.99)
        for a, b in (("College", " at"), ("Kerwick", " signed"))
    )
    assert found(text, school, whole)["College of Brimble"] is EntityType.EDUCATION
    news = document(text)
    assert {entity.type for entity in find_names(news, sentences(news)).entities} == {
        EntityType.UNIT,
        EntityType.EDUCATION,
    }


def test_names_of_the_same_thing_come_together() -> None:
    """A tagger's name is clustered like one of the grammar: the second mention is no second thing."""
    text = "Brimble rose. Today Brimble fell."
    names = [Tagged(0, 7, EntityType.COMPANY, 0.95, 0.95), Tagged(20, 27, EntityType.COMPANY, 0.95, 0.95)]
    assert found(text, *names) == {"Brimble": EntityType.COMPANY}


@pytest.mark.parametrize(
    ("being", "expected"),
    [
        (0.97, {"School of Wool and Meat": EntityType.UNIT}),
        (0.7, {"School of Wool": EntityType.UNIT}),
    ],
)
def test_a_sure_tagger_makes_one_name_of_its_parts(being: float, expected: dict[str, EntityType]) -> None:
    """Only what it is nearly sure of, for the grammar's borders are mostly right."""
    text = "They met at the School of Wool and Meat."
    start = text.index("School")
    names = found(text, Tagged(start, len(text) - 1, EntityType.UNIT, being, being))
    assert {name: kind for name, kind in names.items() if kind is EntityType.UNIT} == expected


def test_a_numbered_policy_stays_as_the_grammar_has_it() -> None:
    """What stands before it is no part of its name, however sure the tagger is."""
    text = "Implementing Resolution No. 12-QQ/TW they met."
    name = Tagged(0, text.index(" they"), EntityType.POLICY, 0.99, 0.99)
    assert found(text, name) == {"Resolution No. 12-QQ/TW": EntityType.POLICY}


def test_initials_that_tell_a_kind_of_bodies_are_no_name() -> None:
    """With "enterprises" behind them they say which; with anything else they may be one."""
    for behind, names in (("enterprises", set()), ("people", {"QVX"})):
        text = f"There are many QVX {behind} today."
        start = text.index("QVX")
        assert found(text, Tagged(start, start + 3, EntityType.COMPANY, 0.99, 0.99)).keys() == names


def test_two_names_with_a_noun_each_stay_two() -> None:
    """However sure the tagger is that they are one."""
    text = "It came from Kerwick University and Brimble College."
    start = text.index("Kerwick")
    names = found(text, Tagged(start, len(text) - 1, EntityType.EDUCATION, 0.99, 0.99))
    assert set(names) == {"Kerwick University", "Brimble College"}


def test_a_place_that_the_tagger_takes_for_a_body_is_one() -> None:
    """Sure of a body it may differ from the grammar, which knows the place alone; unsure it may not."""
    text = "She came from Otago last year."
    sure, unsure = (Tagged(14, 19, EntityType.EDUCATION, 0.6, being) for being in (0.95, 0.7))
    assert found(text, sure) == {"Otago": EntityType.EDUCATION}
    assert found(text, unsure) == found(text)


def test_one_name_has_one_type() -> None:
    """Of two types for what is written alike that one stays of which the tagger is surer on the whole."""
    text = "Brimble rose. Today Brimble fell."
    names = [Tagged(0, 7, EntityType.PROJECT, 0.9, 0.95), Tagged(20, 27, EntityType.COMPANY, 0.5, 0.95)]
    assert found(text, *names) == {"Brimble": EntityType.PROJECT}


@pytest.mark.parametrize(
    ("text", "name", "expected"), [("A met.", "A", set()), ("The Brimble met.", "The Brimble", {"Brimble"})]
)
def test_an_article_is_no_part_of_a_name(text: str, name: str, expected: set[str]) -> None:
    """Not even where the tagger sees it as one, or as all of it."""
    assert set(found(text, Tagged(0, len(name), EntityType.COMPANY, 0.97, 0.97))) == expected
