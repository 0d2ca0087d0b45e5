"""How sure a place in a ranking is: the places that it takes when facts drop out as often as they may be wrong."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from coopgraph.model import TIES
from coopgraph.network.projection import Projection
from coopgraph.network.selection import keep
from coopgraph.network.ties import project

if TYPE_CHECKING:
    import networkx as nx

DRAWS = 200
"""Networks that are drawn."""
COVERED = 0.9
"""Share of the draws whose places lie in the interval."""
SEED = 0

_DIGITS = 9  # as in a ranking, values that agree to this many digits are a tie
_ABSENT = -np.inf  # below every value: a party without ties is in no ranking


def places(
    graph: "nx.MultiGraph[str]",
    view: Projection,
    nodes: Sequence[str],
    values: Callable[["nx.Graph[str]"], Mapping[str, float]],
    draws: int = DRAWS,
) -> dict[str, tuple[int, int]]:
    """Return the first and the last place of each node among `nodes` in nine of ten draws.

    In a draw each fact that ties parties stays with its confidence as the probability, independently of the others;
    then the network is projected and measured anew. Where several nodes have one value, each may have any of their
    places. The seed is fixed, and the facts are drawn in the order of their IRIs, so that the answer is always the
    same.
    """
    sure = {edge["fact"]: edge["confidence"] for _, _, edge in graph.edges(data=True) if edge["relation"] in TIES}
    facts = sorted(sure)
    chances = np.array([sure[fact] for fact in facts])
    random = np.random.default_rng(SEED)
    best, worst = np.empty((draws, len(nodes))), np.empty((draws, len(nodes)))
    for draw in range(draws):
        kept = {fact for fact, stays in zip(facts, random.random(len(facts)) < chances, strict=True) if stays}
        network = project(keep(graph, lambda edge, kept=kept: edge["fact"] in kept), view)  # type: ignore[misc]
        measured = values(network)
        drawn = np.array([_value(network, measured, node) for node in nodes])
        rising = np.sort(drawn)
        best[draw] = 1 + len(nodes) - np.searchsorted(rising, drawn, "right")
        worst[draw] = len(nodes) - np.searchsorted(rising, drawn, "left")
    tail = (1 - COVERED) / 2
    low = np.quantile(best, tail, axis=0, method="lower") if nodes else np.zeros(0)
    high = np.quantile(worst, 1 - tail, axis=0, method="higher") if nodes else np.zeros(0)
    return {node: (int(first), int(last)) for node, first, last in zip(nodes, low, high, strict=True)}


def _value(network: "nx.Graph[str]", measured: Mapping[str, float], node: str) -> float:
    if node not in measured or node not in network or not network.degree(node):
        return _ABSENT
    return round(measured[node], _DIGITS)
