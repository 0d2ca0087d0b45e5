"""A dataset in a file, in an on-disk folder or behind a SPARQL endpoint, with one interface to read it."""

from pathlib import Path

from coopgraph.errors import InputError
from coopgraph.store.base import Store
from coopgraph.store.local import load_folder, open_file, open_folder
from coopgraph.store.results import RESULT_FORMATS, TRIPLE_FORMATS, Answer, Result, Solutions, Triples
from coopgraph.store.terms import Blank, Iri, Literal, Quad, Row, Term

__all__ = [
    "RESULT_FORMATS",
    "TRIPLE_FORMATS",
    "Answer",
    "Blank",
    "Iri",
    "Literal",
    "Quad",
    "Result",
    "Row",
    "Solutions",
    "Store",
    "Term",
    "Triples",
    "load_folder",
    "open_store",
]


def open_store(location: str | Path) -> Store:
    """Return the dataset at an http or https address, in a folder, or in a file of a known suffix.

    Raises InputError where there is none or where it can't be read, UsageError for a suffix that is not known and for
    an address that is none. An endpoint is asked with the first query only.
    """
    text = str(location)
    if text.lower().startswith(("http://", "https://")):
        # Here, since http and ssl take a third of the time to import this package.
        from coopgraph.store.endpoint import EndpointStore

        return EndpointStore(text)
    path = Path(location)
    if path.is_dir():
        return open_folder(path, text)
    if not path.exists():
        raise InputError(f"{text}: no such dataset; run `coopgraph build PATH…` first")
    if not path.is_file():
        raise InputError(f"{text}: not a regular file (a pipe or a device); save its content as a file")
    return open_file(path, text)
