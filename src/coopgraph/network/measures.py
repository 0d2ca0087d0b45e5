"""How central a party is: one function a measure, each over the network that `project` returns, or its `arrays`.

Every function returns a number for each node, for any graph: empty, of one node, without edges, or in several pieces.
Self-loops are ignored, parallel edges add up, an edge without a weight weighs 1; UsageError tells of a weight that is
no number above 0 and of a directed graph. The result doesn't depend on the order in which nodes and edges were added.
Numbers are exact to the measure; they are rounded where they are shown, not here. Names and definitions are those of
networkx, which computes small networks; from NATIVE_FROM parties matrices and native libraries do.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import networkx as nx
import numpy as np

from coopgraph.errors import UsageError
from coopgraph.network.brandes import dependencies
from coopgraph.network.distances import reached
from coopgraph.network.holes import effective_size
from coopgraph.network.matrix import Network, arrays
from coopgraph.network.structure import core_numbers, large_pieces

EXACT_UP_TO = 20_000
"""Parties up to which a ranking computes betweenness exactly: its time grows as parties × ties (here: minutes)."""
SAMPLE = 512
"""Parties from which a ranking of a larger network estimates it."""

_DENSE = 500  # nodes up to which a dense solver is as fast as an iterative one, and needs no starting vector
_TOLERANCE = 1e-12  # sum of the changes of one step of PageRank
_STEPS = 1000


def degree(network: Network) -> dict[str, float]:
    """Count the distinct parties that a party has a tie with.

    k(v) = |N(v)|. Reference: Freeman, L. C. (1979). Centrality in social networks: conceptual clarification. Social
    Networks 1, 215-239.
    """
    network = arrays(network)
    return network.by_node(network.degrees())


def strength(network: Network) -> dict[str, float]:
    """Add up the weights of all ties of a party (weighted degree).

    s(v) = Σ w(v, u) over the neighbours u. Reference: Barrat, A., Barthélemy, M., Pastor-Satorras, R., Vespignani, A.
    (2004). The architecture of complex weighted networks. PNAS 101(11), 3747-3752.
    """
    network = arrays(network)
    return network.by_node(network.strengths())


def betweenness(
    network: Network, *, weighted: bool = False, sample: int | None = None, seed: int = 0
) -> dict[str, float]:
    """Tell how often a party lies on the shortest way between two others, as a share of all pairs of others.

    b(v) = 2 / ((n - 1)(n - 2)) · Σ σ(s, t | v) / σ(s, t) over the pairs {s, t} without v, with σ the number of shortest
    paths. Ways count steps; with `weighted` a tie is as long as 1 / weight (networkx computes that at any size). Pairs
    without a way add nothing; with fewer than three nodes all values are 0. With `sample`, only the ways from that many
    parties are followed, drawn with `seed`, and the values scaled by n / sample: an estimate without bias; a sample of
    all parties or more is exact. Raises UsageError for a sample below 1, and for one of weighted ways. References:
    Freeman, L. C. (1977). A set of measures of centrality based on betweenness. Sociometry 40, 35-41; Brandes, U.
    (2001). A faster algorithm for betweenness centrality. Journal of Mathematical Sociology 25(2), 163-177; Brandes,
    U., Pich, C. (2007). Centrality estimation in large networks. International Journal of Bifurcation and Chaos 17,
    2303-2318.
    """
    network = arrays(network)
    size = len(network)
    if sample is not None and (sample < 1 or weighted):
        raise UsageError(f"a sample of {sample}: give at least 1 party, and no weights")
    sampled = sample is not None and sample < size
    if weighted or not (sampled or network.native):
        plain = network.networkx()
        values = nx.betweenness_centrality(plain, weight="distance" if weighted else None)
        return network.by_node([values[place] for place in range(size)])
    sources = np.arange(size)
    if sampled:
        sources = np.sort(np.random.default_rng(seed).choice(size, sample, replace=False))
    total = dependencies(network.steps, sources)
    return network.by_node(total * (size / max(1, len(sources)) / max(1, (size - 1) * (size - 2))))


def closeness(network: Network, *, weighted: bool = False) -> dict[str, float]:
    """Tell how few steps a party is away from the others that it can reach, scaled by how many it can reach.

    c(v) = (r - 1) / (n - 1) · (r - 1) / Σ d(v, u) over the r nodes that v can reach, itself included. A node without
    ties has 0. Ways count steps; with `weighted` a tie is as long as 1 / weight (networkx computes that at any size).
    Reference: Wasserman, S., Faust, K. (1994). Social Network Analysis. Cambridge University Press, p. 201, where the
    graph may be in pieces.
    """
    network = arrays(network)
    if weighted or not network.native:
        values = nx.closeness_centrality(network.networkx(), distance="distance" if weighted else None)
        return network.by_node([values[place] for place in range(len(network))])
    count, steps, _ = reached(network.steps)
    return network.by_node(count**2 / np.maximum(steps, 1) / max(1, len(network) - 1))


def harmonic(network: Network) -> dict[str, float]:
    """Add up how near a party is to each other: 1 for a partner, 1/2 for a partner's partner, 0 where there is no way.

    h(v) = Σ 1 / d(u, v) over the other nodes u, in steps. Reference: Boldi, P., Vigna, S. (2014). Axioms for
    centrality. Internet Mathematics 10, 222-262.
    """
    network = arrays(network)
    if not network.native:
        values = nx.harmonic_centrality(network.networkx())
        return network.by_node([values[place] for place in range(len(network))])
    return network.by_node(reached(network.steps)[2])


def eigenvector(network: Network, *, weighted: bool = True) -> dict[str, float]:
    """Tell how well a party is tied to parties that are well tied themselves.

    The leading eigenvector of the matrix of weights A: A x = λ x, all values positive. A graph in pieces has one
    leading eigenvector a piece: each is scaled to the length √(its nodes / all nodes that have a tie), so that the
    whole has length 1, a piece isn't ahead by being small, and a connected graph has the usual values. A node without
    ties has 0. Reference: Bonacich, P. (1972). Factoring and weighting approaches to status scores and clique
    identification. Journal of Mathematical Sociology 2, 113-120.
    """
    network = arrays(network)
    if not weighted:
        network = replace(network, weight=np.ones(len(network.weight)))
    tied = int(np.count_nonzero(network.degrees()))
    values = np.zeros(len(network))
    values[network.one] = values[network.other] = (1 / max(1, tied)) ** 0.5  # a piece of two has two alike
    for members, piece in large_pieces(network, 2):
        if len(piece) <= _DENSE:
            dense = np.zeros((len(piece), len(piece)))
            dense[piece.other, piece.one] = piece.weight
            vector = np.linalg.eigh(dense)[1][:, -1]  # which reads the lower triangle alone
        else:
            import scipy.sparse.linalg  # type: ignore[import-untyped]

            vector = scipy.sparse.linalg.eigsh(piece.weights, k=1, which="LA", v0=np.ones(len(piece)))[1][:, 0]
        values[members] = np.abs(vector) * (len(piece) / tied) ** 0.5 / float(np.linalg.norm(vector))
    return network.by_node(values)


def pagerank(network: Network, *, weighted: bool = True, damping: float = 0.85) -> dict[str, float]:
    """Tell how often a walker comes by who follows ties by their weight and now and then starts anew anywhere.

    p(v) = (1 - d) / n + d · Σ p(u) w(u, v) / s(u) over the neighbours u, with s the strength; from a node without ties
    the walker starts anew. The values add up to 1. Reference: Brin, S., Page, L. (1998). The anatomy of a large-scale
    hypertextual Web search engine. Computer Networks and ISDN Systems 30, 107-117.
    """
    network = arrays(network)
    size = len(network)
    if not size:
        return {}
    matrix = network.weights if weighted else network.steps
    total = matrix.sum(axis=1)
    share = np.divide(1, total, where=total > 0, out=np.zeros(size))
    values = np.full(size, 1 / size)
    for _ in range(_STEPS):
        before = values
        values = damping * (matrix @ (before * share))
        values += (1 - values.sum()) / size  # the walkers who start anew: by chance, or for want of ties
        if np.abs(values - before).sum() < _TOLERANCE:
            break
    return network.by_node(values)


def core_number(network: Network) -> dict[str, float]:
    """Tell how deep in the densest part a party sits: the largest k such that it is in the k-core.

    The k-core is what remains when parties with fewer than k partners are taken out again and again. References:
    Seidman, S. B. (1983). Network structure and minimum degree. Social Networks 5, 269-287; Batagelj, V., Zaveršnik, M.
    (2003). An O(m) algorithm for cores decomposition of networks. arXiv cs/0310049.
    """
    network = arrays(network)
    return network.by_node(core_numbers(network))


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure by which parties can be ranked: the higher, the more central."""

    title: str
    values: Callable[[Network], dict[str, float]]


def _ranked_betweenness(network: Network) -> dict[str, float]:
    return betweenness(network, sample=SAMPLE if len(network) > EXACT_UP_TO else None)


def estimated(by: str, parties: int) -> str | None:
    """Return one line that says how a ranking of so many parties estimates its measure; None where it is exact."""
    if by != "betweenness" or parties <= EXACT_UP_TO:
        return None
    return f"betweenness is estimated, from the ways of {SAMPLE} of {parties} parties (seed 0)"


MEASURES = {
    "degree": Measure("Partners", degree),
    "strength": Measure("Weighted degree", strength),
    "betweenness": Measure("Betweenness", _ranked_betweenness),
    "closeness": Measure("Closeness", closeness),
    "harmonic": Measure("Harmonic centrality", harmonic),
    "eigenvector": Measure("Eigenvector", eigenvector),
    "pagerank": Measure("PageRank", pagerank),
    "core": Measure("Core number", core_number),
    "effective-size": Measure("Effective size", effective_size),
}
