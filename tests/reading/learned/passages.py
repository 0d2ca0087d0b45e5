"""Marked texts, composed as reading composes them."""

from coopgraph.reading.passage import Context
from coopgraph.reading.reader import compose
from coopgraph.reading.sentences import sentences
from tests.reading.telling import document, marked


def context(text: str) -> Context:
    """Return the context, with its passages, of a text with marked names."""
    plain, entities, mentions = marked(text)
    news = document(plain)
    return compose(news, sentences(news), entities, mentions, [])
