"""A register of projects as a network: the counts that a table engine finds in the same file."""

from functools import cache
from pathlib import Path

import networkx as nx
import polars as pl
import pytest
from benchmarks.cordis import read, store_of

from coopgraph.model import EntityType
from coopgraph.network import components, degree, load, project, project_store
from coopgraph.queries import FactFilter, facts

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "cordis"
YEARS = ("2007", "2022")
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the CORDIS tables aren't there")

PIC = "https://w3id.org/coopgraph/id/organization/pic-"


@cache
def table(year: str) -> pl.DataFrame:
    """Return who takes part in which project, each pair once."""
    raw = pl.read_csv(FOLDER / f"cordis-plus-{year}.csv", null_values="NA", infer_schema=False)
    return raw.select(pic=pl.col("pic"), project=pl.col("project_id")).unique()


@cache
def graph(year: str) -> "nx.MultiGraph[str]":
    """Return the loaded graph of a year."""
    return load(store_of(read(FOLDER / f"cordis-plus-{year}.csv")))


@cache
def network(year: str) -> "nx.Graph[str]":
    """Return the network of a year."""
    return project(graph(year))


def pairs(year: str) -> pl.DataFrame:
    """Return the distinct organisations `pic` and `other` that share a project, both ways round."""
    both = table(year).join(table(year).rename({"pic": "other"}), on="project")
    return both.filter(pl.col("pic") != pl.col("other")).select("pic", "other").unique()


def pieces(year: str) -> int:
    """Count the components by handing the smallest name around until nothing changes."""
    labels = table(year).select("pic", label="pic").unique()
    ties = pl.concat([pairs(year), labels.select("pic", other="pic")])
    while True:
        spread = ties.join(labels.rename({"pic": "other"}), on="other").group_by("pic").agg(pl.col("label").min())
        if spread.sort("pic").equals(labels.sort("pic")):
            return int(labels["label"].n_unique())
        labels = spread


def top(counted: pl.DataFrame) -> dict[str, int]:
    """Return the ten highest counts by organisation; of equal counts the first by number."""
    chosen = counted.sort(["count", "pic"], descending=[True, False]).head(10)
    return dict(zip(chosen["pic"].to_list(), chosen["count"].to_list(), strict=True))


@pytest.mark.parametrize("year", YEARS)
def test_counts(year: str) -> None:
    """Organisations, projects, pairs and components are those of the table."""
    types = [data["type"] for _, data in graph(year).nodes(data=True)]
    assert types.count(EntityType.PROJECT) == table(year)["project"].n_unique()
    assert len(network(year)) == table(year)["pic"].n_unique()
    assert network(year).number_of_edges() * 2 == len(pairs(year))
    assert len(components(network(year))) == pieces(year)


@pytest.mark.parametrize("year", YEARS)
def test_top_ten_by_projects(year: str) -> None:
    """Who takes part in most projects."""
    loaded = graph(year)
    projects = {node for node, data in loaded.nodes(data=True) if data["type"] == EntityType.PROJECT}
    found = {node.removeprefix(PIC): len(projects & set(loaded[node])) for node in network(year)}
    counted = pl.DataFrame({"pic": list(found), "count": list(found.values())})
    assert top(counted) == top(table(year).group_by("pic").agg(pl.len().alias("count")))


@pytest.mark.parametrize("year", YEARS)
def test_top_ten_by_partners(year: str) -> None:
    """Who shares projects with the most others."""
    found = {node.removeprefix(PIC): int(value) for node, value in degree(network(year)).items()}
    counted = pl.DataFrame({"pic": list(found), "count": list(found.values())})
    assert top(counted) == top(pairs(year).group_by("pic").agg(pl.len().alias("count")))


@pytest.mark.parametrize("year", YEARS)
def test_both_projections_agree(year: str) -> None:
    """The way through arrays gives the same ties and weights as the way through facts."""
    found = project_store(store_of(read(FOLDER / f"cordis-plus-{year}.csv"))).networkx()
    assert list(found) == list(network(year))
    expected = {frozenset(pair[:2]): pair[2]["weight"] for pair in network(year).edges(data=True)}
    assert {frozenset(pair[:2]): pair[2]["weight"] for pair in found.edges(data=True)} == pytest.approx(expected)


def test_a_row_is_the_evidence() -> None:
    """The quote of a participation is its line of the table, letter by letter."""
    path = FOLDER / "cordis-plus-2007.csv"
    text = path.read_bytes().decode("utf-8")
    rows = list(facts(store_of(read(path)), FactFilter(document=path.name)))
    assert all(text[row["start"] : row["stop"]] == row["quote"] for row in rows)
    assert len({row["start"] for row in rows}) == 787
