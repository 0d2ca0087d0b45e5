"""Turtle: https://www.w3.org/TR/turtle/."""

from typing import TYPE_CHECKING

from coopgraph.errors import InputError
from coopgraph.exports.dataset import dataset
from coopgraph.vocabulary import trig

if TYPE_CHECKING:
    from coopgraph.store import Store


def content(store: "Store") -> bytes:
    """Return the default graph as Turtle, sorted. Raises InputError for a dataset with blank nodes."""
    try:
        return b"".join(trig(dataset(store, named=False)))  # TriG without named graphs is Turtle
    except ValueError as error:
        raise InputError(f"{store.location}: can't be written as Turtle ({error}); take nquads") from error
