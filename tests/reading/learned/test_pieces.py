"""Words in pieces."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from coopgraph.reading.learned.pieces import CASES, UNKNOWN, pieces, vocabulary


@given(st.text(max_size=80))
def test_pieces_follow_each_other_within_the_text(text: str) -> None:
    """Whatever the text, offsets never go back, and every piece has a number and a case."""
    found = list(pieces(text, 0, len(text)))
    assert all(one.stop <= other.start for one, other in pairwise(found))
    assert all(0 <= one.start <= one.stop <= len(text) and 0 <= one.case < CASES for one in found)
    assert {one.id for one in found} <= set(vocabulary().values())


def test_a_word_that_is_not_known_is_put_together() -> None:
    """The parts of a word cover it, and only the first begins it."""
    text = "Kerwickshire"
    found = list(pieces(text, 0, len(text)))
    assert len(found) > 1
    assert "".join(text[one.start : one.stop] for one in found) == text
    assert [one.first for one in found] == [True] + [False] * (len(found) - 1)


def test_accents_and_case_make_no_other_piece() -> None:
    """The encoder knows words without accents; how they are written stands beside."""
    (plain,), (accented,) = list(pieces("Otago", 0, 5)), list(pieces("ÓTÁGO", 0, 5))
    assert plain.id == accented.id
    assert (plain.case, accented.case) == (1, 2)


def test_what_cannot_be_put_together_is_one_unknown_piece() -> None:
    """A word of another script, or one that is too long, costs one piece."""
    for text in ("大", "x" * 500):
        (one,) = pieces(text, 0, len(text))
        assert (one.id, one.start, one.stop) == (vocabulary()[UNKNOWN], 0, len(text))
