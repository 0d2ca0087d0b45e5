"""When two things are one: each question is a function that answers with a decision and its reason."""

from dataclasses import dataclass

from coopgraph.identity.names import (
    has_common_family_name,
    has_head,
    is_acronym,
    is_generic,
    is_national,
    words,
)
from coopgraph.identity.things import Thing
from coopgraph.model import PLACES, EntityType

# A country or a region that acts is a government or an association in one text and a place in the next.
_ACTING_PLACES = frozenset({EntityType.GOVERNMENT, EntityType.ASSOCIATION, *PLACES})
# Types whose generic names mean another thing in each document.
_SCOPED = frozenset({EntityType.UNIT, EntityType.GOVERNMENT, EntityType.EVENT, EntityType.PROJECT, EntityType.POLICY})


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether two things are one, and why."""

    same: bool
    reason: str


def compatible_types(first: Thing, second: Thing) -> Judgement:
    """Tell whether one thing can have both types.

    Readers disagree about what a named body is; they don't take a person or a place for one.
    """
    types = {first.type, second.type}
    if len(types) == 1:
        return Judgement(True, f"both are {first.type}")
    if EntityType.PERSON in types:
        return Judgement(False, "a person is nothing else")
    if types <= PLACES or types.isdisjoint(PLACES):
        return Judgement(True, f"{first.type} and {second.type} are told apart by little")
    if types <= _ACTING_PLACES:
        return Judgement(True, "a country or region that acts")
    return Judgement(False, f"{first.type} and {second.type} exclude each other")


def needs_context(kind: EntityType, name: str) -> Judgement:
    """Tell whether a name means another thing in another document unless an owner or a country is told."""
    if kind is EntityType.PERSON:
        return Judgement(len(words(name)) < 2, "a single word of a person's name")
    if is_generic(name) and kind in _SCOPED and not is_national(name):
        return Judgement(True, "the name has no proper part")
    return Judgement(False, "the name can stand alone")


def is_told_apart_by_owner(kind: EntityType, name: str) -> Judgement:
    """Tell whether things of this name are different when their owners are."""
    if kind is EntityType.UNIT:
        return Judgement(True, "a unit belongs to one body")
    return Judgement(is_generic(name), "a name without a proper part can be used by several")


def is_told_apart_by_affiliation(name: str) -> Judgement:
    """Tell whether people of this name are different when they are with different bodies.

    People change posts and hold several, so a different body alone says little; only where a name is shared by many is
    it more likely that two people are meant. A list of very frequent family names decides, not the counts of the input:
    a document more must not part or join the people of other documents.
    """
    if has_common_family_name(name):
        return Judgement(True, "the family name is very frequent")
    return Judgement(False, "the full name is seldom shared")


def can_stand_for(short: str, thing: Thing) -> Judgement:
    """Tell whether a shortened form that a document binds to a thing can name it in another document, too.

    "Hanoi University" is a complete name of its own, even where one text uses it for Hanoi University of Science.
    """
    if thing.type is EntityType.PERSON:
        return Judgement(False, "part of a person's name fits many")
    if needs_context(thing.type, thing.entity.name).same:
        return Judgement(False, "the full name has no proper part")
    if is_acronym(short):
        return Judgement(True, f"{short} is an acronym of {thing.entity.name}")
    if has_head(short) or is_generic(short):
        return Judgement(False, f"{short} is a complete name of its own")
    return Judgement(True, f"{short} is short for {thing.entity.name}")


def spelling_variant(first: Thing, second: Thing) -> Judgement:
    """Tell whether two names that share an acronym differ only by small slips in some words.

    As many words, each the same or with the same first letter and one letter changed, added or left out; so that
    neither an added word ("… and Technology") nor another one ("Science", "Silence") passes.
    """
    for one in first.full:
        for other in second.full:
            pairs = list(zip(words(one), words(other), strict=False))
            if (
                one != other
                and len(pairs) == len(words(one)) == len(words(other)) >= 3
                and all(_one_slip(a, b) for a, b in pairs)
            ):
                return Judgement(True, f"{one} and {other} share an acronym and differ by a slip")
    return Judgement(False, "the names differ by more than a slip")


def _one_slip(first: str, second: str) -> bool:
    """Tell whether two words are equal, or long and one letter apart behind the first."""
    if first == second:
        return True
    short, long = sorted((first, second), key=len)
    if len(short) < 6 or len(long) - len(short) > 1 or short[0] != long[0]:
        return False
    at = next((index for index, letter in enumerate(short) if letter != long[index]), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]


def reordered(first: Thing, second: Thing) -> Judgement:
    """Tell whether two government bodies have names of the same words in another order.

    Only for governments: "Education Department of X" is "X Education Department", but York University isn't the
    University of York.
    """
    both = first.type is second.type is EntityType.GOVERNMENT
    same = content_words(first.entity.name) == content_words(second.entity.name)
    return Judgement(both and same, "the same words in another order")


def content_words(name: str) -> list[str]:
    """Return the words of a name that say something, in alphabetical order."""
    return sorted(word for word in words(name) if word not in {"of", "the"})
