"""The statements of a store as rdflib has them, each literal as it is written."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from rdflib import BNode, Graph, URIRef
from rdflib import Literal as Value

from coopgraph.store import Iri, Literal, Quad, Term
from coopgraph.vocabulary.namespaces import XSD

if TYPE_CHECKING:
    from coopgraph.store import Store

Node: TypeAlias = URIRef | BNode | Value
Triple: TypeAlias = tuple[Node, Node, Node]


def default_graph(store: "Store") -> Iterator[Triple]:
    """Yield the statements of the default graph, each once."""
    return (_triple(quad) for quad in store.quads() if quad.graph is None)


def graphs(store: "Store") -> dict[str, Graph]:
    """Return the graphs of the store by name, the default graph under the empty name."""
    found: dict[str, Graph] = defaultdict(Graph)
    for quad in store.quads():
        found[quad.graph.value if quad.graph is not None else ""].add(_triple(quad))
    return found


def union(store: "Store") -> Graph:
    """Return the statements of all graphs of the store as one graph."""
    graph = Graph(bind_namespaces="none")
    for quad in store.quads():
        graph.add(_triple(quad))
    return graph


def _triple(quad: Quad) -> Triple:
    return _node(quad.subject), _node(quad.predicate), _node(quad.object)


def _node(term: Term) -> Node:
    """Return a term for rdflib without changing the text of a literal ("01" stays "01")."""
    if isinstance(term, Iri):
        return URIRef(term.value)
    if not isinstance(term, Literal):
        return BNode(term.value)
    if term.language:
        return Value(term.value, lang=term.language)
    datatype = None if term.datatype == XSD + "string" else URIRef(term.datatype)
    return Value(term.value, datatype=datatype, normalize=False)
