"""Which country a thing is put in, and the map as text."""

import os
import subprocess
import sys
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coopgraph.views import PageOptions, page
from coopgraph.views.whereabouts import placed, told
from tests.views.sample import fact, network, thing
from tests.views.test_page import Elements, data, hostile


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Hanoi University of Science", "VN"),
        ("Vietnam's Ministry of Health", "VN"),
        ("Austrian Film Institute", "AT"),
        ("South Korea Trade Office", "KR"),
        ("European Union", "EU"),
        ("Georgia Institute of Technology", None),  # of Georgia, or of a state of the USA
        ("French-Vietnamese Centre", None),
        ("Southwest College", None),  # a part of more than one country
        ("Association of South East Asian Nations", None),
        ("St. Paul's School", None),
        ("Saint Petersburg University", None),
        ("United Nations", None),
        ("Lost Academy", None),
        ("hanoi", None),
        ("", None),
        ("Latin American School", None),
        ("Inter-American Development Bank", None),
        ("Pan-American Union", None),
        ("African American Museum", None),
        ("American Film Institute", "US"),
        ("New England Conservatory", "US"),
        ("British Columbia University", "CA"),
        ("Universidade de Santiago de Compostela", "ES"),
        ("Indian Ocean Commission", None),
        ("South China Sea Institute", None),
        ("South China Normal University", "CN"),
        ("Guinea Pig Laboratory", None),
        ("Equatorial Guinea University", "GQ"),
        ("Michael Jordan Foundation", None),
        ("Jordan University", "JO"),
        ("U.S. Outlying Islands", "US"),
        ("National Taiwan University", "TW"),
        ("University of Luxembourg", "LU"),
        ("Niger University", "NE"),
        ("Mali University", "ML"),
        ("University of Guam", "GU"),
        ("Puerto Rico College", "PR"),
    ],
)
def test_name_tells_one_country(name: str, code: str | None) -> None:
    """A name tells a country by the country's own name, its adjective, a part or a city of it, if only one."""
    assert told(name) == code


@given(st.text(max_size=80))
@settings(max_examples=50, deadline=None)
def test_any_name_is_harmless(name: str) -> None:
    """Whatever a name holds, it tells a country's code or nothing."""
    assert told(name) is None or len(str(told(name))) == 2


def things(*rows: tuple[str, str, str | None]) -> list[dict[str, Any]]:
    """Return things of these names, types and countries."""
    return [{"name": name, "type": type_, **({"country": country} if country else {})} for name, type_, country in rows]


def test_facts_go_before_names() -> None:
    """A thing with a country keeps it; without one it has that of its name, under the name that the others use."""
    known, codes = placed(
        things(
            ("Hanoi College", "education", "France"),
            ("Saigon College, Viet Nam", "education", None),
            ("Viet Nam", "country", None),
            ("Soviet Union", "country", None),
            ("England", "country", None),
            ("Hanoi Project", "project", None),
            ("Jordan Smith", "person", None),
        )
    )
    assert known[0]["country"] == "France"
    assert known[1] == {"name": "Saigon College, Viet Nam", "type": "education", "country": "Viet Nam", "assumed": True}
    assert not any("country" in thing for thing in known[5:])
    assert codes == {"England": "GB", "France": "FR", "Viet Nam": "VN"}


def test_page_knows_the_places_in_use() -> None:
    """The page has all outlines and the places of the countries in use; the heading counts; the input stays."""
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    first = thing(graph, "organization/a", "Hanoi University", country="Vietnam")
    second = thing(graph, "organization/b", "Berlin University")
    fact(graph, first, second)
    html = page(graph, PageOptions(view="map"))
    known = data(html)
    assert set(known["map"]["spots"]) == {"DE", "VN"}
    assert len(known["map"]["outlines"]) > 170
    assert known["titles"]["en"] == "Cooperation by country: 2 organisations in 2 countries"
    assert "vis-network" not in html
    assert graph.nodes[second]["country"] is None


def test_empty_and_hostile_networks_are_pages() -> None:
    """A network of nothing has a map; names of countries that are markup add no element."""
    assert data(page(nx.MultiGraph(), PageOptions(view="map")))["titles"]["en"] == "Cooperation by country"
    pages = [page(graph, PageOptions(view="map", title="x")) for graph in (hostile(), network(3))]
    first, second = (
        [(tag, sorted(map(str, attributes))) for tag, attributes, _ in Elements(html).found] for html in pages
    )
    assert first == second


def test_same_bytes_whatever_the_order() -> None:
    """Another order of nodes and edges and other hash seeds give the same page."""
    graph = network(40)
    other: nx.MultiGraph[str] = nx.MultiGraph()
    other.add_nodes_from(reversed(list(graph.nodes(data=True))))
    for source, target, key, attributes in reversed(list(graph.edges(keys=True, data=True))):
        other.add_edge(target, source, key, **attributes)
    assert page(graph, PageOptions(view="map")) == page(other, PageOptions(view="map"))
    code = "import hashlib; from coopgraph.views import PageOptions, page; from tests.views.sample import network; "
    code += "print(hashlib.sha256(page(network(40), PageOptions(view='map')).encode()).hexdigest())"
    sums = {
        subprocess.run(
            [sys.executable, "-c", code], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "4711")
    }
    assert len(sums) == 1
