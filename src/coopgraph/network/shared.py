"""What two parties share beside partners: who funds them, what they work on, where they lie."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from coopgraph.identity.names import words
from coopgraph.model import Relation, Status

if TYPE_CHECKING:
    import networkx as nx


class What(StrEnum):
    """What is shared."""

    PARTNER = "partner"
    FUNDER = "funder"
    TOPIC = "topic"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True, order=True)
class Common:
    """One thing that parties can have in common: `key` is an IRI, or the words of a topic, or a country's name."""

    what: What
    key: str
    name: str


Held: TypeAlias = Mapping[str, Mapping[Common, tuple[str, ...]]]
"""By party and by what it has: the IRIs of the facts that say so."""


def held(graph: "nx.MultiGraph[str]", network: "nx.Graph[str]") -> Held:
    """Return what the tied parties of a projected network have beside partners; intended facts don't count.

    A funder is one's own or that of a project in which one takes part. A topic is what a fact that one is in is said to
    be about, whatever its case and punctuation. A country is where one lies.
    """
    homes = network.graph["homes"]
    found: dict[str, dict[Common, set[str]]] = defaultdict(lambda: defaultdict(set))
    funded: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    edges = [edge for _, _, edge in graph.edges(data=True) if edge["status"] != Status.INTENDED]
    for edge in edges:
        if edge["relation"] == Relation.FUNDS:
            funded[edge["object"]][edge["subject"]].add(edge["fact"])
    for edge in edges:
        ends = [homes.get(edge[end], edge[end]) for end in ("subject", "object")]
        topic = " ".join(words(edge.get("topic") or ""))
        for end in ends if topic else ():
            found[end][Common(What.TOPIC, topic, topic)].add(edge["fact"])
        if edge["relation"] in {Relation.LOCATED_IN, Relation.PART_OF} and graph.nodes[edge["subject"]]["country"]:
            country = graph.nodes[edge["subject"]]["country"]
            found[ends[0]][Common(What.COUNTRY, country, country)].add(edge["fact"])
        if edge["relation"] == Relation.PARTICIPATES_IN:
            for funder, facts in funded[edge["object"]].items():
                found[ends[0]][_funder(graph, funder)] |= {*facts, edge["fact"]}
    for thing, funders in funded.items():
        for funder, facts in funders.items():
            found[homes.get(thing, thing)][_funder(graph, funder)] |= facts
    return {
        party: {common: tuple(sorted(facts)) for common, facts in sorted(found[party].items()) if common.key != party}
        for party in network
        if network.degree(party) and party in found
    }


def _funder(graph: "nx.MultiGraph[str]", funder: str) -> Common:
    return Common(What.FUNDER, funder, graph.nodes[funder]["name"])
