"""Short written forms: acronyms in brackets, initials, and the words that stand for a whole name."""

import re
from collections.abc import Sequence

from coopgraph.reading.names.lexicon import fold, group

_BRACKETED = re.compile(
    r"[’'”\"]?\s?\(\s?[“\"'‘]?([^\W\d_][\w.&+/’'-]{1,19}(?:[ -][A-Z0-9][\w’'-]{0,15}){0,2})[”\"'’]?\s?[),;]"
)


def bracketed(prose: str, stop: int) -> tuple[int, int] | None:
    """Return the bounds of the acronym or short form in brackets behind a name that ends at `stop`."""
    match = _BRACKETED.match(prose, stop, stop + 60)
    return match.span(1) if match else None


def looks_like_acronym(text: str) -> bool:
    """Tell whether a word is written like an acronym: two capitals or more, and no more small letters than capitals."""
    capitals = sum(c.isupper() for c in text)
    return capitals >= 2 and " " not in text and sum(c.islower() for c in text) <= capitals and len(text) <= 12


def abbreviates(acronym: str, name: str) -> bool:
    """Tell whether the letters of the acronym stand in the name in order, the first one at the head of a word.

    At least half of the letters begin words, so that an acronym of syllables counts and a chance one doesn't.
    """
    letters = [c for c in fold(acronym) if c.isalnum()]
    words = [word for word in fold(name).split() if word not in group("small")] or fold(name).split()
    if not letters or not any(word.startswith(letters[0]) for word in words[:2]):
        return False
    text, position, initials = " ".join(words), 0, 0
    for number, letter in enumerate(letters):
        at = (
            text.find(" " + letter, position - 1) + 1
            if position
            else (0 if text.startswith(letter) else text.find(" " + letter) + 1)
        )
        near = text.find(letter, position)
        if near < 0:
            return False
        if at > 0 or (number == 0 and text.startswith(letter)):
            position, initials = at + 1, initials + 1
        else:
            position = near + 1
    return initials * 2 >= len(letters)


def initials(name: str) -> frozenset[str]:
    """Return the initials of a name's words in capitals: with and without the small words between them."""
    words = re.findall(r"[^\W_][\w’']*", name.replace("&", " and "))
    every = "".join(word[0] for word in words).upper()
    great = "".join(word[0] for word in words if word.lower() not in group("small")).upper()
    return frozenset(form for form in (every, great) if len(form) > 1)


def unique_initials(names: Sequence[str]) -> dict[str, int]:
    """Return which name alone has these initials, by its position; initials that two names share are left out."""
    found: dict[str, set[int]] = {}
    for number, name in enumerate(names):
        for form in initials(name):
            found.setdefault(form, set()).add(number)
    return {form: next(iter(numbers)) for form, numbers in found.items() if len(numbers) == 1}
