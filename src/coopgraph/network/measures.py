"""How central a party is: one function a measure, each over the network that `project` returns.

Every function returns a number for each node, for any graph: empty, of one node, without edges, or in several pieces.
Self-loops are ignored. The result doesn't depend on the order in which nodes and edges were added. Numbers are exact to
the measure; they are rounded where they are shown, not here.
"""

from collections.abc import Callable
from dataclasses import dataclass

import networkx as nx
import numpy as np
import scipy.sparse.linalg  # type: ignore[import-untyped]

_DENSE = 500  # nodes up to which a dense solver is as fast as an iterative one, and needs no starting vector


def _plain(graph: "nx.Graph[str]") -> "nx.Graph[str]":
    """Return the graph in sorted order, without self-loops, with nothing but weights and their distances."""
    plain: nx.Graph[str] = nx.Graph()
    plain.add_nodes_from(sorted(graph))
    edges = (
        (min(one, other), max(one, other), weight) for one, other, weight in graph.edges(data="weight", default=1.0)
    )
    for one, other, weight in sorted(edges):
        if one != other:
            plain.add_edge(one, other, weight=weight, distance=1 / weight)
    return plain


def degree(graph: "nx.Graph[str]") -> dict[str, float]:
    """Count the distinct parties that a party has a tie with.

    k(v) = |N(v)|. Reference: Freeman, L. C. (1979). Centrality in social networks: conceptual clarification. Social
    Networks 1, 215-239.
    """
    return {node: float(number) for node, number in _plain(graph).degree()}


def strength(graph: "nx.Graph[str]") -> dict[str, float]:
    """Add up the weights of all ties of a party (weighted degree).

    s(v) = Σ w(v, u) over the neighbours u. Reference: Barrat, A., Barthélemy, M., Pastor-Satorras, R., Vespignani, A.
    (2004). The architecture of complex weighted networks. PNAS 101(11), 3747-3752.
    """
    return {node: float(total) for node, total in _plain(graph).degree(weight="weight")}


def betweenness(graph: "nx.Graph[str]", *, weighted: bool = False) -> dict[str, float]:
    """Tell how often a party lies on the shortest way between two others, as a share of all pairs of others.

    b(v) = 2 / ((n - 1)(n - 2)) · Σ σ(s, t | v) / σ(s, t) over the pairs {s, t} without v, with σ the number of shortest
    paths. Ways count steps; with `weighted` a tie is as long as 1 / weight. Pairs without a way add nothing; with fewer
    than three nodes all values are 0. References: Freeman, L. C. (1977). A set of measures of centrality based on
    betweenness. Sociometry 40, 35-41; Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of
    Mathematical Sociology 25(2), 163-177.
    """
    values = nx.betweenness_centrality(_plain(graph), weight="distance" if weighted else None)
    return {node: float(value) for node, value in values.items()}


def closeness(graph: "nx.Graph[str]", *, weighted: bool = False) -> dict[str, float]:
    """Tell how few steps a party is away from the others that it can reach, scaled by how many it can reach.

    c(v) = (r - 1) / (n - 1) · (r - 1) / Σ d(v, u) over the r nodes that v can reach, itself included. A node without
    ties has 0. Ways count steps; with `weighted` a tie is as long as 1 / weight. Reference: Wasserman, S., Faust, K.
    (1994). Social Network Analysis. Cambridge University Press, p. 201, where the graph may be in pieces.
    """
    values = nx.closeness_centrality(_plain(graph), distance="distance" if weighted else None)
    return {node: float(value) for node, value in values.items()}


def eigenvector(graph: "nx.Graph[str]", *, weighted: bool = True) -> dict[str, float]:
    """Tell how well a party is tied to parties that are well tied themselves.

    The leading eigenvector of the matrix of weights A: A x = λ x, all values positive. A graph in pieces has one
    leading eigenvector a piece: each is scaled to the length √(its nodes / all nodes that have a tie), so that the
    whole has length 1, a piece isn't ahead by being small, and a connected graph has the usual values. A node without
    ties has 0. Reference: Bonacich, P. (1972). Factoring and weighting approaches to status scores and clique
    identification. Journal of Mathematical Sociology 2, 113-120.
    """
    plain = _plain(graph)
    values = dict.fromkeys(plain, 0.0)
    pieces = [sorted(piece) for piece in nx.connected_components(plain) if len(piece) > 1]
    tied = sum(map(len, pieces))
    for piece in pieces:
        matrix = nx.to_scipy_sparse_array(plain, piece, weight="weight" if weighted else None)
        if len(piece) <= _DENSE:
            vector = np.linalg.eigh(matrix.toarray())[1][:, -1]
        else:
            vector = scipy.sparse.linalg.eigsh(matrix, k=1, which="LA", v0=np.ones(len(piece)))[1][:, 0]
        scale = (len(piece) / tied) ** 0.5 / float(np.linalg.norm(vector))
        values.update(zip(piece, (np.abs(vector) * scale).tolist(), strict=True))
    return values


def pagerank(graph: "nx.Graph[str]", *, weighted: bool = True, damping: float = 0.85) -> dict[str, float]:
    """Tell how often a walker comes by who follows ties by their weight and now and then starts anew anywhere.

    p(v) = (1 - d) / n + d · Σ p(u) w(u, v) / s(u) over the neighbours u, with s the strength; from a node without ties
    the walker starts anew. The values add up to 1. Reference: Brin, S., Page, L. (1998). The anatomy of a large-scale
    hypertextual Web search engine. Computer Networks and ISDN Systems 30, 107-117.
    """
    weight = "weight" if weighted else None
    values = nx.pagerank(_plain(graph), alpha=damping, weight=weight, tol=1e-12, max_iter=1000)
    return {node: float(value) for node, value in values.items()}


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure by which parties can be ranked: the higher, the more central."""

    title: str
    values: Callable[["nx.Graph[str]"], dict[str, float]]


MEASURES = {
    "degree": Measure("Partners", degree),
    "strength": Measure("Weighted degree", strength),
    "betweenness": Measure("Betweenness", betweenness),
    "closeness": Measure("Closeness", closeness),
    "eigenvector": Measure("Eigenvector", eigenvector),
    "pagerank": Measure("PageRank", pagerank),
}
