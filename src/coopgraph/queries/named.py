"""The named queries: the *.rq files beside this module, each with its title, question and parameters in its header."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from coopgraph.errors import UsageError
from coopgraph.queries.parameters import ANY, TYPES, Parameter
from coopgraph.store import Result, Store, Term

_FIELD = re.compile(r"# (title|question): (\S.*)")
_PARAMETER = re.compile(r'# param: ([a-z]\w*) type=(\w+)(?: default=(?:"([^"]*)"|(\S+)))? (\S.*)')


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query with the question that it answers; `text` is the whole file."""

    name: str
    title: str
    question: str
    parameters: tuple[Parameter, ...]
    text: str


@cache
def named() -> Mapping[str, NamedQuery]:
    """Return the named queries by name, sorted."""
    found = (file for file in files(__package__).iterdir() if file.name.endswith(".rq"))
    queries = (parse(file.name.removesuffix(".rq"), file.read_text(encoding="utf-8")) for file in found)
    return {query.name: query for query in sorted(queries, key=lambda query: query.name)}


def parse(name: str, text: str) -> NamedQuery:
    """Return the query in a file's text, with what its header says.

    The header is the comment lines at the top: `# title: …`, `# question: …`, and for each parameter
    `# param: NAME type=TYPE default=VALUE description`, where the default may be left out. Raises ValueError for any
    other line.
    """
    fields: dict[str, str] = {}
    parameters = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        if match := _FIELD.fullmatch(line):
            fields[match[1]] = match[2]
        elif (match := _PARAMETER.fullmatch(line)) and match[2] in TYPES:
            default = match[3] if match[3] is not None else match[4]
            parameters.append(Parameter(match[1], match[2], match[5], default))
        else:
            raise ValueError(f"{name}.rq: {line!r} is no line of a header")
    if fields.keys() != {"title", "question"}:
        raise ValueError(f"{name}.rq: the header needs a title and a question")
    return NamedQuery(name, fields["title"], fields["question"], tuple(parameters), text)


def run(store: Store, name: str, given: Mapping[str, str] | None = None) -> Result:
    """Answer a named query with the values given as users write them.

    Raises UsageError for a query or a parameter that isn't there, a value of the wrong type, or a missing one, and
    NothingFoundError for the name of nothing.
    """
    query = named().get(name)
    if query is None:
        raise UsageError(f"{name}: no such query; `coopgraph query --list` shows all")
    return store.query(query.text, values(query, given or {}, store))


def values(query: NamedQuery, given: Mapping[str, str], store: Store) -> dict[str, Term]:
    """Return the terms for a query's parameters; those left at "any" stay variables. Raises as `run` does."""
    known = {parameter.name for parameter in query.parameters}
    for name in given:
        if name not in known:
            choice = f"it has {', '.join(sorted(known))}" if known else "it has none"
            raise UsageError(f"--param {name}: {query.name} has no such parameter; {choice}")
    terms = {}
    for parameter in query.parameters:
        text = given.get(parameter.name, parameter.default)
        if text is None:
            raise UsageError(f"{query.name}: needs --param {parameter.name}=… ({parameter.description})")
        if parameter.name in given or text != ANY:
            terms[parameter.name] = parameter.term(text, store)
    return terms
