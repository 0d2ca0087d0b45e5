"""Joins what the offline reader and a language model read in one document."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from coopgraph.llm.matching import Pair, matched, moved, pairs
from coopgraph.model import Details, Entity, Reading, Statement
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


def join(offline: Reading, model: Reading) -> Reading:
    """Return one reading of what both say of the same document; things of the same type and a common name are one.

    A statement that the other reader makes, too, is as sure as if the two had erred independently of each other,
    1 - (1 - a)(1 - b), at most HIGHEST; one that it doesn't make, or that it contradicts by another date, kind or
    status, is less sure by the factor MODEL_ALONE or OFFLINE_ALONE. Both keep their evidence and method. Contradicting
    facts stay apart. Which names belong to one thing the model knows better.
    """
    keys, merged = matched(offline.entities, model.entities, "m-")  # unlike any key of the offline reader's
    told = list(moved(offline.statements, merged))
    asked = list(moved(model.statements, keys))
    mine, theirs = _by_pair(told), _by_pair(asked)
    statements = consolidate(
        [
            *(_weighed(statement, theirs, OFFLINE_ALONE) for statement in told),
            *(_weighed(statement, mine, MODEL_ALONE) for statement in asked),
        ]
    )
    return Reading(offline.source, _entities(offline.entities, model.entities, keys, merged), statements)


def _entities(
    offline: Sequence[Entity], model: Sequence[Entity], keys: Mapping[str, str], merged: Mapping[str, str]
) -> tuple[Entity, ...]:
    """Return the things of both; of one that both have, name and type are the model's, the owner whoever tells one."""
    both = [replace(entity, key=keys[entity.key], owner=keys.get(entity.owner or "")) for entity in model]
    both += [replace(entity, key=merged[entity.key], owner=merged.get(entity.owner or "")) for entity in offline]
    joined: dict[str, Entity] = {}
    for entity in both:
        first = joined.setdefault(entity.key, entity)
        aliases = tuple(name for name in dict.fromkeys((*first.names, *entity.names)) if name != first.name)
        owner = next((owner for owner in (first.owner, entity.owner) if owner not in (None, entity.key)), None)
        joined[entity.key] = replace(first, aliases=aliases, owner=owner)
    return tuple(sorted(joined.values(), key=lambda entity: entity.key))


def _by_pair(statements: Sequence[Statement]) -> dict[Pair, list[tuple[Details, float]]]:
    told: dict[Pair, list[tuple[Details, float]]] = defaultdict(list)
    for statement in statements:
        for pair in pairs(statement.fact):
            told[pair].append((statement.fact.details, statement.evidence.confidence))
    return told


def _weighed(statement: Statement, other: Mapping[Pair, Sequence[tuple[Details, float]]], alone: float) -> Statement:
    """Return the statement with the confidence that it has in view of what the other reader says."""
    own = statement.evidence.confidence
    support = min(
        (
            max((sure for details, sure in other.get(pair, ()) if unite(details, statement.fact.details)), default=0.0)
            for pair in pairs(statement.fact)
        ),
        default=0.0,
    )
    sure = min(HIGHEST, 1 - (1 - own) * (1 - support)) if support else own * alone
    return replace(statement, evidence=replace(statement.evidence, confidence=round(sure, 4)))
