"""Pieces, groups, bridges: defined for every graph; and graphs that have no arrays."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from coopgraph.errors import UsageError
from coopgraph.network import (
    arrays,
    articulation_points,
    betweenness,
    bridges,
    communities,
    components,
    constraint,
    estimated,
    modularity,
    strength,
)
from coopgraph.network.measures import EXACT_UP_TO
from tests.network.test_measures import graphs


def tied(*pairs: str) -> "nx.Graph[str]":
    """Return the graph whose ties are given by two letters each."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from((pair[0], pair[1]) for pair in pairs)
    return graph


def test_two_triangles_on_a_bridge() -> None:
    """Two triangles tied once are two groups; the tie is the bridge, its ends hold the network together."""
    graph = tied("ab", "bc", "ca", "cd", "de", "ef", "fd")
    graph.add_node("z")
    assert components(graph) == [frozenset("abcdef"), frozenset("z")]
    assert communities(graph) == [frozenset("abc"), frozenset("def"), frozenset("z")]
    assert bridges(graph) == [("c", "d")]
    assert articulation_points(graph) == ["c", "d"]
    assert constraint(graph)["c"] < constraint(graph)["a"]


@settings(deadline=None)
@given(graphs())
def test_parts_of_any_graph(graph: "nx.Graph[str]") -> None:
    """Every party is in one piece and one group, no group spans two pieces, and the order of the graph is no matter."""
    pieces, groups = components(graph), communities(graph)
    for parts in (pieces, groups):
        assert sorted(node for part in parts for node in part) == sorted(graph)
    assert all(any(group <= piece for piece in pieces) for group in groups)
    assert -0.5 <= modularity(graph, groups) <= 1
    turned: nx.Graph[str] = nx.Graph()
    turned.add_nodes_from(reversed(list(graph)))
    turned.add_edges_from((other, one, edge) for one, other, edge in reversed(list(graph.edges(data=True))))
    assert communities(turned) == groups


def test_parallel_edges_and_missing_weights() -> None:
    """Parallel edges add up, a missing weight is 1, and a loop is none."""
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    graph.add_edge("a", "b", weight=2.0)
    graph.add_edge("b", "a")
    graph.add_edge("b", "c", weight=None)
    graph.add_edge("c", "c", weight=9.0)
    assert strength(graph) == {"a": 3.0, "b": 4.0, "c": 1.0}
    assert arrays(arrays(graph)).nodes == ("a", "b", "c")


@pytest.mark.parametrize("weight", [0.0, -1.0, float("nan"), float("inf")])
def test_weights_that_are_none(weight: float) -> None:
    """A weight that makes no sense is refused in one line that names the tie."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edge("a", "b", weight=weight)
    with pytest.raises(UsageError, match="the tie of a and b weighs"):
        strength(graph)


def test_directed_graphs_are_refused() -> None:
    """Measures are defined for ties without a direction."""
    graph: nx.DiGraph[str] = nx.DiGraph([("a", "b")])
    with pytest.raises(UsageError, match="undirected"):
        arrays(graph)


def test_samples_that_make_no_sense() -> None:
    """A sample has at least one party, and counts steps."""
    graph = tied("ab")
    with pytest.raises(UsageError, match="sample of 0"):
        betweenness(graph, sample=0)
    with pytest.raises(UsageError, match="no weights"):
        betweenness(graph, sample=1, weighted=True)


def test_estimates_are_announced() -> None:
    """Only the betweenness of a large network is estimated, and said to be."""
    assert estimated("betweenness", EXACT_UP_TO) is None
    assert estimated("closeness", EXACT_UP_TO + 1) is None
    assert "estimated" in (estimated("betweenness", EXACT_UP_TO + 1) or "")


def test_arrays_are_symmetric_without_a_diagonal() -> None:
    """The matrix holds each tie twice, in sorted order."""
    network = arrays(tied("ab", "bc", "bb"))
    assert (network.weights != network.weights.T).nnz == 0
    assert not network.weights.diagonal().any()
    assert np.array_equal(network.weights.toarray(), [[0, 1, 0], [1, 0, 1], [0, 1, 0]])
