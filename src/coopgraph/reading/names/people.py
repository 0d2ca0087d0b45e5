"""Names of people: told by a title before them, a verb of speech beside them or an office behind them."""

import re
from collections.abc import Sequence

from coopgraph.reading.names.chunks import Chunk
from coopgraph.reading.names.lexicon import Lexicon, group
from coopgraph.reading.names.tokens import Token

_LONGEST = 6
_GIVEN_LONGEST = 4
_NO_NAME = re.compile(r"[\d&]")


def is_person(tokens: Sequence[Token], chunks: Sequence[Chunk], number: int, words: Lexicon) -> bool:
    """Tell whether the chunk, in which no noun makes a name of another kind, names a person."""
    chunk = chunks[number]
    names = tokens[chunk.first : chunk.last + 1]
    if len(names) > _LONGEST or any(_NO_NAME.search(token.text) for token in names):
        return False
    single = chunk.first == chunk.last
    if chunk.titled or chunk.office:
        return chunk.titled or not single or not names[0].text.isupper()
    if single:
        return False
    known = names[0].low in words.given and len(names) <= _GIVEN_LONGEST and names[-1].low not in words.heads
    placed = chunk.first > 0 and tokens[chunk.first - 1].low == "in"
    if known and not placed and (names[-1].low not in words.ordinary or names[-1].low in group("surnames")):
        return True
    capitals = all(token.text.isupper() and len(token.text) > 2 for token in names)
    if capitals or any(token.low in words.field for token in names):
        return False
    return _is_introduced(tokens, chunk, words) or _is_explained(tokens, chunk, words)


def _is_introduced(tokens: Sequence[Token], chunk: Chunk, words: Lexicon) -> bool:
    """Tell whether a verb of speech, a title, an office or a noun for what somebody does stands beside the name."""
    before = tokens[chunk.first - 1] if chunk.first else None
    after = tokens[chunk.last + 1].low if chunk.last + 1 < len(tokens) else ""
    if after in words.speech:
        return True
    if before is None:
        return False
    if before.low in words.speech or before.low in words.address or _is_post(before, words):
        return True
    return before.text == "," and chunk.first > 1 and _is_post(tokens[chunk.first - 2], words)


def _is_explained(tokens: Sequence[Token], chunk: Chunk, words: Lexicon) -> bool:
    """Tell whether an office follows the name as an apposition."""
    if chunk.last + 1 >= len(tokens) or tokens[chunk.last + 1].text not in (",", "–", "—", "-", "("):
        return False
    behind = [token for token in tokens[chunk.last + 2 : chunk.last + 5] if token.low not in ("the", "an", "a")]
    return any(_is_post(token, words) and token.low not in words.field for token in behind[:2])


def _is_post(token: Token, words: Lexicon) -> bool:
    """Tell whether the word says what somebody is: an office, or in small letters any noun for what people do."""
    return token.low in words.office or (not token.capital and token.low in words.roles)
