"""Dates as precise as their source."""

from datetime import date, timedelta

import pytest
from hypothesis import given

from coopgraph.vocabulary.dates import period
from tests.vocabulary.strategies import dates


@pytest.mark.parametrize(
    ("text", "datatype", "earliest", "latest"),
    [
        ("2025", "gYear", "2025-01-01", "2025-12-31"),
        ("0001", "gYear", "0001-01-01", "0001-12-31"),
        ("9999", "gYear", "9999-01-01", "9999-12-31"),
        ("2024-02", "gYearMonth", "2024-02-01", "2024-02-29"),
        ("2023-02", "gYearMonth", "2023-02-01", "2023-02-28"),
        ("2000-02", "gYearMonth", "2000-02-01", "2000-02-29"),
        ("1900-02", "gYearMonth", "1900-02-01", "1900-02-28"),
        ("2025-12", "gYearMonth", "2025-12-01", "2025-12-31"),
        ("2025-04", "gYearMonth", "2025-04-01", "2025-04-30"),
        ("2024-02-29", "date", "2024-02-29", "2024-02-29"),
    ],
)
def test_bounds(text: str, datatype: str, earliest: str, latest: str) -> None:
    """A year, month or day has its first and last day as bounds, leap years counted."""
    days = period(text)
    assert days is not None
    assert (days.datatype, days.earliest.isoformat(), days.latest.isoformat()) == (datatype, earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0000",
        "2025-13",
        "2025-00",
        "2023-02-29",
        "1900-02-29",
        "2025-4-1",
        "14 May 2025",
        "2025-05-14T10:00",
        "٢٠٢٥",
        "2025\n",
    ],
)
def test_no_date(text: str) -> None:
    """What is no ISO year, month or day has no bounds."""
    assert period(text) is None


@given(dates)
def test_bounds_hold_exactly_the_days_that_share_the_text(text: str) -> None:
    """The days at the bounds start with the text, and those just outside don't."""
    days = period(text)
    assert days is not None
    assert days.earliest.isoformat().startswith(text)
    assert days.latest.isoformat().startswith(text)
    if days.earliest != date.min:
        assert not (days.earliest - timedelta(days=1)).isoformat().startswith(text)
    if days.latest != date.max:
        assert not (days.latest + timedelta(days=1)).isoformat().startswith(text)
