"""Dates in running English text, as precise as they are written."""

import re
from bisect import bisect_right
from calendar import day_name, month_name, monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from coopgraph.model import Document
from coopgraph.reading.passage import Period

_MONTHS = {name.casefold(): number for number, name in enumerate(month_name) if name}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_WEEKDAYS = {name.casefold(): number for number, name in enumerate(day_name)}

_MONTH = "(?P<month>" + "|".join(name.title() for name in sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = "(?:" + "|".join(name.title() for name in _WEEKDAYS) + ")"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_BOUNDARY, _END = r"(?<![\w/.-])", r"(?![\w/-])"
_FORMS = (
    rf"{_BOUNDARY}{_YEAR}-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![\w/])",
    rf"{_BOUNDARY}(?P<day>0?[1-9]|[12]\d|3[01])[/.](?P<month>0?[1-9]|1[0-2])[/.]{_YEAR}{_END}",
    rf"{_BOUNDARY}(?:{_WEEKDAY},? (?:the )?)?{_DAY}(?: of)? {_MONTH}(?:,? {_YEAR})?{_END}",
    rf"{_BOUNDARY}(?:{_WEEKDAY},? )?{_MONTH} {_DAY}(?:,? {_YEAR})?{_END}",
    rf"{_BOUNDARY}{_MONTH}(?: of)?,? {_YEAR}{_END}",
    rf"(?<=\bin ){_MONTH}{_END}",
    rf"{_BOUNDARY}{_YEAR}(?:\s?[-–—]\s?| to | until |(?<=(?i:between) \d{{4}}) and )(?P<until>(?:19|20)\d\d){_END}",
    rf"{_BOUNDARY}{_YEAR}{_END}(?!(?: students| people|\s?%))",
    r"\b(?P<relative>(?i:today|tonight|this (?:morning|afternoon|evening)|yesterday|last night"
    r"|(?:this|last|next) (?:month|year)))\b",
    rf"(?:(?<=\bon )|\b(?P<which>this|last) )(?P<weekday>{_WEEKDAY})\b",
)
_PATTERNS = tuple(re.compile(form) for form in _FORMS)
# "Employer Day 2024", but no "In 2024" at the beginning of a sentence
_NAMED = re.compile(r"[\w,’'\")] (?!(?:Spring|Summer|Autumn|Winter|Fall|Year)\b)[A-Z][\w’'-]+ \Z")
_NEAR = 3  # days: "this Thursday" is that nearest to the day of publication
_HALF = 183  # days: a day without its year is nearer than this to the day of publication
_SINCE = re.compile(r"\b(?:since|from|starting in|beginning in|as of)\s(?:the\s)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dated:
    """A time named in the text, at offsets in the document."""

    start: int
    stop: int
    period: Period


@cache
def _parse(iso: str | None) -> date | None:
    """Return the day, where the ISO string is as precise as a day."""
    try:
        return date.fromisoformat(iso) if iso and len(iso) == 10 else None
    except ValueError:
        return None


def _relative(word: str, published: date) -> str:
    """Return the ISO time that a word such as "yesterday" or "last month" means on the day of publication."""
    which, _, unit = word.casefold().partition(" ")
    if unit == "year":
        return str(published.year + {"last": -1, "this": 0, "next": 1}[which])
    if unit == "month":
        months = published.year * 12 + published.month - 1 + {"last": -1, "this": 0, "next": 1}[which]
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    back = which in ("yesterday", "last")
    return (published - timedelta(days=1) if back else published).isoformat()


def find_dates(document: Document) -> tuple[Dated, ...]:
    """Return the times that the prose names, in order and without overlap.

    A day or month without a year is that which is nearest to the document's date, or else has the year of the nearest
    full date before it (after it, where none stands before). A year at the end of a name is none. Words like
    "yesterday" count only where the day of publication is known; "last week" never does, as it names no day.
    """
    found: list[re.Match[str]] = []
    for compiled in _PATTERNS:
        found.extend(compiled.finditer(document.prose))
    found.sort(key=lambda match: (match.start(), -match.end()))
    years = [(match.start(), match["year"]) for match in found if match.groupdict().get("year")]
    published = _parse(document.date)
    result: list[Dated] = []
    for match in found:
        if (result and match.start() < result[-1].stop) or _is_named(document.prose, match):
            continue
        period = _period(match, published, document.date, years)
        if period:
            since = bool(_SINCE.search(document.prose[max(0, match.start() - 20) : match.start()]))
            period = Period(period.date, period.end, since)
            result.append(Dated(match.start(), match.end(), period))
    return tuple(result)


def _is_named(prose: str, match: re.Match[str]) -> bool:
    """Tell whether a year is part of a name."""
    return match[0].isdecimal() and bool(_NAMED.search(prose, max(0, match.start() - 30), match.start()))


def _period(
    match: re.Match[str], published: date | None, known: str | None, years: list[tuple[int, str]]
) -> Period | None:
    parts = match.groupdict()
    if parts.get("relative"):
        return Period(_relative(match["relative"], published)) if published else None
    if parts.get("weekday"):
        if not published:
            return None
        back = (published.weekday() - _WEEKDAYS[match["weekday"].casefold()]) % 7
        if parts["which"] == "this" and back > _NEAR:
            back -= 7
        elif parts["which"] == "last" and back == 0:
            back = 7
        return Period((published - timedelta(days=back)).isoformat())
    year = parts.get("year") or (known or "")[:4] or _nearest(match.start(), years)
    if not year:
        return None
    if parts.get("until"):
        return Period(year, match["until"]) if match["until"] > year else None
    if not parts.get("month"):
        return Period(year)
    month = _MONTHS.get(match["month"].casefold()) or int(match["month"])
    day = int(parts.get("day") or 1)
    if published and not parts.get("year"):
        year = str(_year(published, month, day))
    if not parts.get("day"):
        return Period(f"{year}-{month:02d}")
    return Period(f"{year}-{month:02d}-{day:02d}") if day <= monthrange(int(year), month)[1] else None


def _year(published: date, month: int, day: int) -> int:
    """Return the year in which the day is nearest to that of publication."""
    away = (date(published.year, month, min(day, 28)) - published).days
    return published.year - (away > _HALF) + (away < -_HALF)


def _nearest(position: int, years: list[tuple[int, str]]) -> str | None:
    if not years:
        return None
    return years[max(0, bisect_right(years, (position, "")) - 1)][1]
