"""Which language a text is written in."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 20_000
"""Characters at the beginning of a text that the guess looks at."""

MIN_LETTERS = 60
"""Letters below which a text is too short to decide."""

MIN_PROBABILITY = 0.9
"""Probability, among the languages of the model, below which the language stays open."""

_LETTERS = re.compile(r"[^\W\d_]+")
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9_-]*)?")


def detect(prose: str) -> str | None:
    """Return the ISO 639-1 code of the language of prose; None for a text that is too short or not clear."""
    words = _LETTERS.findall(prose[:SAMPLE])
    if sum(map(len, words)) < MIN_LETTERS:
        return None
    language, probability = _identifier().classify(" ".join(words))
    return str(language) if probability >= MIN_PROBABILITY else None


def from_field(value: str) -> str | None:
    """Return the ISO 639 code that a metadata field gives ("en", "en-US", "eng", "English"), or None."""
    tag = _TAG.fullmatch(value.strip())
    if tag and len(tag[1]) == 2:
        return tag[1].lower()
    import pycountry

    try:
        found = pycountry.languages.lookup(tag[1] if tag else value.strip())
    except LookupError:
        return None
    return str(getattr(found, "alpha_2", None) or found.alpha_3)


@lru_cache(maxsize=1)
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
