"""Rankings: overall and around one party."""

import pytest

from coopgraph.errors import NothingFoundError, UsageError
from coopgraph.model import EntityType
from coopgraph.network import MEASURES, Projection, around, rank
from tests.network.rows import fact, graph_of, thing

ALPHA = thing("Alpha", aliases=["AU"])
BETA = thing("Beta", "company")
GAMMA = thing("Gamma")
DELTA = thing("Đà Nẵng College", aliases=["AU"])
PROJECT = thing("Bridge", "project")
CLUB = thing("Club", "association")
JAPAN = thing("Japan", "country")
GRAPH = graph_of(
    [
        fact("cooperatesWith", ALPHA, BETA, kind="agreement", date="2024-05"),
        fact("cooperatesWith", ALPHA, BETA, kind="agreement", date="2024-05", document="b.md"),
        fact("cooperatesWith", ALPHA, BETA, number=1, date="2019"),
        fact("cooperatesWith", ALPHA, GAMMA),
        fact("participatesIn", ALPHA, PROJECT),
        fact("participatesIn", GAMMA, PROJECT, document="c.md"),
        fact("memberOf", ALPHA, CLUB),
        fact("memberOf", DELTA, CLUB),
        fact("locatedIn", GAMMA, JAPAN),
    ]
)


def test_rank_by_partners() -> None:
    """The most connected party leads with what its place rests on; ties are in the order of the names."""
    rows = rank(GRAPH)
    assert [(row.name, row.value) for row in rows] == [
        ("Alpha", 3),
        ("Beta", 1),
        ("Gamma", 1),
        ("Đà Nẵng College", 1),
    ]
    first = rows[0]
    assert (first.agreements, first.partnerships, first.projects, first.memberships) == (1, 2, 1, 1)
    assert (first.facts, first.documents, first.single_source, first.since) == (7, 3, 6, "2019")


@pytest.mark.parametrize("measure", MEASURES)
def test_rank_by_any_measure(measure: str) -> None:
    """Every measure ranks, from the highest value down."""
    rows = rank(GRAPH, by=measure, top=3)
    assert rows[0].name == "Alpha"
    assert [row.value for row in rows] == sorted((row.value for row in rows), reverse=True)
    assert len(rows) == 3


def test_rows_by_type_country_and_time() -> None:
    """Type and country choose rows and leave values alone; a date chooses facts."""
    assert [row.name for row in rank(GRAPH, types=[EntityType.COMPANY])] == ["Beta"]
    assert [(row.name, row.partners) for row in rank(GRAPH, country="japan")] == [("Gamma", 1)]
    assert [(row.name, row.facts) for row in rank(GRAPH, since="2020")] == [("Alpha", 1), ("Beta", 1)]


def test_around_one() -> None:
    """The partners of one party come by the weight of the tie, each with how and since when."""
    rows = around(GRAPH, ALPHA["id"])
    assert [(row.name, row.value) for row in rows] == [("Beta", 3.0), ("Gamma", 2.0), ("Đà Nẵng College", 0.25)]
    assert [str(reason) for reason in rows[1].reasons] == ["partnership", "shared project (Bridge)"]
    assert (rows[0].since, rows[0].facts, rows[0].documents, rows[0].single_source) == ("2019", 2, 2, 1)
    assert [row.name for row in around(GRAPH, ALPHA["id"], top=1)] == ["Beta"]


def test_around_by_another_measure() -> None:
    """By another measure the value is the partner's own in the whole network."""
    assert [(row.name, row.value) for row in around(GRAPH, BETA["id"], by="degree")] == [("Alpha", 3)]


def test_what_is_no_party_has_no_partners() -> None:
    """A project is in the graph, but not in the network."""
    with pytest.raises(NothingFoundError, match=r"Bridge \(project\)"):
        around(GRAPH, PROJECT["id"])


def test_a_unit_that_is_rolled_up() -> None:
    """With roll-up the partners of a unit are those of its organisation."""
    unit = thing("Office", "unit")
    graph = graph_of([fact("partOf", unit, ALPHA), fact("cooperatesWith", unit, BETA)])
    assert [row.name for row in around(graph, unit["id"], view=Projection(roll_up=True))] == ["Beta"]
    assert [row.name for row in around(graph, ALPHA["id"])] == []


def test_projects_of_one_name_are_two() -> None:
    """Two shared projects count as two, even where they have the same name."""
    projects = [thing(f"p{number}", "project", name="Bridge") for number in (1, 2)]
    graph = graph_of(fact("participatesIn", party, project) for party in (ALPHA, BETA) for project in projects)
    assert [row.projects for row in around(graph, ALPHA["id"])] == [2]


def test_unknown_measure() -> None:
    """An unknown measure is refused with the list of those there are."""
    with pytest.raises(UsageError, match="degree, strength"):
        rank(GRAPH, by="fame")
    with pytest.raises(UsageError, match="degree, strength"):
        around(GRAPH, "Alpha", by="fame")


def test_empty_graph() -> None:
    """Nothing ranks nothing."""
    assert rank(graph_of([])) == []
