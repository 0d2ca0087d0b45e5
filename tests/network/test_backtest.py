"""Suggestions of a past day against what came after."""

from datetime import date
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.errors import NothingFoundError
from coopgraph.network import back_test
from coopgraph.network.backtest import chance
from tests.network.rows import Row, fact, graph_of, thing

A, B, C, D = (thing(name) for name in "ABCD")


def tie(one: Row, other: Row, year: str) -> Row:
    """Return a cooperation that begins in a year."""
    return fact("cooperatesWith", one, other, date=year)


def test_a_triangle_that_closes() -> None:
    """Two with a common partner came together: who ranks by common partners hits at once, from both ends."""
    graph = graph_of([tie(A, B, "2019"), tie(B, C, "2019"), tie(C, D, "2019"), tie(A, C, "2021")])
    test = back_test(graph, date(2020, 1, 1))
    assert (test.parties, test.ties, test.new, test.undated, test.tested) == (4, 3, 1, 0, 2)
    assert test.hits["common-neighbours"][1] == 1
    assert test.hits["shared"][1] == 1
    assert set(test.hits["shared"]) == {1, 5, 10}


def test_what_is_tested() -> None:
    """A newcomer can't be foreseen, and a tie that goes on isn't new: without anything else there is no test."""
    graph = graph_of([tie(A, B, "2019"), fact("cooperatesWith", A, B, date="2021", number=1), tie(B, C, "2021")])
    with pytest.raises(NothingFoundError, match="nothing to test"):
        back_test(graph, date(2020, 1, 1))
    with pytest.raises(NothingFoundError, match="nothing to test"):
        back_test(graph_of([]), date(2020, 1, 1))


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 2), min_size=1), st.integers(1, 7), st.data())
def test_equal_values_in_any_order(values: dict[str, int], length: int, data: st.DataObject) -> None:
    """The chance of a hit is its share among all orders that the values allow."""
    right = data.draw(st.sets(st.sampled_from(sorted(values)), min_size=1))
    orders = [
        order
        for order in permutations(sorted(values))
        if all(values[one] >= values[other] for one, other in pairwise(order))
    ]
    hits = sum(not right.isdisjoint(order[:length]) for order in orders)
    floats = {node: float(value) for node, value in values.items()}
    assert chance(floats, right, length) == pytest.approx(hits / len(orders))
