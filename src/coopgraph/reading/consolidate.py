"""One fact for what a document states several times, with all the evidence for it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, replace

from coopgraph.model import Details, Evidence, Fact, Relation, Statement, Status
from coopgraph.reading.kinds import PARTNERSHIP, rank, specific


@dataclass(slots=True)
class _Entry:
    """A fact while its evidence is gathered."""

    fact: Fact
    evidence: list[Evidence] = field(default_factory=list)


def consolidate(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return the statements with facts united that say the same thing, more or less precisely; sorted by place.

    Two facts of the same ends are one when none of their details contradict: the more specific kind, the more precise
    date and whatever only one of them says are kept. A cooperation whose pairs are among those of another with details
    at least as precise is part of that one. Different dates or incompatible kinds stay different facts. What is stated
    once and has ended by another sentence has ended; an intention that the document also states is left out.
    """
    groups: dict[tuple[Relation, tuple[tuple[str, ...], ...]], list[_Entry]] = defaultdict(list)
    for statement in statements:
        _add(groups[statement.fact.relation, statement.fact.sides], statement)
    entries = _without_fulfilled([entry for group in groups.values() for entry in _settle(group)])
    result = [Statement(entry.fact, evidence) for entry in _absorb(entries) for evidence in entry.evidence]
    return tuple(sorted(set(result), key=_order))


def _order(statement: Statement) -> tuple[int, int, str]:
    return statement.evidence.start, statement.evidence.stop, repr(statement)


def _add(group: list[_Entry], statement: Statement) -> None:
    """Add the statement to the first fact that it agrees with, or as a fact of its own."""
    for entry in group:
        details = unite(entry.fact.details, statement.fact.details)
        if details is not None:
            entry.fact = replace(entry.fact, details=details)
            entry.evidence.append(statement.evidence)
            return
    group.append(_Entry(statement.fact, [statement.evidence]))


def _settle(group: list[_Entry]) -> list[_Entry]:
    """Unite what became compatible only after more was known."""
    settled: list[_Entry] = []
    for entry in group:
        for other in settled:
            details = unite(other.fact.details, entry.fact.details)
            if details is not None:
                other.fact = replace(other.fact, details=details)
                other.evidence.extend(entry.evidence)
                break
        else:
            settled.append(entry)
    return settled


def unite(one: Details, other: Details) -> Details | None:
    """Return the details that hold when both do; None where they contradict each other."""
    values: dict[str, object] = {}
    for name in (each.name for each in fields(Details)):
        a, b = getattr(one, name), getattr(other, name)
        if a is None or b is None or a == b:
            values[name] = b if a is None else a
        elif name == "kind":
            values[name] = specific(a, b)
            if values[name] is None:
                return None
        elif name in ("date", "end") and (a.startswith(b) or b.startswith(a)):
            values[name] = max(a, b, key=len)
        elif name in ("role", "topic"):
            values[name] = a
        elif name == "status" and _may_end(one, other):
            values[name] = Status.ENDED
        else:
            return None
    return replace(one, **values)  # type: ignore[arg-type]


def _may_end(one: Details, other: Details) -> bool:
    """Tell whether of two facts that differ in their status the one can be what is stated of the other, which ended.

    That an agreement ended doesn't end a partnership, a former post isn't another one, and what ended didn't begin
    later.
    """
    if Status.INTENDED in (one.status, other.status) or (one.kind == PARTNERSHIP) != (other.kind == PARTNERSHIP):
        return False
    if one.role and other.role and one.role != other.role:
        return False
    dates = [details.date for details in (one, other) if details.date]
    ends = [details.end for details in (one, other) if details.end]
    return not dates or not ends or min(dates) <= max(ends)


def _without_fulfilled(entries: Sequence[_Entry]) -> list[_Entry]:
    """Return the facts without what is only intended where the same parties are said to do that or more."""
    intended = [entry for entry in entries if entry.fact.details.status is Status.INTENDED]
    if not intended:
        return list(entries)
    done: dict[tuple[Relation, frozenset[str | None]], int] = {}
    for entry in entries:
        if entry.fact.details.status is not Status.INTENDED:
            for pair in entry.fact.pairs():
                place = entry.fact.relation, frozenset(pair)
                done[place] = max(done.get(place, 0), rank(entry.fact.details.kind))
    return [
        entry
        for entry in entries
        if entry.fact.details.status is not Status.INTENDED
        or any(
            done.get((entry.fact.relation, frozenset(pair)), -1) < rank(entry.fact.details.kind)
            for pair in entry.fact.pairs()
        )
    ]


def _absorb(entries: Sequence[_Entry]) -> list[_Entry]:
    """Let a cooperation of many take in those of some of its pairs that say nothing more."""
    holders: dict[frozenset[str | None], list[_Entry]] = defaultdict(list)
    pairs = {id(entry): {frozenset(pair) for pair in entry.fact.pairs()} for entry in entries}
    for entry in entries:
        if entry.fact.relation is Relation.COOPERATES_WITH:
            for pair in pairs[id(entry)]:
                holders[pair].append(entry)
    kept = []
    for entry in entries:
        own = pairs[id(entry)]
        wider = [
            other
            for other in (holders[next(iter(own))] if entry.fact.relation is Relation.COOPERATES_WITH else ())
            if len(pairs[id(other)]) > len(own)
            and own < pairs[id(other)]
            and unite(other.fact.details, entry.fact.details) == other.fact.details
        ]
        if wider:
            wider[0].evidence.extend(entry.evidence)
        else:
            kept.append(entry)
    return kept
