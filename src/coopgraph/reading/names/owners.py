"""Which organisation a unit belongs to, where the text puts the two names together."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from coopgraph.model import ORGANIZATIONS, EntityType, Mention

_PART_THEN_WHOLE = re.compile(r"(?:,? (?:of|at|under|within|in|from)(?: the)?|,(?: the)?| \()\s?")
_WHOLE_THEN_PART = re.compile(r"[’']s?(?: own| new)?\s")
_WIDEST = 16
_WHOLE = ORGANIZATIONS - {EntityType.UNIT}


def owners(prose: str, mentions: Sequence[Mention], kinds: Mapping[str, EntityType]) -> dict[str, str]:
    """Return the key of the organisation for each key of a unit or part that the text says to be its own."""
    found: dict[str, str] = {}
    for left, right in pairwise(mentions):
        between = " ".join(prose[left.stop : right.start].split(" ")) if right.start - left.stop <= _WIDEST else None
        if between is None or left.entity == right.entity:
            continue
        first, second = kinds[left.entity], kinds[right.entity]
        if first is EntityType.UNIT and second in ORGANIZATIONS and _PART_THEN_WHOLE.fullmatch(between):
            found.setdefault(left.entity, right.entity)
        elif second is EntityType.UNIT and first in ORGANIZATIONS and _WHOLE_THEN_PART.fullmatch(between):
            found.setdefault(right.entity, left.entity)
        elif first in ORGANIZATIONS and second in _WHOLE and re.fullmatch(r",? under(?: the)? ", between):
            found.setdefault(left.entity, right.entity)
    return {key: owner for key, owner in found.items() if found.get(owner) != key}
