"""CSV: every cell comes back, and none is a formula."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.exports import tables
from coopgraph.exports.flat import holdable
from tests.exports.graphs import FORMULAS, hostile_graph
from tests.network.rows import BASE, fact, graph_of, thing


def rows(content: bytes) -> list[dict[str, str]]:
    """Return the rows of a table as a spreadsheet reads them."""
    return list(csv.DictReader(StringIO(content.decode("utf-8"), newline="")))


def test_nodes_and_edges() -> None:
    """The two tables hold each thing and each pair of a fact once, with ids that go together."""
    graph = hostile_graph()
    nodes, edges = rows(tables.things(graph)), rows(tables.pairs(graph))
    assert {row["Id"] for row in nodes} == set(graph)
    assert len(edges) == graph.number_of_edges()
    assert {row[end] for row in edges for end in ("Source", "Target")} <= set(graph)
    assert {row["Label"]: row["Type"] for row in edges} == {"cooperatesWith": "Undirected", "partOf": "Directed"}


def test_facts_have_a_row_a_piece_of_evidence() -> None:
    """A fact of two documents has two rows, each with its own quote and offsets."""
    facts = rows(tables.facts(hostile_graph()))
    both = [row["document"] for row in facts if row["until"] == "2030" or row["document"].startswith("b")]
    assert both == ["a.md", "b | c.md"]
    assert facts[0]["subject_id"].startswith(BASE)
    assert {row["start"] for row in facts} == {"0"}


@pytest.mark.parametrize("text", FORMULAS)
def test_formulas_are_disarmed(text: str) -> None:
    """What a spreadsheet would compute gets an apostrophe before it."""
    graph = graph_of([fact("cooperatesWith", thing("a", name=text), thing("b"), amount=text)])
    (row,) = rows(tables.facts(graph))
    assert (row["subject"], row["amount"]) == (f"'{text}", f"'{text}")


@given(st.text())
def test_any_name_comes_back(name: str) -> None:
    """Any other name is read again as it was, but for what no file holds."""
    (row,) = rows(tables.things(graph_of([], [thing("a", name=name)])))
    assert row["Label"].removeprefix("'") in {name.removeprefix("'"), holdable(name).removeprefix("'")}
