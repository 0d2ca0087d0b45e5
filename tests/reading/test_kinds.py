"""Kinds of cooperation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.reading.kinds import kind_at, kind_in, rank, specific

KINDS = [
    "memorandum of understanding",
    "agreement",
    "letter of intent",
    "contract",
    "joint programme",
    "exchange",
    "joint research",
    "training",
    "partnership",
]


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_named_by_itself(kind: str) -> None:
    """The name of each kind is one of its words."""
    assert kind_in(f"a new {kind} with") == kind


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("signed MoUs", "memorandum of understanding"),
        ("a cooperation agreement", "agreement"),
        ("a student exchange agreement", "exchange"),
        ("a double degree", "joint programme"),
        ("a memorandum on forestry", "memorandum of understanding"),
        ("a memorandum of agreement", "agreement"),
        ("memoranda of cooperation", "agreement"),
        ("an agreement of cooperation", "agreement"),
        ("a contract of cooperation", "contract"),
        ("a good idea", None),
    ],
)
def test_words_of_kinds(words: str, kind: str | None) -> None:
    """The most specific kind that the words name."""
    assert kind_in(words) == kind


def test_a_kind_that_shares_letters_with_a_stretch() -> None:
    """The name may reach over the borders of the stretch; what stands elsewhere doesn't count."""
    text = "an exchange agreement, no contract"
    assert kind_at(text, text.index("agree"), text.index(",")) == "exchange"
    assert kind_at(text, 0, 2) is None
    assert kind_at("memorandum of agreement", 0, len("memorandum")) == "agreement"


@given(st.sampled_from(KINDS), st.sampled_from(KINDS))
def test_the_more_specific_kind_has_no_direction(one: str, other: str) -> None:
    """It is one of the two, the one of higher rank, or none where both tell as much of different things."""
    assert specific(one, other) == specific(other, one)
    chosen = specific(one, other)
    assert chosen is None or rank(chosen) == max(rank(one), rank(other))
    assert specific(one, one) == one
