"""Days that commands look from."""

from datetime import date

from coopgraph.errors import UsageError


def last_day(text: str | None) -> date:
    """Return the last day of a year, month or day; of nothing, today. Raises UsageError for anything else."""
    from coopgraph.vocabulary.dates import period

    if text is None:
        return date.today()
    days = period(text)
    if days is None:
        raise UsageError(f"{text!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
    return days.latest
