"""Which organisation a unit belongs to: where the text puts the two names together, or one holds the other."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from coopgraph.model import ORGANIZATIONS, EntityType, Mention
from coopgraph.reading.names.clusters import Thing
from coopgraph.reading.names.lexicon import fold, group

_BELONGS = re.compile(r",? (?:of|at|under|within)(?: the)? ?")
_BESIDE = re.compile(r"(?:,(?: the)?| \() ?")
_WHOLE_THEN_PART = re.compile(r"[’']s?(?: own| new)? ")
_UNDER = re.compile(r",? under(?: the)? ")
_WIDEST = 16
_WHOLE = ORGANIZATIONS - {EntityType.UNIT}


def owners(prose: str, mentions: Sequence[Mention], things: Mapping[str, Thing]) -> dict[str, str]:
    """Return the key of the organisation for each key of a unit or part that the text says to be its own."""
    found: dict[str, str] = {}
    for left, right in pairwise(mentions):
        if left.entity == right.entity or right.start - left.stop > _WIDEST:
            continue
        between = " ".join(prose[left.stop : right.start].split(" "))
        first, second = things[left.entity], things[right.entity]
        if _is_part(first, second) and (
            _BELONGS.fullmatch(between) or (_is_general(first) and _BESIDE.fullmatch(between))
        ):
            found.setdefault(left.entity, right.entity)
        elif _is_part(second, first) and _WHOLE_THEN_PART.fullmatch(between):
            found.setdefault(right.entity, left.entity)
        elif first.type in ORGANIZATIONS and second.type in _WHOLE and _UNDER.fullmatch(between):
            found.setdefault(left.entity, right.entity)
    for key, owner in _by_name(things).items():
        found.setdefault(key, owner)
    return {key: owner for key, owner in found.items() if found.get(owner) != key}


def _by_name(things: Mapping[str, Thing]) -> dict[str, str]:
    """Return the owners that stand at the head of their parts' names ("University of X Medical School")."""
    institutions = {
        fold(form): key
        for key, thing in things.items()
        if thing.type is EntityType.EDUCATION and thing.head in group("institution_inside")
        for form in thing.forms
    }
    found: dict[str, str] = {}
    for key, thing in things.items():
        if thing.type is EntityType.UNIT or (thing.type is EntityType.EDUCATION and thing.head in group("inner_named")):
            parts = fold(thing.name).split()
            heads = (" ".join(parts[:cut]) for cut in range(len(parts) - 1, 0, -1))
            owner = next((institutions[head] for head in heads if head in institutions), None)
            if owner is not None and owner != key:
                found[key] = owner
    return found


def _is_part(part: Thing, whole: Thing) -> bool:
    """Tell whether a thing may be a part of the other by their types and nouns."""
    if part.type is EntityType.UNIT:
        return whole.type in ORGANIZATIONS
    return part.type is whole.type is EntityType.EDUCATION and part.head in group("inner")


def _is_general(part: Thing) -> bool:
    """Tell whether a comma is enough: an institution with a word of its own may stand beside another in a list."""
    return part.type is EntityType.UNIT or not part.distinct
