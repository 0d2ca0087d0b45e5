"""What a list tells: its members are of one kind, and "companies such as" before it names the kind."""

from collections import Counter
from collections.abc import Mapping, Sequence

from coopgraph.model import ORGANIZATIONS, PLACES, EntityType
from coopgraph.reading.names.candidates import Candidate
from coopgraph.reading.names.lexicon import Lexicon, group
from coopgraph.reading.names.parsed import ParsedSentence
from coopgraph.reading.names.tokens import Token

_LINKS = frozenset(
    [",", "and", ", and", "&", "or", ", or", "as well as", ", as well as", "and the", ", the", ", and the"]
)
_SPREADS = (EntityType.COMPANY, EntityType.PERSON, EntityType.ASSOCIATION, EntityType.EDUCATION, EntityType.GOVERNMENT)
_TOLD = frozenset(
    [EntityType.COMPANY, EntityType.ASSOCIATION, EntityType.GOVERNMENT, EntityType.EDUCATION, EntityType.PLACE]
)
_WINDOW = 9


def spread(sentence: ParsedSentence, at: Mapping[int, tuple[Candidate, int]]) -> None:
    """Give the members of each list in the sentence that have no type the type of the list.

    `at` holds for the first chunk of each candidate the candidate and its last chunk.
    """
    position = 0
    while position < len(sentence.chunks):
        members = _members(sentence, at, position)
        if members:
            told = _introduced(sentence.tokens, sentence.chunks[position].first, sentence.words)
            if told or len(members) > 1:
                _settle([candidate for candidate, _ in members], told)
            position = members[-1][1]
        position += 1


def _members(
    sentence: ParsedSentence, at: Mapping[int, tuple[Candidate, int]], position: int
) -> list[tuple[Candidate, int]]:
    """Return the candidates, each with its last chunk, of the list that begins at the chunk."""
    found: list[tuple[Candidate, int]] = []
    while position in at:
        candidate, last = at[position]
        found.append((candidate, last))
        if last + 1 >= len(sentence.chunks) or sentence.chunks[last].link not in _LINKS:
            break
        position = last + 1
    return found


def _settle(members: Sequence[Candidate], told: EntityType | None) -> None:
    """Give the untyped members the type that was told, or else that of a typed member."""
    kind = told or _common_type(members)
    if kind is None:
        return
    for member in members:
        if member.type is None and "common" not in member.cues:
            if kind is EntityType.PERSON and (member.text.isupper() or " " not in member.text):
                continue
            member.type = kind
            member.cues.add("listed")


def _common_type(members: Sequence[Candidate]) -> EntityType | None:
    """Return the type of the typed members, if they are alike and of a kind that lists are made of."""
    typed = [member.type for member in members if member.type is not None]
    if typed and set(typed) <= PLACES:
        return EntityType.PLACE
    places = sum(kind in PLACES for kind in typed)
    if set(typed) & ORGANIZATIONS:
        typed = [kind for kind in typed if kind not in PLACES]
    if not typed:
        return None
    kind, count = Counter(typed).most_common(1)[0]
    alike = len(set(typed)) == 1 or (2 * count > len(typed) and set(typed) <= ORGANIZATIONS)
    if kind not in _SPREADS or not alike:
        return None
    # companies stand beside universities in many a list: most members must be known
    few = kind is EntityType.EDUCATION and (count < 2 or 2 * count < len(members) - places)
    return None if few else kind


def _introduced(tokens: Sequence[Token], number: int, words: Lexicon) -> EntityType | None:
    """Return the type that "companies such as" before a name tells."""
    back = number - 1
    if back >= 1 and tokens[back].low == "the":
        back -= 1
    if back < 1 or tokens[back].low not in group("introducing"):
        return None
    for token in reversed(tokens[max(0, back - _WINDOW) : back]):
        kind = words.kinds.get(token.low)
        if kind is not None:
            return EntityType.PLACE if kind is EntityType.COUNTRY else kind if kind in _TOLD else None
        if token.low in (".", ";"):
            return None
    return None
