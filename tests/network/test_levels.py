"""Parties beside what they share, and countries in place of parties."""

import networkx as nx

from coopgraph.network import Projection, by_country, degree, project
from coopgraph.network.levels import MEMBERS, bipartite
from tests.network.rows import BASE, fact, graph_of, thing

A, B, C, D = thing("A"), thing("B"), thing("C"), thing("D")
CLUB, PROJECT = thing("Club", "association"), thing("Bridge", "project")
JAPAN, FRANCE = thing("Japan", "country"), thing("France", "country")
PERSON = thing("Person", "person")


def test_parties_beside_what_they_share() -> None:
    """A project and an association stand on one side, who has a part in them on the other."""
    facts = [
        fact("participatesIn", A, PROJECT),
        fact("participatesIn", A, PROJECT, number=1, role="coordinator"),
        fact("participatesIn", CLUB, PROJECT),
        fact("participatesIn", PERSON, PROJECT),
        fact("memberOf", A, CLUB),
        fact("memberOf", B, CLUB, status="intended"),
        fact("cooperatesWith", A, B),
    ]
    found = bipartite(graph_of(facts))
    sides = nx.get_node_attributes(found, "bipartite")
    assert sides == {BASE + "A": 0, BASE + "Club": 0, BASE + "Bridge": 1, BASE + "Club" + MEMBERS: 1}
    assert nx.is_bipartite(found)
    assert len(found.edges[BASE + "A", BASE + "Bridge"]["facts"]) == 2
    assert found.nodes[BASE + "Club" + MEMBERS]["name"] == "Club"
    assert str(found.graph["report"]) == (
        "4 of 7 facts count; left out: 1 between parties, sharing nothing, 1 of a party outside the view, "
        "1 only intended"
    )


def test_a_unit_shares_for_its_organisation() -> None:
    """With roll-up the organisation has the part of its unit."""
    unit = thing("Unit", "unit")
    graph = graph_of([fact("partOf", unit, A), fact("participatesIn", unit, PROJECT)])
    assert list(bipartite(graph, Projection(roll_up=True)).edges) == [(BASE + "A", BASE + "Bridge")]


def test_countries() -> None:
    """Ties across add up, ties within stay with the country, and what has no country is reported."""
    facts = [
        fact("cooperatesWith", A, B),
        fact("cooperatesWith", A, C, kind="agreement"),
        fact("cooperatesWith", B, C),
        fact("cooperatesWith", C, D),
        fact("locatedIn", A, JAPAN),
        fact("locatedIn", B, JAPAN),
        fact("locatedIn", C, FRANCE),
    ]
    found = by_country(project(graph_of(facts)))
    assert [(name, found.nodes[name]) for name in found] == [
        ("France", {"parties": 1, "within": 0.0}),
        ("Japan", {"parties": 2, "within": 1.0}),
    ]
    edge = found.edges["France", "Japan"]
    assert (edge["weight"], edge["ties"], len(edge["facts"]), edge["documents"]) == (3.0, 2, 2, ("a.md",))
    assert degree(found) == {"France": 1.0, "Japan": 1.0}
    assert str(found.graph["report"]) == (
        "2 of 4 facts count; left out: 1 of a party without a known country, 1 within one country"
    )


def test_nothing_has_no_countries() -> None:
    """Empty views are empty."""
    assert len(by_country(project(graph_of([])))) == 0
    assert len(bipartite(graph_of([]))) == 0
