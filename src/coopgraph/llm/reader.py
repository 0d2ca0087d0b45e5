"""Reads a document with a model: piece by piece, each answer grounded, names carried over."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from coopgraph.identity.facts import rekeyed
from coopgraph.llm.grounding import Dropped, ground
from coopgraph.llm.pieces import LIMIT, pieces
from coopgraph.llm.prompt import Prompt, prompt
from coopgraph.model import NAMED, Document, Entity, EntityType, Reading, Relation, Source, Statement
from coopgraph.reading.consolidate import consolidate

_ACTED = frozenset({Relation.PARTICIPATES_IN, Relation.MEMBER_OF})


@dataclass(frozen=True, slots=True)
class Read:
    """What a model read in a document: the reading, what grounding dropped, and in how many pieces it was asked."""

    reading: Reading
    dropped: tuple[Dropped, ...]
    pieces: int


def read(document: Document, ask: Callable[[Prompt], str], method: str, limit: int = LIMIT) -> Read:
    """Return what the model that `ask` answers for says of the document, as far as the text bears it out.

    `ask` is called once for each piece of at most `limit` characters, in their order, and returns the answer's text; an
    error that it raises goes through. `method` names the model in the evidence ("llm:NAME"). Organisations, projects,
    events and policies are kept whenever they are named; places, countries and persons when a fact is about them.
    """
    known: tuple[Entity, ...] = ()
    statements: list[Statement] = []
    dropped: list[Dropped] = []
    parts = pieces(document, limit)
    for piece in parts:
        grounded = ground(document, piece, ask(prompt(document, piece, known)), known, method)
        known = grounded.entities
        statements.extend(grounded.statements)
        dropped.extend(grounded.dropped)
    source = Source(**{each.name: getattr(document, each.name) for each in fields(Source)})
    return Read(_reading(source, known, statements), tuple(dropped), len(parts))


def _reading(source: Source, entities: tuple[Entity, ...], said: Sequence[Statement]) -> Reading:
    owners: dict[str, str] = {}
    for statement in said:
        if statement.fact.relation is Relation.PART_OF:
            owners.setdefault(*statement.fact.parties)
    statements = consolidate(_acting(said, entities, owners))
    used = {key for statement in statements for key in statement.fact.parties}
    kept = [
        replace(entity, owner=owners.get(entity.key))
        for entity in entities
        if entity.key in used or entity.type in NAMED
    ]
    return Reading(source, tuple(sorted(kept, key=lambda entity: entity.key)), statements)


def _acting(
    statements: Sequence[Statement], entities: Sequence[Entity], owners: Mapping[str, str]
) -> Iterator[Statement]:
    """Yield the statements; where a unit takes part or is a member, its organization does; as a partner it stays."""
    units = {entity.key for entity in entities if entity.type is EntityType.UNIT}
    acting = {entity.key: entity.key for entity in entities}
    for key in units & owners.keys():
        seen = {key}
        while acting[key] in units and (owner := owners.get(acting[key])) is not None and owner not in seen:
            seen.add(owner)
            acting[key] = owner
    for statement in statements:
        fact = rekeyed(statement.fact, acting) if statement.fact.relation in _ACTED else statement.fact
        if fact is not None:
            yield Statement(fact, statement.evidence)
