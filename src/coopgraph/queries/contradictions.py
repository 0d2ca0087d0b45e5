"""What can't all be true: for a person to look at, since a contradiction has no right side by itself."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from coopgraph.model import Relation
from coopgraph.queries.facts import facts
from coopgraph.queries.rows import FactRow
from coopgraph.store import Store
from coopgraph.vocabulary.dates import period

MODEL = "llm:"
"""What the methods of all language models begin with."""


@dataclass(frozen=True, slots=True, order=True)
class Contradiction:
    """Facts that contradict each other or themselves: a sentence about what is wrong, and where they are stated."""

    message: str
    places: tuple[str, ...]


def contradictions(store: Store) -> list[Contradiction]:
    """Return the contradictions among the facts, sorted.

    They are dates in the wrong order, two countries, parts in a circle, and a passage that the offline reader and a
    language model read differently.
    """
    rows = list(facts(store))
    return sorted({*_dates(rows), *_countries(rows), *_circles(rows), *_readers(rows)})


def _dates(rows: list[FactRow]) -> Iterator[Contradiction]:
    for row in rows:
        begin, end = period(row["date"] or ""), period(row["end"] or "")
        if begin and end and end.latest < begin.earliest:
            yield Contradiction(f"{_say(row)} ends ({row['end']}) before it begins ({row['date']})", (_place(row),))


def _countries(rows: list[FactRow]) -> Iterator[Contradiction]:
    located: dict[str, dict[str, list[FactRow]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row["relation"] == Relation.LOCATED_IN and row["object"] and row["object"]["type"] == "country":
            located[row["subject"]["id"]][row["object"]["name"]].append(row)
    for by_country in located.values():
        if len(by_country) > 1:
            stated = [row for same in by_country.values() for row in same]
            names = " and ".join(sorted(by_country))
            places = tuple(sorted({_place(row) for row in stated}))
            yield Contradiction(f"{stated[0]['subject']['name']} lies in {names}", places)


def _circles(rows: list[FactRow]) -> Iterator[Contradiction]:
    """Yield each fact that makes a thing a part of itself, directly or through others."""
    for relation in (Relation.PART_OF, Relation.LOCATED_IN):
        edges = [row for row in rows if row["relation"] == relation and row["object"]]
        above: dict[str, set[str]] = defaultdict(set)
        for row in edges:
            above[row["subject"]["id"]].add(_object(row))
        for row in edges:
            if row["subject"]["id"] in _reached(_object(row), above):
                message = f"{_say(row)}, which lies within it in turn"
                yield Contradiction(message, (_place(row),))


def _readers(rows: list[FactRow]) -> Iterator[Contradiction]:
    """Yield each passage in which a language model reads another date, kind, status or direction."""
    told: dict[tuple[str, str, frozenset[str]], list[FactRow]] = defaultdict(list)
    for row in rows:
        told[row["document"], row["relation"], frozenset({row["subject"]["id"], _object(row)})].append(row)
    for same in told.values():
        for one in same:
            for other in same if one["method"].startswith(MODEL) else ():
                overlap = one["start"] < other["stop"] and other["start"] < one["stop"]
                if overlap and not other["method"].startswith(MODEL) and (how := _difference(one, other)):
                    message = f"{_say(one)}: a language model reads {how[0]}, the offline reader {how[1]}"
                    yield Contradiction(message, tuple(sorted({_place(one), _place(other)})))


def _difference(one: FactRow, other: FactRow) -> tuple[str, str] | None:
    """Return how two readers tell a fact of the same ends, where they differ."""
    if one["subject"]["id"] != other["subject"]["id"]:
        return _say(one), _say(other)
    for mine, theirs in ((one[name], other[name]) for name in ("kind", "date", "end", "status")):
        if mine and theirs and not (mine.startswith(theirs) or theirs.startswith(mine)):
            return mine, theirs
    return None


def _reached(start: str, above: dict[str, set[str]]) -> set[str]:
    seen, waiting = {start}, [start]
    while waiting:
        new = above[waiting.pop()] - seen
        seen |= new
        waiting += new
    return seen


def _object(row: FactRow) -> str:
    return row["object"]["id"] if row["object"] else ""


def _say(row: FactRow) -> str:
    end = f" {row['object']['name']}" if row["object"] else ""
    return f"{row['subject']['name']} {row['relation']}{end}"


def _place(row: FactRow) -> str:
    return f"{row['document']}:{row['start']}-{row['stop']}"
