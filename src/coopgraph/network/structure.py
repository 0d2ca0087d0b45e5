"""How a network falls into parts: pieces, groups, and the ties and parties that hold it together.

Parts are sorted: the largest first, then by their first member.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import networkx as nx
import numpy as np

from coopgraph.network.matrix import Arrays, Network, Vector, arrays


def components(network: Network) -> list[frozenset[str]]:
    """Return the pieces of the network: in each, every party reaches every other. A party without ties is a piece.

    Reference: Hopcroft, J., Tarjan, R. (1973). Efficient algorithms for graph manipulation. CACM 16(6), 372-378.
    """
    network = arrays(network)
    return _parts(network, pieces_of(network))


def communities(
    network: Network, *, weighted: bool = True, resolution: float = 1.0, seed: int = 0
) -> list[frozenset[str]]:
    """Return groups whose parties are tied more to each other than chance would have it, each party in one group.

    The Leiden algorithm looks for the partition of highest modularity Q = Σ (w(u, v) - r · s(u) s(v) / 2W) / 2W over
    the pairs within groups, with s the strength, W the weight of all ties, and r the resolution: above 1 the groups
    are smaller. Of several partitions that are nearly as good the seed decides. A party without ties is its own group.
    Leiden runs in its native implementation at every size, so that a network doesn't regroup as it passes one.
    References: Traag, V. A., Waltman, L., van Eck, N. J. (2019). From Louvain to Leiden: guaranteeing well-connected
    communities. Scientific Reports 9, 5233; Newman, M. E. J. (2004). Analysis of weighted networks. Physical Review E
    70, 056131.
    """
    import graspologic_native

    network = arrays(network)
    matrix = network.weights if weighted else network.steps
    labels = np.arange(len(network))
    if matrix.nnz:
        _, found = graspologic_native.leiden_csr(
            matrix.indptr.astype(np.int64),
            matrix.indices.astype(np.int32),
            matrix.data,
            len(network),
            resolution=resolution,
            seed=seed,
        )
        tied = np.diff(matrix.indptr) > 0
        labels = np.where(tied, [found.get(place, 0) for place in range(len(network))], labels + len(network))
    return _parts(network, labels)


def modularity(
    network: Network, parts: list[frozenset[str]], *, weighted: bool = True, resolution: float = 1.0
) -> float:
    """Return the modularity of a partition, as `communities` defines it; 0 for a network without ties."""
    network = arrays(network)
    matrix = network.weights if weighted else network.steps
    part = {node: number for number, members in enumerate(parts) for node in members}
    labels = np.array([part[node] for node in network.nodes], dtype=np.int64)
    total = float(matrix.sum())
    if not total:
        return 0.0
    rows = np.repeat(np.arange(len(network)), np.diff(matrix.indptr))
    within = float(matrix.data[labels[rows] == labels[matrix.indices]].sum())
    strengths = np.bincount(labels, weights=matrix.sum(axis=1))
    return within / total - resolution * float((strengths**2).sum()) / total**2


def bridges(network: Network) -> list[tuple[str, str]]:
    """Return the ties without which the network has a piece more, sorted, the smaller end first.

    Reference: Tarjan, R. (1974). A note on finding the bridges of a graph. Information Processing Letters 2, 160-161.
    """
    network = arrays(network)
    if network.native:
        import rustworkx

        found: Iterable[Any] = rustworkx.bridges(_rustworkx(network))
    else:
        found = nx.bridges(network.networkx())
    ends = sorted((min(pair), max(pair)) for pair in found)
    return [(network.nodes[one], network.nodes[other]) for one, other in ends]


def articulation_points(network: Network) -> list[str]:
    """Return the parties without which the network has more pieces, sorted.

    Reference: Hopcroft, J., Tarjan, R. (1973). Efficient algorithms for graph manipulation. CACM 16(6), 372-378.
    """
    network = arrays(network)
    if network.native:
        import rustworkx

        found: Iterable[int] = rustworkx.articulation_points(_rustworkx(network))
    else:
        found = nx.articulation_points(network.networkx())
    return [network.nodes[place] for place in sorted(set(found))]


def pieces_of(network: Arrays) -> Vector:
    """Return for each party the number of its piece, in the order of `nodes`."""
    if network.native:
        import scipy.sparse.csgraph  # type: ignore[import-untyped]

        # In a symmetric matrix the strong components are the components, and are found in half the time.
        return np.asarray(scipy.sparse.csgraph.connected_components(network.weights, connection="strong")[1])
    labels = np.zeros(len(network), np.int64)
    for number, piece in enumerate(nx.connected_components(network.networkx())):
        labels[list(piece)] = number
    return labels


def large_pieces(network: Arrays, above: int) -> Iterator[tuple[Vector, Arrays]]:
    """Yield each piece of more than so many parties: the places of its parties, and its own Arrays."""
    piece_of = pieces_of(network)
    sizes = np.bincount(piece_of)
    if len(sizes) == 1 and len(network) > above:
        yield np.arange(len(network)), network
        return
    tie_piece = piece_of[network.one]
    members, ties = np.argsort(piece_of, kind="stable"), np.argsort(tie_piece, kind="stable")
    last, last_tie = np.cumsum(sizes), np.cumsum(np.bincount(tie_piece, minlength=len(sizes)))
    place = np.empty(len(network), np.int32)
    for number in np.flatnonzero(sizes > above).tolist():
        own = members[last[number] - sizes[number] : last[number]]
        place[own] = np.arange(len(own))
        chosen = ties[last_tie[number - 1] if number else 0 : last_tie[number]]
        nodes = tuple(network.nodes[member] for member in own.tolist())
        yield own, Arrays(nodes, place[network.one[chosen]], place[network.other[chosen]], network.weight[chosen])


def core_numbers(network: Arrays) -> list[int]:
    """Return the core number of each party, in the order of `nodes`."""
    if network.native:
        import rustworkx

        found: Any = rustworkx.core_number(_rustworkx(network))
    else:
        found = nx.core_number(network.networkx())
    return [found[place] for place in range(len(network))]


def _rustworkx(network: Arrays) -> Any:
    import rustworkx

    graph: rustworkx.PyGraph[None, None] = rustworkx.PyGraph()  # as a multigraph: it needn't look for each tie
    graph.add_nodes_from([None] * len(network))
    graph.add_edges_from_no_data(list(zip(network.one.tolist(), network.other.tolist(), strict=True)))
    return graph


def _parts(network: Arrays, labels: Vector) -> list[frozenset[str]]:
    members: dict[int, list[str]] = {}
    for node, label in zip(network.nodes, labels.tolist(), strict=True):
        members.setdefault(label, []).append(node)
    return [frozenset(part) for part in sorted(members.values(), key=lambda part: (-len(part), part[0]))]
