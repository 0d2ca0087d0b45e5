"""Where the words of an answer stand in a piece of the document."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, pairwise

from coopgraph.identity.names import fold, words
from coopgraph.llm.pieces import Piece
from coopgraph.model import Document
from coopgraph.reading.sentences import sentences

_WORD = re.compile(r"[^\W_]+")
# Between two words of a name: a comma, an apostrophe, a bracket, a dash, blanked markup, but not the end of a clause.
_WITHIN_NAME = re.compile(r"\s*[^\w\s;:!?]{0,2}\s*\Z")
_SMALL = frozenset({"of", "the", "and", "for", "in", "at", "on", "to", "de", "la", "le", "du", "des", "der", "und"})
# "Universities of A, B, C, D and E": so many words from the first to the last of a name that is taken apart.
_WIDEST = 25
_LONGEST_NAME = 300
_SHORTEST_QUOTE = 4
# Signs at the ends of a quote, of which typographic and plain ones are the same.
_EDGE = 5
_MARKS = str.maketrans("“”„«»‘’–—", '"""""\'\'--')
_MOST_PLACES = 100


@lru_cache(4096)
def _plain(character: str) -> str:
    """Return what of a character counts in comparing: letters and digits, without case and accents."""
    return "".join(each for each in fold(character) if each.isalnum())


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the piece: folded, as names compare it, and its offsets in the document."""

    folded: str
    start: int
    stop: int


class Wording:
    """A piece of a document, made comparable; everything is found in time linear in the piece."""

    def __init__(self, document: Document, piece: Piece) -> None:
        self._text, self._piece = document.text, piece
        self._prose = document.prose[piece.start : piece.stop]
        pairs = [(plain, place) for place, c in enumerate(self._prose, piece.start) for plain in _plain(c)]
        self._dense = "".join(plain for plain, _ in pairs)
        self._offsets = [place for _, place in pairs]
        self._words = [
            _Word(fold(match[0]), match.start() + piece.start, match.end() + piece.start)
            for match in _WORD.finditer(self._prose)
        ]
        self._where: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(self._words):
            self._where[word.folded].append(place)
        self._sentences = [
            (span.start + piece.start, span.stop + piece.start)
            for span in sentences(replace(document, text=self._prose, prose=self._prose))
        ]

    def quote(self, quote: str, near: int) -> tuple[int, int] | None:
        """Return the bounds in the document of the quote that stand nearest to an offset; None where it doesn't stand.

        Letters and digits are compared, without case and accents; of other signs those at the ends that agree belong
        to it.
        """
        plain = "".join(map(_plain, quote))
        if len(plain) < _SHORTEST_QUOTE:
            return None
        places = list(islice(self._find(plain), _MOST_PLACES))
        if not places:
            return None
        found = [(self._offsets[place], self._offsets[place + len(plain) - 1] + 1) for place in places]
        start, stop = min(found, key=lambda bounds: (self._in_word(bounds[0]), abs(bounds[0] - near)))
        while stop < self._piece.stop and not self._prose[stop - self._piece.start].isspace() and not self._at(stop):
            if self._text[stop].translate(_MARKS) not in quote[-_EDGE:].translate(_MARKS):
                break
            stop += 1
        while start > self._piece.start and not self._prose[start - 1 - self._piece.start].isspace():
            if self._text[start - 1].translate(_MARKS) not in quote[:_EDGE].translate(_MARKS) or self._at(start - 1):
                break
            start -= 1
        return start, stop

    def _in_word(self, start: int) -> bool:
        return start > self._piece.start and bool(self._at(start - 1))

    def _at(self, place: int) -> str:
        return _plain(self._text[place])

    def _find(self, plain: str) -> Iterator[int]:
        place = self._dense.find(plain)
        while place >= 0:
            yield place
            place = self._dense.find(plain, place + len(plain))

    def parts(self, start: int, stop: int) -> list[tuple[int, int]]:
        """Return the parts of a passage, one for each sentence that it touches; at least one."""
        first = max(0, bisect_right(self._sentences, (start, self._piece.stop)) - 1)
        found = []
        for begin, end in islice(self._sentences, first, None):
            if begin >= stop:
                break
            if end > start:
                found.append((max(begin, start), min(end, stop)))
        return found or [(start, stop)]

    def stands(self, text: str) -> bool:
        """Tell whether the words stand in the piece, signs and case aside."""
        return bool(plain := "".join(map(_plain, text))) and plain in self._dense

    def has(self, word: str) -> bool:
        """Tell whether the piece has the folded word."""
        return word in self._where

    def named(self, name: str) -> Iterator[tuple[int, int]]:
        """Yield the bounds of each place where the words of the name stand one after another."""
        parts = [fold(word) for word in _WORD.findall(name[:_LONGEST_NAME])]
        if not all(part in self._where for part in parts) or not parts:
            return
        # The rarest word leads to the fewest places.
        rarest = min(range(len(parts)), key=lambda number: len(self._where[parts[number]]))
        for place in self._where[parts[rarest]]:
            first = place - rarest
            found = self._words[first : first + len(parts)] if first >= 0 else []
            if [word.folded for word in found] == parts and all(
                _WITHIN_NAME.match(self._prose[one.stop - self._piece.start : other.start - self._piece.start])
                for one, other in pairwise(found)
            ):
                yield found[0].start, found[-1].stop

    def written(self, name: str) -> str | None:
        """Return the name as the piece writes it; None where it doesn't stand there.

        A difference in case alone is left to the name: a headline writes everything in capitals.
        """
        letters = _letters(name)
        forms = [_letters(self._text[start:stop]) for start, stop in islice(self.named(name), _MOST_PLACES)]
        if not forms:
            # Scripts that don't part words by spaces.
            return name if not name.isascii() and _unspaced(name) and self.stands(name) else None
        if letters in forms or letters.casefold() in map(str.casefold, forms):
            return name
        start, stop = next(self.named(name))
        return " ".join(self._prose[start - self._piece.start : stop - self._piece.start].split())

    def bound(self, name: str) -> bool:
        """Tell whether the words of the name stand in order in one sentence, as in "Universities of Otley and Carrick".

        Small words, plurals and what stands between aside; but they stand close together.
        """
        parts = [word for word in words(name[:_LONGEST_NAME]) if word not in _SMALL]
        if len(parts) < 2:
            return False
        return any(self._in_order(parts, start, stop) for start, stop in self._sentences)

    def _in_order(self, parts: list[str], start: int, stop: int) -> bool:
        first = bisect_right(self._words, start - 1, key=lambda word: word.start)
        last = bisect_right(self._words, stop - 1, key=lambda word: word.start)
        found: list[int] = []
        for place in range(first, last):
            word = self._words[place]
            if len(found) < len(parts) and words(word.folded)[:1] == (parts[len(found)],):
                found.append(place)
        return len(found) == len(parts) and found[-1] - found[0] < _WIDEST


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def _unspaced(name: str) -> bool:
    """Tell whether the name is in a script without spaces: Thai and its neighbours, or East Asian."""
    letters = filter(str.isalpha, name)  # a picture behind a Latin name, or half a character, makes no such script
    return any("\u0e00" <= character <= "\u0eff" or character >= "\u2e80" for character in letters)
