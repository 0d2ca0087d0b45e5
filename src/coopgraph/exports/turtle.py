"""Turtle: https://www.w3.org/TR/turtle/."""

from typing import TYPE_CHECKING

from rdflib import Dataset
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from coopgraph.errors import InputError
from coopgraph.exports.dataset import default_graph
from coopgraph.vocabulary import PREFIXES, trig
from coopgraph.vocabulary.namespaces import resources

if TYPE_CHECKING:
    from coopgraph.store import Store


def content(store: "Store") -> bytes:
    """Return the default graph as Turtle, sorted. Raises InputError for a dataset with blank nodes."""
    dataset = Dataset()
    for prefix, namespace in {**PREFIXES, **resources()}.items():
        dataset.bind(prefix, namespace, override=True, replace=True)
    graph = dataset.graph(DATASET_DEFAULT_GRAPH_ID)
    for triple in default_graph(store):
        graph.add(triple)
    try:
        return b"".join(trig(dataset))  # TriG without named graphs is Turtle
    except (TypeError, ValueError) as error:
        raise InputError(
            f"{store.location}: a node without a proper IRI has no place in Turtle; take nquads"
        ) from error
