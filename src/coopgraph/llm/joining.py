"""Joins what the offline reader and a language model read in one document."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from coopgraph.identity.facts import rekeyed
from coopgraph.identity.names import name_key
from coopgraph.llm.schema import family
from coopgraph.model import Details, Entity, EntityType, Fact, Reading, Relation, Statement
from coopgraph.reading.consolidate import consolidate, unite

MODEL_ALONE, OFFLINE_ALONE = 0.85, 0.25
"""What the confidence of a fact is multiplied by that the other reader doesn't state: priors, not measured themselves.

They follow from what was measured of each reader by itself, with answers of a language model about 84 articles: of the
model's facts of the network .85 were right, and it found .89 of all; of the offline reader's .55 were right. Where the
model finds nearly all and repeats, say, a tenth of the other's errors, of what the offline reader alone says
.55 × .11 / (.55 × .11 + .45 × .9) is right, about an eighth, and of what the model alone says about three quarters.
"""
HIGHEST = 0.99
"""Nothing that machines read is surer than this."""

_Name = tuple[frozenset[EntityType], str]
_Pair = tuple[Relation, frozenset[str] | tuple[str, str | None]]


def join(offline: Reading, model: Reading) -> Reading:
    """Return one reading of what both say of the same document; things of the same type and a common name are one.

    A statement that the other reader makes, too, is as sure as if the two had erred independently of each other,
    1 - (1 - a)(1 - b), at most HIGHEST; one that it doesn't make, or that it contradicts by another date, kind or
    status, is less sure by the factor MODEL_ALONE or OFFLINE_ALONE. Both keep their evidence and method. Contradicting
    facts stay apart.
    """
    keys, merged = _matched(offline.entities, model.entities)
    told = list(_moved(offline.statements, merged))
    moved = list(_moved(model.statements, keys))
    mine, theirs = _by_pair(told), _by_pair(moved)
    statements = consolidate(
        [
            *(_weighed(statement, theirs, OFFLINE_ALONE) for statement in told),
            *(_weighed(statement, mine, MODEL_ALONE) for statement in moved),
        ]
    )
    return Reading(offline.source, _entities(offline.entities, model.entities, keys, merged), statements)


def _matched(offline: Sequence[Entity], model: Sequence[Entity]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the key in the joined reading of each thing of the model's, and of each of the offline reader's.

    A thing of the model's is the first of those offline that share a name with it, its preferred name counting first;
    those whose own preferred names it has, too, are the same: a model is better at telling that two names are one.
    """
    by_name: dict[_Name, list[str]] = defaultdict(list)
    for entity in offline:
        for form in dict.fromkeys(_names(entity)):
            by_name[form].append(entity.key)
    preferred = {entity.key: _names(entity)[0] for entity in offline}
    shared = Counter(form for entity in model for form in set(_names(entity)))
    merged: dict[str, str] = {}
    keys: dict[str, str] = {}
    for rank in (slice(0, 1), slice(1, None)):
        for entity in model:
            found = [key for form in _names(entity)[rank] for key in by_name[form] if key not in merged]
            if not found:
                continue
            keys.setdefault(entity.key, found[0])
            merged[found[0]] = keys[entity.key]
            forms = {form for form in _names(entity) if shared[form] == 1}
            merged.update((key, keys[entity.key]) for key in found if preferred[key] in forms)
    # A key of its own, unlike any of the offline reader's.
    keys |= {entity.key: f"m-{entity.key}" for entity in model if entity.key not in keys}
    return keys, {entity.key: merged.get(entity.key, entity.key) for entity in offline}


def _names(entity: Entity) -> list[_Name]:
    """Return what the thing's names have in common with equal ones, the preferred first, each with its family."""
    return [(family(entity.type), name_key(name)) for name in entity.names]


def _moved(statements: Sequence[Statement], keys: Mapping[str, str]) -> Iterator[Statement]:
    for statement in statements:
        fact = rekeyed(statement.fact, keys)
        if fact is not None:
            yield Statement(fact, statement.evidence)


def _entities(
    offline: Sequence[Entity], model: Sequence[Entity], keys: Mapping[str, str], merged: Mapping[str, str]
) -> tuple[Entity, ...]:
    """Return the things of both; of one that both have, name and type are the model's, the owner whoever tells one."""
    moved = [replace(entity, key=keys[entity.key], owner=keys.get(entity.owner or "")) for entity in model]
    moved += [replace(entity, key=merged[entity.key], owner=merged.get(entity.owner or "")) for entity in offline]
    joined: dict[str, Entity] = {}
    for entity in moved:
        first = joined.setdefault(entity.key, entity)
        aliases = tuple(name for name in dict.fromkeys((*first.names, *entity.names)) if name != first.name)
        owner = next((owner for owner in (first.owner, entity.owner) if owner not in (None, entity.key)), None)
        joined[entity.key] = replace(first, aliases=aliases, owner=owner)
    return tuple(sorted(joined.values(), key=lambda entity: entity.key))


def _by_pair(statements: Sequence[Statement]) -> dict[_Pair, list[tuple[Details, float]]]:
    told: dict[_Pair, list[tuple[Details, float]]] = defaultdict(list)
    for statement in statements:
        for pair in _pairs(statement.fact):
            told[pair].append((statement.fact.details, statement.evidence.confidence))
    return told


def _pairs(fact: Fact) -> list[_Pair]:
    symmetric = fact.relation is Relation.COOPERATES_WITH
    return [
        (fact.relation, frozenset((one, other)) if symmetric and other is not None else (one, other))
        for one, other in fact.pairs()
    ]


def _weighed(statement: Statement, other: Mapping[_Pair, Sequence[tuple[Details, float]]], alone: float) -> Statement:
    """Return the statement with the confidence that it has in view of what the other reader says."""
    own = statement.evidence.confidence
    support = min(
        (
            max((sure for details, sure in other.get(pair, ()) if unite(details, statement.fact.details)), default=0.0)
            for pair in _pairs(statement.fact)
        ),
        default=0.0,
    )
    sure = min(HIGHEST, 1 - (1 - own) * (1 - support)) if support else own * alone
    return replace(statement, evidence=replace(statement.evidence, confidence=round(sure, 4)))
