"""What kind of cooperation the words stand for, and which kind is the more specific."""

import re

from coopgraph.reading.words import table

PARTNERSHIP = "partnership"
AGREEMENTS = frozenset({"memorandum of understanding", "agreement", "letter of intent", "contract"})
_BARE = r"(?<!memorandum)(?<!memoranda)(?<!memorandums)|(?! of (?:agreement|arrangement|co-?operation)\b)"
_KINDS = tuple((kind, re.compile(rf"\b{words}\b(?:{_BARE})", re.IGNORECASE)) for kind, words in table("kinds"))
# How much a kind tells: one that tells more is also said where one that tells less is.
_RANK = {PARTNERSHIP: 1, "joint research": 2, "training": 2, "joint programme": 3, "agreement": 4, "exchange": 5}
_PAPER = 6
_LONGEST = 40  # characters that the name of a kind may have


def kind_in(words: str) -> str | None:
    """Return the most specific kind of cooperation that the words name, in the order of the word list."""
    return next((kind for kind, pattern in _KINDS if pattern.search(words)), None)


def kind_at(text: str, start: int, stop: int) -> str | None:
    """Return the most specific kind of cooperation whose name shares letters with the stretch of the text."""
    for kind, pattern in _KINDS:
        for match in pattern.finditer(text, max(0, start - _LONGEST), stop + _LONGEST):
            if match.start() < stop and match.end() > start:
                return kind
    return None


def rank(kind: str | None) -> int:
    """Return how much the kind tells, 0 for none."""
    return _RANK.get(kind, _PAPER) if kind else 0


def specific(one: str, other: str) -> str | None:
    """Return the kind that tells more of one and the same cooperation; None where the two are different things."""
    if one != other and rank(one) == rank(other):
        return None
    return max(one, other, key=rank)
