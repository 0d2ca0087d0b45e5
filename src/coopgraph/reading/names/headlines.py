"""Headings in which nearly every word has a capital: only names that the text has, too, are names there."""

from collections.abc import Sequence

from coopgraph.model import PLACES
from coopgraph.reading.names.candidates import Candidate
from coopgraph.reading.names.lexicon import fold

# The share of the longer words that have a capital, and how many of them there must be at least.
_SHARE = 0.7
_LEAST = 4
_LONGEST = 300


def is_headline(prose: str, start: int, stop: int) -> bool:
    """Tell whether the sentence is a heading in which nearly every word has a capital."""
    if stop - start >= _LONGEST:
        return False
    text = prose[start:stop]
    if text.rstrip("\"'”’)").endswith((".", "!", "?", ":", ";", ",")):
        return False
    long = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in long)
    return len(long) >= _LEAST and capitals >= _SHARE * len(long)


def settle_headlines(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates with those of headings cut down to a name that the text has, too, or left out."""
    known = {fold(candidate.text) for candidate in candidates if candidate.type and "headline" not in candidate.cues}
    kept: list[Candidate] = []
    for candidate in candidates:
        if "headline" not in candidate.cues or candidate.type is None or candidate.type in PLACES:
            kept.append(candidate)
            continue
        text = candidate.text
        while text and fold(text) not in known:
            text = text.rpartition(" ")[0]
        if text and candidate.text.startswith(text):
            candidate.stop -= len(candidate.text) - len(text)
            candidate.text = text
            kept.append(candidate)
    return kept
