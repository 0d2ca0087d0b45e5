"""What a query answers: solutions of a SELECT, the truth of an ASK, the triples of a CONSTRUCT."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from typing import BinaryIO, TypeVar

import pyoxigraph as ox

from coopgraph.errors import InputError, UsageError, one_line
from coopgraph.store.terms import Row, Term, plain
from coopgraph.vocabulary import PREFIXES

RESULT_FORMATS = {
    "csv": ox.QueryResultsFormat.CSV,
    "json": ox.QueryResultsFormat.JSON,
    "tsv": ox.QueryResultsFormat.TSV,
    "xml": ox.QueryResultsFormat.XML,
}
"""The W3C's formats for the answers to SELECT and ASK."""

TRIPLE_FORMATS = {"ntriples": ox.RdfFormat.N_TRIPLES, "turtle": ox.RdfFormat.TURTLE}
"""The formats for the answers to CONSTRUCT and DESCRIBE."""


_F = TypeVar("_F")


class Solutions:
    """The rows of a SELECT, read once: iterate, or take `texts`, or serialize.

    `variables` are the names without the question mark, in the order of the query; a row has a term or None for each.
    Rows of a local dataset are computed as they are read, and belong to the thread that asked for them.
    """

    def __init__(self, answer: ox.QuerySolutions, *, where: str) -> None:
        self.variables: tuple[str, ...] = tuple(variable.value for variable in answer.variables)
        self._answer = answer
        self._where = where

    def __iter__(self) -> Iterator[Row]:
        with _readable(self._where):
            for solution in self._answer:
                yield tuple(None if term is None else plain(term) for term in solution)

    def texts(self) -> Iterator[tuple[str | None, ...]]:
        """Yield each row as IRI strings and lexical forms: half the cost where the query fixes what is what."""
        with _readable(self._where):
            for solution in self._answer:
                yield tuple([None if t is None else str(t) if isinstance(t, ox.Triple) else t.value for t in solution])

    def serialize(self, format_: str, output: BinaryIO | None = None) -> bytes:
        """Write the rows in a format of RESULT_FORMATS to output, row by row, or return them as bytes.

        Raises UsageError for another format.
        """
        chosen = _format(RESULT_FORMATS, format_, "SELECT")
        with _readable(self._where):
            return _into(output, lambda target: self._answer.serialize(target, chosen))


class Answer:
    """The truth of an ASK."""

    def __init__(self, answer: ox.QueryBoolean) -> None:
        self._answer = answer

    def __bool__(self) -> bool:
        return bool(self._answer)

    def serialize(self, format_: str, output: BinaryIO | None = None) -> bytes:
        """Write the answer in a format of RESULT_FORMATS to output, or return it; raises UsageError for another."""
        chosen = _format(RESULT_FORMATS, format_, "ASK")
        return _into(output, lambda target: self._answer.serialize(target, chosen))


class Triples:
    """The triples of a CONSTRUCT or DESCRIBE, each once, read once."""

    def __init__(self, answer: Iterable[ox.Triple], *, where: str) -> None:
        self._answer = answer
        self._where = where

    def __iter__(self) -> Iterator[tuple[Term, Term, Term]]:
        for triple in self._sorted():
            yield plain(triple.subject), plain(triple.predicate), plain(triple.object)

    def serialize(self, format_: str, output: BinaryIO | None = None) -> bytes:
        """Write the triples in a format of TRIPLE_FORMATS to output, or return them. Raises UsageError for another."""
        chosen = _format(TRIPLE_FORMATS, format_, "CONSTRUCT")
        content = ox.serialize(self._sorted(), format=chosen, prefixes=dict(PREFIXES)) or b""
        # The engine declares its prefixes in an order that differs from run to run.
        lines = content.splitlines(keepends=True)
        count = sum(line.startswith(b"@prefix ") for line in lines)
        content = b"".join(sorted(lines[:count]) + lines[count:])
        return _into(output, lambda target: target.write(content))

    def _sorted(self) -> list[ox.Triple]:
        """Return the triples in one order, whatever way the engine took."""
        with _readable(self._where):
            return sorted(set(self._answer), key=str)


Result = Solutions | Answer | Triples


def _format(formats: Mapping[str, _F], name: str, form: str) -> _F:
    try:
        return formats[name]
    except KeyError:
        raise UsageError(f"{name}: no format for the answer to {form}; choose {', '.join(formats)}") from None


def _into(output: BinaryIO | None, write: Callable[[BinaryIO], object]) -> bytes:
    if output is not None:
        write(output)
        return b""
    buffer = BytesIO()
    write(buffer)
    return buffer.getvalue()


@contextmanager
def _readable(where: str) -> Iterator[None]:
    """Turn what an engine raises while it computes rows into one line."""
    try:
        yield
    except BrokenPipeError:  # whoever reads our output has seen enough: no fault of the dataset
        raise
    except (OSError, RuntimeError, SyntaxError, ValueError) as error:
        raise InputError(f"{where}: the query can't be answered ({one_line(error)})") from error
