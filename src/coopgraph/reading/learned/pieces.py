"""Words in pieces as the encoder knows them: BERT's WordPiece without case, each with its offsets and its case."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

UNKNOWN, START, STOP = "[UNK]", "[CLS]", "[SEP]"
CASES = 6
"""How a word may be written: in small letters, with a capital, all capitals, capitals within, with digits, no word."""
SMALL, SIGN = 0, 5  # the cases of a word in small letters and of what is no word
_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
_LONGEST = 60  # letters of a word; a longer one is garbage


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or a part of one, `prose[start:stop]`; `first` where it begins the word."""

    id: int
    case: int
    first: bool
    start: int
    stop: int


@cache
def vocabulary() -> Mapping[str, int]:
    """Return the number of each piece that the encoder knows; a piece within a word begins with "##"."""
    text = files("coopgraph.reading").joinpath("data", "en", "encoder", "vocabulary.txt").read_text(encoding="utf-8")
    return {piece: number for number, piece in enumerate(text.splitlines())}


def pieces(prose: str, start: int, stop: int) -> Iterator[Piece]:
    """Yield the pieces of `prose[start:stop]` in order; a word that can't be put together is one unknown piece."""
    unknown = vocabulary()[UNKNOWN]
    for match in _WORD.finditer(prose, start, stop):
        word = match[0]
        case = _case(word)
        parts = _parts(word) if len(word) <= _LONGEST else ((unknown, len(word)),)
        place = match.start()
        for number, (identifier, length) in enumerate(parts):
            yield Piece(identifier, case, number == 0, place, min(place + length, match.end()))
            place += length


def _case(word: str) -> int:
    if not word[0].isalnum():
        return SIGN
    if any(character.isdigit() for character in word):
        return 4
    if word.islower():
        return SMALL
    if word.isupper() and len(word) > 1:
        return 2
    return 1 if (word[0].isupper() and word[1:].islower()) or len(word) == 1 else 3


@lru_cache(maxsize=32768)
def _parts(word: str) -> tuple[tuple[int, int], ...]:
    """Return number and length of the word's pieces, the longest piece that is known first."""
    known = vocabulary()
    letters = unicodedata.normalize("NFD", word.casefold().replace("đ", "d"))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    found: list[tuple[int, int]] = []
    place = 0
    while place < len(plain):
        for end in range(len(plain), place, -1):
            number = known.get(("##" if place else "") + plain[place:end])
            if number is not None:
                found.append((number, end - place))
                place = end
                break
        else:
            return ((known[UNKNOWN], len(word)),)
    return tuple(found) or ((known[UNKNOWN], len(word)),)
