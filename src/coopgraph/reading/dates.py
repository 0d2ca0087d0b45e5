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
_OF_YEAR = "(?: (?:of )?(?P<of_year>last|this|next) year)?"
_BOUNDARY, _END = r"(?<![\w/.-])", r"(?![\w/-])"
_FORMS = (
    rf"{_BOUNDARY}{_YEAR}-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![\w/])",
    rf"{_BOUNDARY}(?P<day>0?[1-9]|[12]\d|3[01])[/.](?P<month>0?[1-9]|1[0-2])[/.]{_YEAR}{_END}",
    rf"{_BOUNDARY}(?:{_WEEKDAY},? (?:the )?)?{_DAY}(?: of)? {_MONTH}(?:,? {_YEAR}|{_OF_YEAR}){_END}",
    rf"{_BOUNDARY}(?:{_WEEKDAY},? )?{_MONTH} {_DAY}(?:,? {_YEAR}|{_OF_YEAR}){_END}",
    rf"{_BOUNDARY}{_MONTH}(?: of)?,? {_YEAR}{_END}",
    rf"(?:(?<=\b[Ii]n )|(?<=\b[Ss]ince )|\b(?P<which>[Tt]his|[Ll]ast|[Nn]ext) ){_MONTH}{_OF_YEAR}{_END}",
    rf"{_BOUNDARY}{_YEAR}(?:\s?[-–—]\s?| to | until |(?<=(?i:between) \d{{4}}) and )(?P<until>(?:19|20)\d\d){_END}",
    rf"{_BOUNDARY}{_YEAR}{_END}(?!(?: students| people|\s?%))",
    r"\b(?P<relative>(?i:today|tonight|this (?:morning|afternoon|evening)|yesterday|last night"
    r"|(?:this|last|next) (?:month|year)))\b",
    rf"{_BOUNDARY}(?:(?P<which>[Tt]his|[Ll]ast|[Nn]ext) )?(?P<weekday>{_WEEKDAY})\b(?!['’]s|\s?[-–] ?[A-Z])",
)
_PATTERNS = tuple(re.compile(form) for form in _FORMS)
# "Employer Day 2024", but no "In 2024" at the beginning of a sentence
_NAMED = re.compile(r"[\w,’'\")] (?!(?:Spring|Summer|Autumn|Winter|Fall|Year)\b)[A-Z][\w’'-]+ \Z")
_NEAR = 3  # days: "this Thursday" is that nearest to the day of publication
_HALF = 183  # days: a day without its year is nearer than this to the day of publication
# "on Tuesday", "signed Tuesday", "said here Tuesday"; no "every Tuesday", "from Tuesday to Friday"
_DAY_TOLD = re.compile(r"\b(?:[Oo]n|\w+ed|said|told|met|held|began|won|here) \Z")
# The verb nearest before a time tells if it is past or yet to come, else one that follows: "On Friday it will sign".
_TENSE = re.compile(
    r"\b(?:(?P<ahead>(?:to|would) be \w+|to (?:open|hold|start|begin|launch|sign)"
    r"|(?:will|(?:is|are|due|expected|scheduled|planned) to)(?: be)? \w+|starts|begins|opens)|(?P<past>(?:re-?)?signed"
    r"|agreed|concluded|renewed|extended|joined|launched|opened|started|began|established|founded|formed|announced"
    r"|received|awarded|won|held|visited|met|said|told|[Ss]ince))\b|[.;!?]|\n\n"
)
_PLAUSIBLE = re.compile("(?:19|20)")  # "0001-01-01" and "9999-12-31" are what programs write where they know none
_REACH = 120  # characters in which the verb is looked for
_STEPS = {"last": -1, "this": 0, "next": 1}
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
        return date.fromisoformat(iso) if iso and len(iso) == len("2000-01-01") else None
    except ValueError:
        return None


def _relative(word: str, published: str) -> str | None:
    """Return the ISO time that "yesterday" or "last month" means when it was published; None where that isn't known."""
    which, _, unit = word.casefold().partition(" ")
    year = int(published[:4])
    if unit == "year":
        return str(year + _STEPS[which])
    if unit == "month":
        if len(published) < len("2000-01"):
            return None
        months = year * 12 + int(published[5:7]) - 1 + _STEPS[which]
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    day = _parse(published)
    back = which in ("yesterday", "last")
    return (day - timedelta(days=back)).isoformat() if day else None


def find_dates(document: Document) -> tuple[Dated, ...]:
    """Return the times that the prose names, in order and without overlap.

    A day or month without a year is that which is nearest to the document's date, on the side that the verb beside it
    tells, or else has the year of the nearest full date before it (after it, where none stands before). A year at the
    end of a name is none. "Yesterday" and "on Friday" count only where the day of publication is known, "last month"
    where its month is; "last week" never does, as it names no day.
    """
    found: list[re.Match[str]] = []
    for compiled in _PATTERNS:
        found.extend(compiled.finditer(document.prose))
    found.sort(key=lambda match: (match.start(), -match.end()))
    years = [(match.start(), match["year"]) for match in found if match.groupdict().get("year")]
    known = document.date if document.date and _PLAUSIBLE.match(document.date) else None
    published = _parse(known)
    result: list[Dated] = []
    for match in found:
        if (result and match.start() < result[-1].stop) or _is_named(document.prose, match):
            continue
        period = _period(match, published, known, years)
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
        told = _relative(match["relative"], known) if known else None
        return Period(told) if told else None
    if parts.get("weekday"):
        return _weekday(match, published)
    near = published or _parse(f"{known}-15")  # of a month the middle
    if parts.get("of_year"):
        year = str(int(known[:4]) + _STEPS[match["of_year"]]) if known else ""
    elif parts.get("which") and not near:
        return None
    else:
        year = parts.get("year") or (known or "")[:4] or _nearest(match.start(), years) or ""
    if not year:
        return None
    if parts.get("until"):
        return Period(year, match["until"]) if match["until"] > year else None
    if not parts.get("month"):
        return Period(year)
    month = _MONTHS.get(match["month"].casefold()) or int(match["month"])
    day = int(parts.get("day") or 1)
    if near and not parts.get("year") and not parts.get("of_year"):
        year = str(_year(match, near, month, day))
    if not parts.get("day"):
        return Period(f"{year}-{month:02d}")
    return Period(f"{year}-{month:02d}-{day:02d}") if day <= monthrange(int(year), month)[1] else None


def _weekday(match: re.Match[str], published: date | None) -> Period | None:
    """Return the day that a weekday means: the last one, where the sentence speaks of what is to come the next one.

    "next Friday" on a Monday may be either of two days and is none.
    """
    which = (match["which"] or "").casefold()
    if not published or not (which or _DAY_TOLD.search(match.string, max(0, match.start() - 20), match.start())):
        return None
    back = (published.weekday() - _WEEKDAYS[match["weekday"].casefold()]) % 7
    if which == "next":
        if published.weekday() < _WEEKDAYS[match["weekday"].casefold()]:
            return None
        back -= 7
    elif which == "last":
        back = back or 7
    elif (which == "this" and back > _NEAR) or (which != "last" and back and _tense(match) == "ahead"):
        back -= 7
    return Period((published - timedelta(days=back)).isoformat())


def _tense(match: re.Match[str]) -> str | None:
    """Return "past" or "ahead" as the sentence speaks of the time, None where it tells neither."""
    told = None
    for verb in _TENSE.finditer(match.string, max(0, match.start() - _REACH), match.start()):
        told = verb.lastgroup
    after = _TENSE.search(match.string, match.end(), match.end() + _REACH)
    return told or (after.lastgroup if after else None)


def _year(match: re.Match[str], published: date, month: int, day: int) -> int:
    """Return the year of a day or month: as the words beside it tell, else that in which it is nearest."""
    year = published.year
    which = (match.groupdict().get("which") or "").casefold()
    if which:
        return year + {"last": -(month >= published.month), "this": 0, "next": month <= published.month}[which]
    away = (date(year, month, min(day, 28)) - published).days
    tense = _tense(match) if month != published.month else None
    if tense:
        return year + (away < 0) if tense == "ahead" else year - (away > 0)
    return year - (away > _HALF) + (away < -_HALF)


def _nearest(position: int, years: list[tuple[int, str]]) -> str | None:
    if not years:
        return None
    return years[max(0, bisect_right(years, (position, "")) - 1)][1]
