"""The measures: published answers on published graphs, and defined answers on the odd ones."""

import math

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coopgraph.network.measures import MEASURES, betweenness, closeness, degree, eigenvector, pagerank, strength

NAMES = ("Andre", "Beverly", "Carol", "Diane", "Ed", "Fernando", "Garth", "Heather", "Ike", "Jane")


def kite() -> "nx.Graph[str]":
    """Return Krackhardt's kite with the names of his paper (Administrative Science Quarterly 35, 1990, p. 351)."""
    graph: nx.Graph[str] = nx.Graph((NAMES[one], NAMES[other]) for one, other in nx.krackhardt_kite_graph().edges)
    return graph


def florence() -> "nx.Graph[str]":
    """Return the marriages of the Florentine families (Padgett and Ansell, 1993) without the unmarried Pucci."""
    graph: nx.Graph[str] = nx.florentine_families_graph()
    return graph


def test_kite_degree() -> None:
    """Diane has the most contacts: six."""
    found = degree(kite())
    assert [found[name] for name in NAMES] == [4, 4, 3, 6, 3, 5, 5, 3, 2, 1]


def test_kite_betweenness() -> None:
    """Heather is the broker: 14 of the 36 pairs depend on her (the values of Krackhardt's table)."""
    found = betweenness(kite())
    published = (0.023, 0.023, 0.0, 0.102, 0.0, 0.231, 0.231, 0.389, 0.222, 0.0)
    assert [round(found[name], 3) for name in NAMES] == list(published)


def test_kite_closeness() -> None:
    """Fernando and Garth are the closest to everyone (the values of Krackhardt's table)."""
    found = closeness(kite())
    published = (0.529, 0.529, 0.500, 0.600, 0.500, 0.643, 0.643, 0.600, 0.429, 0.310)
    assert [round(found[name], 3) for name in NAMES] == list(published)


def test_florentine_medici() -> None:
    """The Medici lead by far: six marriages, and 47.5 of the 91 pairs of others go through them."""
    graph = florence()
    assert degree(graph)["Medici"] == 6
    assert betweenness(graph)["Medici"] * 91 == pytest.approx(47.5)
    assert betweenness(graph)["Guadagni"] == pytest.approx(0.2546, abs=1e-4)
    assert closeness(graph)["Medici"] == pytest.approx(14 / 25)
    assert eigenvector(graph)["Medici"] == pytest.approx(0.4303, abs=1e-4)
    assert eigenvector(graph)["Strozzi"] == pytest.approx(0.3560, abs=1e-4)
    assert max(pagerank(graph).items(), key=lambda item: item[1])[0] == "Medici"


def test_pagerank_of_a_star() -> None:
    """A star of four leaves has a closed solution: the centre p = (1 - d) / n + d · 4 · q, a leaf q the rest."""
    graph: nx.Graph[str] = nx.Graph(("c", leaf) for leaf in "wxyz")
    centre = (0.15 / 5 + 0.85 * 4 * 0.15 / 5) / (1 - 0.85**2)
    found = pagerank(graph)
    assert found["c"] == pytest.approx(centre, abs=1e-9)
    assert found["w"] == pytest.approx((1 - centre) / 4, abs=1e-9)


def test_weights() -> None:
    """Strength adds weights; a weighted way prefers heavy ties, an unweighted one counts steps."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_weighted_edges_from([("a", "b", 4.0), ("b", "c", 4.0), ("a", "c", 1.0)])
    assert strength(graph) == {"a": 5.0, "b": 8.0, "c": 5.0}
    assert betweenness(graph)["b"] == 0
    assert betweenness(graph, weighted=True)["b"] == 1
    assert closeness(graph, weighted=True)["a"] == pytest.approx(2 / (1 / 4 + 1 / 2))


@pytest.mark.parametrize("measure", MEASURES)
def test_graphs_without_ties(measure: str) -> None:
    """The empty graph has no values; nodes without ties have 0, but share PageRank."""
    values = MEASURES[measure].values
    assert values(nx.Graph()) == {}
    alone: nx.Graph[str] = nx.Graph()
    alone.add_nodes_from("ab")
    assert values(alone) == pytest.approx(dict.fromkeys("ab", 0.5 if measure == "pagerank" else 0.0))


@pytest.mark.parametrize("measure", MEASURES)
def test_self_loops_are_ignored(measure: str) -> None:
    """A tie with oneself changes nothing."""
    graph = kite()
    expected = MEASURES[measure].values(graph)
    graph.add_edge("Jane", "Jane")
    assert MEASURES[measure].values(graph) == expected
    assert ("Jane", "Jane") in graph.edges, "the graph that was given stays as it is"


def test_eigenvector_of_pieces() -> None:
    """The values of a graph in pieces have length 1 together, and a pair isn't ahead of a larger piece's centre."""
    graph = kite()
    graph.add_edge("Kim", "Lou")
    graph.add_node("Max")
    found = eigenvector(graph)
    assert math.fsum(value**2 for value in found.values()) == pytest.approx(1)
    assert found["Kim"] == pytest.approx(math.sqrt(1 / 12))
    assert found["Diane"] > found["Kim"]
    assert found["Max"] == 0


def test_eigenvector_of_a_large_piece() -> None:
    """The iterative solver for large pieces gives the closed solution of a cycle: all nodes alike, and positive."""
    size = 600
    graph: nx.Graph[str] = nx.Graph((str(node), str((node + 1) % size)) for node in range(size))
    assert eigenvector(graph) == pytest.approx(dict.fromkeys(graph, 1 / math.sqrt(size)))


@st.composite
def graphs(draw: st.DrawFn) -> "nx.Graph[str]":
    """Draw a weighted graph of up to eight nodes, in any order, perhaps in pieces, perhaps with self-loops."""
    nodes = draw(st.permutations("abcdefgh"))
    ends = st.sampled_from(nodes)
    edges = draw(st.lists(st.tuples(ends, ends, st.sampled_from([0.25, 1.0, 2.0])), max_size=20))
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(nodes[: draw(st.integers(0, 8))])
    graph.add_weighted_edges_from(edges)
    return graph


@settings(deadline=None)
@given(graphs(), st.sampled_from(sorted(MEASURES)))
def test_every_measure_is_defined_everywhere(graph: "nx.Graph[str]", measure: str) -> None:
    """Each node has a finite value, at least 0, and the order in which the graph was made doesn't matter."""
    found = MEASURES[measure].values(graph)
    assert found.keys() == set(graph)
    assert all(math.isfinite(value) and value >= 0 for value in found.values())
    turned: nx.Graph[str] = nx.Graph()
    turned.add_nodes_from(reversed(list(graph)))
    turned.add_edges_from((other, one, edge) for one, other, edge in reversed(list(graph.edges(data=True))))
    assert MEASURES[measure].values(turned) == found
