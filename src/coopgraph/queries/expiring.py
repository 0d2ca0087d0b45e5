"""Agreements that run out."""

from collections.abc import Iterator
from datetime import date

from coopgraph.model import Relation, Status
from coopgraph.queries.durations import Duration
from coopgraph.queries.facts import FactFilter, facts
from coopgraph.queries.rows import FactRow
from coopgraph.store import Store
from coopgraph.vocabulary.dates import period


def expiring(store: Store, as_of: date, within: Duration, least: float = 0.0) -> Iterator[FactRow]:
    """Yield the cooperations whose last possible day lies from as_of to as_of plus within, the next to end first.

    An end that is known as a month or a year counts by its last day. Cooperations that are stated to have ended or
    only intended don't count, nor does evidence that is less sure than `least`. A row for each document and pair, as
    `facts` has them.
    """
    until = within.after(as_of)
    ending = []
    for row in facts(store, FactFilter(relation=Relation.COOPERATES_WITH, confidence=least)):
        days = period(row["end"]) if row["end"] else None
        if days and as_of <= days.latest <= until and row["status"] == Status.STATED:
            ending.append((days.latest, row))
    ending.sort(key=lambda pair: pair[0])
    yield from (row for _, row in ending)
