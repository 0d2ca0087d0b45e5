"""Whom a thing counts as its partners on the page, as `coopgraph.network.project` does by default."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from coopgraph.model import ORGANIZATIONS, PLACES, Relation, Status

_SHARING = (Relation.PARTICIPATES_IN, Relation.MEMBER_OF)
_NOT_NOW = (Status.INTENDED, Status.ENDED)


def partners(
    things: Sequence[Mapping[str, Any]],
    facts: Sequence[Mapping[str, Any]],
    links: Mapping[tuple[int, int, str], Sequence[int]],
) -> list[int]:
    """Return how many partners each thing has: who cooperates with it, or shares a project or an association.

    `links` tells the places in `facts` for each (thing, thing, relation). Facts that are only intended or have ended
    don't count, and only organisations, countries and places are partners of anybody.
    """
    party = [thing["type"] in ORGANIZATIONS | PLACES for thing in things]
    found: list[set[int]] = [set() for _ in things]
    shared: dict[tuple[str, int], set[int]] = defaultdict(set)
    for (subject, target, relation), places in links.items():
        if not party[subject] or all(facts[place].get("status") in _NOT_NOW for place in places):
            continue
        if relation == Relation.COOPERATES_WITH and party[target]:
            found[subject].add(target)
            found[target].add(subject)
        elif relation in _SHARING:
            shared[relation, target].add(subject)
    for members in shared.values():
        for member in members:
            found[member] |= members
    return [len(others - {number}) for number, others in enumerate(found)]
