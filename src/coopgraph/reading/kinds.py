"""What kind of cooperation the words stand for, and which kind is the more specific."""

import re

from coopgraph.reading.words import table

PARTNERSHIP = "partnership"
AGREEMENTS = frozenset({"memorandum of understanding", "agreement", "letter of intent", "contract"})
_KINDS = tuple((kind, re.compile(rf"\b{words}\b", re.IGNORECASE)) for kind, words in table("kinds"))
# How specific a kind is: a more specific one replaces a more general one that doesn't contradict it.
_RANK = {None: 0, PARTNERSHIP: 1, "agreement": 2}


def kind_in(words: str) -> str | None:
    """Return the most specific kind of cooperation that the words name, in the order of the word list."""
    return next((kind for kind, pattern in _KINDS if pattern.search(words)), None)


def specific(one: str | None, other: str | None) -> str | None:
    """Return the more specific of two kinds that can be said of the same cooperation.

    Raises ValueError where they contradict each other.
    """
    if one == other or _RANK.get(other, 3) < _RANK.get(one, 3) <= 2:
        return one
    if _RANK.get(one, 3) < _RANK.get(other, 3):
        if _RANK.get(one, 3) < 2 or other in AGREEMENTS or other in ("exchange", "joint programme"):
            return other
        raise ValueError(f"{one} is not {other}")
    if _RANK.get(other, 3) < _RANK.get(one, 3):
        return specific(other, one)
    raise ValueError(f"{one} is not {other}")
