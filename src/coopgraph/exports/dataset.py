"""The statements of a store as rdflib has them, each literal as it is written."""

from typing import TYPE_CHECKING

from rdflib import BNode, Dataset, Graph, URIRef
from rdflib import Literal as Value
from rdflib.term import Node

from coopgraph.store import Iri, Literal, Term
from coopgraph.vocabulary import PREFIXES
from coopgraph.vocabulary.namespaces import XSD

if TYPE_CHECKING:
    from coopgraph.store import Store


def dataset(store: "Store", *, named: bool = True) -> Dataset:
    """Return the default graph of the store and, with `named`, its named graphs; the well-known prefixes are bound."""
    result = Dataset()
    for prefix, namespace in PREFIXES.items():
        result.bind(prefix, namespace, override=True, replace=True)
    graph: Graph = result.default_graph
    for quad in store.quads():
        if quad.graph is not None:
            if not named:
                continue
            if str(graph.identifier) != quad.graph.value:
                graph = result.graph(quad.graph.value)
        graph.add((node(quad.subject), node(quad.predicate), node(quad.object)))
    return result


def node(term: Term) -> Node:
    """Return a term for rdflib without changing the text of a literal ("01" stays "01")."""
    if isinstance(term, Iri):
        return URIRef(term.value)
    if not isinstance(term, Literal):
        return BNode(term.value)
    if term.language:
        return Value(term.value, lang=term.language)
    datatype = None if term.datatype == XSD + "string" else URIRef(term.datatype)
    return Value(term.value, datatype=datatype, normalize=False)
