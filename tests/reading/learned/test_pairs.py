"""Pairs of things that may be related."""

from hypothesis import given
from hypothesis import strategies as st

from coopgraph.model import EntityType, Relation
from coopgraph.reading.learned.pairs import REACH, allowed, pairs
from tests.reading.learned.passages import passages


def test_each_two_things_of_a_sentence_are_a_pair_once() -> None:
    """Two things that are named several times stand nearest to each other in their only pair."""
    text = "{education:Alpha} is old. {education:Beta} met {education:Alpha} and {education:Beta} left {company:Gamma}."
    found = [(pair.one, pair.other) for pair in pairs(passages(text)[1])]
    assert sorted(tuple(sorted(pair)) for pair in found) == [("Alpha", "Beta"), ("Alpha", "Gamma"), ("Beta", "Gamma")]


def test_the_main_organisation_pairs_with_a_sentence_that_does_not_name_it() -> None:
    """A press release speaks of its own institution without a name."""
    found = list(pairs(passages("{education:Alpha} grows. A contract was signed with {company:Gamma}.")[1]))
    assert [(pair.one, pair.other, pair.left) for pair in found] == [("Alpha", "Gamma", None)]


def test_two_places_do_not_cooperate() -> None:
    """Cooperation takes an organisation on one side."""
    assert not allowed(Relation.COOPERATES_WITH, EntityType.PLACE, EntityType.COUNTRY)
    assert allowed(Relation.COOPERATES_WITH, EntityType.PLACE, EntityType.EDUCATION)


def test_a_relation_of_unequal_ends_is_tried_in_the_direction_that_the_types_allow() -> None:
    """A university takes part in a project, never the other way round."""
    (pair,) = pairs(passages("The {project:Omega} project unites {education:Alpha}.")[0])
    assert (Relation.PARTICIPATES_IN, False) in pair.candidates()
    assert (Relation.PARTICIPATES_IN, True) not in pair.candidates()


@given(st.integers(2, 60))
def test_the_number_of_pairs_grows_with_the_number_of_names_not_with_its_square(count: int) -> None:
    """No thing pairs with more than those within reach."""
    text = "; ".join(f"{{company:N{number}x}}" for number in range(count))
    assert len(list(pairs(passages(f"{text} met.")[0]))) <= count * REACH
