"""When a fact holds: from the day that it begins, as far as known, to the day that it ends."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from coopgraph.model import TIES, Status
from coopgraph.network.selection import keep
from coopgraph.vocabulary.dates import period

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class Validity:
    """The first day on which a fact may hold, and the last; None where nothing bounds it.

    `dated` tells whether the first day is the fact's own date. A fact without one holds from the date of the first
    document that states it. What is stated to have ended without a date holds until that document's date.
    """

    first: date | None
    last: date | None
    dated: bool

    def holds(self, day: date) -> bool:
        """Tell whether the fact may hold on this day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


def validity(edge: Mapping[str, Any]) -> Validity:
    """Return when the fact behind an edge of the loaded graph holds; months and years count to their full length."""
    begin, end = period(edge["date"] or ""), period(edge["end"] or "")
    pieces = sorted(filter(None, (period(piece["date"] or "") for piece in edge["evidence"])), key=lambda p: p.earliest)
    reported = pieces[0] if pieces else None
    over = edge["status"] == Status.ENDED
    last = end.latest if end else None
    if over and last is None:
        last = reported.earliest if reported else date.min
    if begin is not None:
        return Validity(begin.earliest, last, True)
    return Validity(None if over or reported is None else reported.earliest, last, False)


def as_of(graph: "nx.MultiGraph[str]", day: date) -> "nx.MultiGraph[str]":
    """Return the loaded graph with only those ties of parties that may hold on a day.

    What has ended since has the status stated there: on that day it wasn't over, and it ties parties like all else.
    """
    held = keep(graph, lambda edge: validity(edge).holds(day))
    for _, _, edge in held.edges(data=True):
        if edge["relation"] in TIES and edge["status"] == Status.ENDED:
            edge["status"] = Status.STATED.value
    return held
