"""How long an agreement holds."""

import re
from datetime import date, timedelta

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNT = rf"(?P<years>\d{{1,2}}|{'|'.join(_NUMBERS)})"
# "for five years", "for another period of 5 years", but not "for five years now".
_FOR = re.compile(
    r"\b(?:for|of) (?:an? |the |another |further |next |initial |period of |term of |duration of )*"
    rf"{_COUNT}[- ]years?\b"
    r"(?! (?:now|ago|already|later|earlier))",
    re.IGNORECASE,
)
_LONG = re.compile(rf"\b{_COUNT}-? ?years?,? (?:[\w-]+ ){{0,3}}\Z", re.IGNORECASE)
_REACH = 110


def term(words: str, start: int, stop: int) -> int | None:
    """Return the years for which the agreement named at `words[start:stop]` holds, where the words around tell.

    "a five-year agreement" and "an agreement ... for a period of five years" do.
    """
    match = _LONG.search(words[max(0, start - 40) : start]) or _FOR.search(words[stop : stop + _REACH])
    if not match:
        return None
    years = match["years"].casefold()
    return int(years) if years.isdigit() else _NUMBERS.index(years) + 1


def end_of(begin: str, years: int) -> str | None:
    """Return the last time of a term that begins then, as precise as its ISO begin; None for what is no time.

    A term that begins on a day ends on the day before the same day, so many years later.
    """
    year, _, rest = begin.partition("-")
    later = f"{int(year) + years:04d}"
    if len(rest) < 3:
        return f"{later}-{rest}" if rest else later
    try:
        return (date.fromisoformat(f"{later}-{rest}") - timedelta(days=1)).isoformat()
    except ValueError:  # 29 February
        return f"{later}-02-28"
