"""Quads of rdflib and of pyoxigraph in one form, so that they can be compared."""

import pyoxigraph
from rdflib import Dataset, Literal
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.namespace import XSD
from rdflib.term import Node

Term = tuple[str, ...]
Quads = set[tuple[Term, ...]]

_DEFAULT = str(DATASET_DEFAULT_GRAPH_ID)


def of_dataset(dataset: Dataset) -> Quads:
    """Return the quads of a dataset as plain tuples."""
    return {(_term(s), _term(p), _term(o), ("iri", str(g or _DEFAULT))) for s, p, o, g in dataset.quads()}


def of_oxigraph(content: bytes) -> Quads:
    """Return what pyoxigraph reads from TriG as plain tuples."""
    return {
        (_oxigraph(quad.subject), _oxigraph(quad.predicate), _oxigraph(quad.object), _oxigraph(quad.graph_name))
        for quad in pyoxigraph.parse(content, format=pyoxigraph.RdfFormat.TRIG)
    }


def of_rdflib(content: bytes) -> Quads:
    """Return what rdflib reads from TriG as plain tuples."""
    dataset = Dataset()
    dataset.parse(data=content, format="trig")
    return of_dataset(dataset)


def _term(term: Node) -> Term:
    if isinstance(term, Literal):
        return ("literal", str(term), term.language or "", "" if term.language else str(term.datatype or XSD.string))
    return ("iri", str(term))


def _oxigraph(term: object) -> Term:
    if isinstance(term, pyoxigraph.Literal):
        return ("literal", term.value, term.language or "", "" if term.language else term.datatype.value)
    if isinstance(term, pyoxigraph.DefaultGraph):
        return ("iri", _DEFAULT)
    assert isinstance(term, pyoxigraph.NamedNode)
    return ("iri", term.value)
