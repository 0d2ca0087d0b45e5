"""Names that may be one thing: what a person should look at, since it is too unsure to be merged."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from coopgraph.identity.keys import prefix
from coopgraph.identity.names import is_acronym, words
from coopgraph.model import Entity

# Measured by eye on names of institutions: below 90 most pairs are two things, above it most are one.
_LEAST = 90
_MOST_IN_BLOCK = 200  # names that share a word; a commoner word ("university") tells nothing and would cost n²


@dataclass(frozen=True, slots=True, order=True)
class Similar:
    """Two entities, by key, that may be one thing, with the two names that suggest it and why."""

    key: str
    other: str
    name: str
    other_name: str
    reason: str


def similar(entities: Iterable[Entity]) -> list[Similar]:
    """Return the pairs of entities of one family whose names are nearly equal, sorted, each pair once.

    Nearly equal: at least 90 of 100 by RapidFuzz' ratio over the folded words, sorted, or the same words in any order;
    or the one is an acronym that the initials of the other's words spell. One of the two names is the preferred one:
    that two people are both called "Lee" for short tells nothing. Only names that share a word or the initials are
    compared, so that the time grows with the number of names and not with its square.
    """
    blocks: dict[tuple[str, str], list[tuple[Entity, str]]] = defaultdict(list)
    for entity in sorted(entities, key=lambda one: one.key):
        for name in entity.names:
            for word in set(_blocks(name)):
                blocks[prefix(entity.type), word].append((entity, name))
    found: dict[tuple[str, str], Similar] = {}
    for _, members in sorted(blocks.items()):
        if len(members) <= _MOST_IN_BLOCK:
            for (one, name), (other, other_name) in combinations(members, 2):
                if one.key == other.key or (name != one.name and other_name != other.name):
                    continue
                if reason := _reason(name, other_name):
                    found.setdefault((one.key, other.key), Similar(one.key, other.key, name, other_name, reason))
    return sorted(found.values())


def _blocks(name: str) -> Iterator[str]:
    folded = words(name)
    yield from folded
    if len(folded) > 2:
        yield from {"".join(word[0] for word in folded), "".join(word[0] for word in folded if len(word) > 3)}


def _reason(name: str, other: str) -> str | None:
    from rapidfuzz import fuzz  # here, since only `similar` needs it

    one, two = words(name), words(other)
    if sorted(one) == sorted(two) and len(one) > 1:
        return "the same words" if one == two else "the same words in another order"
    for acronym, full in ((name, two), (other, one)):
        if (
            is_acronym(acronym)
            and len(full) > 2
            and "".join(words(acronym)) in set(_blocks(" ".join(full))) - set(full)
        ):
            return "an acronym of the other"
    if min(len(one), len(two)) < 2 or _numbers(one) != _numbers(two):
        return None
    ratio = fuzz.token_sort_ratio(" ".join(one), " ".join(two), score_cutoff=_LEAST)
    return f"{ratio:.0f} % alike" if ratio else None


def _numbers(folded: tuple[str, ...]) -> list[str]:
    """Return the words with digits: "Resolution 59" and "Resolution 58" are alike and never the same."""
    return [word for word in folded if any(character.isdigit() for character in word)]
