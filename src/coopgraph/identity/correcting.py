"""Applying the corrections that speak of facts, and telling which corrections speak of nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from coopgraph.identity.corrections import Added, Corrections, Line, Named, Rejected, Typed
from coopgraph.identity.facts import without_pair
from coopgraph.identity.keys import prefix, short_hash, slug
from coopgraph.identity.names import name_key
from coopgraph.model import Entity, EntityType, Evidence, Fact, Relation, Statement, cooperation, directed

# What a name that no document names can only be, as the object of a relation.
_OBJECTS = {
    Relation.PARTICIPATES_IN: EntityType.PROJECT,
    Relation.ORGANIZES: EntityType.EVENT,
    Relation.LOCATED_IN: EntityType.PLACE,
    Relation.ISSUES: EntityType.POLICY,
}


@dataclass(frozen=True, slots=True)
class Unused:
    """A correction without effect: the number of its line, and why."""

    number: int
    reason: str


class Names:
    """The keys of the entities by all their names, compared forgivingly."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._by_name: defaultdict[str, set[str]] = defaultdict(set)
        self._keys: set[str] = set()
        for entity in entities:
            self.put(entity)

    def put(self, entity: Entity) -> None:
        """Make an entity known under its names."""
        self._keys.add(entity.key)
        for name in entity.names:
            self._by_name[name_key(name)].add(entity.key)

    def keys(self, name: str) -> list[str]:
        """Return the keys of the entities that have this name, in order."""
        return sorted(self._by_name.get(name_key(name), ()))

    def mint(self, name: str, kind: EntityType) -> Entity:
        """Return a new entity of this name, made known."""
        key = f"{prefix(kind)}/{slug(name)}"
        while key in self._keys:
            key = f"{key}-{short_hash(name_key(name))}"
        entity = Entity(key, name, kind)
        self.put(entity)
        return entity


def reject(
    statements: Iterable[Statement], rejected: Iterable[Rejected], names: Names
) -> tuple[list[Statement], list[Unused]]:
    """Return the statements without the rejected facts, and the rejections that met none."""
    left, unused = list(statements), []
    for rejection in rejected:
        subjects, objects = names.keys(rejection.subject), names.keys(rejection.object or "")
        pairs = {frozenset({one, other}) for one in subjects for other in objects}
        ordered = set(product(subjects, objects if rejection.object else [None]))
        kept: list[Statement] = []
        for statement in left:
            if rejection.document not in (None, statement.evidence.document):
                kept.append(statement)
            else:
                facts = _without(statement.fact, rejection.relation, pairs, ordered)
                kept += [Statement(fact, statement.evidence) for fact in facts]
        if kept == left:
            unused.append(Unused(rejection.line.number, "no document states the rejected fact"))
        left = kept
    return left, unused


def _without(
    fact: Fact, relation: Relation, pairs: set[frozenset[str]], ordered: set[tuple[str, str | None]]
) -> list[Fact]:
    if fact.relation is not relation:
        return [fact]
    if relation is not Relation.COOPERATES_WITH:
        return [] if fact.pairs()[0] in ordered else [fact]
    facts = [fact]
    for pair in pairs:
        facts = [rest for one in facts for rest in without_pair(one, pair)]
    return facts


def add(
    corrections: Corrections, names: Names, types: Mapping[str, EntityType]
) -> tuple[list[Statement], list[Entity], list[Unused]]:
    """Return the statements that people add, the entities that only they name, and the additions that can't be made."""
    statements: list[Statement] = []
    entities: list[Entity] = []
    unused: list[Unused] = []
    for added in corrections.added:
        ends = [(added.subject, _subject_type(added.relation))]
        ends += [(added.object, _OBJECTS.get(added.relation))] if added.object else []
        problem = next((p for name, kind in ends if (p := _problem(name, kind, names, types))), None)
        keys: list[str] = []
        for name, kind in [] if problem else ends:
            if not names.keys(name):
                entities.append(names.mint(name, types.get(name_key(name)) or kind or EntityType.ASSOCIATION))
            keys += names.keys(name)
        if len(set(keys)) < len(ends):
            unused.append(Unused(added.line.number, problem or "both ends are one thing"))
        elif corrections.source:
            statements.append(Statement(_fact(added, keys), _evidence(corrections.source.name, added.line)))
    return statements, entities, unused


def _subject_type(relation: Relation) -> EntityType | None:
    return EntityType.PERSON if relation is Relation.AFFILIATED_WITH else None


def _problem(name: str, kind: EntityType | None, names: Names, types: Mapping[str, EntityType]) -> str | None:
    found = names.keys(name)
    if len(found) > 1:
        return f"{name} is the name of {len(found)} things ({', '.join(found)}); write one that only the meant one has"
    if not found and kind is None and name_key(name) not in types:
        return f"no document names {name}; say what it is with a line `type: {name} = …`"
    return None


def _fact(added: Added, keys: list[str]) -> Fact:
    if added.relation is Relation.COOPERATES_WITH:
        return cooperation(tuple(keys), details=added.details)
    return directed(added.relation, keys[0], keys[1] if len(keys) > 1 else None, added.details)


def _evidence(document: str, line: Line) -> Evidence:
    return Evidence(document, line.start, line.stop, line.text, "correction", 1.0)


def unmatched(corrections: Corrections, names: Names, known: set[str]) -> Iterator[Unused]:
    """Yield the corrections of names and types that match nothing; `known` are the comparable forms of all names."""
    for same in corrections.same:
        missing = [name for name in same.names if name_key(name) not in known]
        if len(same.names) - len(missing) < 2:
            yield Unused(same.line.number, f"no document names {' or '.join(missing)}")
    told: list[Named | Typed] = [*corrections.named, *corrections.typed]
    for correction in told:
        if not names.keys(correction.name):
            yield Unused(correction.line.number, f"nothing is called {correction.name}")
