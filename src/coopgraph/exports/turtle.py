"""Turtle: https://www.w3.org/TR/turtle/."""

from typing import TYPE_CHECKING

from rdflib import Dataset

from coopgraph.errors import InputError
from coopgraph.exports.dataset import default_graph
from coopgraph.vocabulary import PREFIXES, trig

if TYPE_CHECKING:
    from coopgraph.store import Store


def content(store: "Store") -> bytes:
    """Return the default graph as Turtle, sorted. Raises InputError for a dataset with blank nodes."""
    dataset = Dataset()
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, namespace, override=True, replace=True)
    for triple in default_graph(store):
        dataset.add(triple)
    try:
        return b"".join(trig(dataset))  # TriG without named graphs is Turtle
    except ValueError as error:
        raise InputError(f"{store.location}: can't be written as Turtle ({error}); take nquads") from error
