"""The only home of IRI strings: facts as RDF, the byte-stable writer, validation against the ontology's shapes.

What needs rdflib is loaded when it is first asked for; `namespaces`, `iris`, `terms` and `dates` do without.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from coopgraph.vocabulary import namespaces
from coopgraph.vocabulary.iris import Mint
from coopgraph.vocabulary.namespaces import PREFIXES
from coopgraph.vocabulary.resources import ontology_file

if TYPE_CHECKING:
    from coopgraph.vocabulary.dataset import to_dataset
    from coopgraph.vocabulary.trig import trig
    from coopgraph.vocabulary.validation import Violation, validate

__all__ = [
    "PREFIXES",
    "Mint",
    "Violation",
    "namespaces",
    "ontology_file",
    "to_dataset",
    "trig",
    "validate",
]

_HOMES = {"Violation": "validation", "to_dataset": "dataset", "trig": "trig", "validate": "validation"}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
