"""The encoder's view of a document."""

from unittest.mock import patch

from coopgraph.model import Relation
from coopgraph.reading.learned import Scan, scan
from coopgraph.reading.learned.judging import Opinion, Place
from coopgraph.reading.names import find_names
from coopgraph.reading.reader import compose
from coopgraph.reading.sentences import sentences
from tests.reading.telling import document

TEXT = "Kerwick University signed an agreement with Danar University. " * 30


def opinions(kept: int) -> dict[Place, Opinion]:
    """Return what the encoder thinks, with so many states kept."""
    news = document(TEXT)
    spans = sentences(news)
    names = find_names(news, spans)
    with patch.object(scan, "KEPT", kept):
        view = Scan(news, spans, names)
        about = compose(news, spans, names.entities, names.mentions, [])
        return view.opinions(about, [Relation.COOPERATES_WITH])


def test_states_that_are_not_kept_are_the_same_when_read_again() -> None:
    """How many states are kept changes memory and time, not what is read."""
    assert opinions(0) == opinions(16) != {}


def test_a_document_without_text_says_nothing() -> None:
    """No chunk, no advice, no opinion."""
    news = document("")
    names = find_names(news, ())
    view = Scan(news, (), names)
    assert (view.advice().names, view.opinions(compose(news, (), (), (), []))) == ([], {})
