"""Measure the measures of a network: whether they agree with networkx, and what time both take.

    python benchmarks/measures.py [--suite] [--large]

Compares every measure with networkx on published graphs and on random ones of 2,000 parties. With --suite, takes the
time of all of them at 5,000 parties and 15,000 ties (networkx takes minutes); with --large, at 100,000 parties and a
million ties, against the native libraries called directly. Times are of the processor, over all threads, so that they
mean something on a machine that others use, too: ours is the fastest of three, and so is the native library's, while
networkx has one try. The ratios are the point.
"""

import argparse
import math
import random
import time
from collections.abc import Callable
from typing import Any, TypeVar

import graspologic_native
import networkx as nx
import numpy as np
import rustworkx
import scipy.sparse as sp  # type: ignore[import-untyped]
import scipy.sparse.csgraph as csgraph  # type: ignore[import-untyped]
import scipy.sparse.linalg as linalg  # type: ignore[import-untyped]

from coopgraph import network as ours
from coopgraph.network import Arrays
from coopgraph.network.matrix import from_ties

T = TypeVar("T")
Values = dict[str, float]

_TOLERANCE = 1e-6
_SAMPLE = 64
_LONG = 5.0  # seconds of which one try says enough
_REPEATS = 3  # of which the fastest counts: others use the machine, too

MEASURES: dict[str, tuple[Callable[[Any], Values], Callable[["nx.Graph[str]"], Any]]] = {
    "degree": (ours.degree, lambda graph: dict(graph.degree())),
    "strength": (ours.strength, lambda graph: dict(graph.degree(weight="weight"))),
    "betweenness": (ours.betweenness, nx.betweenness_centrality),
    "closeness": (ours.closeness, nx.closeness_centrality),
    "harmonic": (ours.harmonic, nx.harmonic_centrality),
    "eigenvector": (
        ours.eigenvector,
        lambda graph: nx.eigenvector_centrality(graph, max_iter=10_000, tol=1e-11, weight="weight"),
    ),
    "pagerank": (ours.pagerank, lambda graph: nx.pagerank(graph, tol=1e-14, max_iter=1000)),
    "core number": (ours.core_number, nx.core_number),
    "constraint": (ours.constraint, nx.constraint),
    "effective size": (ours.effective_size, nx.effective_size),
}
"""Each measure of a number a party, and how networkx has it."""

STRUCTURE: dict[str, tuple[Callable[[Any], Any], Callable[["nx.Graph[str]"], Any]]] = {
    "components": (ours.components, lambda graph: list(nx.connected_components(graph))),
    "bridges": (ours.bridges, lambda graph: list(nx.bridges(graph))),
    "articulation": (ours.articulation_points, lambda graph: list(nx.articulation_points(graph))),
    "communities": (ours.communities, lambda graph: nx.community.louvain_communities(graph, seed=0)),
}
"""Each measure of parts, and how networkx has it."""


def named(graph: Any) -> "nx.Graph[str]":
    """Return the largest piece of a graph with strings as nodes, and weights of a small choice."""
    chance = random.Random(len(graph))  # noqa: S311 - not for secrets
    piece = graph.subgraph(max(nx.connected_components(graph), key=len))
    result: nx.Graph[str] = nx.relabel_nodes(piece, {node: f"n{node}" for node in piece})
    for _, _, edge in result.edges(data=True):
        edge["weight"] = chance.choice([0.25, 0.5, 1.0, 2.0])
    return result


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Return how many seconds of the processor the work takes, and what it returns."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def difference(found: Values, expected: Values) -> float:
    """Return the largest relative difference of two results, over values that aren't as good as nothing."""
    assert found.keys() == expected.keys()
    least = 1e-9 * max((abs(value) for value in expected.values() if not math.isnan(value)), default=1.0)
    return max(
        (
            abs(found[node] - value) / max(abs(value), least)
            for node, value in expected.items()
            if not (math.isnan(value) and (math.isnan(found[node]) or found[node] == 0))
        ),
        default=0.0,
    )


def agreement() -> None:
    """Compare every measure with networkx; raises AssertionError where one differs."""
    graphs = {
        "kite": named(nx.krackhardt_kite_graph()),
        "florence": named(nx.florentine_families_graph()),
        "random 2,000": named(nx.gnm_random_graph(2000, 6000, seed=1)),
        "hubs 2,000": named(nx.barabasi_albert_graph(2000, 3, seed=2)),
    }
    print(f"{'largest relative difference':20}" + "".join(f"{name:>15}" for name in graphs))
    for name, (own, plain) in MEASURES.items():
        found = [difference(own(graph), plain(graph)) for graph in graphs.values()]
        print(f"{name:27}" + "".join(f"{value:15.1e}" for value in found), flush=True)
        assert max(found) <= _TOLERANCE
    for name in ("components", "bridges", "articulation"):
        own, plain = STRUCTURE[name]
        same = [
            {_plain(part) for part in own(graph)} == {_plain(part) for part in plain(graph)}
            for graph in graphs.values()
        ]
        print(f"{name:27}" + "".join(f"{'same' if one else 'differs':>15}" for one in same))
        assert all(same)
    shares = []
    for graph in graphs.values():
        own_parts, plain_parts = (find(graph) for find in STRUCTURE["communities"])
        shares.append(ours.modularity(graph, own_parts) / ours.modularity(graph, [*map(frozenset, plain_parts)]))
    print(f"{'modularity, of networkx':27}" + "".join(f"{share:15.3f}" for share in shares))
    assert min(shares) >= 0.98


def _plain(part: Any) -> object:
    return part if isinstance(part, str) else frozenset(part)


def suite() -> None:
    """Take the time of every measure at 5,000 parties and 15,000 ties."""
    graph = named(nx.gnm_random_graph(5000, 15000, seed=3))
    print(f"\n{len(graph)} parties, {graph.number_of_edges()} ties\n{'':20}{'ours':>10}{'networkx':>12}{'ratio':>8}")
    converting, network = timed(lambda: ours.arrays(graph))
    totals = [converting, 0.0]
    print(f"{'conversion':20}{converting:8.3f} s")
    for name, (own, plain) in (MEASURES | STRUCTURE).items():
        took = min(timed(lambda: own(network))[0] for _ in range(_REPEATS))  # noqa: B023
        needed, _ = timed(lambda: plain(graph))  # noqa: B023
        totals = [totals[0] + took, totals[1] + needed]
        print(f"{name:20}{took:8.3f} s{needed:10.3f} s{needed / took:8.1f}", flush=True)
    print(f"{'all':20}{totals[0]:8.3f} s{totals[1]:10.3f} s{totals[1] / totals[0]:8.1f}")


def large(parties: int, ties: int) -> None:
    """Take the time of every measure on a large network, and of the native library called directly.

    Each starts from its own graph or matrix, except where the library has to make one of the ties first; both answer
    by the party. Where no library has the measure, it is what networkx takes with scipy. "x" marks the time of some
    starting points, extrapolated to all. The ways between all are compared with rustworkx on a network of 5,000, too;
    the harmonic centrality comes from the same search as the closeness.
    """
    graph = crowded(parties, ties)
    network = ours.arrays(graph)
    print(f"\n{len(network)} parties, {len(network.weight)} ties\n{_HEADER}")
    totals = [_compare("conversion", lambda: ours.arrays(graph).weights, lambda: rustworkx.networkx_converter(graph))]
    totals += [_compare(name, own, direct) for name, (own, direct) in _direct(network, graph).items()]
    own, direct = map(sum, zip(*totals, strict=True))
    _line("all of these", own, direct)
    some = timed(lambda: csgraph.dijkstra(network.steps, unweighted=True, indices=range(_SAMPLE)))[0]
    _line("closeness x", timed(lambda: ours.closeness(network))[0], some * parties / _SAMPLE)
    some = timed(lambda: nx.betweenness_centrality(graph, k=2, seed=0))[0]
    took = timed(lambda: ours.betweenness(network, sample=_SAMPLE))[0]
    _line(f"betweenness of {_SAMPLE} x", took, some * _SAMPLE / 2)

    small = ours.arrays(crowded(5000, 50000))
    print(f"\n{len(small)} parties, {len(small.weight)} ties\n{_HEADER}")
    _compare("betweenness", lambda: ours.betweenness(small), lambda: rustworkx.betweenness_centrality(_native(small)))
    _compare("closeness", lambda: ours.closeness(small), lambda: rustworkx.closeness_centrality(_native(small)))


_HEADER = f"{'':20}{'ours':>10}{'direct':>12}{'ratio':>8}"


def crowded(parties: int, ties: int) -> "nx.Graph[str]":
    """Return a network of so many parties and nearly so many ties, of which a few parties have many."""
    chance = np.random.default_rng(1)
    ends = (parties * chance.random(ties) ** 1.5).astype(np.int64), chance.integers(0, parties, ties)
    weight = chance.choice([0.25, 0.5, 1.0, 2.0], ties)
    network = from_ties(tuple(f"n{number:08}" for number in range(parties)), *ends, weight)
    graph: nx.Graph[str] = nx.Graph()
    nodes = network.nodes
    graph.add_nodes_from(nodes)
    columns = (column.tolist() for column in (network.one, network.other, network.weight))
    graph.add_weighted_edges_from((nodes[a], nodes[b], w) for a, b, w in zip(*columns, strict=True))
    return graph


def _native(network: Arrays) -> Any:
    built: Any = rustworkx.PyGraph()
    built.add_nodes_from([None] * len(network))
    built.add_edges_from_no_data(list(zip(network.one.tolist(), network.other.tolist(), strict=True)))
    return built


def _direct(network: Arrays, graph: "nx.Graph[str]") -> dict[str, tuple[Callable[[], object], Callable[[], object]]]:
    matrix, steps, size = network.weights, network.steps, len(network)
    share = steps * (1 / np.maximum(1, np.diff(steps.indptr)))[:, None]

    def by_node(values: Any) -> Values:
        return dict(zip(network.nodes, values.tolist(), strict=True))

    def walks() -> object:
        built: Any = rustworkx.PyDiGraph()
        built.add_nodes_from([None] * size)
        ends = matrix.tocoo()
        built.add_edges_from(list(zip(ends.row.tolist(), ends.col.tolist(), ends.data.tolist(), strict=True)))
        return rustworkx.pagerank(built, weight_fn=float, tol=1e-12 / size, max_iter=1000)

    def leiden() -> object:
        return graspologic_native.leiden_csr(
            matrix.indptr.astype(np.int64), matrix.indices.astype(np.int32), matrix.data, size, seed=0
        )

    return {
        "degree": (lambda: ours.degree(network), lambda: by_node(np.diff(matrix.indptr))),
        "strength": (lambda: ours.strength(network), lambda: by_node(matrix.sum(axis=1))),
        "eigenvector": (
            lambda: ours.eigenvector(network),
            lambda: by_node(linalg.eigsh(matrix, k=1, which="LA", v0=np.ones(size))[1][:, 0]),
        ),
        "pagerank": (lambda: ours.pagerank(network), walks),
        "core number": (lambda: ours.core_number(network), lambda: rustworkx.core_number(_native(network))),
        "bridges": (lambda: ours.bridges(network), lambda: rustworkx.bridges(_native(network))),
        "articulation": (
            lambda: ours.articulation_points(network),
            lambda: rustworkx.articulation_points(_native(network)),
        ),
        "components": (lambda: ours.components(network), lambda: csgraph.connected_components(matrix)),
        "communities": (lambda: ours.communities(network), leiden),
        "constraint": (lambda: ours.constraint(network), lambda: nx.constraint(graph)),
        "effective size": (
            lambda: ours.effective_size(network),
            lambda: by_node((sp.csr_array(share) @ steps).multiply(steps).sum(axis=1)),
        ),
    }


def _compare(name: str, own: Callable[[], object], direct: Callable[[], object]) -> tuple[float, float]:
    """Print and return the least time that each takes, in turn; of what takes long, the first."""
    took = needed = math.inf
    for _ in range(_REPEATS):
        took, needed = min(took, timed(own)[0]), min(needed, timed(direct)[0])
        if took + needed > _LONG:
            break
    _line(name, took, needed)
    return took, needed


def _line(name: str, took: float, needed: float) -> None:
    print(f"{name:20}{took:8.3f} s{needed:10.3f} s{took / needed:8.2f}", flush=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--suite", action="store_true", help="the time at 5,000 parties, against networkx")
    parser.add_argument("--large", action="store_true", help="the time of a large network, against native libraries")
    parser.add_argument("--parties", type=int, default=100_000, help="of the large network")
    parser.add_argument("--ties", type=int, default=1_000_000, help="of the large network")
    options = parser.parse_args()
    agreement()
    if options.suite:
        suite()
    if options.large:
        large(options.parties, options.ties)


if __name__ == "__main__":
    main()
