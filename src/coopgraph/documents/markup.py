"""Blanking markup: spans of a text replaced by spaces, so that every offset stays what it is."""

import re
from collections.abc import Iterable, Iterator

Span = tuple[int, int]
"""Start and stop of a part of a text, in code points."""

ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]{}\"“”]+", re.IGNORECASE)
_VISIBLE = re.compile(r"\S+")
_TRAILING = ".,;:!?'’*_"


def blank(text: str, spans: Iterable[Span]) -> str:
    """Return text with every visible character of the spans, which may overlap, replaced by a space.

    The length stays, and so does all white space, line ends among it.
    """
    pieces, done = [], 0
    for start, stop in sorted(spans):
        start = max(start, done)
        if start < stop:
            pieces.append(text[done:start])
            pieces.append(_VISIBLE.sub(lambda match: " " * len(match[0]), text[start:stop]))
            done = stop
    pieces.append(text[done:])
    return "".join(pieces)


def addresses(text: str, start: int = 0) -> Iterator[Span]:
    """Yield where web addresses stand in text from start on, without the punctuation that ends a sentence."""
    for match in ADDRESS.finditer(text, start):
        yield match.start(), match.start() + len(match[0].rstrip(_TRAILING))
