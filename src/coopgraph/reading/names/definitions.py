"""Acronyms that the text defines: "Long Form of the Name (LFN)"; the letters tell where the long form begins."""

import re
from collections.abc import Iterator, Sequence

from coopgraph.model import EntityType
from coopgraph.reading.names.acronyms import looks_like_acronym
from coopgraph.reading.names.candidates import Candidate
from coopgraph.reading.names.lexicon import Lexicon, fold, group
from coopgraph.reading.names.tokens import Token

# Words that a long form may have beyond the letters of its acronym.
_SLACK = 6
_BEHIND = re.compile(r"\)[”\"’]?\s([\w-]+)")


def definitions(prose: str, tokens: Sequence[Token], known: Sequence[Candidate], words: Lexicon) -> Iterator[Candidate]:
    """Yield the names of which the words before a bracketed acronym begin with its letters, in order.

    Type and noun are those of a known candidate that ends the long form, else what the word behind the bracket tells.
    """
    ending = {candidate.stop: candidate for candidate in known if candidate.type}
    for number in range(2, len(tokens) - 1):
        acronym = tokens[number]
        if tokens[number - 1].text != "(" or tokens[number + 1].text not in (")", ",", ";"):
            continue
        if not looks_like_acronym(acronym.text) or len(acronym.text) < 2:
            continue
        last = number - 2 - tokens[number - 2].possessive
        first = _first_word(tokens, last, fold(acronym.text).replace(" ", ""))
        if first is None:
            continue
        start, stop = tokens[first].start, tokens[last].stop
        inner = ending.get(stop)
        if inner is not None and inner.start <= start:
            continue
        kind, head = (inner.type, inner.head) if inner else (_told(prose, tokens[number].stop, words), "")
        if inner or sum(token.capital for token in tokens[first : last + 1]) >= 2:
            text = " ".join(prose[start:stop].split())
            yield Candidate(start, stop, text, kind or EntityType.ASSOCIATION, head, (), 3.0)


def _first_word(tokens: Sequence[Token], last: int, letters: str) -> int | None:
    """Return the word from which on the initials of the words, small ones aside, are exactly the letters; else None."""
    remaining = len(letters)
    number = last
    while number >= 0 and last - number < len(letters) + _SLACK:
        token = tokens[number]
        if not token.low or not (token.text[0].isalnum() or token.possessive or token.text in "&-,/’'"):
            return None
        if token.text[0].isalnum():
            initial = fold(token.text)[:1]
            if initial == letters[remaining - 1] and (token.capital or token.low not in group("small")):
                remaining -= 1
                if not remaining:
                    return number if token.capital else None
            elif token.low not in group("small"):
                return None
        number -= 1
    return None


def _told(prose: str, position: int, words: Lexicon) -> EntityType | None:
    behind = _BEHIND.match(prose, position, position + 40)
    return words.kinds.get(behind[1].lower()) if behind else None
