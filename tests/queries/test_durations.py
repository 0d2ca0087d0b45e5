"""Stretches of time as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.errors import UsageError
from coopgraph.queries import Duration


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("6m", "2025-11-14", "2026-05-14"),
        ("6 months", "2025-08-31", "2026-02-28"),
        ("1y", "2024-02-29", "2025-02-28"),
        ("2w", "2025-12-25", "2026-01-08"),
        ("90 Days", "2025-01-01", "2025-04-01"),
        ("0d", "2025-01-01", "2025-01-01"),
    ],
)
def test_after(text: str, start: str, end: str) -> None:
    """Months and years keep the day, or take the last of a shorter month; weeks and days count."""
    assert Duration.parse(text).after(date.fromisoformat(start)).isoformat() == end


@pytest.mark.parametrize("text", ["", "6", "m", "6moons", "-6m", "1.5y", "99999d", "6m6d"])
def test_no_duration(text: str) -> None:
    """Anything else is wrong use."""
    with pytest.raises(UsageError, match="no duration"):
        Duration.parse(text)


def test_past_the_calendar() -> None:
    """A day past the year 9999 is wrong use, too."""
    with pytest.raises(UsageError, match="too late"):
        Duration.parse("9999y").after(date(2025, 1, 1))
    with pytest.raises(UsageError, match="too late"):
        Duration.parse("40d").after(date(9999, 12, 1))


@given(st.dates(max_value=date(2999, 12, 31)), st.integers(0, 1200))
def test_months_are_counted(start: date, months: int) -> None:
    """So many months later is in the month that the calendar says, on no later day of the month."""
    end = Duration(months=months).after(start)
    assert (end.year - start.year) * 12 + end.month - start.month == months
    assert end.day <= start.day
