"""Lines on pages → running text: paragraphs, words divided at line ends, repeated heads and feet."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from statistics import median, quantiles

SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and its place in points; where it ends within a word, it may end in a soft hyphen.

    `height` is that of the line's last letter with its ascender and descender, in any letter the same for one size.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    height: float


# Chosen by reading two technical reports set in one column; each but the last two is a share of what it names.
_WIDER_PITCH = 1.3  # of the page's usual distance of lines: a gap between paragraphs
_OTHER_SIZE = 0.15  # of the line's height: a heading, a caption, a note
_SHORT = 0.8  # of the width of full lines: the last line of a paragraph
_INDENT = 0.8  # of the line's height: a first line that stands in
_REPEATED = 3  # pages that a head or foot stands on at least, and on half of all
_MARGIN = 2  # lines of a head or a foot at most

_ENDS_SENTENCE = re.compile(r"[.!?:;…][\"'”’»)\]]*\Z")
_BULLET = re.compile(r"[•▪◦‣●■○·✓➢]\s*|\(?(?:\d{1,3}|[a-z])[.)]\s")
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_WORD_START = re.compile(r"[^\W\d_]+")
_DIVIDED = re.compile(rf"([^\W_]++)[-‐{SOFT_HYPHEN}]\Z")


def flow(pages: Sequence[Sequence[Line]]) -> tuple[str, tuple[int, ...]]:
    """Return the running text of pages and the offset in it at which each page starts.

    A paragraph is one line of the text, and a blank line divides paragraphs. One that goes on over a page break stays
    one paragraph. A page without text starts where the next one does.
    """
    pages = _without_repeated(pages)
    words = Counter(word.lower() for page in pages for line in page for word in _WORD.findall(line.text))
    pieces: list[str] = []
    starts: list[int] = []
    length = 0
    before: Line | None = None
    for page in pages:
        usual = _Usual.of(page)
        starts.append(-1)
        for line in page:
            text = line.text
            if before is not None:
                if usual.begins_paragraph(before, line):
                    joint = "\n\n"
                else:
                    end = _end(pieces[-1], text, words)
                    joint = "" if end != pieces[-1] or _DIVIDED.search(end) else " "
                    length += len(end) - len(pieces[-1])
                    pieces[-1] = end
                pieces.append(joint)
                length += len(joint)
            starts[-1] = length if starts[-1] < 0 else starts[-1]
            pieces.append(text)
            length += len(text)
            before = line
    following = length
    for number in reversed(range(len(starts))):
        following = starts[number] = starts[number] if starts[number] >= 0 else following
    return "".join(pieces), tuple(starts)


@dataclass(frozen=True, slots=True)
class _Usual:
    """What is usual on a page, in points: the distance from one line to the next, and the width of a full line."""

    pitch: float
    width: float

    @classmethod
    def of(cls, page: Sequence[Line]) -> "_Usual":
        falls = [one.bottom - two.bottom for one, two in pairwise(page) if one.bottom > two.bottom]
        widths = [line.right - line.left for line in page]
        return cls(median(falls) if falls else 0, quantiles(widths, n=10)[-1] if len(widths) > 1 else sum(widths))

    def begins_paragraph(self, before: Line, line: Line) -> bool:
        """Return whether line begins a paragraph, seen from the line before it."""
        if before.text.endswith(SOFT_HYPHEN):
            return False
        ended = bool(_ENDS_SENTENCE.search(before.text))
        short = before.right - before.left < _SHORT * self.width
        fall = before.bottom - line.bottom
        if abs(before.height - line.height) > _OTHER_SIZE * max(before.height, line.height):
            return True
        if fall > 0 and fall > _WIDER_PITCH * max(self.pitch, line.height):
            return True
        if _BULLET.match(line.text) and (ended or short):
            return True
        if short and (ended or not line.text[0].islower()):
            return True
        return ended and line.left > before.left + _INDENT * line.height


def _end(text: str, following: str, words: Counter[str]) -> str:
    """Return text as it ends before following: without the hyphen, if that only divides a word at the line's end."""
    first, second = _DIVIDED.search(text), _WORD_START.match(following)
    if first and second and _whole(first[1], second[0], words) == first[1] + second[0]:
        return text[:-1]
    return text.replace(SOFT_HYPHEN, "-")


def _whole(first: str, second: str, words: Counter[str]) -> str:
    """Return the word that was divided into first and second: with a hyphen if it has a right to one of its own."""
    compound = f"{first}-{second}"
    if second[0].isupper() or words[compound.lower()] > words[(first + second).lower()]:
        return compound
    return first + second


def _without_repeated(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return pages without what repeats at the top or the bottom of most, and without page numbers there."""
    ends = Counter(key for page in pages for key in {_key(line) for line in (*page[:_MARGIN], *page[-_MARGIN:])})
    needed = max(_REPEATED, len(pages) / 2)
    repeated = {key for key, count in ends.items() if count >= needed} | ({"#"} if len(pages) > 1 else set())
    kept = []
    for page in pages:
        foot = list(takewhile(lambda line: _key(line) in repeated, reversed(page[-_MARGIN:])))
        body = page[: len(page) - len(foot)]
        head = list(takewhile(lambda line: _key(line) in repeated, body[:_MARGIN]))
        kept.append(list(body[len(head) :]))
    return kept


def _key(line: Line) -> str:
    """Return what of a line is the same on every page: all but its numbers."""
    return _DIGITS.sub("#", line.text.strip(" -–—|")).lower()
