"""The words of a sentence, as the grammar of names sees them."""

import re
from dataclasses import dataclass

# Tails that say something about a name and are no part of it ("UC-led", "Canterbury-based").
_TAILS = (
    "led|based|backed|wide|funded|owned|style|born|trained|supported|sponsored|affiliated|listed|headquartered|run|bound"
    "|developed|designed"
)
_TOKEN = re.compile(
    rf"""(?P<address>(?:https?://|www\.)\S+)
    |(?P<word>(?:[^\W\d_]\.){{2,8}}
        |\w+(?:(?:[-‐‑](?!(?:{_TAILS})\b)|[&’'´])\w+(?<![’'´]s)|\.(?=[a-z])\w+)*\+?)
    |(?P<possessive>[’'´]s\b|(?<=s)[’'´](?=\s))
    |(?P<mark>[^\w\s*])""",
    re.VERBOSE,
)


@dataclass(slots=True)
class Token:
    """A word or mark, `prose[start:stop]`; `low` is it in lower case, `capital` tells whether a name may have it."""

    start: int
    stop: int
    text: str
    low: str
    capital: bool
    possessive: bool = False


def tokenize(prose: str, start: int, stop: int) -> list[Token]:
    """Return the words and marks of `prose[start:stop]`, asterisks aside; a possessive ending is a token of its own."""
    found: list[Token] = []
    for match in _TOKEN.finditer(prose, start, stop):
        kind, text, first = match.lastgroup, match[0], match.start()
        if kind == "word":
            found.append(Token(first, match.end(), text, text.lower(), _is_capital(text)))
        elif kind == "possessive":
            found.append(Token(first, match.end(), text, "'s", False, possessive=True))
        else:
            found.append(Token(first, match.end(), text, text if kind == "mark" else "", False))
    return found


def _is_capital(text: str) -> bool:
    """Tell whether a word is written like a name: a capital first, or soon after ("eScience", "e-Skills")."""
    if len(text) > 3 and text[1] == "-" and text[2].isupper():
        return True
    return text[0].isupper() or (len(text) > 2 and not text.isdigit() and not text[0].isdigit() and text[1].isupper())
