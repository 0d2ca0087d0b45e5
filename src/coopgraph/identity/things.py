"""What identity works on: each thing of each document, and which of them are one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from coopgraph.identity.countries import country_code, main_country, national_body
from coopgraph.identity.names import full_forms, name_key, short_forms
from coopgraph.model import Entity, EntityType, Reading, Relation


@dataclass(frozen=True, slots=True)
class Thing:
    """One entity of one document; other things are told by their index in the list of all things.

    `full` are the names that can stand for it elsewhere, `short` its acronyms and shortened names.
    """

    index: int
    document: str
    entity: Entity
    owner: int | None = None
    affiliations: tuple[int, ...] = ()
    country: str | None = None
    full: tuple[str, ...] = ()
    short: tuple[str, ...] = ()

    @property
    def type(self) -> EntityType:
        """The type of the entity."""
        return self.entity.type


def collect(readings: Iterable[Reading], types: Mapping[str, EntityType]) -> tuple[list[Thing], list[dict[str, int]]]:
    """Return all things in canonical order, and for each reading the index of each local key.

    `types` are corrections: the type of things by the comparable form of a name. Readings come in canonical order. The
    owner of a thing is the one that its entity tells, or the least that a partOf fact tells; its country comes from a
    locatedIn fact or its name; that of a ministry named without one from what its document is about.
    """
    things: list[Thing] = []
    keys: list[dict[str, int]] = []
    for reading in readings:
        entities = {entity.key: entity for entity in sorted(reading.entities, key=lambda entity: entity.key)}
        local = {key: len(things) + offset for offset, key in enumerate(entities)}
        owners, affiliations, countries = _relations(reading, entities)
        main = main_country(reading.entities)
        for key, entity in entities.items():
            owner = entity.owner if entity.owner in entities else min(owners[key], default=None)
            national = national_body(entity.name, main) if entity.type is EntityType.GOVERNMENT else None
            typed = next((types[form] for form in map(name_key, entity.names) if form in types), entity.type)
            things.append(
                Thing(
                    local[key],
                    reading.source.name,
                    replace(entity, type=typed),
                    local[owner] if owner is not None and owner != key else None,
                    tuple(sorted(local[other] for other in affiliations[key])),
                    min(countries[key], default=national[1] if national else None),
                    (*full_forms(entity), *([national[0]] if national else [])),
                    tuple(short_forms(entity)),
                )
            )
        keys.append(local)
    return things, keys


def _relations(
    reading: Reading, entities: Mapping[str, Entity]
) -> tuple[defaultdict[str, set[str]], defaultdict[str, set[str]], defaultdict[str, set[str]]]:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    affiliations: defaultdict[str, set[str]] = defaultdict(set)
    countries: defaultdict[str, set[str]] = defaultdict(set)
    for statement in reading.statements:
        for subject, object_ in statement.fact.pairs():
            if object_ is None or object_ not in entities:
                continue
            if statement.fact.relation is Relation.PART_OF:
                owners[subject].add(object_)
            elif statement.fact.relation is Relation.AFFILIATED_WITH:
                affiliations[subject].add(object_)
            elif statement.fact.relation is Relation.LOCATED_IN and entities[object_].type is EntityType.COUNTRY:
                name = entities[object_].name
                countries[subject].add(country_code(name) or name_key(name))
    return owners, affiliations, countries


class Partition:
    """Which things are one; the least index stands for all of them."""

    def __init__(self, size: int) -> None:
        self._parents = list(range(size))

    def find(self, index: int) -> int:
        """Return the index that stands for all things that are one with this one."""
        root = index
        while self._parents[root] != root:
            root = self._parents[root]
        while self._parents[index] != root:
            self._parents[index], index = root, self._parents[index]
        return root

    def unite(self, first: int, second: int) -> bool:
        """Make two things one; return whether they were two."""
        low, high = sorted((self.find(first), self.find(second)))
        self._parents[high] = low
        return low != high

    def groups(self) -> list[list[int]]:
        """Return the indices that are one, each list in ascending order."""
        members: defaultdict[int, list[int]] = defaultdict(list)
        for index in range(len(self._parents)):
            members[self.find(index)].append(index)
        return list(members.values())


def ancestors(thing: Thing, things: list[Thing], partition: Partition) -> set[int]:
    """Return the owners of a thing, their owners, and so on, as representatives; circles end."""
    found: set[int] = set()
    owner = thing.owner
    while owner is not None and partition.find(owner) not in found:
        found.add(partition.find(owner))
        owner = things[owner].owner
    return found
