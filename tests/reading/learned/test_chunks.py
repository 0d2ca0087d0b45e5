"""Documents in chunks."""

from hypothesis import given
from hypothesis import strategies as st

from coopgraph.reading.learned.chunks import CONTEXT, LONGEST, chunks
from coopgraph.reading.learned.pieces import pieces
from coopgraph.reading.sentences import sentences
from tests.reading.telling import document


@given(st.lists(st.integers(1, 400), min_size=1, max_size=12))
def test_each_piece_is_in_one_chunk_and_else_context(lengths: list[int]) -> None:
    """The chunks' own pieces are those of the sentences, in order; what is repeated is short."""
    news = document(" ".join("One" + " word" * length + "." for length in lengths))
    spans = sentences(news)
    found = list(chunks(news.prose, spans))
    own = [piece for chunk in found for piece in chunk.pieces[chunk.context :]]
    assert own == [piece for span in spans for piece in pieces(news.prose, span.start, span.stop)]
    assert all(len(chunk.pieces) <= LONGEST and chunk.context <= CONTEXT for chunk in found)
    assert all(len(chunk.ids()) == len(chunk.cases()) == len(chunk.pieces) + 2 for chunk in found)


def test_no_text_gives_no_chunk() -> None:
    """A document without sentences is nothing to read."""
    assert list(chunks("", ())) == []
