"""From what each document says to what all of them say together."""

from collections.abc import Iterable
from dataclasses import dataclass

from coopgraph.identity.correcting import Names, Unused, add, reject, unmatched
from coopgraph.identity.corrections import Corrections
from coopgraph.identity.describing import describe
from coopgraph.identity.facts import order, rekeyed
from coopgraph.identity.merging import merge
from coopgraph.identity.names import name_key
from coopgraph.identity.things import collect
from coopgraph.model import Knowledge, Reading, Statement


@dataclass(frozen=True, slots=True, order=True)
class Merged:
    """Two names in documents that were found to be one thing, and why."""

    key: str
    document: str
    name: str
    other_document: str
    other_name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """What all documents say, why things are one, and which corrections had no effect, in the order of their lines."""

    knowledge: Knowledge
    merges: tuple[Merged, ...]
    unused: tuple[Unused, ...]


def resolve(readings: Iterable[Reading], corrections: Corrections) -> Knowledge:
    """Return what all readings say together, one entity for one thing, with the corrections applied.

    The result is the same in any order of the readings. Documents have different names.
    """
    return explain(readings, corrections).knowledge


def explain(readings: Iterable[Reading], corrections: Corrections) -> Resolution:
    """Return the knowledge of `resolve` together with the reasons for it."""
    ordered = sorted(readings, key=lambda reading: (reading.source.name, reading.source.digest))
    types = {name_key(typed.name): typed.type for typed in corrections.typed}
    things, local = collect(ordered, types)
    partition, merges = merge(things, [frozenset(map(name_key, same.names)) for same in corrections.same])
    preferred = {name_key(named.name): named.preferred for named in corrections.named}
    entities = describe(things, partition, preferred)

    key_of = [entities[partition.find(thing.index)].key for thing in things]
    statements: list[Statement] = []
    for reading, indices in zip(ordered, local, strict=True):
        keys = {key: key_of[index] for key, index in indices.items()}
        for statement in reading.statements:
            fact = rekeyed(statement.fact, keys)
            if fact is not None:
                statements.append(Statement(fact, statement.evidence))

    names = Names(entities.values())
    statements, rejections = reject(statements, corrections.rejected, names)
    added, new, additions = add(corrections, names, types)
    known = {name_key(name) for thing in things for name in thing.entity.names}
    unused = [*rejections, *additions, *unmatched(corrections, names, known)]
    sources = [reading.source for reading in ordered]
    mentions = {(thing.document, key_of[thing.index]) for thing in things}
    if added and corrections.source:
        sources.append(corrections.source)
        mentions |= {(corrections.source.name, key) for statement in added for key in statement.fact.parties}
    knowledge = Knowledge(
        tuple(sorted(sources, key=lambda source: (source.name, source.digest))),
        tuple(sorted([*entities.values(), *new], key=lambda entity: entity.key)),
        tuple(sorted({*statements, *added}, key=order)),
        tuple(sorted(mentions)),
    )
    explained = (
        Merged(
            key_of[step.first],
            things[step.first].document,
            things[step.first].entity.name,
            things[step.second].document,
            things[step.second].entity.name,
            step.reason,
        )
        for step in merges
    )
    return Resolution(knowledge, tuple(sorted(explained)), tuple(sorted(unused, key=lambda item: item.number)))
