"""Which thing of the annotation a thing that was read is.

Names are compared as they are written, case, accents, punctuation and a leading "the" aside. The identity of a build is
more generous (plurals, spellings), and would forgive what an evaluation has to count.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from coopgraph.evaluation.gold import GoldEntity
from coopgraph.model import ORGANIZATIONS, PLACES, Entity, EntityType

NEARLY = 0.9  # likeness (Ratcliff and Obershelp) from which two names are one, misspelt or shortened by a letter
SHORTEST = 8  # letters from which likeness tells anything

_NO_WORD = re.compile(r"[^\w]+")
_WORKS = frozenset({EntityType.PROJECT, EntityType.EVENT, EntityType.POLICY})
# Within each of these one annotator's type is another's: a country acts through its government, a project has a body.
_CONFUSED = (ORGANIZATIONS | PLACES, ORGANIZATIONS | _WORKS)


@lru_cache(maxsize=65536)
def normal(name: str) -> str:
    """Return what of a written name counts when names are compared."""
    plain = unicodedata.normalize("NFKD", name.replace("Đ", "D").replace("đ", "d"))
    letters = "".join(character for character in plain if not unicodedata.combining(character)).casefold()
    return _NO_WORD.sub(" ", letters).strip().removeprefix("the ")


def comparable(one: EntityType, other: EntityType) -> bool:
    """Tell whether things of these types may be the same thing under two views of it."""
    return one is other or any(one in types and other in types for types in _CONFUSED)


class Aligner:
    """Finds the annotated thing that a thing that was read is; remembers its answers."""

    def __init__(self, gold: Sequence[GoldEntity]) -> None:
        self._gold = [(entity, _forms((entity.name, *entity.aliases))) for entity in gold]
        self._known: dict[str, str | None] = {}

    def find(self, read: Entity) -> str | None:
        """Return the id of the annotated thing, None where it is none of them.

        The first that shares a written form is it; else the one with the most similar form, if it is nearly the same.
        """
        if read.key not in self._known:
            self._known[read.key] = self._find(_forms(read.names), read.type)
        return self._known[read.key]

    def _find(self, forms: frozenset[str], type_: EntityType) -> str | None:
        candidates = [(entity.id, own) for entity, own in self._gold if comparable(type_, entity.type)]
        for identifier, own in candidates:
            if forms & own:
                return identifier
        best, nearest = 0.0, None
        for identifier, own in candidates:
            for one in sorted(forms):
                for other in sorted(own):
                    likeness = _likeness(one, other)
                    if likeness > best:
                        best, nearest = likeness, identifier
        return nearest


def _forms(names: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, map(normal, names)))


def _likeness(one: str, other: str) -> float:
    """Return how alike the names are where they are nearly the same, else 0."""
    if min(len(one), len(other)) < SHORTEST:
        return 0.0
    matcher = SequenceMatcher(None, one, other)
    # The quick ratios are upper bounds: most pairs need no more.
    if matcher.real_quick_ratio() < NEARLY or matcher.quick_ratio() < NEARLY:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= NEARLY else 0.0
