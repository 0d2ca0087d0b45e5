"""A network as a sparse matrix: what every measure works on, converted once."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

import networkx as nx
import numpy as np
import scipy.sparse as sp  # type: ignore[import-untyped]

from coopgraph.errors import UsageError

NATIVE_FROM = 100
"""Parties from which measures run on arrays and in native libraries, not in networkx.

Below, networkx takes a tenth of a second at most (`benchmarks/network.py` prints both).
"""

Vector: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"


@dataclass(frozen=True, slots=True, eq=False)
class Arrays:
    """The parties in sorted order, and the weights of their ties as a symmetric matrix with an empty diagonal.

    `weights` is a csr_array of float64 with sorted indices; two parties are tied where it has an entry.
    """

    nodes: tuple[str, ...]
    weights: Any

    def __len__(self) -> int:
        return len(self.nodes)

    @property
    def native(self) -> bool:
        """Whether the network is so large that a native engine pays."""
        return len(self.nodes) >= NATIVE_FROM

    def steps(self) -> Any:
        """Return the same matrix with 1 for every tie."""
        weights = self.weights
        return sp.csr_array((np.ones(weights.nnz), weights.indices, weights.indptr), weights.shape)

    def ties(self) -> tuple[Vector, Vector, Vector]:
        """Return the smaller end, the larger end and the weight of each tie, sorted."""
        upper = sp.triu(self.weights, format="csr").tocoo()
        return upper.row, upper.col, upper.data

    def networkx(self) -> "nx.Graph[int]":
        """Return the network with the places in `nodes` as nodes; an edge has weight, and distance = 1 / weight."""
        graph: nx.Graph[int] = nx.Graph()
        graph.add_nodes_from(range(len(self)))
        ends = (column.tolist() for column in self.ties())
        graph.add_edges_from(
            (one, other, {"weight": weight, "distance": 1 / weight}) for one, other, weight in zip(*ends, strict=True)
        )
        return graph

    def by_node(self, values: Iterable[float]) -> dict[str, float]:
        """Return values that stand in the order of `nodes` by the node."""
        return dict(zip(self.nodes, map(float, values), strict=True))


Network: TypeAlias = "nx.Graph[str] | Arrays"
"""What a measure takes: a networkx graph, or its arrays where several measures are wanted of one network."""


def arrays(network: Network) -> Arrays:
    """Return the arrays of a network; of Arrays, themselves.

    Self-loops are left out, the weights of parallel edges are added, and an edge without a weight weighs 1. The result
    doesn't depend on the order in which nodes and edges were added. Raises UsageError for a directed graph and for a
    weight that isn't a number above 0.
    """
    if isinstance(network, Arrays):
        return network
    if network.is_directed():
        raise UsageError("the network is directed; measures need an undirected one: graph.to_undirected()")
    nodes = tuple(sorted(network))
    place = {node: number for number, node in enumerate(nodes)}
    count = network.number_of_edges()
    one, other = np.empty(count, np.int32), np.empty(count, np.int32)
    weight = np.empty(count)
    for number, (start, stop, value) in enumerate(network.edges(data="weight", default=1.0)):
        one[number], other[number], weight[number] = place[start], place[stop], 1.0 if value is None else value
    return from_ties(nodes, one, other, weight)


def from_ties(nodes: tuple[str, ...], one: Vector, other: Vector, weight: Vector) -> Arrays:
    """Return the Arrays of ties given by the places of their ends in `nodes`, in any order and direction.

    Raises UsageError for a weight that isn't a finite number above 0.
    """
    wrong = ~(np.isfinite(weight) & (weight > 0))
    if wrong.any():
        first = int(np.flatnonzero(wrong)[0])
        raise UsageError(
            f"the tie of {nodes[one[first]]} and {nodes[other[first]]} weighs {weight[first]}; "
            "a weight must be a number above 0"
        )
    ties = one != other
    low, high = np.minimum(one, other)[ties], np.maximum(one, other)[ties]
    order = np.lexsort((weight[ties], high, low))  # sums of floats depend on their order
    upper = sp.coo_array((weight[ties][order], (low[order], high[order])), (len(nodes), len(nodes))).tocsr()
    upper.sum_duplicates()
    weights = (upper + upper.T).tocsr()
    weights.sort_indices()
    return Arrays(nodes, weights)
