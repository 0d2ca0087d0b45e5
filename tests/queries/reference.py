"""Writes docs/reference/queries.md: the named queries, as their headers describe them."""

from coopgraph.queries import NamedQuery, Parameter, named
from coopgraph.store.safety import MAX_DEPTH, MAX_STRUCTURE
from coopgraph.vocabulary import PREFIXES
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "reference" / "queries.md"
_INTRODUCTION = """\
# Named queries

`coopgraph query NAME --param KEY=VALUE …` answers one of these; `coopgraph query --list` shows them in the terminal.
This page is made from the headers of the `*.rq` files in `src/coopgraph/queries/`.

A value's type says what may be written: `name` is any name or alias of a thing, or its IRI, in any case and without
accents; `date` is a day, month or year (2026-03-31, 2026-03, 2026; a month or year is its first day), `today`, or a day
from today on (`today+6m`); `integer` is a whole number; `iri` an absolute IRI; `string` any text. A parameter whose
default is `any` may be left out, and then holds for all.

The queries, and those written by hand, know these prefixes without declaring them:
{prefixes}.

A query reads the dataset given with `-g` alone: FROM, SERVICE and updates are refused. So is a query nested deeper than
{depth} brackets, or of more than {structure:,} words and signs (terms and commas, as in VALUES, don't count). There \
is no limit of
time or of rows: rows are written as they are found, and LIMIT keeps an answer short.
"""


def render() -> str:
    """Return the page: what holds for all queries, then each query with its question and parameters."""
    prefixes = ", ".join(f"`{prefix}:`" for prefix in PREFIXES)
    introduction = _INTRODUCTION.format(prefixes=prefixes, depth=MAX_DEPTH, structure=MAX_STRUCTURE)
    return "\n".join([introduction, *map(_section, named().values())])


def _section(query: NamedQuery) -> str:
    lines = [f"## {query.name}", "", f"{query.title}. *{query.question}*", ""]
    lines += [_parameter(parameter) for parameter in query.parameters]
    return "\n".join([*lines, ""] if query.parameters else lines)


def _parameter(parameter: Parameter) -> str:
    default = "required" if parameter.default is None else f"default `{parameter.default}`"
    return f"- `{parameter.name}` ({parameter.type}, {default}): {parameter.description}"


if __name__ == "__main__":
    PAGE.write_text(render(), encoding="utf-8", newline="\n")
