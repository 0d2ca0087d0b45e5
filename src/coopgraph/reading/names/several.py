"""Names that share their noun: "the Universities of A and B", "A and B Universities"."""

import re

from coopgraph.model import EntityType
from coopgraph.reading.names.candidates import Candidate
from coopgraph.reading.names.chunks import Chunk
from coopgraph.reading.names.complements import AND, LONGEST_LIST
from coopgraph.reading.names.lexicon import fold
from coopgraph.reading.names.nouns import head_type
from coopgraph.reading.names.parsed import ParsedSentence
from coopgraph.reading.names.places import place_type

_INSTITUTIONS = frozenset(["universities", "colleges", "polytechnics", "institutes"])
_SHARED = frozenset([EntityType.EDUCATION, EntityType.GOVERNMENT, EntityType.ASSOCIATION])
_SMALL_BEFORE = re.compile(r"\b(universities|colleges|polytechnics|institutes) of(?: the)?\Z")


def several(sentence: ParsedSentence, position: int) -> list[tuple[Candidate, int]]:
    """Return the names, each with its chunk, that begin at the chunk and share a noun in the plural; else none."""
    chunk = sentence.chunks[position]
    if chunk.is_title:
        return []
    before = " ".join(token.low for token in sentence.tokens[max(0, chunk.first - 3) : chunk.first])
    small = _SMALL_BEFORE.search(before)
    if small:
        return _noun_first(sentence, position - 1, sentence.words.plurals[small[1]])
    singular = sentence.plural(chunk)
    if singular and chunk.first == chunk.last:
        return _noun_first(sentence, position, singular) if chunk.link in ("of", "of the") else []
    if sentence.head(chunk) is not None or singular or sentence.all_common(chunk):
        return []
    return _noun_last(sentence, position)


def _noun_first(sentence: ParsedSentence, position: int, singular: str) -> list[tuple[Candidate, int]]:
    members = _members(sentence, position + 1)
    if len(members) < 2:
        return []
    found = []
    for number in members:
        member = sentence.chunks[number]
        whole = number == position + 1 and position >= 0 and sentence.plural(sentence.chunks[position])
        first = sentence.chunks[position].first if whole else member.first
        name = sentence.text(member.first, member.last)
        text = f"{singular.capitalize()} of {name}"
        found.append((_candidate(sentence, first, member, member.last, text, name, singular), number))
    return found


def _noun_last(sentence: ParsedSentence, position: int) -> list[tuple[Candidate, int]]:
    members = _members(sentence, position)
    final = sentence.chunks[members[-1]]
    singular = sentence.plural(final)
    behind = sentence.tokens[final.last + 1].low if final.last + 1 < len(sentence.tokens) else ""
    small = behind in _INSTITUTIONS and not singular
    if small:
        singular = sentence.words.plurals[behind]
    if any(_is_general(sentence, sentence.chunks[number]) for number in members):
        return []
    if singular and sentence.words.heads[singular] not in _SHARED:
        return []
    if len(members) < 2 or not singular or (final.last == final.first and not small):
        return []
    found = []
    for number in members:
        member = sentence.chunks[number]
        last = member.last - (number == members[-1] and not small)
        name = sentence.text(member.first, last)
        text = f"{name} {singular.capitalize()}"
        found.append((_candidate(sentence, member.first, member, last, text, name, singular), number))
    return found


def _is_general(sentence: ParsedSentence, member: Chunk) -> bool:
    """Tell whether the member is a country or an adjective: "Thai and New Zealand universities" names none."""
    low = fold(sentence.text(member.first, member.last))
    return low in sentence.words.demonyms or low in sentence.words.weak or place_type(low) is EntityType.COUNTRY


def _members(sentence: ParsedSentence, position: int) -> list[int]:
    """Return the numbers of the chunks that a list begun at `position` joins; `position` alone if there is no list."""
    found = [position]
    while len(found) < LONGEST_LIST and (link := sentence.chunks[found[-1]].link) is not None:
        following = sentence.chunks[found[-1] + 1]
        if (link != "," and link not in AND and link != "and the") or following.is_title:
            break
        if sentence.head(following) is not None:
            break
        found.append(found[-1] + 1)
        if link != ",":
            return found
    return [position]


def _candidate(
    sentence: ParsedSentence, first: int, member: Chunk, last: int, text: str, name: str, head: str
) -> Candidate:
    distinct = tuple(fold(name).split())
    kind = head_type(sentence.words, head, distinct, (), False)
    start, stop = sentence.tokens[first].start, sentence.tokens[member.last].stop
    forms = [name] if not all(sentence.is_common(n) for n in range(member.first, last + 1)) else []
    return Candidate(start, stop, text, kind, head, distinct, 2.0, forms=forms)
