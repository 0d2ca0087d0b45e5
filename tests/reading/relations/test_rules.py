"""The notation of rules."""

import pytest

from coopgraph.reading.passage import CLASSES
from coopgraph.reading.relations.rules import rule

SCHOOL = CLASSES["education"]


def test_a_gap_doesn_t_cross_a_party() -> None:
    """The tilde bounds what lies between, and no party lies there."""
    pattern = rule("test", 0.5, "signed~9with").pattern
    assert pattern.search("signed a pact with")
    assert not pattern.search(f"signed {SCHOOL} with")
    assert not pattern.search("signed a long pact with")


def test_a_list_stands_for_its_words() -> None:
    """The at sign names a list of words."""
    assert rule("test", 0.5, r"\b@jointly\b").pattern.search("in conjunction with")


def test_a_list_that_doesn_t_exist() -> None:
    """A misspelt list is an error at once."""
    with pytest.raises(KeyError):
        rule("test", 0.5, "@nonsense")
