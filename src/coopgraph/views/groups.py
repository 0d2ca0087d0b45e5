"""Groups of things that are tied more to each other than to the rest, and where everything stands with them.

A network of more than a few hundred things is drawn as discs, one a group, with discs inside of large ones: each group
is laid out for itself, then the discs as if they were nodes. That takes time in proportion to the number of things, and
what changes in one group hardly moves the others.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import networkx as nx
import numpy as np

from coopgraph.views.forces import Array
from coopgraph.views.layout import layout

MOST = 300  # up to so many things are shown one by one: looked at, more make a hairball or an unreadable carpet
_INSIDE = 120  # a group of more is divided again
_PIECE = 8  # in a network of groups, connected parts of fewer things share one disc
_UNIT = 64.0  # the mean radius of discs while they are laid out
_RIM = 26.0
_TIGHT = 0.6  # things that hardly anything connects stand closer than others


@dataclass
class Group:
    """A group; x, y and radius are its disc's where the network is drawn as groups, else 0.

    `kind` is "community", "small" (all connected parts of few things) or "alone" (all things without links). `parent`
    is the place of the group around it in the list of groups. `heads` are its best connected things, `size` counts all.
    """

    kind: str
    heads: list[int]
    size: int
    parent: int | None = None
    x: int = 0
    y: int = 0
    radius: int = 0


@dataclass
class _Disc:
    kind: str
    nodes: list[int]
    places: Array
    radius: float
    children: list[_Disc] = field(default_factory=list)


def arrange(
    graph: nx.Graph[int], radii: Mapping[int, float], seed: int, leading: Collection[int] = ()
) -> tuple[dict[int, tuple[int, int]], list[Group], dict[int, int]]:
    """Return the place of each node, the groups, the largest first, and the number of each node's innermost group.

    `graph` is simple, its nodes are whole numbers; up to MOST of them stand as `layout` sets them, whatever the groups.
    Nodes that are `leading` are heads before all others. The same graph, radii and seed give the same.
    """

    def heads(nodes: Sequence[int]) -> list[int]:
        return sorted(nodes, key=lambda node: (node not in leading, -graph.degree(node), node))[:3]

    if len(graph) <= MOST:
        parts = _parts(graph, 3, seed)
        groups = [Group(kind, heads(nodes), len(nodes)) for kind, nodes in parts]
        return layout(graph, radii, seed), groups, {node: n for n, (_, nodes) in enumerate(parts) for node in nodes}
    discs = [_disc(graph, kind, nodes, radii, seed) for kind, nodes in _parts(graph, _PIECE, seed)]
    places: dict[int, tuple[int, int]] = {}
    home: dict[int, int] = {}
    groups = []

    def note(disc: _Disc, centre: Array, parent: int | None) -> None:
        number = len(groups)
        x, y = (round(float(at)) for at in centre)
        groups.append(Group(disc.kind, heads(disc.nodes), len(disc.nodes), parent, x, y, round(disc.radius)))
        for child, place in zip(disc.children, disc.places, strict=False):
            note(child, centre + place, number)
        if not disc.children:
            for node, place in zip(disc.nodes, disc.places, strict=True):
                places[node] = round(float(centre[0] + place[0])), round(float(centre[1] + place[1]))
                home[node] = number

    for disc, centre in zip(discs, _spread(graph, discs, seed), strict=True):
        note(disc, centre, None)
    return places, groups, home


def _parts(graph: nx.Graph[int], least: int, seed: int) -> list[tuple[str, list[int]]]:
    """Return kind and nodes of the groups: communities, the largest first, then what is small and what is alone."""
    pieces = [sorted(piece) for piece in nx.connected_components(graph)]
    tied = sorted(node for piece in pieces if len(piece) >= least for node in piece)
    small = sorted(node for piece in pieces if 1 < len(piece) < least for node in piece)
    alone = sorted(node for piece in pieces if len(piece) == 1 for node in piece)
    parts = [("community", part) for part in _communities(graph, tied, seed)]
    return parts + [(kind, nodes) for kind, nodes in (("small", small), ("alone", alone)) if nodes]


def _communities(graph: nx.Graph[int], nodes: Sequence[int], seed: int) -> list[list[int]]:
    """Return the communities that the Louvain method finds with this seed, the largest first.

    Reference: Blondel, V. D. et al. (2008). Fast unfolding of communities in large networks. J. Stat. Mech. P10008.
    """
    if not nodes:
        return []
    part: nx.Graph[int] = nx.Graph()
    part.add_nodes_from(nodes)
    chosen = set(nodes)
    part.add_weighted_edges_from(
        sorted(
            (*sorted((a, b)), data.get("weight", 1.0)) for a, b, data in graph.edges(nodes, data=True) if b in chosen
        )
    )
    found: Any = nx.community.louvain_communities(part, seed=seed)
    return sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))


def _disc(graph: nx.Graph[int], kind: str, nodes: list[int], radii: Mapping[int, float], seed: int) -> _Disc:
    """Lay a group out around the point 0, as groups of its own where it is large and falls into several."""
    if kind == "community" and len(nodes) > _INSIDE:
        parts = _communities(graph, nodes, seed)
        if 1 < len(parts) < len(nodes) / 2:
            children = [_disc(graph, kind, part, radii, seed) for part in parts]
            centres = _spread(graph, children, seed)
            sizes = np.array([child.radius for child in children])
            return _Disc(kind, nodes, centres, float((np.hypot(*centres.T) + sizes).max()) + _RIM, children)
    sizes = np.array([radii[node] for node in nodes])
    if kind == "community" and len(nodes) > 4 * _INSIDE:
        places = _sunflower(graph, nodes, float(sizes.mean()))
    else:
        found = layout(graph.subgraph(nodes), {node: radii[node] for node in nodes}, seed, tries=1)
        places = np.array([found[node] for node in nodes], dtype=float)
        places = _centred(places if kind == "community" else places * _TIGHT, sizes)
    return _Disc(kind, nodes, places, float((np.hypot(*places.T) + sizes).max()) + _RIM)


def _sunflower(graph: nx.Graph[int], nodes: Sequence[int], size: float) -> Array:
    """Place what can't be divided, a star of thousands, in a spiral, the best connected in the middle."""
    order = {node: rank for rank, node in enumerate(sorted(nodes, key=lambda node: (-graph.degree(node), node)))}
    rank = np.array([order[node] for node in nodes], dtype=float)
    far, angle = 2.2 * size * np.sqrt(rank), rank * math.pi * (3 - math.sqrt(5))
    return np.stack([far * np.cos(angle), far * np.sin(angle)], axis=1)


def _spread(graph: nx.Graph[int], discs: Sequence[_Disc], seed: int) -> Array:
    """Return centres for discs, those with many links between them near to each other, none over another."""
    number = {node: place for place, disc in enumerate(discs) for node in disc.nodes}
    between: nx.Graph[int] = nx.Graph()
    between.add_nodes_from(range(len(discs)))
    weights: dict[tuple[int, int], float] = {}
    for node in number:
        for other in graph.adj[node]:
            if number[node] < number.get(other, -1):
                pair = number[node], number[other]
                weights[pair] = weights.get(pair, 0.0) + 1.0
    # Each disc keeps the links that say most of it: with all, everything is near to everything.
    best: dict[int, list[tuple[float, tuple[int, int]]]] = {}
    for pair, weight in weights.items():
        norm = weight / math.sqrt(len(discs[pair[0]].nodes) * len(discs[pair[1]].nodes))
        for end in pair:
            best.setdefault(end, []).append((-norm, pair))
    for kept in best.values():
        for norm, pair in sorted(kept)[:3]:
            between.add_edge(*pair, weight=0.3 + min(-norm, 2.0))
    sizes = np.array([disc.radius for disc in discs])
    unit = float(sizes.mean()) / _UNIT
    places = layout(between, {place: float(size) / unit for place, size in enumerate(sizes)}, seed, tries=1)
    return _centred(np.array([places[place] for place in range(len(discs))], dtype=float) * unit, sizes)


def _centred(places: Array, sizes: Array) -> Array:
    low, high = (places - sizes[:, None]).min(axis=0), (places + sizes[:, None]).max(axis=0)
    moved: Array = places - (low + high) / 2
    return moved
