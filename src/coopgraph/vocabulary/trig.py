"""A dataset as TriG: sorted, one predicate and object a line, the same bytes for the same quads."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial

from rdflib import Dataset, Literal, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.namespace import RDF, XSD
from rdflib.term import Node

from coopgraph.vocabulary.iris import is_iri

# A part of Turtle's PN_LOCAL that every parser reads alike: no escapes, no percent signs, no dot at either end.
_SAFE_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_NAMESPACE = re.compile(r".*[/#]", re.DOTALL)
# Numbers that stand without quotes: only those that no parser rewrites, as rdflib does "-0".
_BARE = {
    str(XSD.integer): re.compile(r"0|[1-9][0-9]{0,17}"),
    str(XSD.decimal): re.compile(r"(?:0|[1-9][0-9]{0,17})\.[0-9]{1,18}"),
}
# Beside what the grammar wants escaped: controls, line separators, and the marks that turn the direction of text, so
# that a terminal, a diff and an editor show what is there.
_ESCAPED = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]')
_SHORT_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}

_DEFAULT = DATASET_DEFAULT_GRAPH_ID  # rdflib before 7.5 says None of the default graph
_TYPE = RDF.type  # looking it up in its namespace for every quad takes longer than writing the quad

_Pairs = list[tuple[Node, Node]]


def trig(dataset: Dataset) -> Iterator[bytes]:
    """Yield the dataset as TriG in UTF-8 with LF: prefixes, the default graph, then the named graphs by their names.

    The bytes depend on the quads and the prefixes bound in the dataset alone, not on their order. Raises TypeError for
    a blank node, and ValueError for an IRI that isn't absolute or holds what no parser accepts.
    """
    graphs: dict[Node, dict[Node, _Pairs]] = defaultdict(partial(defaultdict, list))
    for subject, predicate, object_, graph in dataset.quads():
        graphs[graph or _DEFAULT][subject].append((predicate, object_))
    names = _Names({str(namespace): prefix for prefix, namespace in dataset.namespaces()})
    default = _graph(graphs.pop(_DEFAULT, {}), names)
    blocks = [f"\n{names[name]} {{{_graph(graphs[name], names)}}}\n" for name in sorted(graphs, key=str)]
    for prefix, namespace in sorted(names.used.items()):
        yield f"@prefix {prefix}: <{namespace}> .\n".encode()
    yield default.encode()
    for block in blocks:
        yield block.encode()


class _Names(dict[Node, str]):
    """The written form of each term, made once; `used` gathers the prefixes that were needed."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        super().__init__()
        self.prefixes = prefixes
        self.used: dict[str, str] = {}

    def __missing__(self, term: Node) -> str:
        written = self._literal(term) if isinstance(term, Literal) else self._iri(term)
        self[term] = written
        return written

    def _iri(self, term: Node) -> str:
        if not isinstance(term, URIRef):
            raise TypeError(f"{term!r} can't be written: of blank nodes and formulas no name is stable")
        iri = str(term)
        match = _NAMESPACE.match(iri)
        namespace = match.group() if match else ""
        prefix = self.prefixes.get(namespace)
        local = iri[len(namespace) :]
        if prefix and _SAFE_LOCAL.fullmatch(local):
            self.used[prefix] = namespace
            return f"{prefix}:{local}"
        if not is_iri(iri):
            raise ValueError(f"{iri!r} is no absolute IRI")
        return f"<{iri}>"

    def _literal(self, literal: Literal) -> str:
        text = str(literal)
        datatype = literal.datatype
        if datatype is not None:
            bare = _BARE.get(str(datatype))
            if bare is not None and bare.fullmatch(text):
                return text
        quoted = f'"{_ESCAPED.sub(_escape, text)}"'
        if literal.language:
            return f"{quoted}@{literal.language}"
        if datatype is None or datatype == XSD.string:
            return quoted
        return f"{quoted}^^{self[datatype]}"


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    return _SHORT_ESCAPES.get(character) or f"\\u{ord(character):04X}"


def _graph(subjects: Mapping[Node, _Pairs], names: _Names) -> str:
    """Return the subjects of one graph in the order of their IRIs; `a` stands before every other predicate."""
    lines = []
    for subject in sorted(subjects, key=str):
        written = {("" if verb == _TYPE else names[verb], names[object_]) for verb, object_ in subjects[subject]}
        lines.append(f"\n{names[subject]}\n")
        lines.extend(f"    {verb or 'a'} {object_} ;\n" for verb, object_ in sorted(written))
        lines.append("    .\n")
    return "".join(lines)
