"""The details of a fact of an answer, those that the text bears out."""

import re
from collections.abc import Mapping
from functools import lru_cache

from coopgraph.llm.schema import BOUNDS, DETAILS
from coopgraph.llm.wording import Wording
from coopgraph.model import Details, Document, Relation, Status
from coopgraph.reading.kinds import kind_in
from coopgraph.vocabulary.dates import period
from coopgraph.vocabulary.terms import KIND_NAMES

_LARGEST = 1_000_000
_COORDINATOR = "coordinator"
_YEAR = re.compile(r"(?=([0-9]{4}))|[/.'’-]([0-9]{2})(?!\d)")
_STATUSES = {str(status): status for status in Status}


def details(
    item: Mapping[str, object], relation: Relation, document: Document, wording: Wording, quote: str
) -> tuple[Details, list[str]]:
    """Return the details that go with the relation and stand in the text, and why others don't count, a line for each.

    A date stands there when its year does, or counts from the document's date; a number when the quote has it or no
    digits at all; everything else that isn't a term of ours is as written. An unknown status is "stated".
    """
    wrong: list[str] = []
    values: dict[str, object] = {}
    for name in DETAILS[relation]:
        value = item.get(name)
        text = " ".join(str(value).split()) if isinstance(value, str | int) and not isinstance(value, bool) else ""
        if not text or text == "null":
            continue
        checked = _checked(name, text, document, wording, quote)
        if checked is None:
            wrong.append(f"its {name} doesn't stand in the text or is none: {text}")
        else:
            values[name] = checked
    status = _STATUSES.get(str(item.get("status")), Status.STATED)
    return Details(status=status, **values), wrong  # type: ignore[arg-type]


def _checked(name: str, text: str, document: Document, wording: Wording, quote: str) -> str | int | None:
    match name:
        case "kind":
            return text if text in KIND_NAMES else kind_in(text)
        case "date" | "end":
            return text if period(text) and _dated(text[:4], document) else None
        case "count":
            return _count(text, quote)
        case "bound":
            return text if text in BOUNDS else None
        case "role" if text == _COORDINATOR:
            return text
    return text if wording.stands(text) else None


def _dated(year: str, document: Document) -> bool:
    """Tell whether the document names the year, also in two digits, or is from that year or one beside it."""
    published = (document.date or "")[:4]
    if published.isdecimal() and abs(int(published) - int(year)) <= 1:
        return True
    return not _years(document.text).isdisjoint((year, year[2:]))


@lru_cache(8)
def _years(text: str) -> frozenset[str]:
    """Return what in a text may be a year: four digits in a row, or two behind a sign, as in "’21"."""
    return frozenset(found[1] or found[2] for found in _YEAR.finditer(text))


def _count(text: str, quote: str) -> int | None:
    digits = re.sub(r"[,.  ](?=\d{3}(?!\d))", "", text)
    if not re.fullmatch(r"[0-9]{1,7}", digits) or not 0 < int(digits) <= _LARGEST:
        return None
    numbers = re.findall(r"\d+", re.sub(r"(?<=\d)[,.  ](?=\d{3}(?!\d))", "", quote))
    return int(digits) if not numbers or digits in numbers else None
