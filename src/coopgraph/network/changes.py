"""What changed between two days: which ties are new, which were renewed, which are lost."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from coopgraph.errors import UsageError
from coopgraph.network.evidence import sources_of
from coopgraph.network.projection import Projection, Reason
from coopgraph.network.ties import project
from coopgraph.network.validity import Validity, as_of, validity

if TYPE_CHECKING:
    import networkx as nx


class Change(StrEnum):
    """What became of a tie."""

    NEW = "new"
    RENEWED = "renewed"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One tie that changed, and the reasons that make the change: those that came, or of a lost tie those that went.

    `one` and `other` are IRIs, with `names` in the same order. `dated` tells whether one of the facts has a date of its
    own; without one the change is only as sure as the date of the document that first states it. `facts` are IRIs.
    """

    change: Change
    one: str
    other: str
    names: tuple[str, str]
    reasons: tuple[Reason, ...]
    dated: bool
    facts: tuple[str, ...]
    documents: int
    sources: int


def changes(
    graph: "nx.MultiGraph[str]", before: date, after: date, *, focus: str | None = None, view: Projection | None = None
) -> list[ChangeRow]:
    """Return the ties that changed from one day to a later one: the new, then the renewed, then the lost, by name.

    A tie is new where none held on the first day and one holds on the last; lost the other way round; renewed where it
    holds on both, for another reason that began in between. With `focus`, an IRI, only its ties. Raises UsageError
    where the days are in the wrong order.
    """
    if after <= before:
        raise UsageError(f"from {before} to {after}: the second day must be later")
    view = view or Projection()
    earlier, later = project(as_of(graph, before), view), project(as_of(graph, after), view)
    sources = sources_of(graph)
    when: dict[str, Validity] = {edge["fact"]: validity(edge) for _, _, edge in graph.edges(data=True)}
    if focus is not None:
        focus = later.graph["homes"].get(focus, focus)
    rows = []
    for pair in sorted({*earlier.edges, *later.edges}):
        if focus is not None and focus not in pair:
            continue
        old = earlier.edges[pair]["reasons"] if earlier.has_edge(*pair) else ()
        new = later.edges[pair]["reasons"] if later.has_edge(*pair) else ()
        change, reasons = _change(old, new, before, when)
        if change is None:
            continue
        facts = sorted({fact for reason in reasons for fact in reason.facts})
        evidence = (earlier if change is Change.LOST else later).edges[pair]["evidence"]
        names = (str(graph.nodes[pair[0]]["name"]), str(graph.nodes[pair[1]]["name"]))
        rows.append(
            ChangeRow(
                change=change,
                one=pair[0],
                other=pair[1],
                names=names,
                reasons=tuple(reasons),
                dated=any(when[fact].dated for fact in facts),
                facts=tuple(facts),
                documents=len({name for fact in facts for name in evidence[fact]}),
                sources=len({source for fact in facts for source in sources[fact]}),
            )
        )
    order = list(Change)
    return sorted(rows, key=lambda row: (order.index(row.change), [name.casefold() for name in row.names], row.one))


def _change(
    old: Iterable[Reason], new: Iterable[Reason], before: date, when: dict[str, Validity]
) -> tuple[Change | None, list[Reason]]:
    """Return what became of a tie, and the reasons for it; what a fact that ends later does isn't a change."""
    old, new = list(old), list(new)
    if not old:
        return Change.NEW, new
    if not new:
        return Change.LOST, old
    came = [reason for reason in new if all(_begins_after(when[fact], before) for fact in reason.facts)]
    return (Change.RENEWED, came) if came else (None, [])


def _begins_after(when: Validity, day: date) -> bool:
    return when.first is not None and when.first > day
