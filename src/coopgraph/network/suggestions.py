"""Partners that a party doesn't have: ranked by what the two share, each with the paths that argue for it."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from math import fsum
from typing import TypeAlias

import networkx as nx

from coopgraph.errors import NothingFoundError, UsageError
from coopgraph.model import ORGANIZATIONS, EntityType, Relation
from coopgraph.network.projection import Projection, Reason
from coopgraph.network.shared import Common, Held, What, held
from coopgraph.network.ties import project

_DIGITS = 9  # values that agree to this many digits are a tie


@dataclass(frozen=True, slots=True)
class Argument:
    """Something that two parties share, and how each comes to it.

    `share` is what it adds: 1 / the number of parties that have it. `facts` are the IRIs of those that lead from the
    one and from the other to it; `reasons`, of a partner, what ties the two to it.
    """

    common: Common
    share: float
    facts: tuple[tuple[str, ...], tuple[str, ...]]
    reasons: tuple[tuple[Reason, ...], tuple[Reason, ...]] = ((), ())


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A party that could become a partner. `value` is that of the predictor; arguments come by what they add."""

    id: str
    name: str
    type: str
    country: str | None
    value: float
    strength: float
    arguments: tuple[Argument, ...]


class Known:
    """A projected network, and what its parties share: what predictors look at."""

    def __init__(self, graph: "nx.MultiGraph[str]", view: Projection | None = None) -> None:
        self.network = project(graph, view)
        self.held: Held = held(graph, self.network)
        self.holders = Counter(common for party in self.held.values() for common in party)
        self.strength: dict[str, float] = {
            node: fsum(edge["weight"] for edge in self.network[node].values()) for node in self.network
        }
        self.kin = _kin(graph)

    def strangers(self, focus: str) -> list[str]:
        """Return the organisations that have ties, but none with the focus, sorted; no parts of one another."""
        network, near = self.network, self.kin.get(focus, set())
        return [
            node
            for node in network
            if network.nodes[node]["type"] in ORGANIZATIONS
            and network.degree(node)
            and node != focus
            and node not in network[focus]
            and node not in near
        ]

    def share(self, common: Common) -> float:
        """Return 1 / the number of parties that have a thing beside partners."""
        return 1 / self.holders[common]


Predictor: TypeAlias = Callable[[Known, str, Collection[str]], dict[str, float]]


def common_neighbours(known: Known, focus: str, others: Collection[str]) -> dict[str, float]:
    """Count the partners that two have in common: |N(u) ∩ N(v)|."""
    return {other: float(len(set(nx.common_neighbors(known.network, focus, other)))) for other in others}


def preferential_attachment(known: Known, focus: str, others: Collection[str]) -> dict[str, float]:
    """Multiply the numbers of partners: |N(u)| · |N(v)|."""
    return _indexed(nx.preferential_attachment, known, focus, others)


def adamic_adar(known: Known, focus: str, others: Collection[str]) -> dict[str, float]:
    """Add up 1 / ln |N(z)| over the common partners z."""
    return _indexed(nx.adamic_adar_index, known, focus, others)


def resource_allocation(known: Known, focus: str, others: Collection[str]) -> dict[str, float]:
    """Add up 1 / |N(z)| over the common partners z."""
    return _indexed(nx.resource_allocation_index, known, focus, others)


def shared(known: Known, focus: str, others: Collection[str]) -> dict[str, float]:
    """Add up 1 / k(z) over all that two share, partners, funders, topics and countries, times the other's strength.

    Resource allocation on the network in which funders, topics and countries are nodes, too: what k parties share tells
    a k-th of what it would tell of two. The strength of the other says how ready it is to tie itself at all.
    """
    mine = known.held.get(focus, {})
    values = resource_allocation(known, focus, others)
    for other in others:
        both = mine.keys() & known.held.get(other, {}).keys()
        values[other] += fsum(sorted(known.share(common) for common in both))
        values[other] *= known.strength[other]
    return values


PREDICTORS: Mapping[str, Predictor] = {
    "shared": shared,
    "resource-allocation": resource_allocation,
    "adamic-adar": adamic_adar,
    "common-neighbours": common_neighbours,
    "preferential-attachment": preferential_attachment,
}


def suggest(
    graph: "nx.MultiGraph[str]",
    focus: str,
    *,
    by: str = "shared",
    top: int | None = None,
    types: Collection[EntityType] = (),
    country: str | None = None,
    view: Projection | None = None,
) -> list[Suggestion]:
    """Return the organisations that share most with a party and have no tie with it, the best first, ties by name.

    Those that share nothing with it are left out, whatever their value. Raises NothingFoundError for what is no party
    of the network, and UsageError for an unknown predictor.
    """
    if by not in PREDICTORS:
        raise UsageError(f"{by!r}: no predictor; choose from {', '.join(PREDICTORS)}")
    known = Known(graph, view)
    network = known.network
    focus = network.graph["homes"].get(focus, focus)
    if focus not in network:
        data = graph.nodes[focus]
        raise NothingFoundError(f"{data['name']} ({data['type']}): no party of this network; nothing can be suggested")
    others = [node for node in known.strangers(focus) if _wanted(network, node, types, country)]
    values = PREDICTORS[by](known, focus, others)
    others.sort(key=lambda node: (-round(values[node], _DIGITS), network.nodes[node]["name"].casefold(), node))
    rows: list[Suggestion] = []
    for other in others:
        if len(rows) == top:
            break
        arguments = _arguments(known, focus, other)
        if arguments and values[other]:
            data, value, strength = network.nodes[other], values[other], known.strength[other]
            row = Suggestion(other, data["name"], data["type"], data["country"], value, strength, tuple(arguments))
            rows.append(row)
    return rows


def _arguments(known: Known, focus: str, other: str) -> list[Argument]:
    network = known.network
    found = []
    for node in nx.common_neighbors(network, focus, other):
        one, two = network.edges[focus, node], network.edges[other, node]
        common = Common(What.PARTNER, node, network.nodes[node]["name"])
        found.append(
            Argument(common, 1 / network.degree(node), (one["facts"], two["facts"]), (one["reasons"], two["reasons"]))
        )
    mine, theirs = known.held.get(focus, {}), known.held.get(other, {})
    found += [
        Argument(common, known.share(common), (mine[common], theirs[common])) for common in mine.keys() & theirs.keys()
    ]
    return sorted(found, key=lambda argument: (-argument.share, argument.common))


def _wanted(network: "nx.Graph[str]", node: str, types: Collection[EntityType], country: str | None) -> bool:
    data = network.nodes[node]
    if country is not None and (data["country"] or "").casefold() != country.casefold():
        return False
    return not types or data["type"] in types


def _kin(graph: "nx.MultiGraph[str]") -> dict[str, set[str]]:
    """Return what each thing is a part of, and what is a part of it."""
    kin: dict[str, set[str]] = {}
    for one, other, edge in graph.edges(data=True):
        if edge["relation"] == Relation.PART_OF:
            kin.setdefault(one, set()).add(other)
            kin.setdefault(other, set()).add(one)
    return kin


def _indexed(
    index: "Callable[[nx.Graph[str], Iterable[tuple[str, str]]], Iterable[tuple[str, str, float]]]",
    known: Known,
    focus: str,
    others: Collection[str],
) -> dict[str, float]:
    pairs = [(focus, other) for other in others]
    return {other: float(value) for _, other, value in index(known.network, pairs)}
