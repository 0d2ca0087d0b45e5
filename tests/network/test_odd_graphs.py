"""Odd graphs: each measure, in networkx and in the native engines, has a defined answer or refuses in a clear line."""

import math
from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

from coopgraph.errors import UsageError
from coopgraph.network import (
    MEASURES,
    arrays,
    articulation_points,
    betweenness,
    bridges,
    communities,
    components,
    constraint,
    matrix,
)
from coopgraph.network.matrix import Network

NUMBERS: dict[str, Callable[[Network], dict[str, float]]] = {
    **{name: measure.values for name, measure in MEASURES.items()},
    "sampled betweenness": lambda network: betweenness(network, sample=3),
    "constraint": constraint,
}
PARTS: dict[str, Callable[[Network], Any]] = {
    "components": components,
    "communities": communities,
    "bridges": bridges,
    "articulation points": articulation_points,
}
ALL: dict[str, Callable[[Network], Any]] = NUMBERS | PARTS


@pytest.fixture(autouse=True, params=[0, 10**6], ids=["native", "networkx"])
def _engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the native engines compute graphs of any size, or none."""
    monkeypatch.setattr(matrix, "NATIVE_FROM", request.param)


def florence() -> "nx.Graph[str]":
    """Return the Florentine families, the ties weighing 0.25 to 1.75."""
    graph: nx.Graph[str] = nx.florentine_families_graph()
    for number, (_, _, edge) in enumerate(graph.edges(data=True)):
        edge["weight"] = 0.25 * (1 + number % 7)
    return graph


def same(found: Any, expected: Any) -> bool:
    """Tell whether two answers are the same, numbers as far as solvers are exact."""
    if isinstance(expected, dict):
        return bool(found == pytest.approx(expected, rel=1e-9, abs=1e-12, nan_ok=True))
    return bool(found == expected)


@pytest.mark.parametrize("name", ALL)
def test_no_node(name: str) -> None:
    """An empty graph has no values and no parts."""
    assert not ALL[name](nx.Graph())


@pytest.mark.parametrize("nodes", ["a", "abc"])
@pytest.mark.parametrize("name", ALL)
def test_no_tie(name: str, nodes: str) -> None:
    """Who has no tie has 0, an equal share of PageRank, no constraint; it is a piece and a group of its own."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(nodes)
    value = {"pagerank": 1 / len(nodes), "constraint": math.nan}.get(name, 0.0)
    if name in NUMBERS:
        assert same(ALL[name](graph), dict.fromkeys(nodes, value))
    else:
        assert ALL[name](graph) == (
            [frozenset(node) for node in nodes] if name in {"components", "communities"} else []
        )


@pytest.mark.parametrize("name", ALL)
def test_several_pieces(name: str) -> None:
    """A graph in pieces has a value for each party, and no group or piece that spans two of them."""
    graph = nx.union(florence(), nx.Graph([("x", "y"), ("y", "z")]))
    graph.add_node("alone")
    found = ALL[name](graph)
    if name in NUMBERS:
        assert found.keys() == set(graph)
        assert all(value >= 0 for node, value in found.items() if (name, node) != ("constraint", "alone"))
    elif name in {"components", "communities"}:
        assert {frozenset("xyz"), frozenset({"alone"})} <= set(found)
    else:
        assert [one for one in found if set(one) <= set("xyz")] == (
            [("x", "y"), ("y", "z")] if name == "bridges" else ["y"]
        )


@pytest.mark.parametrize("name", ALL)
def test_ties_with_oneself(name: str) -> None:
    """A tie with oneself changes nothing, not even for who has no other."""
    plain, looped = florence(), florence()
    plain.add_node("alone")
    looped.add_edges_from([("Medici", "Medici", {"weight": 9.0}), ("alone", "alone", {"weight": 9.0})])
    assert same(ALL[name](looped), ALL[name](plain))


@pytest.mark.parametrize("name", ALL)
def test_parallel_ties(name: str) -> None:
    """Ties of the same two in a multigraph count as one tie whose weight is their sum."""
    plain = florence()
    several: nx.MultiGraph[str] = nx.MultiGraph()
    several.add_nodes_from(plain)
    weight: float
    for one, other, weight in plain.edges(data="weight"):
        several.add_edge(one, other, weight=weight / 2)
        several.add_edge(other, one, weight=weight / 4)
        several.add_edge(one, other, weight=weight / 4)
    assert same(ALL[name](several), ALL[name](plain))


@pytest.mark.parametrize("name", ALL)
def test_missing_weights(name: str) -> None:
    """A tie without a weight, or with None, weighs 1."""
    plain, without, none = florence(), florence(), florence()
    for number, (one, other) in enumerate(plain.edges):
        if number % 2:
            plain.edges[one, other]["weight"], none.edges[one, other]["weight"] = 1.0, None
            del without.edges[one, other]["weight"]
    assert same(ALL[name](without), ALL[name](plain))
    assert same(ALL[name](none), ALL[name](plain))


@pytest.mark.parametrize("weight", [0, -2.5, math.nan, math.inf, "heavy", [1]])
@pytest.mark.parametrize("name", ALL)
def test_weights_that_are_none(name: str, weight: object) -> None:
    """What is no number above 0 is refused in one line that names the tie."""
    graph = florence()
    graph.edges["Medici", "Albizzi"]["weight"] = weight
    with pytest.raises(UsageError, match=r"^the tie of (Medici|Albizzi) and (Medici|Albizzi) weighs [^\n]*above 0$"):
        ALL[name](graph)


@pytest.mark.parametrize("name", ALL)
def test_arrays_are_as_good_as_the_graph(name: str) -> None:
    """Converted once, a network gives the answers that it gives unconverted."""
    assert same(ALL[name](arrays(florence())), ALL[name](florence()))
