"""A part of the loaded graph: the facts that pass a test, with all things."""

from collections.abc import Callable, Mapping
from typing import Any

import networkx as nx

from coopgraph.model import TIES, Status


def keep(graph: "nx.MultiGraph[str]", passes: Callable[[Mapping[str, Any]], bool]) -> "nx.MultiGraph[str]":
    """Return the graph with those facts that tie parties only where they pass; all else stays as it is.

    Where things lie and what they are a part of, people, events and policies aren't asked about.
    """
    result: nx.MultiGraph[str] = nx.MultiGraph()
    result.add_nodes_from(graph.nodes(data=True))
    for one, other, key, edge in graph.edges(keys=True, data=True):
        if edge["relation"] not in TIES or passes(edge):
            result.add_edge(one, other, key, **edge)
    return result


def firm(graph: "nx.MultiGraph[str]", least: float = 0.0) -> "nx.MultiGraph[str]":
    """Return the graph without what is only intended or less sure than `least`, all things kept: what is drawn."""

    def passes(status: str, confidence: float) -> bool:
        return status != Status.INTENDED and confidence >= least

    result: nx.MultiGraph[str] = nx.MultiGraph()
    for node, data in graph.nodes(data=True):
        counts = tuple(
            count
            for count in data["counts"]
            if passes(count["status"], max((piece["confidence"] for piece in count["evidence"]), default=0.0))
        )
        result.add_node(node, **{**data, "counts": counts})
    for one, other, key, edge in graph.edges(keys=True, data=True):
        if passes(edge["status"], edge["confidence"]):
            result.add_edge(one, other, key, **edge)
    return result
