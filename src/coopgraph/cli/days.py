"""Days that commands look from."""

from datetime import UTC, date, datetime

from coopgraph.errors import UsageError


def last_day(text: str | None) -> date:
    """Return the last day of a year, month or day as the option type Day has checked it; of nothing, today."""
    from coopgraph.vocabulary.dates import period

    if text is None:
        return datetime.now(UTC).date()
    days = period(text)
    if days is None:
        raise UsageError(f"{text!r}: no date; write 2025, 2025-11 or 2025-11-14")
    return days.latest
