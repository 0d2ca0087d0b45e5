"""Rows of a store as columns of small integers, without an object that outlives its block of rows."""

from collections import defaultdict
from collections.abc import Sequence
from io import RawIOBase
from itertools import count
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from coopgraph.network.matrix import Vector

if TYPE_CHECKING:
    from typing import BinaryIO

    from coopgraph.store import Store

_BLOCK = 4_000_000  # bytes of rows that are decoded at a time


class Terms:
    """The distinct terms of one or more columns; a term's code is its place in the order of appearance."""

    def __init__(self) -> None:
        self._codes: defaultdict[str, int] = defaultdict(count().__next__)

    def __len__(self) -> int:
        return len(self._codes)

    def encode(self, cells: Sequence[str]) -> Vector:
        """Return the codes of cells, which are terms as SPARQL's TSV writes them."""
        return np.fromiter(map(self._codes.__getitem__, cells), np.int32, len(cells))

    def code(self, iri: str) -> int:
        """Return the code of an IRI, a new one where it hasn't appeared."""
        return self._codes[f"<{iri}>"]

    def texts(self) -> list[str]:
        """Return the IRIs and strings by their code."""
        return [cell[1:-1] if cell[:1] in {"<", '"'} else cell for cell in self._codes]


def columns(store: "Store", sparql: str, terms: Sequence[Terms]) -> list[Vector]:
    """Return the codes of each column of a SELECT's answer, encoded by the Terms of that column.

    Cells hold IRIs, and strings without a tab, a quote or a line break: `STR(?x)` of a number or a date. A cell without
    a value is the term "". An array a column, of int32, in the order of the rows.
    """
    sink = _Sink(terms)
    store.select(sparql).serialize("tsv", cast("BinaryIO", sink))
    return sink.finish()


class _Sink(RawIOBase):
    """Takes TSV and keeps codes."""

    def __init__(self, terms: Sequence[Terms]) -> None:
        super().__init__()
        self._terms = terms
        self._parts: list[list[Vector]] = [[] for _ in terms]
        self._waiting = bytearray()
        self._in_header = True

    def writable(self) -> bool:
        """Return True: this is what bytes are written to."""
        return True

    def write(self, data: Any) -> int:
        """Take bytes, and encode the whole lines of a block."""
        size = len(data)
        self._waiting += data
        if len(self._waiting) >= _BLOCK:
            self._encode(self._waiting.rfind(b"\n") + 1)
        return size

    def finish(self) -> list[Vector]:
        """Encode what waits and return the columns."""
        if self._waiting and not self._waiting.endswith(b"\n"):
            self._waiting += b"\n"
        self._encode(len(self._waiting))
        return [np.concatenate(parts) if parts else np.zeros(0, np.int32) for parts in self._parts]

    def _encode(self, stop: int) -> None:
        text = self._waiting[:stop].decode()
        del self._waiting[:stop]
        if self._in_header and text:
            text = text[text.index("\n") + 1 :]
            self._in_header = False
        if not text:
            return
        cells = text[:-1].replace("\n", "\t").split("\t")
        width = len(self._terms)
        for number, (terms, parts) in enumerate(zip(self._terms, self._parts, strict=True)):
            parts.append(terms.encode(cells[number::width]))
