"""The native engines: the same numbers as networkx, on random graphs and on published ones."""

import math
from collections.abc import Callable
from typing import Any

import networkx as nx
import numpy as np
import pytest

from coopgraph.network import (
    articulation_points,
    betweenness,
    bridges,
    closeness,
    communities,
    components,
    constraint,
    core_number,
    degree,
    effective_size,
    eigenvector,
    harmonic,
    matrix,
    modularity,
    pagerank,
    strength,
)
from coopgraph.network.matrix import Network


@pytest.fixture(autouse=True)
def _native(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the native engines take over at any size."""
    monkeypatch.setattr(matrix, "NATIVE_FROM", 0)


def named(graph: Any) -> "nx.Graph[str]":
    """Return a graph with strings as nodes and weights that differ."""
    weighted: nx.Graph[str] = nx.relabel_nodes(graph, {node: f"n{node}" for node in graph})
    for number, (_, _, edge) in enumerate(weighted.edges(data=True)):
        edge["weight"] = 0.25 * (1 + number % 7)
    return weighted


GRAPHS = {
    "kite": named(nx.krackhardt_kite_graph()),
    "florence": named(nx.convert_node_labels_to_integers(nx.florentine_families_graph())),
    "in pieces": named(nx.gnm_random_graph(150, 120, seed=1)),
    "random": named(nx.gnm_random_graph(150, 450, seed=2)),
    "with hubs": named(nx.barabasi_albert_graph(200, 3, seed=3)),
    "path": named(nx.path_graph(130)),
    "no tie": named(nx.empty_graph(3)),
    "one": named(nx.empty_graph(1)),
    "empty": named(nx.empty_graph(0)),
}

# networkx 3.6 divides by columns where it should by rows when it computes all effective sizes by weight at once;
# asked for nodes, it goes another way.
PAIRS: dict[str, tuple[Callable[[Network], dict[str, float]], Callable[..., Any]]] = {
    "degree": (degree, lambda graph: dict(graph.degree())),
    "strength": (strength, lambda graph: dict(graph.degree(weight="weight"))),
    "betweenness": (betweenness, nx.betweenness_centrality),
    "closeness": (closeness, nx.closeness_centrality),
    "harmonic": (harmonic, nx.harmonic_centrality),
    "pagerank": (pagerank, lambda graph: nx.pagerank(graph, tol=1e-14, max_iter=1000)),
    "core number": (core_number, nx.core_number),
    "constraint": (constraint, nx.constraint),
    "constraint by weight": (
        lambda graph: constraint(graph, weighted=True),
        lambda g: nx.constraint(g, weight="weight"),
    ),
    "effective size": (effective_size, lambda graph: nx.effective_size(graph, nodes=list(graph))),
    "effective size by weight": (
        lambda graph: effective_size(graph, weighted=True),
        lambda graph: nx.effective_size(graph, nodes=list(graph), weight="weight"),
    ),
}


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("graph", GRAPHS)
def test_agrees_with_networkx(name: str, graph: str) -> None:
    """Every measure agrees to 1e-6 relative; only the effective size of a party without ties is 0 where it has nan."""
    ours, reference = PAIRS[name]
    if graph == "empty" and name.startswith(("constraint", "effective")):
        assert ours(GRAPHS[graph]) == {}  # networkx fails
        return
    expected = reference(GRAPHS[graph])
    if name.startswith("effective"):
        expected = {node: 0.0 if math.isnan(value) else value for node, value in expected.items()}
    assert ours(GRAPHS[graph]) == pytest.approx(expected, rel=1e-6, abs=1e-12, nan_ok=True)


@pytest.mark.parametrize("graph", ["kite", "florence", "random", "with hubs", "path"])
def test_eigenvector_agrees_on_the_largest_piece(graph: str) -> None:
    """On a connected graph the values are those of networkx."""
    pieces = nx.connected_components(GRAPHS[graph])
    piece = GRAPHS[graph].subgraph(max(pieces, key=len)).copy()
    expected = nx.eigenvector_centrality_numpy(piece, weight="weight")
    assert eigenvector(piece) == pytest.approx(expected, rel=1e-6, abs=1e-9)


@pytest.mark.parametrize("graph", GRAPHS)
def test_structure_agrees_with_networkx(graph: str) -> None:
    """Pieces, bridges and articulation points are those of networkx, in a sorted order."""
    plain = GRAPHS[graph]
    assert set(components(plain)) == {frozenset(piece) for piece in nx.connected_components(plain)}
    assert bridges(plain) == sorted((min(pair), max(pair)) for pair in nx.bridges(plain))
    assert articulation_points(plain) == sorted(set(nx.articulation_points(plain)))


@pytest.mark.parametrize("graph", ["kite", "florence", "in pieces", "random", "with hubs", "path"])
def test_communities_are_as_modular_as_those_of_networkx(graph: str) -> None:
    """Leiden's groups have at least 98 % of the modularity of Louvain's in networkx."""
    plain = GRAPHS[graph]
    found = communities(plain)
    assert modularity(plain, found) == pytest.approx(nx.community.modularity(plain, map(set, found)))
    louvain = nx.community.louvain_communities(plain, seed=0)
    assert modularity(plain, found) >= 0.98 * nx.community.modularity(plain, louvain)


def test_sample_of_all_is_exact_and_of_some_is_near() -> None:
    """A sample of all parties gives the exact values; one of half of them the winner, the same each time."""
    graph = GRAPHS["with hubs"]
    exact = betweenness(graph)
    assert betweenness(graph, sample=200) == exact
    half = betweenness(graph, sample=100, seed=1)
    assert half == betweenness(graph, sample=100, seed=1)
    assert max(half, key=lambda node: half[node]) == max(exact, key=lambda node: exact[node])
    assert math.fsum(half.values()) == pytest.approx(math.fsum(exact.values()), rel=0.1)


LARGE = named(nx.barabasi_albert_graph(2000, 3, seed=4))
"""A graph so large that networkx is asked about some of its nodes only where all would take it many seconds."""
SOME = sorted(LARGE)[::100]


@pytest.mark.parametrize("name", ["degree", "strength", "pagerank", "core number", "constraint", "effective size"])
def test_agrees_with_networkx_at_2000_nodes(name: str) -> None:
    """What networkx computes in a second agrees for every node."""
    ours, reference = PAIRS[name]
    if name == "effective size":  # all at once by matrices, right without weights
        reference = nx.effective_size
    assert ours(LARGE) == pytest.approx(reference(LARGE), rel=1e-6, abs=1e-12)


def test_eigenvector_agrees_at_2000_nodes() -> None:
    """The iterative solver agrees with that of networkx for every node."""
    assert eigenvector(LARGE) == pytest.approx(nx.eigenvector_centrality_numpy(LARGE, weight="weight"), rel=1e-6)


def test_nearness_agrees_at_2000_nodes() -> None:
    """Closeness and harmonic centrality agree for some nodes."""
    near, sums = closeness(LARGE), harmonic(LARGE)
    assert [near[node] for node in SOME] == pytest.approx([nx.closeness_centrality(LARGE, node) for node in SOME])
    assert {node: sums[node] for node in SOME} == pytest.approx(nx.harmonic_centrality(LARGE, SOME))


def test_sampled_betweenness_is_that_of_its_sources() -> None:
    """From the parties that a sample draws, the ways are those that networkx counts from them, scaled to all."""
    nodes, size, sample = sorted(LARGE), len(LARGE), 20
    drawn = np.random.default_rng(7).choice(size, sample, replace=False)
    from_drawn = nx.betweenness_centrality_subset(LARGE, [nodes[place] for place in drawn], nodes)
    scale = 2 * size / sample / ((size - 1) * (size - 2))  # networkx halves the sum of an undirected graph
    expected = {node: value * scale for node, value in from_drawn.items()}
    assert betweenness(LARGE, sample=sample, seed=7) == pytest.approx(expected, rel=1e-6, abs=1e-15)


def test_structure_agrees_at_2000_nodes() -> None:
    """Pieces, bridges, articulation points and the modularity of groups are as good as those of networkx."""
    sparse = named(nx.gnm_random_graph(2000, 1900, seed=5))
    assert set(components(sparse)) == {frozenset(piece) for piece in nx.connected_components(sparse)}
    assert bridges(sparse) == sorted((min(pair), max(pair)) for pair in nx.bridges(sparse))
    assert articulation_points(sparse) == sorted(set(nx.articulation_points(sparse)))
    louvain = [frozenset(part) for part in nx.community.louvain_communities(LARGE, seed=0)]
    assert modularity(LARGE, communities(LARGE)) >= 0.98 * modularity(LARGE, louvain)
