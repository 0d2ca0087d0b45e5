"""The network of a stored dataset."""

import os
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

from coopgraph.network import MEASURES, around, load, project, rank
from coopgraph.store import open_store
from coopgraph.vocabulary import to_dataset, trig
from tests.samples import knowledge


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a dataset file of the sample."""
    path = tmp_path_factory.mktemp("network") / "sample.trig"
    path.write_bytes(b"".join(trig(to_dataset(knowledge()))))
    return path


@pytest.fixture(scope="module")
def graph(dataset: Path) -> "nx.MultiGraph[str]":
    """Return the graph of the sample, through a file."""
    return load(open_store(dataset))


def test_every_thing_and_every_pair(graph: "nx.MultiGraph[str]") -> None:
    """The graph has a node for each thing and an edge for each pair of each fact; counts are at their node."""
    sample = knowledge()
    assert len(graph) == len(sample.entities)
    facts = {statement.fact for statement in sample.statements}
    pairs = sum(object_ is not None for fact in facts for _, object_ in fact.pairs())
    assert graph.number_of_edges() == pairs
    assert sum(len(data["counts"]) for _, data in graph.nodes(data=True)) == 1


def test_evidence_with_its_document(graph: "nx.MultiGraph[str]") -> None:
    """An edge carries its quotes, and of each document what is known."""
    edge = next(edge for _, _, edge in graph.edges(data=True) if edge["date"] == "2025-11-14")
    assert (edge["kind"], edge["end"], edge["confidence"]) == ("memorandum of understanding", "2030-11-13", 0.93)
    first, second = edge["evidence"]
    assert (first["document"], first["title"], first["date"]) == ("en-alpha.md", "Alpha signs", "2025-11-14")
    assert first["source"] == "https://news.example/alpha?id=1"
    assert (second["document"], second["source"]) == ("news/second report.txt", "the archive, box 3")
    assert second["quote"] == "Alpha University signed with the Beta Institute."
    assert (second["start"], second["stop"]) == (5, 53)


def test_countries(graph: "nx.MultiGraph[str]") -> None:
    """A unit has the country of the city of its university."""
    countries = {data["name"]: data["country"] for _, data in graph.nodes(data=True)}
    assert countries["International Office"] == countries["Alpha University"] == "Sylvania"
    assert countries["Beta Institute of Technology"] == "Borduria"


def _node(graph: "nx.MultiGraph[str]", name: str) -> str:
    return next(node for node, data in graph.nodes(data=True) if data["name"] == name)


def test_two_sides_tie_across_only(graph: "nx.MultiGraph[str]") -> None:
    """Two ministries that sent one letter to two countries have no tie with each other."""
    assert [row.name for row in around(graph, _node(graph, "Ministry of Crafts"))] == ["Borduria", "Sylvania"]


def test_ranking(graph: "nx.MultiGraph[str]") -> None:
    """Alpha has the most partners and the heaviest ties; what is intended is no tie, and the report says so."""
    assert {rank(graph, by=measure, top=1)[0].name for measure in ("degree", "strength")} == {"Alpha University"}
    assert all(rank(graph, by=measure) for measure in MEASURES)
    assert project(graph).graph["report"].dropped == (("ended", 1), ("only intended", 1))
    assert any("Beta" in row.name and row.agreements == 2 for row in around(graph, _node(graph, "Alpha University")))


_EVERYTHING = """
import sys
from coopgraph.network import MEASURES, load, project, rank
from coopgraph.store import open_store
graph = load(open_store(sys.argv[1]))
print(list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True)), list(project(graph).edges(data=True)))
print([rank(graph, by=measure) for measure in MEASURES])
"""


def test_same_answers_under_any_hash_seed(dataset: Path) -> None:
    """Nodes, edges, ties and rankings have the same order and numbers in processes with other hash seeds."""
    answers = {
        subprocess.run(
            [sys.executable, "-c", _EVERYTHING, str(dataset)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(answers) == 1
