"""Whom the page counts as partners."""

import networkx as nx
import pytest

from coopgraph.network import project
from coopgraph.views import PageOptions, page
from coopgraph.views.partners import partners
from coopgraph.views.selection import Selection
from tests.views.dated import dated
from tests.views.sample import fact, network, thing
from tests.views.test_browser import Open, rows, small


def shared() -> "nx.MultiGraph[str]":
    """Return universities that share an association, beside a person, a country and what is only intended."""
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    first, second, third = (thing(graph, f"organization/{name}", f"University of {name}") for name in "ABC")
    club = thing(graph, "organization/club", "Club", "association")
    land = thing(graph, "country/land", "Land", "country")
    person = thing(graph, "person/one", "An Nguyen", "person")
    for member in (first, second, third):
        fact(graph, member, club, "memberOf")
        fact(graph, member, land, "locatedIn")
    fact(graph, first, land)
    fact(graph, first, person)
    fact(graph, second, land, status="intended")
    fact(graph, third, land, status="ended")
    return graph


@pytest.mark.parametrize("graph", [shared(), dated(), small(), network(120), nx.MultiGraph()])
def test_partners_are_those_of_the_network(graph: "nx.MultiGraph[str]") -> None:
    """The page counts as the command does that ranks partners."""
    selection = Selection(graph, PageOptions())
    tied = project(graph)
    known = {node: tied.degree(node) if node in tied else 0 for node in selection.numbers}
    assert dict(zip(known, partners(selection.things, selection.facts, selection.links), strict=True)) == known


@pytest.mark.browser
@pytest.mark.parametrize("graph", [shared(), dated(), network(120)])
def test_list_and_panel_count_the_same(visit: Open, graph: "nx.MultiGraph[str]") -> None:
    """In the table, the panel and the suggestions stand the same numbers."""
    selection = Selection(graph, PageOptions())
    counts = partners(selection.things, selection.facts, selection.links)
    opened = visit(page(graph))
    names = rows(opened)
    told = opened.page.locator("#rows td.number:nth-child(3)").all_inner_texts()
    assert sorted(zip(names, map(int, told), strict=True)) == sorted(
        (thing["name"], count) for thing, count in zip(selection.things, counts, strict=True)
    )
    opened.search(selection.things[0]["name"])
    opened.page.wait_for_selector("#panel h2")
    assert f"{counts[0]} partner" in opened.page.inner_text("#panel .figures")
