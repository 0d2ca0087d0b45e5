r"""What a query may not do. Queries are untrusted: they read the dataset at hand, and nothing else.

Oxigraph's Python package reaches the network for SERVICE and has no switch for it, so that the text decides. What
makes that certain is that the text has one reading only: `?a<?b)SERVICE#>`, which holds an IRI for one reader and a
comparison for another, is refused for that. Where an engine may still split a token (`SERVICEex:x` is one name or two
tokens), or decode it (`\u0053ERVICE`), each way counts. What is refused in vain are oddities: a prefix `service:`.
"""

import re

from coopgraph.errors import UsageError
from coopgraph.store.lexer import PROLOGUE, Kind, Token, place, tokens

MAX_CHARACTERS = 1_000_000
"""A longer query is refused, so that checking one stays a matter of seconds."""

MAX_DEPTH = 64
MAX_STRUCTURE = 1_000
"""Open brackets at one time, and words and punctuation in all; terms and commas (VALUES, IN) don't count.

Oxigraph recurses over a query's structure without a limit of its own, and a stack that overflows ends the process:
with 1 MB at 200 nested lists or 400 BINDs in a row, with 8 MB at eight times as many (measured, pyoxigraph 0.5.13).
"""

_REASONS = {
    "SERVICE": "SERVICE is refused: a query reaches no other server; leave it out",
    "FROM": "FROM is refused: a query reads the chosen dataset alone; leave it out, or name a graph with GRAPH",
}
_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})
_FORBIDDEN = re.compile("|".join(_REASONS), re.IGNORECASE)
# A comparison that goes on behind the > of what looks like an IRI must close a bracket, come to another operand, or
# open a string or a comment before it. `x://` is no expression.
_AMBIGUOUS = re.compile(r"<(?![A-Za-z][A-Za-z0-9+.\-]*://).*[(),&'#]")
_CODE_POINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def refuse_unsafe(text: str) -> None:
    """Return if the query only reads the dataset at hand and is small enough to be parsed safely.

    Raises UsageError, in one line that names the place, for SERVICE, FROM, an update, and for a query past the limits.
    """
    if len(text) > MAX_CHARACTERS:
        raise UsageError(f"query: longer than {MAX_CHARACTERS:,} characters; ask in several smaller queries")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:  # an argument of the command line in another encoding
        raise UsageError(
            f"query, {place(text, error.start)}: a byte that is no UTF-8; save the query as UTF-8"
        ) from error
    # SPARQL decodes \uXXXX before anything else, Oxigraph only inside strings and IRIs: both readings count.
    for reading in {text: None, _decode(text): None}:
        _refuse_forbidden(reading)
    _refuse_update(text)
    _refuse_oversize(text)


def _decode(text: str) -> str:
    def character(match: re.Match[str]) -> str:
        number = int(match[1] or match[2], 16)
        return chr(number) if number <= 0x10FFFF else match[0]

    return _CODE_POINT.sub(character, text)


def _refuse_forbidden(text: str) -> None:
    for token in tokens(text):
        if found := _FORBIDDEN.search(_keyword_part(token)):
            reason = _REASONS[found.group().upper()]
            raise UsageError(f"query, {place(text, token.start + found.start())}: {reason}")
        if token.kind is Kind.IRI and _AMBIGUOUS.match(token.text):
            reason = "< may compare or begin an IRI here; put a space behind it, or write the whole IRI"
            raise UsageError(f"query, {place(text, token.start)}: {reason}")


def _keyword_part(token: Token) -> str:
    """Return what of the token an engine may take for a keyword: `true.SERVICE:x` begins as a name, too."""
    if token.kind is Kind.WORD:
        return token.text
    return token.prefix if token.kind is Kind.NAME else ""


def _refuse_update(text: str) -> None:
    words = (token for token in tokens(text) if token.kind is Kind.WORD and token.text.upper() not in PROLOGUE)
    first = next(words, None)
    if first and first.text.upper() in _UPDATES:
        raise UsageError(
            f"query, {place(text, first.start)}: {first.text.upper()} is refused: datasets are read-only here; "
            "change the documents or the corrections file and run `coopgraph build`"
        )


def _refuse_oversize(text: str) -> None:
    depth = structure = 0
    for token in tokens(text):
        if token.kind is Kind.WORD or (token.kind is Kind.OTHER and token.text != ","):
            structure += 1
            depth += (token.text in "([{") - (token.text in ")]}")
        if depth > MAX_DEPTH or structure > MAX_STRUCTURE:
            deep = depth > MAX_DEPTH
            limit = f"nested deeper than {MAX_DEPTH}" if deep else f"more than {MAX_STRUCTURE:,} words and signs"
            raise UsageError(f"query, {place(text, token.start)}: {limit}; ask in several smaller queries")
