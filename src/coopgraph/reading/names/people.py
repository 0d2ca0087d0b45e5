"""Names of people: told by a title before them, a verb of speech beside them or an office behind them."""

from collections.abc import Sequence

from coopgraph.reading.names.chunks import Chunk
from coopgraph.reading.names.lexicon import Lexicon
from coopgraph.reading.names.tokens import Token

_LONGEST = 6
_GIVEN_LONGEST = 4


def is_person(tokens: Sequence[Token], chunks: Sequence[Chunk], number: int, words: Lexicon) -> bool:
    """Tell whether the chunk, in which no noun makes a name of another kind, names a person."""
    chunk = chunks[number]
    names = tokens[chunk.first : chunk.last + 1]
    if (
        len(names) > _LONGEST
        or any(c.isdigit() for token in names for c in token.text)
        or any(token.text == "&" for token in names)
    ):
        return False
    if chunk.titled:
        return True
    single = chunk.first == chunk.last
    if chunk.office:
        return not single or not names[0].text.isupper()
    if all(token.text.isupper() and len(token.text) > 2 for token in names) or any(
        token.low in words.field for token in names
    ):
        return False
    before = tokens[chunk.first - 1].low if chunk.first else ""
    after = tokens[chunk.last + 1].low if chunk.last + 1 < len(tokens) else ""
    if single:
        return False
    known = names[0].low in words.given and len(names) <= _GIVEN_LONGEST
    if known and (len(names) == 2 or names[-1].low not in words.ordinary) and names[-1].low not in words.heads:
        return True
    if before in words.speech or after in words.speech or before in words.office or before in words.address:
        return True
    if before == "," and chunk.first > 1 and tokens[chunk.first - 2].low in words.office:
        return True
    if after in (",", "–", "—", "-", "("):
        following = [
            token.low for token in tokens[chunk.last + 2 : chunk.last + 5] if token.low not in ("the", "an", "a")
        ]
        return bool(following) and any(word in words.office and word not in words.field for word in following[:2])
    return False
