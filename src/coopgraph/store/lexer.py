"""The tokens of SPARQL, as its grammar defines them: enough to find keywords, variables and prefixes with certainty."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

PROLOGUE = frozenset({"PREFIX", "BASE", "VERSION"})
FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
"""The words that may stand before a query's form, and the forms."""


class Kind(StrEnum):
    """What a token is; `OTHER` is one character of punctuation."""

    SPACE = "space"
    COMMENT = "comment"
    STRING = "string"
    IRI = "iri"
    VARIABLE = "variable"
    LANGUAGE = "language"
    BLANK = "blank"
    NAME = "name"
    NUMBER = "number"
    WORD = "word"
    OTHER = "other"


class Token(NamedTuple):
    """A stretch of the query: `text` stands at `start`, counted in Unicode code points."""

    kind: Kind
    text: str
    start: int

    @property
    def stop(self) -> int:
        """The offset behind the token."""
        return self.start + len(self.text)

    @property
    def prefix(self) -> str:
        """Of a prefixed name, what stands before the colon."""
        return self.text.partition(":")[0]


# Productions 164 to 173 of SPARQL 1.1. A literal with an escape that the grammar doesn't know is no literal: an engine
# reads ''' as an empty string then, and what looked like text is code.
_BASE = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_START = _BASE + "_"
_CHARACTER = _START + "0-9\u00b7\u0300-\u036f\u203f-\u2040\\-"
_HEX = "[0-9A-Fa-f]"
_ESCAPE = rf"\\[tbnrf\"'\\]|\\u(?![dD][89abAB]|[dD][c-fC-F]){_HEX}{{4}}|\\U00(?:0{_HEX}|10){_HEX}{{4}}"
_LOCAL_ESCAPE = rf"%{_HEX}{{2}}|\\[_~.\-!$&'()*+,;=/?#@%]"
_PATTERNS = {
    Kind.SPACE: r"[ \t\r\n]+",
    Kind.COMMENT: r"#[^\r\n]*",
    Kind.STRING: (
        rf"'''(?:'{{0,2}}(?:[^'\\]|{_ESCAPE}))*'''"
        rf'|"""(?:"{{0,2}}(?:[^"\\]|{_ESCAPE}))*"""'
        rf"|'(?:[^'\\\r\n]|{_ESCAPE})*'"
        rf'|"(?:[^"\\\r\n]|{_ESCAPE})*"'
    ),
    Kind.IRI: r"<[^<>\"{}|^`\x00-\x20]*>",
    Kind.VARIABLE: rf"[?$][{_START}0-9][{_START}0-9\u00b7\u0300-\u036f\u203f-\u2040]*",
    Kind.LANGUAGE: r"@[A-Za-z]+(?:-[A-Za-z0-9]+)*",
    Kind.BLANK: rf"_:[{_START}0-9][{_CHARACTER}]*(?:\.+[{_CHARACTER}]+)*",
    Kind.NAME: (
        rf"(?:[{_BASE}][{_CHARACTER}]*(?:\.+[{_CHARACTER}]+)*)?:"
        rf"(?:(?:[{_START}:0-9]|{_LOCAL_ESCAPE})(?:[{_CHARACTER}:]|{_LOCAL_ESCAPE})*(?:\.+(?:[{_CHARACTER}:]|{_LOCAL_ESCAPE})+)*)?"
    ),
    Kind.NUMBER: r"(?:[0-9]+\.[0-9]*|\.?[0-9]+)[eE][+-]?[0-9]+|[0-9]*\.[0-9]+|[0-9]+",
    Kind.WORD: r"[A-Za-z_][A-Za-z0-9_]*",
    Kind.OTHER: r"(?s:.)",
}
_TOKEN = re.compile("|".join(f"(?P<{kind.name}>{pattern})" for kind, pattern in _PATTERNS.items()))
_KINDS = {kind.name: kind for kind in Kind}


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens one after the other, each the longest there; joined, they are the text."""
    for match in _TOKEN.finditer(text):
        yield Token(_KINDS[match.lastgroup or ""], match.group(), match.start())


def place(text: str, position: int) -> str:
    """Return where position is, for a reader: "line 2, column 5"."""
    before = text[:position]
    return f"line {before.count(chr(10)) + 1}, column {position - before.rfind(chr(10))}"
