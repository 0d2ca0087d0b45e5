"""What the network loses without some parties, or when agreements run out."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import networkx as nx

from coopgraph.errors import NothingFoundError
from coopgraph.model import Relation, Status
from coopgraph.network.evidence import Piece, passages
from coopgraph.network.projection import Projection
from coopgraph.network.selection import keep
from coopgraph.network.ties import project
from coopgraph.network.validity import as_of, validity

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class State:
    """A network in numbers: parties with ties, their ties, pieces, parties of the largest piece, pairs of countries."""

    parties: int
    ties: int
    pieces: int
    largest: int
    country_pairs: int


@dataclass(frozen=True, slots=True)
class Lapse:
    """An agreement that runs out: its last possible day, its parties by name, and the passage that states it."""

    last: date
    fact: str
    names: tuple[str, ...]
    evidence: Piece


@dataclass(frozen=True, slots=True)
class Loss:
    """What goes, and what remains.

    `ties` are the pairs that are tied no longer, `alone` the parties left without any tie, `cut_off` those with ties
    that the largest piece has lost, `countries` the pairs of countries without a tie from then on. All are names,
    sorted. `lapsing` are the agreements that run out.
    """

    before: State
    after: State
    ties: tuple[tuple[str, str], ...]
    alone: tuple[str, ...]
    cut_off: tuple[str, ...]
    countries: tuple[tuple[str, str], ...]
    lapsing: tuple[Lapse, ...] = ()


def without(graph: "nx.MultiGraph[str]", parties: Collection[str], *, view: Projection | None = None) -> Loss:
    """Return what the network loses without some parties, given by their IRIs.

    Raises NothingFoundError for what is no party of the network.
    """
    network = project(graph, view)
    gone = {network.graph["homes"].get(party, party) for party in parties}
    for party in sorted(gone - set(network)):
        data = graph.nodes[party]
        raise NothingFoundError(
            f"{data['name']} ({data['type']}): no party of this network; without it nothing changes"
        )
    left = network.subgraph(set(network) - gone)
    return _loss(network, left, gone)


def expired(graph: "nx.MultiGraph[str]", start: date, stop: date, *, view: Projection | None = None) -> Loss:
    """Return what the network of one day loses when the cooperations that run out by another lapse without renewal.

    Those count whose last possible day lies from the first day to the other; intended and ended ones don't. All that is
    tied for another reason stays tied.
    """
    today = as_of(graph, start)
    ending = {
        edge["fact"]: edge
        for _, _, edge in today.edges(data=True)
        if edge["relation"] == Relation.COOPERATES_WITH
        and edge["status"] not in {Status.INTENDED, Status.ENDED}
        and edge["end"]
        and _within(validity(edge).last, start, stop)
    }
    parties: dict[str, set[str]] = {fact: set() for fact in ending}
    for _, _, edge in today.edges(data=True):
        if edge["fact"] in parties:
            parties[edge["fact"]] |= {graph.nodes[edge[end]]["name"] for end in ("subject", "object")}
    sentences = passages(today)
    lapsing = [
        Lapse(validity(edge).last or stop, fact, tuple(sorted(parties[fact])), sentences[fact])
        for fact, edge in ending.items()
    ]
    network = project(today, view)
    left = project(keep(today, lambda edge: edge["fact"] not in ending), view)
    return _loss(network, left, set(), sorted(lapsing, key=lambda lapse: (lapse.last, lapse.names, lapse.fact)))


def _within(day: date | None, start: date, stop: date) -> bool:
    return day is not None and start <= day <= stop


def _loss(
    before: "nx.Graph[str]", after: "nx.Graph[str]", gone: Collection[str], lapsing: "Iterable[Lapse]" = ()
) -> Loss:
    tied = [node for node in before if before.degree(node) and node not in gone]
    alone = [node for node in tied if node not in after or not after.degree(node)]
    main_before, main_after = _largest(before), _largest(after)
    cut = [node for node in tied if node in main_before and node not in main_after and node not in alone]
    lost = [pair for pair in before.edges if not after.has_edge(*pair)]
    return Loss(
        before=_state(before),
        after=_state(after),
        ties=tuple(sorted((_name(before, one), _name(before, other)) for one, other in lost)),
        alone=_names(before, alone),
        cut_off=_names(before, cut),
        countries=tuple(sorted(_countries(before) - _countries(after))),
        lapsing=tuple(lapsing),
    )


def _state(network: "nx.Graph[str]") -> State:
    pieces = [part for part in nx.connected_components(network) if len(part) > 1]
    return State(
        parties=sum(network.degree(node) > 0 for node in network),
        ties=network.number_of_edges(),
        pieces=len(pieces),
        largest=max(map(len, pieces), default=0),
        country_pairs=len(_countries(network)),
    )


def _largest(network: "nx.Graph[str]") -> set[str]:
    parts: list[set[str]] = [set(part) for part in nx.connected_components(network) if len(part) > 1]
    return min(parts, key=lambda part: (-len(part), min(part)), default=set())


def _countries(network: "nx.Graph[str]") -> set[tuple[str, str]]:
    """Return the pairs of countries that ties connect."""
    country: Mapping[str, str | None] = {node: data["country"] for node, data in network.nodes(data=True)}
    pairs = {frozenset((country[one], country[other])) for one, other in network.edges}
    known = [sorted(filter(None, pair)) for pair in pairs]
    return {(pair[0], pair[1]) for pair in known if len(pair) == 2}


def _name(network: "nx.Graph[str]", node: str) -> str:
    return str(network.nodes[node]["name"])


def _names(network: "nx.Graph[str]", nodes: "Iterable[str]") -> tuple[str, ...]:
    return tuple(sorted(_name(network, node) for node in nodes))
