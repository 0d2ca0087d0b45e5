"""The network as pyvis data: nodes with place and size, edges with width and dashes, options with physics off."""

from __future__ import annotations

import json
import math
import warnings
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import networkx as nx

from coopgraph.model import ORGANIZATIONS
from coopgraph.views.groups import arrange
from coopgraph.views.partners import partners

# Eleven types are more than colours alone can tell apart: shape is the second cue, and some shapes are drawn hollow.
SHAPES: Mapping[str, tuple[str, bool]] = {
    "education": ("dot", False),
    "company": ("square", False),
    "government": ("diamond", False),
    "association": ("hexagon", False),
    "unit": ("dot", True),
    "country": ("triangle", False),
    "place": ("triangle", True),
    "project": ("star", False),
    "event": ("triangleDown", False),
    "person": ("diamond", True),
    "policy": ("square", True),
}
OTHER = ("dot", True)

# At the same size vis-network draws some shapes smaller than others; these factors make them look alike.
_WEIGHT: Mapping[str, float] = {"star": 1.35, "diamond": 1.12, "square": 0.9, "hexagon": 1.05}

DASHES: Mapping[str, list[int]] = {
    "participatesIn": [12, 6],
    "memberOf": [7, 5],
    "funds": [14, 5, 3, 5],
    "organizes": [9, 5, 2, 5],
    "locatedIn": [2, 5],
    "partOf": [4, 4],
    "affiliatedWith": [3, 6],
    "issues": [16, 7],
}

_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "hoverConnectedEdges": False, "keyboard": False, "selectConnectedEdges": False},
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 1.5, "labelHighlightBold": False},
    "edges": {"smooth": False, "selectionWidth": 0, "hoverWidth": 0, "arrowStrikethrough": False},
}


def draw(
    things: Sequence[Mapping[str, Any]],
    facts: Sequence[Mapping[str, Any]],
    links: Mapping[tuple[int, int, str], list[int]],
    seed: int,
) -> dict[str, Any]:
    """Return `nodes`, `edges` and `options` for vis-network, and the `groups`; a node's id is its place in `things`.

    A node's `home` is the place of its innermost group in `groups`. `links` tells the places in `facts` for each
    (thing, thing, relation). A node's size grows with the number of its partners, an edge's width with the number of
    its facts.
    """
    simple: nx.Graph[int] = nx.Graph()
    simple.add_nodes_from(range(len(things)))
    for (source, target, _), stating in sorted(links.items()):
        if source != target:
            before = simple.get_edge_data(source, target, {"weight": 0.5})["weight"]
            simple.add_edge(source, target, weight=before + 0.5 * math.log2(1 + len(stating)))
    sizes = {
        node: round(min(8.5 + 3.8 * math.sqrt(max(count, 1)), 44) * _WEIGHT.get(_shape(things[node])[0], 1.0), 1)
        for node, count in enumerate(partners(things, facts, links))
    }
    places, groups, home = arrange(
        simple, sizes, seed, {n for n, thing in enumerate(things) if thing["type"] in ORGANIZATIONS}
    )

    network = _network()
    for number, thing in enumerate(things):
        shape, _ = _shape(thing)
        x, y = places[number]
        network.add_node(number, shape=shape, size=sizes[number], x=x, y=y, home=home[number])
    network.edges.extend(_edges(links))
    nodes, edges, *_, options = network.get_network_data()
    # The name stands with the thing, the colour in the style sheet.
    slim = [{key: value for key, value in node.items() if key not in {"label", "color"}} for node in nodes]
    return {"nodes": slim, "edges": edges, "options": json.loads(options), "groups": [asdict(one) for one in groups]}


def _shape(thing: Mapping[str, Any]) -> tuple[str, bool]:
    return SHAPES.get(thing["type"], OTHER)


def _network() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        from pyvis.network import Network
    # Directed, since an undirected Network searches all edges for each one added.
    network = Network(directed=True)
    network.options = json.loads(json.dumps(_OPTIONS))
    return network


def _edges(links: Mapping[tuple[int, int, str], list[int]]) -> list[dict[str, Any]]:
    """Return an edge for each pair and relation; several between one pair are bent apart."""
    from pyvis.edge import Edge

    parallel = Counter(frozenset(pair) for *pair, _ in links)
    used: Counter[frozenset[int]] = Counter()
    edges = []
    for number, ((source, target, relation), facts) in enumerate(sorted(links.items())):
        pair = frozenset((source, target))
        options: dict[str, Any] = {"id": number, "relation": relation, "facts": facts}
        options["width"] = round(min(1.2 + 1.1 * math.log2(len(facts)), 7), 1)
        if relation in DASHES:
            options["dashes"] = DASHES[relation]
        if parallel[pair] > 1 and source != target:
            bend = used[pair] - (parallel[pair] - 1) / 2
            clockwise = (bend > 0) == (source < target)
            options["smooth"] = {
                "enabled": bend != 0,
                "type": "curvedCW" if clockwise else "curvedCCW",
                "roundness": round(min(0.16 * abs(bend), 0.6), 2),
            }
            used[pair] += 1
        arrows = "" if relation == "cooperatesWith" else "to"
        edges.append(Edge(source, target, True, arrows=arrows, **options).options)
    return edges
