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


def load(store: "Store") -> "nx.MultiGraph[str]":
    """Return everything that a store knows as the graph that `build` describes."""
    return build(queries.entities(store), queries.facts(store), _documents(store))


def _documents(store: "Store") -> dict[str, dict[str, Any]]:
    """Return title, source and date of each document by its name, None where they aren't known."""
    rows = store.select(_DOCUMENTS).texts()
    return {str(name): {"title": title, "source": source, "date": date} for name, title, source, date in rows}
