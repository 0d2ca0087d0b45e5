"""Names of people: told by a title before them, a verb of speech beside them or an office behind them."""

import re
from collections.abc import Sequence

from coopgraph.reading.names.chunks import Chunk
from coopgraph.reading.names.lexicon import Lexicon
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
    if known and (len(names) == 2 or names[-1].low not in words.ordinary):
        return True
    capitals = all(token.text.isupper() and len(token.text) > 2 for token in names)
    if capitals or any(token.low in words.field for token in names):
        return False
    return _is_introduced(tokens, chunk, words) or _is_explained(tokens, chunk, words)


def _is_introduced(tokens: Sequence[Token], chunk: Chunk, words: Lexicon) -> bool:
    """Tell whether a verb of speech, a title or an office stands beside the name."""
    before = tokens[chunk.first - 1].low if chunk.first else ""
    after = tokens[chunk.last + 1].low if chunk.last + 1 < len(tokens) else ""
    if before in words.speech or after in words.speech or before in words.office or before in words.address:
        return True
    return before == "," and chunk.first > 1 and tokens[chunk.first - 2].low in words.office


def _is_explained(tokens: Sequence[Token], chunk: Chunk, words: Lexicon) -> bool:
    """Tell whether an office follows the name as an apposition."""
    if chunk.last + 1 >= len(tokens) or tokens[chunk.last + 1].text not in (",", "–", "—", "-", "("):
        return False
    behind = [token.low for token in tokens[chunk.last + 2 : chunk.last + 5] if token.low not in ("the", "an", "a")]
    return any(word in words.office and word not in words.field for word in behind[:2])
