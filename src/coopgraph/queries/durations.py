"""Stretches of time as people write them: "6m", "2w", "1y"."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from coopgraph.errors import UsageError

_WRITTEN = re.compile(r"([0-9]{1,4})\s*(?:([dwmy])|(day|week|month|year)s?)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Duration:
    """A number of months and of days."""

    months: int = 0
    days: int = 0

    @classmethod
    def parse(cls, text: str) -> "Duration":
        """Return the duration written as a number of days, weeks, months or years: "90d", "2 weeks", "6m", "1y".

        Raises UsageError for anything else.
        """
        match = _WRITTEN.fullmatch(text.strip())
        if match is None:
            raise UsageError(f"{text!r}: no duration; write a number of days, weeks, months or years: 90d, 2w, 6m, 1y")
        number, unit = int(match[1]), (match[2] or match[3])[0].lower()
        if unit in "dw":
            return cls(days=number * (7 if unit == "w" else 1))
        return cls(months=number * (12 if unit == "y" else 1))

    def after(self, day: date) -> date:
        """Return the day that is so much later; where its month is shorter, the last day of that month.

        Raises UsageError past the year 9999.
        """
        years, month = divmod(day.month - 1 + self.months, 12)
        try:
            last = calendar.monthrange(day.year + years, month + 1)[1]
            return day.replace(year=day.year + years, month=month + 1, day=min(day.day, last)) + timedelta(self.days)
        except (ValueError, OverflowError) as error:
            raise UsageError(f"{day}: too late a day to add {self.months} months and {self.days} days") from error
