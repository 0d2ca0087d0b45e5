"""Datasets on this machine: a file read into memory, or an on-disk folder of Oxigraph."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from coopgraph.errors import InputError, UsageError, one_line
from coopgraph.store.base import Store
from coopgraph.store.parsing import malformed
from coopgraph.store.results import Answer, Result, Solutions, Triples
from coopgraph.store.terms import Quad, plain
from coopgraph.vocabulary import PREFIXES

FORMATS = {
    ".trig": ox.RdfFormat.TRIG,
    ".nq": ox.RdfFormat.N_QUADS,
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".jsonld": ox.RdfFormat.JSON_LD,
}
"""What a dataset's suffix says about its format. JSON-LD is read with inline contexts only: nothing is fetched."""

_MARKER = "CURRENT"  # the file that every RocksDB folder has


class LocalStore(Store):
    """A dataset in Oxigraph, in this process."""

    def __init__(self, engine: ox.Store, location: str) -> None:
        self.location = location
        self._engine = engine

    def quads(self) -> Iterator[Quad]:
        """Yield every statement once, default graph first."""
        for graph in (ox.DefaultGraph(), *sorted(self._engine.named_graphs(), key=str)):
            name = None if isinstance(graph, ox.DefaultGraph) else plain(graph)
            for quad in self._engine.quads_for_pattern(None, None, None, graph):
                yield Quad(plain(quad.subject), plain(quad.predicate), plain(quad.object), name)

    def _query(self, sparql: str) -> Result:
        return run(self._engine, sparql, self.location)


def run(engine: ox.Store, sparql: str, location: str) -> Result:
    """Answer a query that has been found safe by Oxigraph itself; raises UsageError where it is no SPARQL."""
    try:
        # A string, never a prepared query; never the union graph; FROM would have no effect with a given default graph.
        answer = engine.query(sparql, prefixes=dict(PREFIXES), default_graph=ox.DefaultGraph())
    except SyntaxError as error:
        raise malformed(sparql, error) from error
    except RuntimeError as error:  # a function that the engine doesn't know
        raise UsageError(f"query: {one_line(error)}") from error
    except OSError as error:
        raise InputError(f"{location}: the query can't be answered ({one_line(error)})") from error
    if isinstance(answer, ox.QuerySolutions):
        return Solutions(answer, where=location)
    if isinstance(answer, ox.QueryBoolean):
        return Answer(answer)
    return Triples(answer, where=location)


def open_file(path: Path, location: str) -> LocalStore:
    """Return the dataset in a file, loaded into memory.

    Raises InputError naming the line where the file is malformed, or the file where it can't be read.
    """
    engine = ox.Store()
    _load(engine, path, location)
    return LocalStore(engine, location)


def open_folder(path: Path, location: str) -> LocalStore:
    """Return the dataset in a folder that `load_folder` made, for reading; raises InputError for any other folder."""
    if not (path / _MARKER).is_file():
        raise InputError(f"{location}: a folder without a dataset; give a dataset's file, or a folder made from one")
    try:
        return LocalStore(ox.Store.read_only(str(path)), location)
    except (OSError, RuntimeError) as error:
        raise InputError(f"{location}: the dataset can't be opened ({one_line(error)}); make it anew") from error


def load_folder(dataset: Path, folder: Path) -> None:
    """Put the dataset of a file into an on-disk folder, whole or not at all; an older dataset there is replaced.

    Raises InputError for a malformed file or a place that can't be written, UsageError for a folder that holds
    something else.
    """
    try:
        _replace(folder, dataset)
    except OSError as error:
        raise InputError(f"{folder}: can't be written ({error.strerror}); choose another place") from error


def _replace(folder: Path, dataset: Path) -> None:
    if folder.exists() and any(folder.iterdir()) and not (folder / _MARKER).is_file():
        raise UsageError(f"{folder}: holds something else than a dataset; choose an empty folder")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}.", dir=folder.parent) as workshop:
        fresh = Path(workshop) / "fresh"
        engine = ox.Store(str(fresh))
        _load(engine, dataset, str(dataset))
        engine.optimize()  # else each later reading gathers the pieces that the loading left
        engine.flush()
        del engine  # closes the files, before they are moved
        if folder.exists():
            folder.rename(Path(workshop) / "old")
        shutil.move(fresh, folder)


def _load(engine: ox.Store, path: Path, location: str) -> None:
    format_ = FORMATS.get(path.suffix.lower())
    if format_ is None:
        raise UsageError(f"{location}: no dataset format with this suffix; known are {', '.join(FORMATS)}")
    try:
        engine.bulk_load(path=str(path), format=format_)
    except SyntaxError as error:
        place = f"line {error.lineno}, column {error.offset}: " if error.lineno else ""
        what = str(error.msg).rpartition(": ")[2] if error.lineno else str(error)
        raise InputError(f"{location}: {place}{one_line(what)}; run `coopgraph build` again") from error
    except (OSError, RuntimeError, ValueError) as error:
        raise InputError(f"{location}: can't be read ({one_line(error)})") from error
