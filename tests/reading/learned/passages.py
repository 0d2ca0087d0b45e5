"""Passages of a marked text, composed as reading composes them."""

from coopgraph.reading.passage import Passage
from coopgraph.reading.reader import compose
from coopgraph.reading.sentences import sentences
from tests.reading.telling import document, marked


def passages(text: str) -> list[Passage]:
    """Return the passages of a text with marked names."""
    plain, entities, mentions = marked(text)
    news = document(plain)
    return compose(news, sentences(news), entities, mentions, []).passages
