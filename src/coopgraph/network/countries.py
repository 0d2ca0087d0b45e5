"""Which country a thing lies in, as far as the facts tell."""

from collections import defaultdict

import networkx as nx

from coopgraph.model import EntityType, Relation

_UPWARD = (Relation.LOCATED_IN, Relation.PART_OF)


def countries(graph: "nx.MultiGraph[str]") -> dict[str, str | None]:
    """Return the name of the country of each node, or None.

    A country is its own. Anything else has the country that the fewest steps of "located in" and "part of" lead to; of
    several equally near, the one that the surest first step leads to, then the first by name. Intended facts don't
    count.
    """
    steps: dict[str, set[tuple[float, str]]] = defaultdict(set)
    for _, _, edge in graph.edges(data=True):
        if edge["relation"] in _UPWARD and edge["status"] != "intended" and edge["subject"] != edge["object"]:
            steps[edge["subject"]].add((-edge["confidence"], edge["object"]))
    return {node: _nearest(graph, node, steps) if node in steps or _country(graph, node) else None for node in graph}


def _nearest(graph: "nx.MultiGraph[str]", start: str, steps: dict[str, set[tuple[float, str]]]) -> str | None:
    level, seen = [(0.0, start)], {start}
    while level:
        found = [(doubt, graph.nodes[node]["name"]) for doubt, node in level if _country(graph, node)]
        if found:
            return str(min(found)[1])
        above: dict[str, float] = {}
        for doubt, node in level:
            for further, upper in sorted(steps.get(node, ())):
                if upper not in seen:
                    reached = further if node == start else doubt
                    above[upper] = min(above.get(upper, reached), reached)
        seen |= above.keys()
        level = [(doubt, node) for node, doubt in sorted(above.items())]
    return None


def _country(graph: "nx.MultiGraph[str]", node: str) -> bool:
    return bool(graph.nodes[node]["type"] == EntityType.COUNTRY)
