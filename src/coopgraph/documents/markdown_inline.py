"""The marks inside running Markdown: emphasis, links, images, code, tags and escapes."""

import re
import unicodedata
from collections.abc import Iterator

from coopgraph.documents.markup import Span

# Possessive quantifiers, and classes that exclude what opens the next try, keep every pattern linear on any input.
_TOKEN = re.compile(
    r"(?P<escape>\\(?=[!-/:-@\[-`{-~\r\n]))"
    r"|(?P<note>\[\^[^\[\]\s]{1,200}\])"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\])"
    r"|(?P<emphasis>\*+|_+|~~)"
    r"|(?P<code>`+)"
    r"|(?P<tag></?[A-Za-z][A-Za-z0-9-]*+(?:[\s/][^<>]*+)?>|<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+>)"
    r"|(?P<space>&(?:nbsp|\#160|ensp|emsp|thinsp|shy|zwnj|zwj);)"
    r"|&(?P<ampersand>amp;)"
)
_TARGET = re.compile(
    r"\([ \t]*+\n?[ \t]*+"
    r"(?:<[^<>\n]*+>|[^\s()]*+(?:\([^\s()]*+\)[^\s()]*+)*+)"
    r"(?:[ \t\n]++(?:\"[^\"\n]*+\"|'[^'\n]*+'|\([^()\n]*+\)))?+"
    r"[ \t]*+\n?[ \t]*+\)"
)
_REFERENCE = re.compile(r"\[[^\[\]\n]{0,200}\]")
_HIDDEN = re.compile(r"<!--|<(script|style)(?=[\s>])", re.IGNORECASE)


def hidden(text: str) -> Iterator[Span]:
    """Yield the comments, scripts and styles of text, in time linear in its length; what never ends is none."""
    lowered = ""
    unclosed = set()
    position = 0
    while match := _HIDDEN.search(text, position):
        name = (match[1] or "").lower()
        closing = f"</{name}" if name else "-->"
        position = match.end()
        if closing in unclosed:
            continue
        # ASCII alone is lowered: other letters can change their number, and with it every offset behind them.
        lowered = lowered or text.translate(_LOWER)
        end = lowered.find(closing, position)
        stop = lowered.find(">", end) + 1 if end >= 0 else 0
        if not stop:
            unclosed.add(closing)
            continue
        position = stop
        yield match.start(), stop


_LOWER = {letter: letter + 32 for letter in range(ord("A"), ord("Z") + 1)}


def marks(text: str, start: int, stop: int) -> list[Span]:
    """Return the spans between start and stop that are marks and no words, in time linear in their distance.

    Of a link its words stay, of code too; an image goes as a whole. A bracket without a target is a bracket.
    """
    flow = _Flow(text, stop)
    position = start
    while match := _TOKEN.search(text, position, stop):
        position = flow.take(match)
    return flow.found


class _Flow:
    """What is open at a place in running text: brackets, emphasis, code."""

    def __init__(self, text: str, stop: int) -> None:
        self.text = text
        self.stop = stop
        self.found: list[Span] = []
        self.brackets: list[Span] = []
        self.emphasis: dict[str, list[list[int]]] = {"*": [], "_": [], "~": []}
        self.code: dict[int, int] = {}

    def take(self, match: re.Match[str]) -> int:
        """Take in one token; return where to go on."""
        start, stop = match.span()
        match match.lastgroup:
            case "escape":
                self.found.append((start, stop))
                return stop + 1  # what is escaped is itself no token
            case "open":
                self.brackets.append((start, stop))
            case "close":
                return self._close(start, stop)
            case "emphasis":
                self._emphasis(start, stop)
            case "code":
                self._code(start, stop)
            case "ampersand":
                self.found.append((start + 1, stop))
            case _:
                self.found.append((start, stop))
        return stop

    def _close(self, start: int, stop: int) -> int:
        if not self.brackets:
            return stop
        opening = self.brackets.pop()
        target = _TARGET.match(self.text, stop, self.stop) or _REFERENCE.match(self.text, stop, self.stop)
        if target is None:
            return stop
        if self.text[opening[0]] == "!":
            self.found.append((opening[0], target.end()))
        else:
            self.found.extend((opening, (start, target.end())))
        return target.end()

    def _emphasis(self, start: int, stop: int) -> None:
        mark = self.text[start]
        opens, closes = self._flanks(mark, start, stop)
        openers = self.emphasis[mark]
        while closes and openers and start < stop:
            # The runs are used up from the inside: from the end of the opening one, from the start of this one.
            opener = openers[-1]
            length = min(opener[1] - opener[0], stop - start)
            self.found.extend(((opener[1] - length, opener[1]), (start, start + length)))
            opener[1] -= length
            start += length
            if opener[0] == opener[1]:
                openers.pop()
        if opens and start < stop:
            openers.append([start, stop])

    def _flanks(self, mark: str, start: int, stop: int) -> tuple[bool, bool]:
        """Return whether the run can open and whether it can close emphasis (CommonMark 6.2)."""
        before = self.text[start - 1] if start else " "
        after = self.text[stop] if stop < len(self.text) else " "
        left = not after.isspace() and (not _punctuation(after) or before.isspace() or _punctuation(before))
        right = not before.isspace() and (not _punctuation(before) or after.isspace() or _punctuation(after))
        if mark == "_":
            return left and (not right or _punctuation(before)), right and (not left or _punctuation(after))
        return left, right

    def _code(self, start: int, stop: int) -> None:
        opening = self.code.pop(stop - start, None)
        if opening is None:
            self.code[stop - start] = start
        else:
            self.found.extend(((opening, opening + stop - start), (start, stop)))


def _punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
