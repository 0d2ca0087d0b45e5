"""GraphML and GEXF hold all nodes and edges, whatever their names are."""

import re
from collections.abc import Callable
from io import BytesIO
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coopgraph.exports import gexf, graphml
from tests.exports.graphs import hostile_graph
from tests.network.rows import BASE, fact, graph_of, thing

Render = Callable[["nx.MultiGraph[str]"], bytes]
Read = Callable[[bytes], "nx.MultiGraph[str]"]


def _read_graphml(content: bytes) -> "nx.MultiGraph[str]":
    return nx.MultiGraph(nx.read_graphml(BytesIO(content), force_multigraph=True))


def _read_gexf(content: bytes) -> "nx.MultiGraph[str]":
    graph = nx.read_gexf(BytesIO(content))
    return nx.MultiGraph(graph)


FORMATS = [pytest.param(graphml.render, _read_graphml, id="graphml"), pytest.param(gexf.render, _read_gexf, id="gexf")]


@pytest.mark.parametrize(("render", "read"), FORMATS)
def test_all_nodes_and_edges_come_back(render: Render, read: Read) -> None:
    """What is read again has the same nodes and the same number of edges between each two."""
    graph = hostile_graph()
    again = read(render(graph))
    assert set(again) == set(graph)
    assert sorted(map(sorted, again.edges())) == sorted(map(sorted, graph.edges()))


@pytest.mark.parametrize(("render", "read"), FORMATS)
def test_attributes(render: Render, read: Read) -> None:
    """Details and evidence of a fact stand at its edge; what XML can't hold is replaced, all else is kept."""
    again = read(render(hostile_graph()))
    edges = [edge for _, _, edge in again.edges(data=True) if edge.get("until") == "2030"]
    assert len(edges) == 1
    (edge,) = edges
    assert edge["documents"] == "a.md | b | c.md"
    assert edge["quotes"].startswith("\ufffd\ufffd\ufffd]]>\"'&<b>, 🎓 جامعة \u202eesrever\u202c")
    assert (edge["subject"], edge["object"]) == (BASE + "company", BASE + "odd") or edge["subject"] == BASE + "odd"
    assert edge["confidence"] == pytest.approx(0.9)
    assert again.nodes[BASE + "plain"]["partner_counts"] == "at least 200 universities"


def test_graphml_keys_are_ids() -> None:
    """An edge's id in GraphML is its key in the loaded graph."""
    graph = hostile_graph()
    keys = {key for _, _, key in _read_graphml(graphml.render(graph)).edges(keys=True)}
    assert keys == {key for _, _, key in graph.edges(keys=True)}


def test_gexf_is_reproducible() -> None:
    """GEXF names neither the day nor the writer's version, and its ids are the keys."""
    content = gexf.render(hostile_graph()).decode()
    assert "NetworkX" not in content
    assert not re.search(r"lastmodified|20\d\d-\d\d-\d\d", content)
    ids = {edge.get("id") for edge in ET.fromstring(content).iter("{http://www.gexf.net/1.2draft}edge")}  # noqa: S314
    assert ids == {key for _, _, key in hostile_graph().edges(keys=True)}


@pytest.mark.parametrize(("render", "read"), FORMATS)
def test_empty_graph(render: Render, read: Read) -> None:
    """Nothing gives a file that holds nothing."""
    assert len(read(render(graph_of([])))) == 0


@settings(deadline=None, max_examples=50)
@given(st.text(), st.text())
def test_any_text(name: str, quote: str) -> None:
    """Any name and any quote give files that load again."""
    ends = thing("a", name=name), thing("b", aliases=[name])
    graph = graph_of([fact("cooperatesWith", *ends, quote=quote, role=name)])
    for render, read in ((graphml.render, _read_graphml), (gexf.render, _read_gexf)):
        again = read(render(graph))
        assert set(again) == set(graph)
        assert again.number_of_edges() == 1
