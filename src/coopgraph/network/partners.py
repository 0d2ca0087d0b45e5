"""Who is most connected, overall and around one: rows that carry what they rest on."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import networkx as nx

from coopgraph.errors import NothingFoundError, UsageError
from coopgraph.model import EntityType
from coopgraph.network import intervals
from coopgraph.network.evidence import sources_of
from coopgraph.network.measures import MEASURES
from coopgraph.network.projection import How, Projection, Reason
from coopgraph.network.ties import project

_DIGITS = 9  # values that agree to this many digits are a tie: solvers are no more exact


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """One party of a ranking.

    `value` is the measure asked for, or around one party the weight of the tie with it. `partners` counts the distinct
    parties that it has a tie with in the whole network. What follows describes the ties that the row is about (all of
    its own, or the one with the party asked for): `agreements`, `partnerships` and `funding` count facts, `projects`
    and `memberships` count things shared; `since` is the earliest date among the reasons; `facts`, `documents` and
    `sources` are how many the ties rest on, `single_source` how many of the facts come from one source alone. `places`,
    where asked for, is the interval of its place among the rows, as `intervals.places` draws it.
    """

    id: str
    name: str
    type: str
    country: str | None
    value: float
    partners: int
    agreements: int
    partnerships: int
    projects: int
    memberships: int
    funding: int
    since: str | None
    facts: int
    documents: int
    sources: int
    single_source: int
    reasons: tuple[Reason, ...]
    places: tuple[int, int] | None = None


def rank(
    graph: "nx.MultiGraph[str]",
    *,
    by: str = "degree",
    top: int | None = None,
    types: Collection[EntityType] = (),
    country: str | None = None,
    since: str | None = None,
    view: Projection | None = None,
    with_places: bool = False,
) -> list[PartnerRow]:
    """Return the most connected parties of the loaded graph, the highest value first, ties by name.

    `types` and `country` choose rows, not the network: a value counts partners of any type and country. `since` chooses
    facts, as it does in the Projection. Parties without a tie are left out. `with_places` draws the interval of each
    place among all such parties, which measures the network some hundred times. Raises UsageError for an unknown
    measure.
    """
    if by not in MEASURES:
        raise UsageError(f"{by!r}: no measure; choose from {', '.join(MEASURES)}")
    view = _view(since, view)
    network = project(graph, view)
    values = MEASURES[by].values(network)
    nodes = [node for node in network if network.degree(node) and _wanted(network.nodes[node], types, country)]
    nodes.sort(key=lambda node: _order(values[node], network.nodes[node]["name"], node))
    drawn = intervals.places(graph, view, nodes, MEASURES[by].values) if with_places else {}
    sources = sources_of(graph)
    return [
        _row(network, node, values[node], network.edges(node, data=True), sources, drawn.get(node))
        for node in nodes[:top]
    ]


def around(
    graph: "nx.MultiGraph[str]",
    focus: str,
    *,
    by: str = "strength",
    top: int | None = None,
    types: Collection[EntityType] = (),
    country: str | None = None,
    since: str | None = None,
    view: Projection | None = None,
    with_places: bool = False,
) -> list[PartnerRow]:
    """Return the partners of one party, given by its IRI; the heaviest tie first, ties by name.

    `value` is the weight of the tie; with `by` another measure than strength, it is the partner's value in the whole
    network. `with_places` is as for `rank`. Raises NothingFoundError for what is no party of the network, and
    UsageError for an unknown measure.
    """
    if by not in MEASURES:
        raise UsageError(f"{by!r}: no measure; choose from {', '.join(MEASURES)}")
    view = _view(since, view)
    network = project(graph, view)
    focus = network.graph["homes"].get(focus, focus)
    if focus not in network:
        data = graph.nodes[focus]
        raise NothingFoundError(
            f"{data['name']} ({data['type']}): no party of this network, so that it has no partners"
        )
    ties = {node: [(focus, node, edge)] for node, edge in network[focus].items()}

    def measured(drawn: "nx.Graph[str]") -> dict[str, float]:
        tied = drawn.adj.get(focus, {})
        if by == "strength":
            return {node: edge["weight"] for node, edge in tied.items()}
        found = MEASURES[by].values(drawn)
        return {node: found[node] for node in tied}

    values = measured(network)
    nodes = [node for node in ties if _wanted(network.nodes[node], types, country)]
    nodes.sort(key=lambda node: _order(values[node], network.nodes[node]["name"], node))
    drawn = intervals.places(graph, view, nodes, measured) if with_places else {}
    sources = sources_of(graph)
    return [_row(network, node, values[node], ties[node], sources, drawn.get(node)) for node in nodes[:top]]


def _view(since: str | None, view: Projection | None) -> Projection:
    view = view or Projection()
    return view if since is None else replace(view, since=since)


def _wanted(data: Mapping[str, Any], types: Collection[EntityType], country: str | None) -> bool:
    if country is not None and (data["country"] or "").casefold() != country.casefold():
        return False
    return not types or data["type"] in types


def _order(value: float, name: str, node: str) -> tuple[float, str, str]:
    return (-round(value, _DIGITS), name.casefold(), node)


def _row(
    network: "nx.Graph[str]",
    node: str,
    value: float,
    edges: Iterable[tuple[str, str, Mapping[str, Any]]],
    sources: Mapping[str, frozenset[str]],
    places: tuple[int, int] | None,
) -> PartnerRow:
    data = network.nodes[node]
    reasons: list[Reason] = []
    evidence: dict[str, tuple[str, ...]] = {}
    for _, _, edge in edges:
        reasons += edge["reasons"]
        evidence |= edge["evidence"]
    facts = {how: {fact for reason in reasons if reason.how is how for fact in reason.facts} for how in How}
    things = {how: {reason.thing for reason in reasons if reason.how is how} for how in How}
    return PartnerRow(
        id=node,
        name=data["name"],
        type=data["type"],
        country=data["country"],
        value=value,
        partners=network.degree(node),
        agreements=len(facts[How.AGREEMENT]),
        partnerships=len(facts[How.PARTNERSHIP]),
        projects=len(things[How.PROJECT]),
        memberships=len(things[How.MEMBERSHIP]),
        funding=len(facts[How.FUNDING]),
        since=min((reason.date for reason in reasons if reason.date), default=None),
        facts=len(evidence),
        documents=len({name for names in evidence.values() for name in names}),
        sources=len({source for fact in evidence for source in sources[fact]}),
        single_source=sum(len(sources[fact]) == 1 for fact in evidence),
        reasons=tuple(reasons),
        places=places,
    )
