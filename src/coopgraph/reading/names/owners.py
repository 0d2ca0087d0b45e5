"""Which organisation a unit belongs to, where the text puts the two names together."""

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from coopgraph.model import ORGANIZATIONS, EntityType, Mention

_PART_THEN_WHOLE = re.compile(r"(?:,? (?:of|at|under|within)(?: the)?|,(?: the)?| \()\s?")
_WHOLE_THEN_PART = re.compile(r"[’']s?(?: own| new)?\s")
_WIDEST = 16
_WHOLE = ORGANIZATIONS - {EntityType.UNIT}


def owners(
    prose: str, mentions: Sequence[Mention], kinds: Mapping[str, EntityType], inner: Collection[str]
) -> dict[str, str]:
    """Return the key of the organisation for each key of a unit or part that the text says to be its own.

    `inner` are the keys of institutions that may as well be a part of a larger one ("School of …").
    """
    found: dict[str, str] = {}
    for left, right in pairwise(mentions):
        between = " ".join(prose[left.stop : right.start].split(" ")) if right.start - left.stop <= _WIDEST else None
        if between is None or left.entity == right.entity:
            continue
        first, second = kinds[left.entity], kinds[right.entity]
        if first is EntityType.PERSON:
            continue
        if _is_part(left.entity, first, second, inner) and _PART_THEN_WHOLE.fullmatch(between):
            found.setdefault(left.entity, right.entity)
        elif _is_part(right.entity, second, first, inner) and _WHOLE_THEN_PART.fullmatch(between):
            found.setdefault(right.entity, left.entity)
        elif first in ORGANIZATIONS and second in _WHOLE and re.fullmatch(r",? under(?: the)? ", between):
            found.setdefault(left.entity, right.entity)
    return {key: owner for key, owner in found.items() if found.get(owner) != key}


def _is_part(key: str, kind: EntityType, whole: EntityType, inner: Collection[str]) -> bool:
    """Tell whether a thing may be part of a thing of the type `whole`."""
    if kind is EntityType.UNIT:
        return whole in ORGANIZATIONS
    return key in inner and whole is EntityType.EDUCATION
