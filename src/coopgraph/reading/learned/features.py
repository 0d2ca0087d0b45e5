"""What a pair of things looks like: their types, and the words around and between them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from coopgraph.model import Relation
from coopgraph.reading.learned.pairs import Pair, pairs
from coopgraph.reading.passage import CLASSES, DATE, Line, Passage, kind_of
from coopgraph.reading.relations.clauses import is_real

_TOKEN = re.compile(r"[^\W\d_]+(?:'s)?|\d+|[^\w\s]|[" + CLASSES["thing"] + "]|" + DATE)
_ENDINGS = re.compile(r"(?:ing|ed|es|s|ion|ions|ive|ment|ments|ly|'s)\Z")
_LONGEST_BETWEEN = 6  # words between that are taken as one feature
_WINDOW = 3  # words before, after
_BUCKETS = (0, 1, 2, 3, 5, 8, 12, 20, 40)


def bucket(number: int) -> int:
    """Return the largest of a few sizes that the number reaches."""
    return max(size for size in _BUCKETS if size <= max(number, 0))


def stem(word: str) -> str:
    """Return the word in small letters without a common ending."""
    word = word.casefold()
    return _ENDINGS.sub("", word) if len(word) > 5 else word


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a line: stems, or types in angle brackets; `places` are their positions in the line."""

    words: tuple[str, ...]
    places: tuple[int, ...]
    at: Mapping[int, int]


def words(line: Line) -> Words:
    """Return the line's words."""
    found = [(match.start(), match[0]) for match in _TOKEN.finditer(line.text)]
    return Words(
        tuple(_word(text) for _, text in found),
        tuple(place for place, _ in found),
        {place: number for number, (place, _) in enumerate(found)},
    )


def _word(text: str) -> str:
    if len(text) == 1 and (text in CLASSES["thing"] or text == DATE):
        kind = kind_of(text)
        return f"<{kind.value if kind else 'date' if text == DATE else 'list'}>"
    if text.isdigit():
        return "0000" if len(text) == 4 else "0"
    return stem(text)


class Describer:
    """Describes the pairs of one passage."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._flat = words(passage.flat)
        self._folded = words(passage.line)
        self._where = {key: place for place, slot in passage.line.slots.items() for key in slot.keys}
        self._bag = sorted({f"s:{word}" for word in self._folded.words if word.isalpha() and len(word) > 2})

    def shared(self, pair: Pair) -> list[str]:
        """Return the features that don't depend on relation and direction."""
        context = self._passage.context
        kinds = context.kind(pair.one), context.kind(pair.other)
        features = [*self._bag, f"t:{kinds[0]},{kinds[1]}", f"n:{min(self._passage.number, 5)}"]
        features.append(f"home:{pair.one == context.home},{pair.other == context.home}")
        if pair.left is None:
            return [*features, "implicit", *_window(self._flat, "i", pair.right, pair.right)]
        left, right = self._passage.flat.slots[pair.left], self._passage.flat.slots[pair.right]
        features.append(f"named:{left.named},{right.named}")
        features.append(f"dist:{bucket(self._distance(pair))}")
        inside = [
            slot for place, slot in self._passage.flat.slots.items() if pair.left < place < pair.right and slot.keys
        ]
        features.append(f"inside:{bucket(len(inside))}")
        if pair.left == pair.right:
            features.append("one-slot")
        return features

    def _distance(self, pair: Pair) -> int:
        return self._flat.at[pair.right] - self._flat.at[pair.left or 0]

    def ordered(self, pair: Pair) -> list[str]:
        """Return the features that mean something else when the other thing is the subject."""
        if pair.left is None:
            return _window(self._flat, "i", pair.right, pair.right)
        features = [*_between(self._flat, "f", pair.left, pair.right), *_window(self._flat, "f", pair.left, pair.right)]
        one, other = self._where.get(pair.one), self._where.get(pair.other)
        if one is None or other is None:
            return [*features, "g:gone"]
        if one == other:
            features += ["g:list", *_window(self._folded, "l", one, one)]
        else:
            first, second = min(one, other), max(one, other)
            sign = "g" if one < other else "h"
            features += [*_between(self._folded, sign, first, second), *_window(self._folded, sign, first, second)]
        return features


def _between(line: Words, sign: str, left: int, right: int) -> list[str]:
    inner = line.words[line.at[left] + 1 : line.at[right]]
    features = [f"{sign}b:{word}" for word in dict.fromkeys(inner)]
    features += [f"{sign}bb:{one} {two}" for one, two in pairwise(inner)]
    if len(inner) <= _LONGEST_BETWEEN:
        features.append(f"{sign}ball:{' '.join(inner)}")
    features.append(f"{sign}len:{bucket(len(inner))}")
    return features


def _window(line: Words, sign: str, left: int, right: int) -> list[str]:
    first, last = line.at[left], line.at[right]
    before = line.words[max(0, first - _WINDOW) : first]
    after = line.words[last + 1 : last + 1 + _WINDOW]
    features = [f"{sign}<{len(before) - number}:{word}" for number, word in enumerate(before)]
    features += [f"{sign}>{number}:{word}" for number, word in enumerate(after, 1)]
    features += [f"{sign}<:{word}" for word in before] + [f"{sign}>:{word}" for word in after]
    features.append(f"{sign}first" if first == 0 else f"{sign}inner")
    return features


def described(passage: Passage) -> Iterator[tuple[Relation, str, str, list[str]]]:
    """Yield (relation, subject, object, features) for each two things of the passage and relation they may have.

    A passage that denies, wishes or only discusses gives none.
    """
    if not is_real(passage.line, 0, len(passage.line.text)):
        return
    describer = Describer(passage)
    for pair in pairs(passage):
        candidates = list(pair.candidates())
        if not candidates:
            continue
        shared, ordered = describer.shared(pair), describer.ordered(pair)
        for relation, forward in candidates:
            subject, object_ = (pair.one, pair.other) if forward else (pair.other, pair.one)
            sign = "=" if relation is Relation.COOPERATES_WITH else ">" if forward else "<"
            yield relation, subject, object_, [*shared, *(f"{sign}{feature}" for feature in ordered), f"d:{sign}"]
