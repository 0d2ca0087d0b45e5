"""Other views of the network: parties beside what they share, and countries in place of parties."""

from collections import Counter, defaultdict
from math import fsum

import networkx as nx

from coopgraph.model import EntityType
from coopgraph.network.projection import How, Projection, Report
from coopgraph.network.ties import counting, homes_of, is_inside, shared_through

MEMBERS = "#members"
"""What follows the IRI of an association where it stands for its membership, since it can be a party, too."""


def bipartite(graph: "nx.MultiGraph[str]", view: Projection | None = None) -> "nx.Graph[str]":
    """Return the parties of a view beside the projects and associations in which they have a part.

    Nodes have `bipartite` (0 for a party, 1 for what is shared: the name that networkx.bipartite looks for), and keep
    their attributes; parties without a part in anything are left out. An edge has `how` and `facts` (IRIs, sorted).
    `graph["report"]` tells which facts have no place here, `graph["view"]` and `graph["homes"]` are as for `project`.
    """
    view = view or Projection()
    counted, dropped = counting(graph, view)
    homes = homes_of(graph) if view.roll_up else {}
    facts: dict[tuple[str, str, How], set[str]] = defaultdict(set)
    for edge in counted:
        party = homes.get(str(edge["subject"]), str(edge["subject"]))
        through = shared_through(graph, edge)
        if through is None:
            dropped[edge["fact"]] = "between parties, sharing nothing"
        elif not is_inside(graph.nodes[party], view):
            dropped[edge["fact"]] = "of a party outside the view"
        else:
            facts[party, through[1], through[0]].add(edge["fact"])
    used = {fact for together in facts.values() for fact in together}
    left_out = Counter(why for fact, why in dropped.items() if fact not in used)
    report = Report(len(used) + left_out.total(), len(used), tuple(sorted(left_out.items())))
    result: nx.Graph[str] = nx.Graph(report=report, view=view, homes=homes)
    for party in sorted({party for party, _, _ in facts}):
        result.add_node(party, **graph.nodes[party], bipartite=0)
    for (party, thing, how), together in sorted(facts.items()):
        node = thing if graph.nodes[thing]["type"] == EntityType.PROJECT else thing + MEMBERS
        result.add_node(node, **graph.nodes[thing], bipartite=1)
        result.add_edge(party, node, how=how, facts=tuple(sorted(together)))
    return result


def by_country(network: "nx.Graph[str]") -> "nx.Graph[str]":
    """Return the network of countries behind a network that `project` returned.

    Nodes are names of countries, sorted, with `parties` (how many lie in it) and `within` (the weight of the ties among
    them). An edge adds up the ties of parties across: `weight`, `ties` (how many), `facts` and `documents` (sorted).
    `graph["report"]` tells how many facts tie nobody across countries.
    """
    country: dict[str, str] = {node: data["country"] for node, data in network.nodes(data=True) if data["country"]}
    across: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    within: dict[str, list[float]] = defaultdict(list)
    dropped: dict[str, str] = {}
    for one, other, tie in network.edges(data=True):
        facts: set[str] = set(tie["facts"])
        if one not in country or other not in country:
            dropped |= dict.fromkeys(facts, "of a party without a known country")
        elif country[one] == country[other]:
            within[country[one]].append(tie["weight"])
            dropped |= dict.fromkeys(facts, "within one country")
        else:
            first, second = sorted((country[one], country[other]))
            across[first, second].append((one, other))
    result: nx.Graph[str] = nx.Graph()
    for name, parties in sorted(Counter(country.values()).items()):
        result.add_node(name, parties=parties, within=fsum(within[name]))
    used: set[str] = set()
    for ends, ties in sorted(across.items()):
        edges = [network.edges[pair] for pair in ties]
        facts = {fact for edge in edges for fact in edge["facts"]}
        documents = {name for edge in edges for name in edge["documents"]}
        result.add_edge(
            *ends,
            weight=fsum(edge["weight"] for edge in edges),
            ties=len(ties),
            facts=tuple(sorted(facts)),
            documents=tuple(sorted(documents)),
        )
        used |= facts
    left_out = Counter(why for fact, why in dropped.items() if fact not in used)
    result.graph["report"] = Report(len(used) + left_out.total(), len(used), tuple(sorted(left_out.items())))
    return result
