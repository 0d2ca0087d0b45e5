"""The details of a fact that the text bears out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.llm.details import details
from coopgraph.llm.pieces import Piece
from coopgraph.llm.wording import Wording
from coopgraph.model import Details, Relation, Status
from tests.llm.samples import document

_TEXT = "Rector Reed gave €2 million on 4 May '19 to 1,200 partner schools in 12 countries, until 2025."


@pytest.mark.parametrize(
    ("relation", "item", "found", "wrong"),
    [
        (
            Relation.COOPERATES_WITH,
            {"kind": "contract", "date": "2019-05-04", "end": "2025"},
            ("contract", "2019-05-04", "2025"),
            0,
        ),
        (Relation.COOPERATES_WITH, {"kind": "MoU"}, ("memorandum of understanding", None, None), 0),
        (Relation.COOPERATES_WITH, {"kind": "friendship", "date": "2024", "end": "2025-02-30"}, (None, None, None), 3),
        (Relation.COOPERATES_WITH, {"kind": None, "date": "null", "end": 7}, (None, None, None), 1),
        (Relation.COOPERATES_WITH, {"role": "rector"}, (None, None, None), 0),
    ],
)
def test_cooperation(relation: Relation, item: dict[str, object], found: tuple[str | None, ...], wrong: int) -> None:
    """Kinds are ours, dates of a year that the text names; what doesn't belong to the relation isn't looked at."""
    got, reasons = details(item, relation, document(_TEXT), _wording(), _TEXT)
    assert (got.kind, got.date, got.end) == found
    assert len(reasons) == wrong


def _wording() -> Wording:
    return Wording(document(_TEXT), Piece(0, 0, len(_TEXT)))


def test_date_from_the_day_of_publication() -> None:
    """A date may count from the document's own, up to a year away."""
    about = document("It signed on Monday.", date="2021-01-04")
    wording = Wording(about, Piece(0, 0, 20))
    for date, counts in [("2020-12", True), ("2021", True), ("2022", True), ("2019", False), ("2021-13", False)]:
        got, wrong = details({"date": date}, Relation.FUNDS, about, wording, about.text)
        assert (got.date == date, bool(wrong)) == (counts, not counts)


@given(st.text("129'-./ ", max_size=20), st.sampled_from(["1912", "2121", "2999", "1111"]))
def test_a_year_of_the_text(text: str, year: str) -> None:
    """A date's year stands in the text in four digits, or in its last two behind a sign."""
    about = document(f"{text} x")
    found, _ = details({"date": year}, Relation.FUNDS, about, Wording(about, Piece(0, 0, len(about.text))), "")
    assert (found.date == year) == (year in text or bool(re.search(rf"['./-]{year[2:]}(?!\d)", text)))


@pytest.mark.parametrize(
    ("count", "quote", "found"),
    [
        (1200, "1,200 partner schools", 1200),
        ("1 200", "1.200 partner schools", 1200),
        (200, "two hundred schools", 200),
        (200, "1,200 partner schools", None),
        (0, "no schools", None),
        (-3, "schools", None),
        (True, "schools", None),
        (10**30, "schools", None),
        (2.5, "schools", None),
    ],
)
def test_count(count: object, quote: str, found: int | None) -> None:
    """A number is one of the quote's, where that has any in digits."""
    assert details({"count": count}, Relation.PARTNER_COUNT, document(), _wording(), quote)[0].count == found


def test_as_written() -> None:
    """Roles, amounts and what is counted stand in the text; a coordinator is a role of ours."""
    said = {"count": 1200, "of": "partner schools", "within": "13 countries", "bound": "roughly"}
    found, wrong = details(said, Relation.PARTNER_COUNT, document(), _wording(), _TEXT)
    assert found == Details(count=1200, of="partner schools")
    assert len(wrong) == 2
    found, wrong = details({"role": "coordinator"}, Relation.PARTICIPATES_IN, document(), _wording(), _TEXT)
    assert (found.role, wrong) == ("coordinator", [])


@pytest.mark.parametrize(
    ("status", "found"),
    [("intended", Status.INTENDED), ("ended", Status.ENDED), ("maybe", Status.STATED), (None, Status.STATED)],
)
def test_status(status: object, found: Status) -> None:
    """A status that is none of ours is what most facts have."""
    assert details({"status": status}, Relation.PART_OF, document(), _wording(), _TEXT)[0].status is found
