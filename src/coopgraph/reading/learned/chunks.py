"""A document in chunks: some consecutive sentences in pieces, behind the end of what stands before them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from coopgraph.reading.learned.pieces import SIGN, START, STOP, Piece, pieces, vocabulary
from coopgraph.reading.sentences import Sentence

LONGEST = 224  # pieces of a chunk, its context counted in
CONTEXT = 56  # pieces of the sentences before


@dataclass(slots=True)
class Chunk:
    """Pieces of consecutive sentences; the first `context` of them are repeated from the chunk before.

    `sentences` has the number of the sentence of each piece. The encoder sees one special piece at either end, so that
    piece n stands at position n + 1.
    """

    context: int = 0
    pieces: list[Piece] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)

    def add(self, parts: Sequence[Piece], sentence: int) -> None:
        """Put the pieces of a sentence at the end."""
        self.pieces.extend(parts)
        self.sentences.extend([sentence] * len(parts))

    def ids(self) -> list[int]:
        """Return what the encoder reads."""
        known = vocabulary()
        return [known[START], *(piece.id for piece in self.pieces), known[STOP]]

    def cases(self) -> list[int]:
        """Return how each piece is written; the special ones are signs."""
        return [SIGN, *(piece.case for piece in self.pieces), SIGN]


def chunks(prose: str, spans: Sequence[Sentence]) -> Iterator[Chunk]:
    """Yield the chunks of the sentences; a sentence that is too long for one is cut."""
    chunk = Chunk()
    for number, span in enumerate(spans):
        parts = list(pieces(prose, span.start, span.stop))
        while parts:
            room = LONGEST - len(chunk.pieces)
            if len(parts) > room and len(chunk.pieces) > chunk.context:
                yield chunk
                chunk = _behind(chunk)
                continue
            chunk.add(parts[:room], number)
            parts = parts[room:]
    if len(chunk.pieces) > chunk.context:
        yield chunk


def _behind(chunk: Chunk) -> Chunk:
    """Return a chunk that has the last sentences of this one for its context: whole ones, or the end of the last."""
    start = len(chunk.pieces) - CONTEXT
    if start > 0:
        whole = [n for n in range(start, len(chunk.pieces)) if chunk.sentences[n] != chunk.sentences[n - 1]]
        start = whole[0] if whole else start
    start = max(start, 0)
    return Chunk(len(chunk.pieces) - start, chunk.pieces[start:], chunk.sentences[start:])
