"""A document in the eyes of the encoder: what it says of names, and of the facts between them."""

from collections.abc import Collection, Sequence

from coopgraph.model import Document, Relation
from coopgraph.reading.learned.chunks import chunks
from coopgraph.reading.learned.encoder import Encoded, Floats, encoder
from coopgraph.reading.learned.judging import Opinion, Place, calibrations, opinions
from coopgraph.reading.learned.tagging import advice, said
from coopgraph.reading.names import Names
from coopgraph.reading.names.advice import Advice
from coopgraph.reading.passage import Context
from coopgraph.reading.sentences import Sentence

KEPT = 16  # chunks whose states, 4 MB each, are kept between names and facts; others are read twice


class Scan:
    """The encoder's view of a document, given the names that the grammar finds."""

    def __init__(self, document: Document, spans: Sequence[Sentence], names: Names) -> None:
        self._encoder = encoder()
        self._chunks = list(chunks(document.prose, spans))
        self._said = [said(chunk, names) for chunk in self._chunks]
        self._tags: list[Floats] = []
        self._states: list[Encoded] = []
        for number in range(len(self._chunks)):
            state = self._read(number)
            self._tags.append(state.tags)
            if number < KEPT:
                self._states.append(state)

    def _read(self, number: int) -> Encoded:
        return self._encoder.read(self._chunks[number], self._said[number])

    def _state(self, number: int) -> Encoded:
        return self._states[number] if number < KEPT else self._read(number)

    def advice(self) -> Advice:
        """Return what the encoder says of the names."""
        return advice(self._chunks, self._tags)

    def opinions(self, context: Context, relations: Collection[Relation] | None = None) -> dict[Place, Opinion]:
        """Return what the encoder thinks of each fact of the relations, else of those that it is trusted with."""
        asked = calibrations().alone if relations is None else relations
        return opinions(self._encoder, self._chunks, self._tags, self._state, context, asked)
