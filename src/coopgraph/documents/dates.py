"""Dates as documents write them → ISO 8601, as precise as written."""

import datetime as dt
import re

_NAMES = "jan(?:uary)? feb(?:ruary)? mar(?:ch)? apr(?:il)? may june? july? aug(?:ust)? sept?(?:ember)? oct(?:ober)? "
_NAMES += "nov(?:ember)? dec(?:ember)?"
_MONTHS = {name[:3]: number for number, name in enumerate(_NAMES.split(), 1)}
_MONTH = rf"(?P<name>{'|'.join(_NAMES.split())})\b\.?"
_YEAR = r"(?P<year>(?:1[4-9]|2\d)\d\d)(?!\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_FULL = (
    # 2025-11-15, 2025/11/15, 2025.11.15
    rf"{_YEAR}(?P<sign>[-/.])(?P<month>\d\d?)(?P=sign)(?P<day>\d\d?)(?!\d)",
    # 15/11/2025, 15.11.2025, 15-11-2025
    rf"(?P<first>\d{{1,2}})(?P<sign>[-/.])(?P<second>\d{{1,2}})(?P=sign){_YEAR}",
    # 15 November 2025, 15th of Nov. 2025
    rf"{_DAY}[ \t]+(?:of[ \t]+)?{_MONTH},?[ \t]+{_YEAR}",
    # November 15, 2025; Nov 15th 2025
    rf"{_MONTH}[ \t]+{_DAY},?[ \t]+{_YEAR}",
)
_PARTIAL = (rf"{_MONTH},?[ \t]+{_YEAR}", rf"{_YEAR}[-/](?P<month>\d{{1,2}})(?!\d)", _YEAR)
_FULL_DATES = [re.compile(rf"(?<![\w./-]){form}", re.IGNORECASE) for form in _FULL]
_ANY_DATES = [*_FULL_DATES, *(re.compile(rf"(?<![\w./-]){form}", re.IGNORECASE) for form in _PARTIAL)]
_PDF_DATE = re.compile(r"\A(?:D:)?(\d{4})(\d\d)(\d\d).*", re.DOTALL)
_ADDRESS_DATES = (
    re.compile(r"/(?P<year>(?:19|20)\d\d)(?P<sign>[-/]?)(?P<month>\d\d)(?P=sign)(?P<day>\d\d)(?=[/_.-]|\Z)"),
    re.compile(rf"/(?P<first>\d\d)/(?P<second>\d\d)/{_YEAR}(?=[/_.-]|\Z)"),
    re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>\d\d)(?=/|\Z)"),
)

MAX_FIELD = 200
"""Characters of a metadata field in which a date is looked for."""

_TOP_LINES = 12
_TOP_CHARACTERS = 4000
_BESIDE = 40  # letters that may stand beside the date on a line of its own: a weekday, a label, a name
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}(?::\d{2})?(?:[ \t]*[ap]\.?m\b\.?)?|\b(?:GMT|UTC)\b", re.IGNORECASE)
_PLACE = re.compile(r"(?!(?:On|In|From|Since|By|Until|Between|At|As|The|Dated?)\b)\w[\w .,'’/()-]{0,40}[,–—:(-]?\s*")
_AFTER_PLACE = re.compile(r"\s*(?:[:(–—]|--?\s)")


def from_field(value: str) -> str | None:
    """Return the date that a metadata field gives: a day, else a month, else a year; None where it gives none."""
    value = _PDF_DATE.sub(r"\1-\2-\3", value.strip())
    for pattern in _ANY_DATES:
        if (match := pattern.search(value[:MAX_FIELD])) and (date := _iso(match)):
            return date
    return None


def from_top(prose: str) -> str | None:
    """Return the first dateline near the top of prose: a day on a line of its own, or after the place of a report.

    A date inside a sentence is none: it dates what the sentence tells.
    """
    lines = [line for line in prose[:_TOP_CHARACTERS].splitlines() if line.strip()]
    for line in lines[:_TOP_LINES]:
        for pattern in _FULL_DATES:
            for match in pattern.finditer(line):
                if _is_dateline(line, match) and (date := _iso(match)):
                    return date
    return None


def from_address(address: str) -> str | None:
    """Return the day or month that the path of a web address names: /2022/07/26/, /2022-07-26-title, /2022/07/."""
    for pattern in _ADDRESS_DATES:
        if (match := pattern.search(address[:MAX_FIELD])) and (date := _iso(match)):
            return date
    return None


def _is_dateline(line: str, match: re.Match[str]) -> bool:
    before, after = line[: match.start()], line[match.end() :]
    beside = sum(map(str.isalpha, _CLOCK.sub("", before + after)))
    if beside <= _BESIDE and not line.rstrip().endswith((".", "!", "?")):
        return True
    return bool(_PLACE.fullmatch(before.lstrip()) and _AFTER_PLACE.match(after))


def _iso(match: re.Match[str]) -> str | None:
    """Return the date that the parts of a match make, or None where the calendar has no such day."""
    parts = match.groupdict()
    year = int(parts["year"])
    if parts.get("first"):
        # The day comes first nearly everywhere; where that makes no date, the month does, as in the United States.
        first, second = int(parts["first"]), int(parts["second"])
        return _day(year, second, first) or _day(year, first, second)
    month = _MONTHS[parts["name"][:3].lower()] if parts.get("name") else int(parts.get("month") or 0)
    if parts.get("day"):
        return _day(year, month, int(parts["day"]))
    if "name" in parts or "month" in parts:
        return f"{year:04}-{month:02}" if 1 <= month <= 12 else None
    return f"{year:04}"


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None
