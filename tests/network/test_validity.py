"""When a fact holds, and what changes between two days."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.errors import UsageError
from coopgraph.network import Change, as_of, changes, firm, project
from coopgraph.network.validity import validity
from tests.network.rows import Row, fact, graph_of, thing

ALPHA, BETA, GAMMA = thing("Alpha"), thing("Beta"), thing("Gamma")
DOCUMENTS: Row = {"a.md": {"title": "A", "source": None, "date": "2020-06"}}


def tie(**more: Any) -> Row:
    """Return a fact that ties Alpha and Beta."""
    return fact("cooperatesWith", ALPHA, BETA, **more)


def holds(row: Row, day: str) -> bool:
    """Tell whether a fact alone ties the two on a day."""
    return project(as_of(graph_of([row], documents=DOCUMENTS), date.fromisoformat(day))).number_of_edges() == 1


@pytest.mark.parametrize(
    ("more", "day", "expected"),
    [
        ({"date": "2019", "end": "2023-05"}, "2018-12-31", False),
        ({"date": "2019", "end": "2023-05"}, "2019-01-01", True),
        ({"date": "2019", "end": "2023-05"}, "2023-05-31", True),
        ({"date": "2019", "end": "2023-05"}, "2023-06-01", False),
        ({"date": "2019"}, "2100-01-01", True),
        ({}, "2020-05-31", False),  # first stated by a document of June 2020
        ({}, "2020-06-01", True),
        ({"document": "undated.md"}, "1900-01-01", True),  # nothing bounds it
        ({"end": "2010"}, "2009-01-01", False),
        ({"status": "ended"}, "2019-01-01", True),  # ended by the time of the document, begun nobody knows when
        ({"status": "ended"}, "2020-06-02", False),
        ({"status": "ended", "document": "undated.md"}, "1900-01-01", False),
        ({"status": "intended", "date": "2019"}, "2020-01-01", False),
        ({"date": "2019-13"}, "2020-06-01", True),  # no date at all
    ],
)
def test_what_holds_on_a_day(more: Row, day: str, expected: bool) -> None:
    """A fact holds from its first possible day to its last; without a date, from the document that states it."""
    assert holds(tie(**more), day) is expected


def test_what_has_ended_ties_on_the_days_on_which_it_held() -> None:
    """Of three years it counts in those, and not in the network of today, which asks for no day."""
    row = tie(date="2001", end="2004-02-29", status="ended")
    assert [holds(row, f"{year}-01-01") for year in (2000, 2001, 2004, 2005)] == [False, True, True, False]
    graph = graph_of([row], documents=DOCUMENTS)
    assert project(graph).number_of_edges() == 0
    as_of(graph, date(2003, 1, 1))
    assert [edge["status"] for _, _, edge in graph.edges(data=True)] == ["ended"]


def test_what_is_shown_holds_no_intention() -> None:
    """Without intentions all things and all other facts are left."""
    graph = graph_of([tie(status="intended"), fact("cooperatesWith", ALPHA, GAMMA)], documents=DOCUMENTS)
    shown = firm(graph)
    assert set(shown) == set(graph)
    assert [edge["status"] for _, _, edge in shown.edges(data=True)] == ["stated"]


def test_what_ties_nobody_stays() -> None:
    """Where things lie isn't a matter of the day."""
    japan = thing("Japan", "country")
    graph = as_of(graph_of([tie(date="2019"), fact("locatedIn", ALPHA, japan, date="2019")]), date(2000, 1, 1))
    assert [edge["relation"] for _, _, edge in graph.edges(data=True)] == ["locatedIn"]


def test_changes() -> None:
    """A new tie, one renewed by a second agreement, and one that ran out, each with what it rests on."""
    graph = graph_of(
        [
            fact("cooperatesWith", ALPHA, BETA, date="2018", kind="agreement"),
            fact("cooperatesWith", ALPHA, BETA, date="2024-02", kind="agreement", number=1, document="b.md"),
            fact("cooperatesWith", ALPHA, GAMMA, date="2018", end="2023"),
            fact("cooperatesWith", BETA, GAMMA, date="2024-05"),
        ],
        documents=DOCUMENTS,
    )
    rows = changes(graph, date(2022, 12, 31), date(2024, 12, 31))
    assert [(row.change, *row.names) for row in rows] == [
        (Change.NEW, "Beta", "Gamma"),
        (Change.RENEWED, "Alpha", "Beta"),
        (Change.LOST, "Alpha", "Gamma"),
    ]
    assert [str(reason) for reason in rows[1].reasons] == ["agreement, 2024-02"]
    assert (len(rows[1].facts), rows[1].documents, rows[1].sources, rows[1].dated) == (1, 1, 1, True)
    assert [row.change for row in changes(graph, date(2022, 12, 31), date(2024, 12, 31), focus=GAMMA["id"])] == [
        Change.NEW,
        Change.LOST,
    ]


def test_a_change_without_a_date_is_marked() -> None:
    """A tie that is only reported in the time counts as new, and isn't called dated."""
    (row,) = changes(graph_of([tie()], documents=DOCUMENTS), date(2020, 1, 1), date(2021, 1, 1))
    assert (row.change, row.dated) == (Change.NEW, False)


def test_days_in_the_wrong_order() -> None:
    """The second day must be the later."""
    with pytest.raises(UsageError, match="must be later"):
        changes(graph_of([]), date(2024, 1, 1), date(2024, 1, 1))


DAYS = st.dates(date(2019, 1, 1), date(2021, 12, 31))


@given(DAYS, st.none() | st.integers(0, 500), DAYS, DAYS)
def test_a_change_is_what_tells_two_days_apart(begin: date, length: int | None, one: date, other: date) -> None:
    """A tie is new or lost exactly where it holds on one of the days alone."""
    before, after = sorted((one, other))
    if before == after:
        return
    end = None if length is None else (begin + timedelta(length)).isoformat()
    graph = graph_of([tie(date=begin.isoformat(), end=end)])
    (edge,) = (edge for _, _, edge in graph.edges(data=True))
    held = [validity(edge).holds(day) for day in (before, after)]
    expected = {(False, True): [Change.NEW], (True, False): [Change.LOST]}.get((held[0], held[1]), [])
    assert [row.change for row in changes(graph, before, after)] == expected
