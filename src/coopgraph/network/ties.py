"""From the graph of all facts to the network of parties: which ties stand, why, and how much they weigh."""

from collections import Counter, defaultdict
from collections.abc import Container, Mapping
from itertools import combinations
from math import fsum
from typing import Any, TypeAlias

import networkx as nx

from coopgraph.model import PLACES, EntityType, Relation
from coopgraph.network.projection import How, Projection, Reason, Report
from coopgraph.vocabulary.terms import AGREEMENT_KINDS

Edge: TypeAlias = Mapping[str, Any]
Pair: TypeAlias = tuple[str, str]
Edges: TypeAlias = list[Edge]
Ties: TypeAlias = dict[Pair, list[Reason]]


def project(graph: "nx.MultiGraph[str]", view: Projection | None = None) -> "nx.Graph[str]":
    """Return the network of parties that a view declares, nodes and edges in sorted order, without self-loops.

    Nodes keep their attributes. An edge has `weight` (the sum of what its reasons add), `reasons` (a tuple of Reason),
    `facts` (IRIs, sorted), `documents` (names, sorted) and `evidence` (the documents of each fact). `graph["report"]`
    of the result is the Report of what was left out, `graph["view"]` the Projection, and `graph["homes"]` maps units to
    the organisation that stands for them.
    """
    view = view or Projection()
    counted, dropped = counting(graph, view)
    homes = homes_of(graph) if view.roll_up else {}
    inside = {node for node, data in graph.nodes(data=True) if is_inside(data, view)}
    ties = _ties(graph, counted, homes, inside, view)
    used = {fact for reasons in ties.values() for reason in reasons for fact in reason.facts}
    for edge in counted:
        if edge["fact"] not in used:
            dropped.setdefault(edge["fact"], _why_unused(graph, edge, homes, inside))
    left_out = Counter(why for fact, why in dropped.items() if fact not in used)
    report = Report(len(used) + left_out.total(), len(used), tuple(sorted(left_out.items())))
    documents = {edge["fact"]: _documents(edge) for edge in counted}
    result: nx.Graph[str] = nx.Graph(report=report, view=view, homes=homes)
    tied = {node for pair in ties for node in pair}
    for node in sorted(inside):
        if homes.get(node, node) == node and (node in tied or graph.nodes[node]["type"] not in PLACES):
            result.add_node(node, **graph.nodes[node])
    for pair, reasons in sorted(ties.items()):
        result.add_edge(*pair, **_attributes(reasons, documents))
    return result


def counting(graph: "nx.MultiGraph[str]", view: Projection) -> tuple[Edges, dict[str, str]]:
    """Return the edges of the facts that count in a view, sorted, and of its relations' other facts why they don't."""
    dropped: dict[str, str] = {}
    counted: Edges = []
    edge: Edge
    for _, _, edge in graph.edges(data=True):
        if edge["relation"] in view.relations:
            why = view.why_not(edge)
            if why is None:
                counted.append(edge)
            else:
                dropped[edge["fact"]] = why
    counted.sort(key=lambda edge: (edge["fact"], edge["subject"], edge["object"]))
    return counted, dropped


def is_inside(data: Edge, view: Projection) -> bool:
    """Tell whether a node can be a party of the view."""
    countries = {country.casefold() for country in view.countries}
    return data["type"] in view.types and (not countries or (data["country"] or "").casefold() in countries)


def _documents(edge: Edge) -> tuple[str, ...]:
    return tuple(sorted({piece["document"] for piece in edge["evidence"]}))


def _attributes(reasons: list[Reason], documents: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    facts = sorted({fact for reason in reasons for fact in reason.facts})
    evidence = {fact: documents[fact] for fact in facts}
    return {
        "weight": fsum(reason.weight for reason in reasons),
        "reasons": tuple(reasons),
        "facts": tuple(facts),
        "documents": tuple(sorted({name for names in evidence.values() for name in names})),
        "evidence": evidence,
    }


def homes_of(graph: "nx.MultiGraph[str]") -> dict[str, str]:
    """Map each unit to the nearest thing above it that is no unit; where two claim it, the surer fact wins."""
    above: dict[str, tuple[float, str]] = {}
    for _, _, edge in graph.edges(data=True):
        if edge["relation"] == Relation.PART_OF and edge["status"] != "intended":
            unit, claim = edge["subject"], (-edge["confidence"], edge["object"])
            if graph.nodes[unit]["type"] == EntityType.UNIT:
                above[unit] = min(above.get(unit, claim), claim)
    homes = {}
    for unit in above:
        node, seen = unit, {unit}
        while node in above and above[node][1] not in seen:
            node = above[node][1]
            seen.add(node)
        homes[unit] = node if node not in above else unit
    return homes


def _ties(
    graph: "nx.MultiGraph[str]", edges: Edges, homes: Mapping[str, str], inside: set[str], view: Projection
) -> Ties:
    """Return the reasons of each pair of distinct parties that the view holds, in a fixed order."""
    ties: Ties = defaultdict(list)
    straight: dict[tuple[Pair, str], Edge] = {}
    shared: dict[tuple[How, str], dict[str, Edges]] = defaultdict(lambda: defaultdict(list))
    for edge in edges:
        subject, target = (homes.get(edge[end], edge[end]) for end in ("subject", "object"))
        through = shared_through(graph, edge)
        if through is not None:
            shared[through][subject].append(edge)
        elif subject != target and {subject, target} <= inside:
            straight.setdefault((_pair(subject, target), edge["fact"]), edge)
    for (pair, fact), edge in straight.items():
        how, weight = _cooperation(edge, view)
        ties[pair].append(Reason(how, edge["kind"], None, weight, edge["date"], (fact,)))
    for (how, thing), members in sorted(shared.items()):
        total = view.weights.membership if how is How.MEMBERSHIP else view.weights.project
        for one, other in combinations(sorted(members.keys() & inside), 2):
            ties[one, other].append(
                Reason(
                    how,
                    graph.nodes[thing]["name"],
                    thing,
                    total / (len(members) - 1),
                    max((edge["date"] for edge in members[one] + members[other] if edge["date"]), default=None),
                    tuple(sorted({edge["fact"] for edge in members[one] + members[other]})),
                )
            )
    return ties


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def shared_through(graph: "nx.MultiGraph[str]", edge: Edge) -> tuple[How, str] | None:
    """Return what others may share with the subject of a fact, or None where the fact ties its own ends."""
    if edge["relation"] == Relation.MEMBER_OF:
        return How.MEMBERSHIP, edge["object"]
    if edge["relation"] == Relation.PARTICIPATES_IN or (
        edge["relation"] == Relation.FUNDS and graph.nodes[edge["object"]]["type"] == EntityType.PROJECT
    ):
        return How.PROJECT, edge["object"]
    return None


def _cooperation(edge: Edge, view: Projection) -> tuple[How, float]:
    if edge["relation"] == Relation.FUNDS:
        return How.FUNDING, view.weights.funding
    if edge["kind"] in AGREEMENT_KINDS:
        return How.AGREEMENT, view.weights.agreement
    return How.PARTNERSHIP, view.weights.partnership


def _why_unused(graph: "nx.MultiGraph[str]", edge: Edge, homes: Mapping[str, str], inside: Container[str]) -> str:
    """Say why a fact that counts ties nobody."""
    subject, target = (homes.get(edge[end], edge[end]) for end in ("subject", "object"))
    if shared_through(graph, edge) is not None:
        return "shared with no other party" if subject in inside else "of a party outside the view"
    return "within one organisation" if subject == target else "of a party outside the view"
