"""Where the sentences of a document are.

A paragraph ends at a blank line, and at a line break that isn't a mere wrap: in a hard-wrapped text lines are about
equally long, elsewhere a line is a paragraph, a heading or an item of a list. Within a paragraph a sentence ends at a
full stop, a question or exclamation mark or an ellipsis, with the quotes and brackets that close there, when white
space and the beginning of something new follow.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coopgraph.model import Document

# A text is hard-wrapped when no more than this share of its lines is longer than a wrapped line can be.
_LONGEST_WRAPPED = 120
_OVERLONG_SHARE = 0.05
# A text whose lines are all shorter than this isn't wrapped, its lines are short.
_NARROWEST = 40
# A wrapped line is at least this full; a shorter one ends its paragraph, unless the next begins in lower case.
_FULL = 0.75

_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
_ITEM = re.compile(r"(?:[-*•·–▪‣◦]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)])\s")
_END = re.compile(r"(?:[.!?…]{1,20}|[。！？])[\"'”’»)\]]{0,5}(?=\s)")
_WORD_BEFORE = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*\Z")
_NUMBER_SIGN = re.compile(r"(?:nos?|nr|art|fig|vol|pp|p|ch|sec|para|approx|ca)\Z", re.IGNORECASE)
_ABBREVIATION = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "mx",
        "dr",
        "prof",
        "assoc",
        "asst",
        "hon",
        "rev",
        "fr",
        "sr",
        "jr",
        "st",
        "mt",
        "ft",
        "gen",
        "col",
        "capt",
        "lt",
        "maj",
        "sgt",
        "cpl",
        "gov",
        "sen",
        "rep",
        "pres",
        "supt",
        "eng",
        "engr",
        "ing",
        "vs",
        "viz",
        "cf",
        "e.g",
        "i.e",
        "al",
        "msc",
        "phd",
        "ph.d",
        "m.a",
        "b.a",
        "m.sc",
        "b.sc",
        "dip",
        "rt",
        "messrs",
        "mme",
        "mlle",
        "dept",
        "univ",
        "inst",
        "intl",
        "natl",
        "corp",
    ]
)
# These end a sentence now and then: only a small letter, a digit or a name's continuation after them tells.
_OPEN = frozenset(
    [
        "inc",
        "ltd",
        "co",
        "etc",
        "u.s",
        "u.k",
        "u.n",
        "e.u",
        "a.m",
        "p.m",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "bros",
    ]
)
_STARTER = re.compile(
    r"[\"'“‘«(\[]{0,3}(?:The|A|An|This|That|These|Those|It|He|She|We|They|I|In|On|At|For|From|With|By|As|But|And|Its|His"
    r"|Her|Their|Our|There)\b"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, heading or item, `text[start:stop]`; `paragraph` counts the paragraphs of the document from 0."""

    start: int
    stop: int
    paragraph: int


def sentences(document: Document) -> tuple[Sentence, ...]:
    """Return the sentences of the document's prose in their order; what lies outside of them is white space only."""
    found: list[Sentence] = []
    for number, (start, stop) in enumerate(_paragraphs(document.prose)):
        found.extend(Sentence(first, last, number) for first, last in _split(document.prose, start, stop))
    return tuple(found)


def _paragraphs(prose: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of each paragraph, without white space around it."""
    lines = [(match.start(), match.end()) for match in _LINE.finditer(prose)]
    lengths = [length for start, stop in lines if (length := len(prose[start:stop].strip()))]
    overlong = sum(length > _LONGEST_WRAPPED for length in lengths)
    width = 0
    if len(lengths) > 2 and overlong <= _OVERLONG_SHARE * len(lengths):
        width = sorted(lengths)[int(len(lengths) * 0.9)]
        width = width if width >= _NARROWEST else 0
    begin = end = previous = -1
    for start, stop in lines:
        text = prose[start:stop].strip()
        if not text:
            continue
        first = start + prose[start:stop].index(text[0])
        last = first + len(text)
        joined = begin >= 0 and _continues(prose, end, first, text, end - previous, width)
        if not joined:
            if begin >= 0:
                yield begin, end
            begin = first
        previous, end = first, last
    if begin >= 0:
        yield begin, end


def _continues(prose: str, end: int, first: int, text: str, length: int, width: int) -> bool:
    """Tell whether a line goes on with the one that ended at `end` and was `length` characters long."""
    gap = prose[end : min(first, end + 200)]
    if first - end > 200 or gap.count("\n") > 1 or _ITEM.match(text):
        return False
    if text[0].islower():
        return True
    return bool(width) and length >= _FULL * width and length <= _LONGEST_WRAPPED


def _split(prose: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the bounds of each sentence of a paragraph."""
    begin = start
    for match in _END.finditer(prose, start, stop):
        if match.end() >= stop:
            break
        follows = match.end()
        while prose[follows].isspace():
            follows += 1
        if _ends(prose, begin, match, follows):
            yield begin, match.end()
            begin = follows
    yield begin, stop


def _ends(prose: str, begin: int, match: re.Match[str], follows: int) -> bool:
    """Tell whether the mark that was matched ends a sentence, given where the next word begins."""
    first = prose[follows]
    if first in "\"'“‘«([" and follows + 1 < len(prose):
        first = prose[follows + 1]
    if first.islower() or first in ",;:)]":
        return False
    if match[0] != ".":
        return True
    before = _WORD_BEFORE.search(prose, max(begin, match.start() - 20), match.start())
    if before is None:
        # "1." at the head of an item
        return (
            prose[max(begin, match.start() - 4) : match.start()].strip("0123456789 ") != "" or match.start() - begin > 4
        )
    word = before[0].casefold()
    if len(before[0]) == 1 and before[0].isupper() and before[0] != "I":
        return (
            bool(_STARTER.match(prose, follows)) and begin < before.start() - 1 and prose[before.start() - 2].islower()
        )
    if word in _ABBREVIATION or (_NUMBER_SIGN.match(word) and first.isdigit()):
        return False
    if word in _OPEN:
        return bool(_STARTER.match(prose, follows)) or (word == "etc" and first.isupper())
    return True
