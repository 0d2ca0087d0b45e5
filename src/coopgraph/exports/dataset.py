"""The statements of a store as rdflib has them, each literal as it is written."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from rdflib import BNode, Graph, URIRef
from rdflib import Literal as Value

from coopgraph.store import Iri, Literal, Term
from coopgraph.vocabulary.namespaces import XSD

if TYPE_CHECKING:
    from coopgraph.store import Store

Node: TypeAlias = URIRef | BNode | Value


def default_graph(store: "Store") -> Iterator[tuple[Node, Node, Node]]:
    """Yield the statements of the default graph, each once."""
    for quad in store.quads():
        if quad.graph is None:
            yield node(quad.subject), node(quad.predicate), node(quad.object)


def graphs(store: "Store") -> dict[str, Graph]:
    """Return the graphs of the store by name, the default graph under the empty name."""
    found: dict[str, Graph] = defaultdict(Graph)
    for quad in store.quads():
        name = quad.graph.value if quad.graph is not None else ""
        found[name].add((node(quad.subject), node(quad.predicate), node(quad.object)))
    return found


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
