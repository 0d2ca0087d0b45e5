"""On what a place in a ranking rests, and how far it moves."""

import pytest

from coopgraph.network import MEASURES, Projection, around, rank
from coopgraph.network.evidence import passages, source_of
from coopgraph.network.intervals import places
from tests.network.rows import Row, fact, graph_of, thing

ALPHA, BETA, GAMMA, DELTA = (thing(name) for name in ("Alpha", "Beta", "Gamma", "Delta"))


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("https://www.vnu.edu.vn/news/1", "vnu.edu.vn"),
        ("News of HUST, 2025 (http://hust.edu.vn/a?b=c).", "hust.edu.vn"),
        ("Retold  from\na Speech", "retold from a speech"),
        ("https://[broken", "https://[broken"),
        (None, "a.md"),
        ("", "a.md"),
    ],
)
def test_source_of_a_document(said: str | None, source: str) -> None:
    """The host of an address, else what is said, else the document itself."""
    assert source_of({"source": said, "document": "a.md"}) == source


def test_two_documents_of_one_source() -> None:
    """Two documents of one site are no two witnesses."""
    of = {"title": None, "date": None}
    documents: Row = {
        "a.md": of | {"source": "https://x.org/1"},
        "b.md": of | {"source": "https://www.x.org/2"},
        "c.md": of | {"source": "https://y.org/"},
    }
    rows = [
        fact("cooperatesWith", ALPHA, BETA),
        fact("cooperatesWith", ALPHA, BETA, document="b.md"),
        fact("cooperatesWith", ALPHA, GAMMA),
        fact("cooperatesWith", ALPHA, GAMMA, document="c.md"),
    ]
    first = rank(graph_of(rows, documents=documents))[0]
    assert (first.facts, first.documents, first.sources, first.single_source) == (2, 3, 2, 1)


def test_the_passage_of_a_fact() -> None:
    """The surest passage stands for a fact."""
    rows = [fact("cooperatesWith", ALPHA, BETA), fact("cooperatesWith", ALPHA, BETA, document="b.md", confidence=0.95)]
    assert [piece["document"] for piece in passages(graph_of(rows)).values()] == ["b.md"]


def test_sure_facts_hold_every_place() -> None:
    """Where nothing can be wrong a place is its own interval; parties of one value share their places."""
    rows = [fact("cooperatesWith", ALPHA, other, confidence=1.0) for other in (BETA, GAMMA)]
    assert [row.places for row in rank(graph_of(rows), with_places=True)] == [(1, 1), (2, 3), (2, 3)]


@pytest.mark.parametrize("measure", MEASURES)
def test_unsure_facts_move_places(measure: str) -> None:
    """A lead by facts that may be wrong is no sure lead; the interval holds places that exist, and is repeatable."""
    rows = [fact("cooperatesWith", ALPHA, other, confidence=0.5) for other in (BETA, GAMMA)]
    rows += [fact("cooperatesWith", DELTA, BETA, confidence=1.0)]
    found = rank(graph_of(rows), by=measure, with_places=True)
    assert found == rank(graph_of(rows[::-1]), by=measure, with_places=True)
    by_name = {row.name: row.places for row in found}
    assert all(place is not None and 1 <= place[0] <= place[1] <= 4 for place in by_name.values())
    assert by_name["Alpha"] == (1, 4)


def test_places_around_one() -> None:
    """Around one party the weights of its ties are drawn."""
    rows = [fact("cooperatesWith", ALPHA, BETA, kind="agreement", confidence=1.0)]
    rows += [fact("cooperatesWith", ALPHA, GAMMA, confidence=0.5)]
    assert [row.places for row in around(graph_of(rows), ALPHA["id"], with_places=True)] == [(1, 1), (2, 2)]
    found = around(graph_of(rows), ALPHA["id"], by="closeness", with_places=True)
    assert {row.name for row in found} == {"Beta", "Gamma"}


def test_no_rows_no_places() -> None:
    """Nothing to rank has no places."""
    assert places(graph_of([]), Projection(), [], lambda _: {}) == {}
    assert rank(graph_of([], more=[ALPHA]), with_places=True) == []
