"""Which things and which pairs of two readings of one document are the same."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from coopgraph.identity.facts import rekeyed
from coopgraph.identity.names import name_key
from coopgraph.llm.schema import family
from coopgraph.model import Entity, EntityType, Fact, Relation, Statement

_Name = tuple[frozenset[EntityType], str]
Pair = tuple[Relation, frozenset[str] | tuple[str, str | None]]
"""A relation and the two things that it relates: without an order where it has none."""


def matched(first: Sequence[Entity], second: Sequence[Entity], fresh: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the common key of each thing of the second reading, and of each of the first.

    A thing of the second is the first of those in the first reading that share a name with it, its preferred name
    counting first; those whose own preferred names it has, too, are the same. What only the second has gets its key
    with `fresh` before it.
    """
    by_name: dict[_Name, list[str]] = defaultdict(list)
    for entity in first:
        for form in dict.fromkeys(_names(entity)):
            by_name[form].append(entity.key)
    preferred = {entity.key: _names(entity)[0] for entity in first}
    shared = Counter(form for entity in second for form in set(_names(entity)))
    merged: dict[str, str] = {}
    keys: dict[str, str] = {}
    for rank in (slice(0, 1), slice(1, None)):
        for entity in second:
            found = [key for form in _names(entity)[rank] for key in by_name[form] if key not in merged]
            if not found:
                continue
            keys.setdefault(entity.key, found[0])
            merged[found[0]] = keys[entity.key]
            forms = {form for form in _names(entity) if shared[form] == 1}
            merged.update((key, keys[entity.key]) for key in found if preferred[key] in forms)
    keys |= {entity.key: f"{fresh}{entity.key}" for entity in second if entity.key not in keys}
    return keys, {entity.key: merged.get(entity.key, entity.key) for entity in first}


def _names(entity: Entity) -> list[_Name]:
    """Return what the thing's names have in common with equal ones, the preferred first, each with its family."""
    return [(family(entity.type), name_key(name)) for name in entity.names]


def moved(statements: Sequence[Statement], keys: Mapping[str, str]) -> Iterator[Statement]:
    """Yield the statements with common keys, but for those of which nothing is left."""
    for statement in statements:
        fact = rekeyed(statement.fact, keys)
        if fact is not None:
            yield Statement(fact, statement.evidence)


def pairs(fact: Fact) -> list[Pair]:
    """Return what the fact states, pair by pair, in the order of `fact.pairs()`."""
    symmetric = fact.relation is Relation.COOPERATES_WITH
    return [
        (fact.relation, frozenset((one, other)) if symmetric and other is not None else (one, other))
        for one, other in fact.pairs()
    ]
