"""What is wrong with a query's text, told in the user's own lines and columns."""

import re
from itertools import pairwise

from coopgraph.errors import UsageError, one_line
from coopgraph.store.lexer import FORMS, PROLOGUE, Kind, place, tokens
from coopgraph.store.terms import Term, sparql
from coopgraph.vocabulary import PREFIXES

_POSITION = re.compile(r"error at (\d+):(\d+): expected (.*)", re.DOTALL)
# What the engine says in words, between the lists of tokens that it would have liked.
_SENTENCE = re.compile(r"(?!one of)[A-Z][a-z]+(?: [\w']+){2,}")
_KEYWORD = re.compile(r"\b[A-Z]{2,}\b")


def malformed(text: str, error: Exception) -> UsageError:
    """Return the error of a query that the engine can't read: one line with the place and what stands there."""
    for token in tokens(text):
        if token.kind is Kind.NAME and token.prefix not in _declared(text):
            return UsageError(
                f"query, {place(text, token.start)}: the prefix {token.prefix}: is not declared; "
                f"add PREFIX {token.prefix}: <…> in front"
            )
    form = next((t for t in tokens(text) if t.kind is Kind.WORD and t.text.upper() not in PROLOGUE), None)
    if form is None or form.text.upper() not in FORMS:
        where = place(text, form.start if form else len(text))
        return UsageError(f"query, {where}: a query begins with {', '.join(FORMS)}, after its prefixes")
    match = _POSITION.match(str(error))
    if match is None:
        return UsageError(f"query: no SPARQL ({one_line(error)})")
    position = sum(len(line) + 1 for line in text.split("\n")[: int(match[1]) - 1]) + int(match[2]) - 1
    if said := _SENTENCE.search(match[3]):
        return UsageError(f"query, {place(text, position)}: {said.group()}")
    # A missing keyword is reported behind the place where it would stand.
    words = [] if '"' in match[3] else _KEYWORD.findall(match[3])
    position = max(0, position - max(map(len, words), default=0))
    position = next((token.start for token in tokens(text) if token.stop > position), position)
    near = one_line(text[position : position + 40]).strip()
    return UsageError(f"query, {place(text, position)}: can't be read from here on: {near or 'the end'}")


def _declared(text: str) -> set[str]:
    """Return the prefixes known to a query: the well-known ones and those that it declares."""
    written = [token for token in tokens(text) if token.kind not in {Kind.SPACE, Kind.COMMENT}]
    own = {name.prefix for word, name in pairwise(written) if word.text.upper() == "PREFIX" and name.kind is Kind.NAME}
    return own | set(PREFIXES)


def with_prefixes(text: str) -> str:
    """Return the query with those well-known prefixes declared that it uses and doesn't declare: for other engines."""
    used = {token.prefix for token in tokens(text) if token.kind is Kind.NAME}
    own = _declared(text) - set(PREFIXES)
    lines = [f"PREFIX {prefix}: <{PREFIXES[prefix]}>\n" for prefix in sorted(used & set(PREFIXES) - own)]
    return "".join(lines) + text


def bind(text: str, values: dict[str, Term]) -> str:
    """Return the query with each variable written `$name` replaced by the term of that name.

    Only `$name` is a place for a value; `?name` stays. Raises UsageError for a value that no term can hold.
    """
    written = []
    for token in tokens(text):
        value = values.get(token.text[1:]) if token.kind is Kind.VARIABLE and token.text[0] == "$" else None
        try:
            written.append(token.text if value is None else sparql(value))
        except ValueError as error:
            raise UsageError(f"{token.text[1:]}: {error}") from error
    return "".join(written)
