"""The quality gate: on articles that nobody learns from, the reader is at least as good as it was."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.reading import Reader
from tests.quality.floors import FLOORS, READERS, TRAINING, Figures, floors, held_out, is_held_out, measured, raised

_SHARES = st.floats(0, 1)
_FIGURES = st.builds(Figures, _SHARES, _SHARES, _SHARES, st.floats(0, 9))


@pytest.mark.parametrize("reader", READERS)
def test_the_reader_is_as_good_as_it_was(reader: Reader) -> None:
    """Every floor is reached; an article that crashes the reader counts as missed, and none does."""
    result, figures = measured(reader)
    assert not [score.unread for score in result.unread]
    required = floors(reader)
    figure = str(figures)
    assert figures.network_f1 >= required.network_f1, figure
    assert figures.facts_f1 >= required.facts_f1, figure
    assert figures.entities_f1 >= required.entities_f1, figure
    assert figures.false_in_silent <= required.false_in_silent, figure
    quotes = result.share(lambda score: score.quotes)
    assert quotes.right == quotes.of


def test_the_articles_are_a_third() -> None:
    """Every third article is kept, and each has its text."""
    documents = [gold.document for gold in held_out()]
    assert len(documents) >= 100
    assert all((TRAINING / "articles" / name).is_file() for name in documents)
    assert is_held_out("vn-012.md")
    assert not is_held_out("vn-013.md")


def test_the_floors_have_a_date() -> None:
    """A reader of the file sees how old they are."""
    assert re.search(r'^date = "\d{4}-\d\d-\d\d"$', FLOORS.read_text(encoding="utf-8"), re.MULTILINE)


@given(_FIGURES, _FIGURES)
def test_floors_only_rise(old: Figures, new: Figures) -> None:
    """Whatever is measured, no floor falls and no ceiling rises."""
    after = raised(old, new)
    assert after.network_f1 >= old.network_f1
    assert after.facts_f1 >= old.facts_f1
    assert after.entities_f1 >= old.entities_f1
    assert after.false_in_silent <= old.false_in_silent
