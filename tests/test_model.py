"""The model: facts in canonical order and the pairs that they state."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.model import Relation, cooperation, directed

keys = st.text("abcdefgh", min_size=1, max_size=3)


@given(st.permutations(["a", "b", "c", "d"]))
def test_cooperation_has_no_direction(parties: list[str]) -> None:
    """The order in which parties are named makes no difference."""
    assert cooperation(tuple(parties)) == cooperation(("a", "b", "c", "d"))


def test_several_parties_state_every_pair() -> None:
    """Seven parties of one memorandum are one fact with 21 pairs."""
    assert len(cooperation(tuple("abcdefg")).pairs()) == 21


def test_two_sides_state_the_pairs_across_only() -> None:
    """Five provinces with one region are five pairs, in either order of the sides."""
    fact = cooperation(tuple("abcde"), ("r",))
    assert sorted(fact.pairs()) == [(province, "r") for province in "abcde"]
    assert fact == cooperation(("r",), tuple("edcba"))


def test_two_parties_are_one_side_however_they_are_written() -> None:
    """A agreement of two is the same fact whether it was written as a list or as two sides."""
    assert cooperation(("a",), ("b",)) == cooperation(("b", "a"))


@pytest.mark.parametrize(
    "sides", [(("a",),), (("a", "a"),), (("a", "b"), ("b",)), (("a",), ()), (("a",), ("b",), ("c",))]
)
def test_what_is_no_cooperation_is_refused(sides: tuple[tuple[str, ...], ...]) -> None:
    """One party, a party on both sides, an empty side or a third side is an error."""
    with pytest.raises(ValueError, match="not a cooperation"):
        cooperation(*sides)


@given(keys, keys)
def test_a_directed_fact_keeps_its_direction(subject: str, object_: str) -> None:
    """Subject and object come back as they were given, and a partner count has no object."""
    assert directed(Relation.FUNDS, subject, object_).pairs() == [(subject, object_)]
    assert directed(Relation.PARTNER_COUNT, subject, None).pairs() == [(subject, None)]
