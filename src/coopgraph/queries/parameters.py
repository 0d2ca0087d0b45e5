"""The parameters of a named query: what the user writes becomes a term of its type, never a piece of the query."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from coopgraph.errors import UsageError
from coopgraph.queries.durations import Duration
from coopgraph.queries.entities import one
from coopgraph.store import Iri, Literal, Store, Term
from coopgraph.vocabulary.dates import period
from coopgraph.vocabulary.iris import is_iri
from coopgraph.vocabulary.namespaces import XSD

ANY = "any"
"""The default of a parameter that may be left out: its variable then stays a variable."""

_TODAY = re.compile(r"today(?:\s*\+\s*(\w+))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A place in a query, written `$name` there; without a default it must be given."""

    name: str
    type: str
    description: str
    default: str | None = None

    def term(self, text: str, store: Store) -> Term:
        """Return what the user wrote as a term.

        Raises UsageError where it isn't of the parameter's type, NothingFoundError for a name that nothing has.
        """
        try:
            return TYPES[self.type](text, store)
        except UsageError as error:
            raise UsageError(f"--param {self.name}: {error}") from error


def _string(text: str, _: Store) -> Term:
    return Literal(text)


def _name(text: str, store: Store) -> Term:
    return Iri(one(store, text)["id"])


def _iri(text: str, _: Store) -> Term:
    if not is_iri(text):
        raise UsageError(f"{text!r}: no absolute IRI; write it without < and >")
    return Iri(text)


def _date(text: str, _: Store) -> Term:
    if match := _TODAY.fullmatch(text.strip()):
        day = date.today()
        return _day(Duration.parse(match[1]).after(day) if match[1] else day)
    days = period(text.strip())
    if days is None:
        raise UsageError(f"{text!r}: no date; write 2026-03-31, 2026-03, 2026, today or today+6m")
    return _day(days.earliest)


def _day(day: date) -> Literal:
    return Literal(day.isoformat(), XSD + "date")


def _integer(text: str, _: Store) -> Term:
    if re.fullmatch(r"[0-9]{1,9}", text.strip()) is None:
        raise UsageError(f"{text!r}: no whole number")
    return Literal(str(int(text)), XSD + "integer")


TYPES: dict[str, Callable[[str, Store], Term]] = {
    "string": _string,
    "name": _name,
    "iri": _iri,
    "date": _date,
    "integer": _integer,
}
"""What a value of each type becomes. A month or year given as a date is its first day; `find` knows the names."""
