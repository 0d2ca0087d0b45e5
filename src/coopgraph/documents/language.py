"""Which language a text is written in."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 5_000
"""Characters at the beginning of a text that the guess looks at; at 1,000 it is sure of any article."""

MIN_LETTERS = 60
"""Letters below which a text is too short to decide."""

MIN_PROBABILITY = 0.9
"""Probability, among the languages told apart, below which the language stays open."""

_LANGUAGES = (
    "af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko"
    " ky lo lt lv mg mk ml mn mr ms mt my ne nl nn no pa pl ps pt ro ru rw si sk sl so sq sr sv sw ta te tg th tk tl tr"
    " uk ur uz vi zh zu zxx"
)
# Those that states and their universities write in: among all of the model's, one in twenty English sentences full of
# foreign names stays open, among these one in a hundred. "zxx" is the model's code for what is no language.
_NO_LANGUAGE = "zxx"
_LETTERS = re.compile(r"[^\W\d_]+")
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9_-]*)?")


def detect(prose: str) -> str | None:
    """Return the ISO 639-1 code of the language of prose; None for a text that is too short or not clear."""
    if sum(map(len, _LETTERS.findall(prose[:SAMPLE]))) < MIN_LETTERS:
        return None
    language, probability = probabilities(prose)[0]
    return None if probability < MIN_PROBABILITY or language == _NO_LANGUAGE else language


def probabilities(prose: str) -> list[tuple[str, float]]:
    """Return how probable each language is for the beginning of prose, the most probable one first."""
    words = " ".join(_LETTERS.findall(prose[:SAMPLE]))
    return [(str(language), float(probability)) for language, probability in _identifier().rank(words)]


def from_field(value: str) -> str | None:
    """Return the ISO 639 code that a metadata field gives ("en", "en-US", "eng", "English"), or None."""
    if not (value := value.strip()):
        return None
    tag = _TAG.fullmatch(value)
    if tag and len(tag[1]) == 2:
        return tag[1].lower()
    import pycountry

    try:
        found = pycountry.languages.lookup(tag[1] if tag else value)
    except LookupError:
        return None
    return str(getattr(found, "alpha_2", None) or found.alpha_3)


@lru_cache(maxsize=1)
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([label for label in _LANGUAGES.split() if label in identifier.labels])
    return identifier
