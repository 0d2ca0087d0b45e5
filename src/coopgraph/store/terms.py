"""RDF terms as plain values, so that no other package needs to know the engine."""

from dataclasses import dataclass

import pyoxigraph as ox

from coopgraph.vocabulary.namespaces import XSD

XSD_STRING = XSD + "string"
XSD_INTEGER = XSD + "integer"


@dataclass(frozen=True, slots=True, order=True)
class Iri:
    """A thing by its absolute IRI."""

    value: str


@dataclass(frozen=True, slots=True, order=True)
class Blank:
    """A blank node; the label holds within one answer only."""

    value: str


@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """A value by its lexical form; `datatype` is an IRI, `language` a tag or the empty string."""

    value: str
    datatype: str = XSD_STRING
    language: str = ""


Term = Iri | Blank | Literal
Row = tuple[Term | None, ...]


@dataclass(frozen=True, slots=True)
class Quad:
    """One statement; `graph` is None in the default graph."""

    subject: Term
    predicate: Term
    object: Term
    graph: Term | None = None


EngineTerm = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def plain(term: EngineTerm) -> Term:
    """Return the engine's term as a plain value; a triple term becomes a literal of its N-Triples form."""
    if isinstance(term, ox.NamedNode):
        return Iri(term.value)
    if isinstance(term, ox.Literal):
        return Literal(term.value, term.datatype.value, term.language or "")
    if isinstance(term, ox.BlankNode):
        return Blank(term.value)
    return Literal(str(term))


def sparql(term: Term) -> str:
    """Return the term as SPARQL writes it, escaped by the engine's own writer.

    Raises ValueError for an IRI or a language tag that is none, and for a blank node: a query would take it for a
    variable.
    """
    if isinstance(term, Iri):
        return str(ox.NamedNode(term.value))
    if isinstance(term, Blank):
        raise ValueError("a blank node can't be named in a query")  # noqa: TRY004 - a value, and of the right type
    if term.datatype == XSD_INTEGER and term.value.isascii() and term.value.isdecimal():
        return term.value  # bare, so that it can stand behind LIMIT
    if term.language:
        return str(ox.Literal(term.value, language=term.language))
    return str(ox.Literal(term.value, datatype=ox.NamedNode(term.datatype)))
