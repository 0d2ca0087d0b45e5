"""A store as one networkx graph."""

from typing import TYPE_CHECKING, Any

from coopgraph import queries
from coopgraph.network.graph import build

if TYPE_CHECKING:
    import networkx as nx

    from coopgraph.store import Store

_DOCUMENTS = """
SELECT ?name (MIN(?titles) AS ?title) (MIN(STR(?sources)) AS ?source) (MIN(STR(?dates)) AS ?date) {
  GRAPH ?document {
    ?document a coop:Document ; dcterms:identifier ?name .
    OPTIONAL { ?document dcterms:title ?titles }
    OPTIONAL { ?document dcterms:source ?sources }
    OPTIONAL { ?document dcterms:date ?dates }
  }
} GROUP BY ?name
"""


_TOPICS = "SELECT ?fact ?topic { ?fact coop:topic ?topic } ORDER BY ?topic"


def load(store: "Store") -> "nx.MultiGraph[str]":
    """Return everything that a store knows as the graph that `build` describes; edges have their fact's `topic`, too.

    A fact about nothing in particular has the topic None.
    """
    graph = build(queries.entities(store), queries.facts(store), _documents(store))
    topics = {fact: topic for fact, topic in store.select(_TOPICS).texts()}  # noqa: C416  # rows have no fixed width
    for _, _, edge in graph.edges(data=True):
        edge["topic"] = topics.get(edge["fact"])
    return graph


def _documents(store: "Store") -> dict[str, dict[str, Any]]:
    """Return title, source and date of each document by its name, None where they aren't known."""
    rows = store.select(_DOCUMENTS).texts()
    return {str(name): {"title": title, "source": source, "date": date} for name, title, source, date in rows}
