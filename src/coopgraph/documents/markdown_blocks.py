"""The lines of Markdown: headings, fences, quotes, rules and tables, after CommonMark and the tables of GitHub."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from coopgraph.documents.markup import Span

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_FENCE = re.compile(r"[ \t]{0,12}(`{3,}(?=[^`\r\n]*\s*\Z)|~{3,})")
_CLOSING = re.compile(r"[ \t]{0,12}(`{3,}|~{3,})\s*\Z")
_LONGEST = 8  # fences longer than this count as this long
_QUOTE = re.compile(r"(?: {0,3}>[ \t]?)+")
_ATX = re.compile(r" {0,3}#{1,6}(?=[ \t\r\n]|\Z)")
_ATX_END = re.compile(r"(?<=[ \t])#+\s*\Z")
_UNDERLINE = re.compile(r" {0,3}(?:={2,}|-{2,})\s*\Z")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})\s*\Z")
_ITEM = re.compile(r"[ \t]*(?:[-*+•]|\d{1,9}[.)])[ \t]")
_DEFINITION = re.compile(r" {0,3}\[(?!\^)[^\[\]\r\n]{1,200}\]:[ \t]*\S")
_NOTE = re.compile(r" {0,3}\[\^[^\[\]\s]{1,200}\]:")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?\s*\Z")
_PIPE = re.compile(r"(?<!\\)\|")


@dataclass(slots=True)
class Blocks:
    """The block structure of a text.

    `marks` are spans that are no words; `flows` are stretches of running text, which neither emphasis nor a link
    reaches beyond; `heading` is where the first heading stands.
    """

    marks: list[Span] = field(default_factory=list)
    flows: list[Span] = field(default_factory=list)
    heading: Span | None = None


def blocks(text: str) -> Blocks:
    """Return the block structure of text, in time linear in its length.

    A fenced block is a mark as a whole. A fence that nothing closes is one alone: a stray line of backticks must not
    hide the rest of a document.
    """
    lines = [(match.start(), match.end()) for match in _LINES.finditer(text)]
    walk = _Walk(text)
    closings = _closings(text, lines)
    resume = 0
    for index, (start, stop) in enumerate(lines):
        if index < resume:
            continue
        line = text[start:stop]
        if fence := _FENCE.match(line):
            walk.end_flow()
            found = closings.get((fence[1][0], min(len(fence[1]), _LONGEST)), [])
            position = bisect_right(found, index)
            resume = found[position] + 1 if position < len(found) else index + 1
            walk.found.marks.append((start, lines[resume - 1][1]))
        else:
            walk.line(start, stop)
    walk.end_flow()
    return walk.found


def _closings(text: str, lines: list[Span]) -> dict[tuple[str, int], list[int]]:
    """Return, for each mark and length, the numbers of the lines that close a fence of that mark and length."""
    closings: dict[tuple[str, int], list[int]] = {}
    for index, (start, stop) in enumerate(lines):
        if match := _CLOSING.match(text[start:stop]):
            for length in range(3, min(len(match[1]), _LONGEST) + 1):
                closings.setdefault((match[1][0], length), []).append(index)
    return closings


class _Walk:
    """One pass over the lines outside fences; what it needs to know of the lines before."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found = Blocks()
        self.flow: Span | None = None
        self.previous: Span | None = None  # the line before, while it is running text
        self.table = False

    def end_flow(self) -> None:
        if self.flow:
            self.found.flows.append(self.flow)
        self.flow = self.previous = None
        self.table = False

    def line(self, start: int, stop: int) -> None:
        """Take in one line, which is no part of a fenced block."""
        if quote := _QUOTE.match(self.text, start, stop):
            self.found.marks.append((start, quote.end()))
            start = quote.end()
        line = self.text[start:stop]
        if not line.strip():
            self.end_flow()
        elif self.previous and _UNDERLINE.match(line):
            self._heading(*self.previous)
            self._mark(start, stop)
        elif _RULE.match(line) or _DEFINITION.match(line):
            self._mark(start, stop)
        elif atx := _ATX.match(line):
            self._atx(start, start + atx.end(), stop)
        elif "|" in line and self._row(line):
            self._cells(start, stop)
        else:
            self._words(start, stop)

    def _mark(self, start: int, stop: int) -> None:
        self.end_flow()
        self.found.marks.append((start, stop))

    def _heading(self, start: int, stop: int) -> None:
        self.found.heading = self.found.heading or (start, stop)

    def _atx(self, start: int, words: int, stop: int) -> None:
        self._mark(start, words)
        if end := _ATX_END.search(self.text[words:stop]):
            self.found.marks.append((words + end.start(), stop))
            stop = words + end.start()
        self.found.flows.append((words, stop))
        self._heading(words, stop)

    def _row(self, line: str) -> bool:
        bare = line.strip()
        return self.table or bool(_TABLE_RULE.match(line)) or (len(bare) > 1 and bare[0] == bare[-1] == "|")

    def _cells(self, start: int, stop: int) -> None:
        line = self.text[start:stop]
        if _TABLE_RULE.match(line):
            header = self.previous
            self._mark(start, stop)
            if header:
                self._pipes(*header)
        else:
            self.end_flow()
            self._pipes(start, stop)
            self.found.flows.append((start, stop))
        self.table = True

    def _pipes(self, start: int, stop: int) -> None:
        self.found.marks.extend((m.start(), m.end()) for m in _PIPE.finditer(self.text, start, stop))

    def _words(self, start: int, stop: int) -> None:
        if _ITEM.match(self.text, start, stop):
            self.end_flow()
        if note := _NOTE.match(self.text, start, stop):
            self.end_flow()
            self.found.marks.append((start, note.end()))
        self.flow = (self.flow[0] if self.flow else start, stop)
        self.previous = (start, stop)
        self.table = False
