"""Patterns over lines."""

import pytest

from coopgraph.model import EntityType
from coopgraph.reading.passage import CLASSES, Line, Slot, character_of, kind_of, pattern

SCHOOL, COUNTRY = CLASSES["education"], CLASSES["country"]


def test_a_class_is_one_character() -> None:
    """A named class captures the placeholder, and the line tells what stands behind it."""
    line = Line(f"{SCHOOL} met", (3, 9, 10, 11, 12), (8, 10, 11, 12, 13), {0: Slot(("alpha",))})
    match = pattern("<a:organization> met").match(line.text)
    assert match
    assert line.keys(match, "a") == ("alpha",)
    assert line.span(match) == (3, 13)
    assert line.span(match, "a") == (3, 8)


def test_a_group_that_took_no_part_has_no_keys() -> None:
    """An optional party that isn't there is nobody, and has no time."""
    line = Line(SCHOOL, (0,), (1,), {0: Slot(("alpha",))})
    match = pattern("<a:party>(?: on <when:date>)?(?: with <b:party>)?").match(line.text)
    assert match
    assert (line.keys(match, "b"), line.period(match, "when")) == ((), None)


def test_a_bare_class_stands_within_a_set() -> None:
    """All but a party."""
    assert pattern("^[^<-party>]+$").match("no party")
    assert not pattern("^[^<-party>]+$").match(f"a {COUNTRY}")


def test_a_class_that_doesn_t_exist() -> None:
    """A misspelt class is an error at once."""
    with pytest.raises(KeyError):
        pattern("<nonsense>")


@pytest.mark.parametrize("kind", list(EntityType))
def test_each_type_has_its_character(kind: EntityType) -> None:
    """The character of a type leads back to the type."""
    assert kind_of(character_of(frozenset({kind}))) is kind


@pytest.mark.parametrize(
    ("kinds", "name"),
    [
        ({EntityType.EDUCATION, EntityType.COMPANY}, "organization"),
        ({EntityType.EDUCATION, EntityType.COUNTRY}, "party"),
        ({EntityType.PLACE, EntityType.COUNTRY}, "where"),
        ({EntityType.PROJECT, EntityType.EVENT}, "thing"),
    ],
)
def test_a_mixed_list_is_of_the_narrowest_class(kinds: set[EntityType], name: str) -> None:
    """A list of a school and a company is organisations, with a country it is parties."""
    assert character_of(frozenset(kinds)) in CLASSES[name]
