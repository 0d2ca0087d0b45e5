"""What "of" or "for" adds behind the noun of a name, and how far "and" carries it."""

from coopgraph.model import EntityType
from coopgraph.reading.names.acronyms import looks_like_acronym
from coopgraph.reading.names.lexicon import fold, group
from coopgraph.reading.names.parsed import ParsedSentence
from coopgraph.reading.names.places import place_type

_OF = frozenset(
    ["of", "of the", "for", "for the", "de", "de la", "del", "du", "des", "der", "für", "di", "della", "do", "da"]
)
AND = frozenset(["and", ", and", "&"])
LONGEST_LIST = 8
_ON_TYPES = frozenset([EntityType.EVENT, EntityType.PROJECT, EntityType.POLICY])


def complement(sentence: ParsedSentence, end: int, head: int) -> tuple[int, int, int | None]:
    """Return last word and last chunk of the name of which word `head`, the last of chunk `end`, is the noun.

    The third value is the word that is the noun instead, where a noun inside of the complement takes over
    ("University of Otago Medical School").
    """
    chunks, words, tokens = sentence.chunks, sentence.words, sentence.tokens
    noun, link = tokens[head].low, chunks[end].link
    kind = words.heads[noun]
    if link == "," and noun in group("institution_inside") and _has_acronym(sentence, end + 1):
        return chunks[end + 1].last, end + 1, None
    if link is None or not _allows(link, noun, kind):
        return chunks[end].last, end, None
    following = chunks[end + 1]
    alone = head == chunks[end].first
    if following.is_title:
        taken = noun == "office" and alone and not _is_adjacent(sentence, end + 1)
        return (following.last, end + 1, None) if taken else (chunks[end].last, end, None)
    inner = sentence.other_head(following)
    if link == "of" and kind is EntityType.EDUCATION and _is_aside(sentence, end, head):
        return chunks[end].last, end, None
    if link == "in" and not sentence.all_common(following):
        return chunks[end].last, end, None
    if inner is not None and (inner > following.first or following.link in _OF):
        place = words.heads[tokens[inner].low] is EntityType.PLACE and inner == following.last
        if (
            noun == "university"
            and inner == following.last > following.first
            and not sentence.is_common(following.first)
        ):
            return inner, end + 1, inner
        if noun == "office" and alone:
            last, end, _ = complement(sentence, end + 1, inner) if inner == following.last else (inner, end + 1, None)
            return last, end, None
        if not place:
            return chunks[end].last, end, None
    last = following.last
    if noun == "office" and alone and _is_adjacent(sentence, end + 1) and chunks[end + 2].is_title:
        return chunks[end + 2].last, end + 2, None
    if noun in group("of_place") and not sentence.is_common(following.first):
        while last > following.first and (sentence.is_common(last) or tokens[last].low in words.weak):
            last -= 1
        if last < following.last:
            return last, end + 1, None
        if noun == "university" and _is_campus(sentence, end + 1):
            return chunks[end + 2].last, end + 2, None
    return (*_coordinated(sentence, end + 1, last, noun, kind), None)


def _allows(link: str, noun: str, kind: EntityType) -> bool:
    """Tell whether the words between two chunks may stand inside of a name with this noun."""
    if kind is EntityType.PLACE or (kind is EntityType.COMPANY and noun not in group("company_of")):
        return False
    if link in ("on", "on the"):
        return kind in _ON_TYPES or noun in group("complement_on")
    if link == "to":
        return noun in ("scholarship", "scholarships")
    if link == "in":
        return noun in group("complement_in")
    return link in _OF


def _is_aside(sentence: ParsedSentence, end: int, head: int) -> bool:
    """Tell whether a country behind "of" only says where a school with a name of its own is ("Y School of Korea")."""
    tokens, following = sentence.tokens, sentence.chunks[end + 1]
    if place_type(fold(sentence.text(following.first, following.last))) is not EntityType.COUNTRY:
        return False
    before = range(sentence.chunks[end].first, head)
    return any(not sentence.is_common(n) and tokens[n].low not in sentence.words.demonyms for n in before)


def _is_adjacent(sentence: ParsedSentence, number: int) -> bool:
    """Tell whether the next chunk follows this one without a word between them."""
    chunks = sentence.chunks
    return (
        number + 1 < len(chunks) and chunks[number].link == "" and chunks[number + 1].first == chunks[number].last + 1
    )


def _has_acronym(sentence: ParsedSentence, number: int) -> bool:
    """Tell whether a city with an acronym of the whole name follows ("National University, City (NUC)")."""
    chunk, tokens = sentence.chunks[number], sentence.tokens
    if chunk.is_title or place_type(fold(sentence.text(chunk.first, chunk.last))) is not EntityType.PLACE:
        return False
    behind = tokens[chunk.last + 1 : chunk.last + 4]
    return len(behind) == 3 and behind[0].text == "(" and looks_like_acronym(behind[1].text) and behind[2].text == ")"


def _is_campus(sentence: ParsedSentence, number: int) -> bool:
    """Tell whether ", City" behind "University of X" is part of the name: no country, and no list goes on."""
    chunks = sentence.chunks
    if chunks[number].link != "," or chunks[number + 1].is_title:
        return False
    following = chunks[number + 1]
    where = place_type(fold(sentence.text(following.first, following.last)))
    region = place_type(fold(sentence.text(sentence.chunks[number].first, sentence.chunks[number].last)))
    city = where is EntityType.PLACE or (where is None and region and following.first == following.last)
    return bool(city) and sentence.head(following) is None and following.link not in (",", "'s", *AND)


def _coordinated(sentence: ParsedSentence, end: int, last: int, noun: str, kind: EntityType) -> tuple[int, int]:
    """Return last word and last chunk after what "and" or a list joins to the complement that ends with chunk `end`."""
    chunks = sentence.chunks
    if last != chunks[end].last:
        return last, end
    strict = kind is EntityType.PROJECT or noun in group("of_place")
    left_common = sentence.is_common(last)
    number = end
    while number - end < LONGEST_LIST and (link := chunks[number].link) is not None:
        following = chunks[number + 1]
        if (link != "," and link not in AND) or following.is_title or following.titled:
            break
        head = sentence.other_head(following)
        if head is not None and (head > following.first or following.link in _OF):
            break
        joined = sentence.is_common(following.last) and (left_common or not strict)
        if not joined or not (sentence.is_common(following.first) or left_common):
            break
        number += 1
        closed = link != "," or any(token.text == "&" for token in sentence.tokens[following.first : following.last])
        if closed:
            return following.last, number
        if not sentence.all_common(following):
            break
    # "Centre for the Study of War"
    if chunks[end].link in ("of", "of the", "in", "for") and left_common:
        following = chunks[end + 1]
        if not following.is_title and sentence.other_head(following) is None and sentence.all_common(following):
            return _coordinated(sentence, end + 1, following.last, noun, kind)
    return last, end
