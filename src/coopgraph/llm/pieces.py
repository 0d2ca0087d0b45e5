"""A long document in pieces that a model reads one after another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coopgraph.model import Document
from coopgraph.reading.sentences import sentences

LIMIT = 16_000
"""Characters of a piece, where nothing else is asked for: about 4,000 tokens, three times a long news article."""
LEAST = 200
"""The smallest limit that still holds a sentence."""
# A piece begins with the last sentences of the one before it, as many as fit into this share of the limit.
_OVERLAP = 8
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """The part `text[start:stop]` of a document; the first has number 0."""

    number: int
    start: int
    stop: int


def pieces(document: Document, limit: int = LIMIT) -> tuple[Piece, ...]:
    """Return the pieces of the document, none longer than `limit` characters; none for a document without prose.

    Pieces begin and end with whole sentences; each begins with the end of the one before it. A sentence that is too
    long is cut at white space, or where there is none anywhere. Whatever isn't white space stands in a piece.
    Raises ValueError for a limit below LEAST.
    """
    if limit < LEAST:
        raise ValueError(f"a piece of {limit} characters is too short: at least {LEAST}")
    overlap = limit // _OVERLAP
    spans = list(_spans(document, limit - overlap, overlap))
    result: list[Piece] = []
    first, last = 0, -1
    while last + 1 < len(spans):
        start = spans[first][0]
        last = max(first, last)
        while last + 1 < len(spans) and spans[last + 1][1] - start <= limit:
            last += 1
        result.append(Piece(len(result), start, spans[last][1]))
        if last + 1 < len(spans):
            stop, after = spans[last][1], spans[last + 1][1]
            least, first = max(stop - overlap, after - limit), last + 1
            while spans[first - 1][0] >= least:
                first -= 1
    return tuple(result)


def _spans(document: Document, longest: int, part: int) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the sentences; of one longer than `longest` those of its parts, each of at most `part`."""
    for sentence in sentences(document):
        start, stop = sentence.start, sentence.stop
        if stop - start > longest:
            while stop - start > part:
                cut = _cut(document.prose, start, start + part)
                yield start, cut
                start = cut
        yield start, stop


def _cut(prose: str, start: int, stop: int) -> int:
    """Return the last offset in the second half of `prose[start:stop]` that follows white space, or else `stop`."""
    half = (start + stop) // 2
    return next((place for place in range(stop, half, -1) if prose[place - 1].isspace()), stop)


def shown(document: Document, piece: Piece) -> str:
    """Return the piece as a model reads it: without markup, with one space between words."""
    prose = _SPACES.sub(" ", document.prose[piece.start : piece.stop])
    return _LINES.sub("\n\n", prose).strip()


def estimated_tokens(text: str) -> int:
    """Return about how many tokens a text takes: one is some four bytes of UTF-8 in the usual encodings."""
    return -(-len(text.encode("utf-8", "replace")) // 4)
