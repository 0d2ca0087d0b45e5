"""A network as arrays and as a sparse matrix: what every measure works on, converted once."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import networkx as nx
import numpy as np

from coopgraph.errors import UsageError

NATIVE_FROM = 100
"""Parties from which measures run on arrays and in native libraries, not in networkx.

Below, networkx takes a tenth of a second at most, and scipy as long to be loaded (`benchmarks/measures.py` has both).
"""

Vector: TypeAlias = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, eq=False)
class Arrays:
    """The parties in sorted order, and their ties: `one` and `other` are places in `nodes`, `weight` is a float64.

    Each tied pair is there once, the smaller place first, in sorted order; nobody is tied with itself.
    """

    nodes: tuple[str, ...]
    one: Vector
    other: Vector
    weight: Vector

    def __len__(self) -> int:
        return len(self.nodes)

    @property
    def native(self) -> bool:
        """Whether the network is so large that a native engine pays."""
        return len(self.nodes) >= NATIVE_FROM

    @cached_property
    def weights(self) -> Any:
        """The ties as a symmetric csr_array of float64 with sorted indices: an entry where two parties are tied."""
        import scipy.sparse as sp  # type: ignore[import-untyped]  # takes longer to load than a small network to measure

        # Sorted ties, the mirrored ones first, fall into rows whose columns rise: nothing is left to sort.
        ends = np.concatenate((self.other, self.one)), np.concatenate((self.one, self.other))
        return sp.coo_array((np.concatenate((self.weight, self.weight)), ends), (len(self), len(self))).tocsr()

    @cached_property
    def steps(self) -> Any:
        """The same matrix with 1 for every tie."""
        import scipy.sparse as sp

        weights = self.weights
        return sp.csr_array((np.ones(weights.nnz), weights.indices, weights.indptr), weights.shape)

    def degrees(self) -> Vector:
        """Return the number of ties of each party."""
        if "weights" in vars(self):  # the matrix, once it is there, has counted them
            return np.diff(self.weights.indptr)
        return np.bincount(self.one, minlength=len(self)) + np.bincount(self.other, minlength=len(self))

    def strengths(self) -> Vector:
        """Return the sum of the weights of each party's ties."""
        size = len(self)
        return np.bincount(self.one, self.weight, size) + np.bincount(self.other, self.weight, size)

    def networkx(self) -> "nx.Graph[int]":
        """Return the network with the places in `nodes` as nodes; an edge has weight, and distance = 1 / weight."""
        graph: nx.Graph[int] = nx.Graph()
        graph.add_nodes_from(range(len(self)))
        ties = zip(self.one.tolist(), self.other.tolist(), self.weight.tolist(), strict=True)
        graph.add_edges_from((one, other, {"weight": weight, "distance": 1 / weight}) for one, other, weight in ties)
        return graph

    def by_node(self, values: Vector | Sequence[float]) -> dict[str, float]:
        """Return values that stand in the order of `nodes` by the node."""
        return dict(zip(self.nodes, np.asarray(values, float).tolist(), strict=True))


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
    one, other, weight = np.empty(count, np.int32), np.empty(count, np.int32), np.empty(count)
    for number, (start, stop, value) in enumerate(network.edges(data="weight", default=1.0)):
        one[number], other[number] = place[start], place[stop]
        try:
            weight[number] = 1.0 if value is None else value
        except (TypeError, ValueError):
            raise _no_weight(start, stop, value) from None
    return from_ties(nodes, one, other, weight)


def from_ties(nodes: tuple[str, ...], one: Vector, other: Vector, weight: Vector) -> Arrays:
    """Return the Arrays of ties given by the places of their ends in `nodes`, in any order and direction.

    Raises UsageError for a weight that isn't a finite number above 0.
    """
    wrong = ~(np.isfinite(weight) & (weight > 0))
    if wrong.any():
        first = int(np.flatnonzero(wrong)[0])
        raise _no_weight(nodes[one[first]], nodes[other[first]], weight[first])
    ties = one != other
    one, other, weight = one[ties], other[ties], weight[ties]
    pair = np.minimum(one, other).astype(np.int64) * len(nodes) + np.maximum(one, other)
    order = np.lexsort((weight, pair))  # sums of floats depend on their order
    pair, weight = pair[order], weight[order]
    first_of = np.flatnonzero(np.diff(pair, prepend=-1))
    if len(first_of) < len(pair):
        pair, weight = pair[first_of], np.add.reduceat(weight, first_of)
    low, high = np.divmod(pair, max(1, len(nodes)))
    return Arrays(nodes, low.astype(np.int32), high.astype(np.int32), weight)


def _no_weight(one: str, other: str, weight: object) -> UsageError:
    return UsageError(f"the tie of {one} and {other} weighs {weight}; a weight must be a number above 0")
