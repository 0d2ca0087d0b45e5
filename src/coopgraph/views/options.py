"""What a page shows, and the part of the graph that this selects."""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx

from coopgraph.errors import NothingFoundError, UsageError
from coopgraph.model import EntityType


@dataclass(frozen=True, slots=True)
class PageOptions:
    """What a page shows.

    `view` is a key of `coopgraph.views.kinds.VIEWS`. `title` is the heading; without it, the page's own words and the
    name of the focus. `focus` is the IRI of the thing to start from: only what is at most `hops` facts away is shown.
    `without_persons` leaves persons and their facts out. `language`, a key of `coopgraph.views.texts.TEXTS`, is that
    which the page begins with. `seed` moves the layout.
    """

    view: str = "network"
    title: str | None = None
    focus: str | None = None
    hops: int = 2
    without_persons: bool = False
    language: str = "en"
    seed: int = 1


def select(graph: nx.MultiGraph[str], options: PageOptions) -> nx.MultiGraph[str]:
    """Return the part of the graph that the options ask for, its nodes in the order of their IRIs.

    Raises NothingFoundError where the focus isn't in the graph, and UsageError for a negative number of hops.
    """
    if options.hops < 0:
        raise UsageError(f"--hops {options.hops}: must be 0 or more")
    kept = set(graph)
    if options.without_persons:
        kept = {node for node in kept if graph.nodes[node].get("type") != EntityType.PERSON}
    if options.focus is not None:
        if options.focus not in kept:
            raise NothingFoundError(f"{options.focus}: not in the graph; name a thing that it holds")
        reached = nx.single_source_shortest_path_length(graph.subgraph(kept), options.focus, cutoff=options.hops)
        kept = set(reached)
    selected: nx.MultiGraph[str] = nx.MultiGraph()
    selected.add_nodes_from((node, graph.nodes[node]) for node in sorted(kept))
    for source, target, key, data in graph.edges(keys=True, data=True):
        if source in kept and target in kept:
            selected.add_edge(source, target, key, **data)
    return selected
