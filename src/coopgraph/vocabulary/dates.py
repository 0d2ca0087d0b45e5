"""Dates as precise as their source, and the days that they may mean."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class Period:
    """What an ISO year, month or day means: the name of its XSD datatype, its first and its last day."""

    datatype: str
    earliest: date
    latest: date


def period(text: str) -> Period | None:
    """Return the period that "2024", "2024-02" or "2024-02-29" names; None for anything else."""
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year is None or month is None:
            return Period("gYear", date(int(text), 1, 1), date(int(text), 12, 31))
        if day is None:
            last = calendar.monthrange(year, month)[1]
            return Period("gYearMonth", date(year, month, 1), date(year, month, last))
        return Period("date", date(year, month, day), date(year, month, day))
    except ValueError:  # month 13, February 30, year 0
        return None
