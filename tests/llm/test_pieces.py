"""Long documents in pieces."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.llm.pieces import LEAST, LIMIT, estimated_tokens, pieces, shown
from coopgraph.model import Document
from tests.llm.samples import TEXT, document

_WORDS = st.lists(
    st.sampled_from(["Kerwick", "signed", "it.", "An", "é", "x" * 90, "\n\n", "- one", "?"]), max_size=200
)


@given(_WORDS, st.sampled_from([" ", "", "\n"]), st.integers(LEAST, 900))
def test_nothing_is_lost(words: list[str], space: str, limit: int) -> None:
    """Everything but white space stands in a piece, no piece is too long, and each goes further than the one before."""
    text = space.join(words)
    found = pieces(document(text), limit)
    covered = {place for piece in found for place in range(piece.start, piece.stop)}
    assert {place for place, character in enumerate(text) if not character.isspace()} <= covered
    assert all(0 < piece.stop - piece.start <= limit for piece in found)
    assert [piece.number for piece in found] == list(range(len(found)))
    assert all(one.start < other.start and one.stop < other.stop for one, other in pairwise(found))


def test_overlap() -> None:
    """A piece begins with the last sentences of the one before it, whole ones where they are short enough."""
    text = " ".join(f"Sentence number {number} ends here." for number in range(100))
    found = pieces(document(text), 400)
    assert len(found) > 5
    for one, other in pairwise(found):
        assert other.start < one.stop
        assert text[other.start :].startswith("Sentence")


@pytest.mark.parametrize("text", ["x" * 3000, "word " * 600])
def test_one_endless_sentence(text: str) -> None:
    """A sentence without end is cut, at white space where there is some, and its pieces overlap, too."""
    found = pieces(document(text), 1000)
    assert len(found) > 2
    assert all(other.start < one.stop for one, other in pairwise(found))
    assert all(" " not in text or text[piece.start - 1 : piece.start] in ("", " ") for piece in found)


def test_article_is_one_piece() -> None:
    """A document within the limit is read whole; one without prose not at all."""
    assert [(piece.start, piece.stop) for piece in pieces(document())] == [(0, len(TEXT))]
    assert pieces(document("  \n")) == ()
    assert LIMIT >= 16_000


def test_limit_too_small() -> None:
    """A limit that holds no sentence is a mistake of the caller."""
    with pytest.raises(ValueError, match="too short"):
        pieces(document(), LEAST - 1)


def test_shown_without_markup() -> None:
    """A model sees no markup and no runs of blanks."""
    text = "**Bank  Morava**\n\n\n\nsigned"
    blanked: Document = document(text, prose=text.replace("*", " "))
    assert shown(blanked, pieces(blanked)[0]) == "Bank Morava\n\nsigned"


def test_estimated_tokens() -> None:
    """Tokens are estimated from the bytes, so that other scripts count for more."""
    assert estimated_tokens("") == 0
    assert estimated_tokens("abcde") == 2
    assert estimated_tokens("đạ") > estimated_tokens("da")
