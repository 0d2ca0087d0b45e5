"""What is near to one institution: its units, whom they have facts with, and who shares projects and events."""

from __future__ import annotations

from dataclasses import replace

import networkx as nx

from coopgraph.model import EntityType, Relation
from coopgraph.views.options import PageOptions, select

HUBS = frozenset({EntityType.PROJECT, EntityType.EVENT})
"""What parties meet in: who takes part in the same is tied."""


def own(graph: nx.MultiGraph[str], focus: str) -> frozenset[str]:
    """Return a thing and all that is a part of it, at whatever depth."""
    found = {focus}
    ahead = [focus]
    while ahead:
        whole = ahead.pop()
        for _, other, data in graph.edges(whole, data=True):
            if data.get("relation") == Relation.PART_OF and data.get("subject") == other and other not in found:
                found.add(other)
                ahead.append(other)
    return frozenset(found)


def stated(graph: nx.MultiGraph[str], options: PageOptions) -> nx.MultiGraph[str]:
    """Return the facts about the focus and its units with all their ends; without a focus, what the options select."""
    if options.focus is None:
        return select(graph, options)
    whole = _open(graph, options)
    mine = own(whole, options.focus)
    facts = {data.get("fact") for *_, data in whole.edges(mine, data=True)}
    return _part(whole, {*mine, *_beside(whole, mine)}, facts)


def shared(graph: nx.MultiGraph[str], options: PageOptions, focus: str) -> nx.MultiGraph[str]:
    """Return a thing with its units, their neighbours, who shares projects and events, and all facts among them.

    Where a unit of another organisation is among them, so is that organisation.
    """
    whole = _open(graph, options)
    mine = own(whole, focus)
    near = _beside(whole, mine)
    kept = {*mine, *near, *_beside(whole, {node for node in near if whole.nodes[node].get("type") in HUBS})}
    for unit in sorted(node for node in kept if whole.nodes[node].get("type") == EntityType.UNIT):
        for _, other, data in whole.edges(unit, data=True):
            if data.get("relation") == Relation.PART_OF and data.get("subject") == unit:
                kept.add(other)
    return _part(whole, kept)


def _open(graph: nx.MultiGraph[str], options: PageOptions) -> nx.MultiGraph[str]:
    """Return the graph that the options select when they don't limit how far to go from the focus."""
    select(graph, replace(options, hops=min(options.hops, 0)))  # says what is wrong with the focus
    return select(graph, replace(options, focus=None))


def _beside(graph: nx.MultiGraph[str], nodes: set[str] | frozenset[str]) -> set[str]:
    return {other for node in nodes for other in graph[node]}


def _part(graph: nx.MultiGraph[str], kept: set[str], facts: set[object] | None = None) -> nx.MultiGraph[str]:
    """Return the things kept, in the order of their IRIs, and the facts among them; only these where some are named."""
    part: nx.MultiGraph[str] = nx.MultiGraph()
    part.add_nodes_from((node, graph.nodes[node]) for node in sorted(kept))
    for source, target, key, data in graph.edges(kept, keys=True, data=True):
        if source in kept and target in kept and (facts is None or data.get("fact") in facts):
            part.add_edge(source, target, key, **data)
    return part
