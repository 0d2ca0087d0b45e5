"""Who connects what would otherwise be separate: groups, countries, pieces of the network."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx

from coopgraph.network.evidence import sources_of
from coopgraph.network.matrix import arrays
from coopgraph.network.measures import MEASURES
from coopgraph.network.projection import Projection
from coopgraph.network.structure import articulation_points, communities
from coopgraph.network.ties import project

if TYPE_CHECKING:
    from collections.abc import Mapping

_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Broker:
    """A party that lies between others.

    `betweenness` is the share of shortest ways that it lies on. `groups` counts the communities that its partners are
    in, `countries` the countries. `only_link` are pairs of countries that no other party's ties connect. `cut_off` are
    the names of those that lose their way to the rest without it: all pieces that then arise but the largest. `facts`,
    `documents` and `sources` are what its ties rest on.
    """

    id: str
    name: str
    type: str
    country: str | None
    betweenness: float
    groups: int
    countries: int
    only_link: tuple[tuple[str, str], ...]
    cut_off: tuple[str, ...]
    facts: int
    documents: int
    sources: int


def brokers(graph: "nx.MultiGraph[str]", *, top: int | None = None, view: Projection | None = None) -> list[Broker]:
    """Return the parties that lie between others, those on most shortest ways first, ties by name.

    A party that lies on no shortest way between two others is none. Countries count as far as they are known.
    """
    network = project(graph, view)
    matrix = arrays(network)
    between = MEASURES["betweenness"].values(matrix)
    group = {node: number for number, part in enumerate(communities(matrix)) for node in part}
    cutting = set(articulation_points(matrix))
    links = _links(network)
    sources = sources_of(graph)
    nodes = [node for node in network if round(between[node], _DIGITS) > 0]
    nodes.sort(key=lambda node: (-round(between[node], _DIGITS), network.nodes[node]["name"].casefold(), node))
    rows = []
    for node in nodes[:top]:
        data, ties = network.nodes[node], network[node].values()
        facts = {fact for tie in ties for fact in tie["facts"]}
        rows.append(
            Broker(
                id=node,
                name=data["name"],
                type=data["type"],
                country=data["country"],
                betweenness=between[node],
                groups=len({group[other] for other in network[node]}),
                countries=len({country for other in network[node] if (country := network.nodes[other]["country"])}),
                only_link=_only_links(network, node, links),
                cut_off=tuple(network.nodes[other]["name"] for other in cut_off(network, node))
                if node in cutting
                else (),
                facts=len(facts),
                documents=len({name for tie in ties for name in tie["documents"]}),
                sources=len({source for fact in facts for source in sources[fact]}),
            )
        )
    return rows


def cut_off(network: "nx.Graph[str]", node: str) -> list[str]:
    """Return who loses the way to the rest of its piece without a party, sorted: all pieces then but the largest.

    Of pieces of the same size the one with the first node is the rest.
    """
    piece = set(nx.node_connected_component(network, node)) - {node}
    parts = sorted(nx.connected_components(network.subgraph(piece)), key=lambda part: (-len(part), min(part)))
    return sorted(other for part in parts[1:] for other in part)


def _pair(network: "nx.Graph[str]", one: str, other: str) -> tuple[str, str] | None:
    """Return the two countries that a tie connects, sorted; None within one country or where one isn't known."""
    countries = {network.nodes[one]["country"], network.nodes[other]["country"]} - {None}
    first, *rest = sorted(countries) or [None]
    return (first, rest[0]) if first and rest else None


def _links(network: "nx.Graph[str]") -> "Counter[tuple[str, str]]":
    return Counter(pair for one, other in network.edges if (pair := _pair(network, one, other)))


def _only_links(
    network: "nx.Graph[str]", node: str, links: "Mapping[tuple[str, str], int]"
) -> tuple[tuple[str, str], ...]:
    own = Counter(pair for other in network[node] if (pair := _pair(network, node, other)))
    return tuple(sorted(pair for pair, count in own.items() if count == links[pair]))
