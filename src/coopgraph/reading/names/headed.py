"""Names that a noun makes: "University of X and Y", "Royal X and Y Society", "Queen's University"."""

from collections.abc import Iterator

from coopgraph.model import PLACES, EntityType
from coopgraph.reading.names.candidates import Candidate
from coopgraph.reading.names.chunks import Chunk
from coopgraph.reading.names.complements import AND, LONGEST_LIST, complement
from coopgraph.reading.names.lexicon import fold, group
from coopgraph.reading.names.nouns import head_type, names_something
from coopgraph.reading.names.parsed import ParsedSentence
from coopgraph.reading.names.places import place_type
from coopgraph.reading.names.several import several


def headed(sentence: ParsedSentence) -> Iterator[tuple[Candidate, int, int]]:
    """Yield the names that a noun makes, each with the first and last chunk that it takes up."""
    position = 0
    while position < len(sentence.chunks):
        shared = several(sentence, position)
        if shared:
            for candidate, number in shared:
                yield candidate, position if number == shared[0][1] else number, number
            position = shared[-1][1]
        elif (single := _one(sentence, position)) is not None:
            yield single[0], position, single[1]
            position = single[1]
        position += 1


def _one(sentence: ParsedSentence, position: int) -> tuple[Candidate, int] | None:
    """Return the one name that begins at the chunk, with its last chunk, if a noun makes one."""
    chunks = sentence.chunks
    end, head = position, sentence.head(chunks[position])
    if head is None or _may_be_joined(sentence, position, head):
        joined = _joined_before(sentence, position)
        if joined is not None:
            end, head = joined, chunks[joined].last
        elif head is None:
            return None
    first, last = chunks[position].first, _behind(sentence, chunks[end], head)
    embedded = False
    start_of_complement = head + 1
    if last == chunks[end].last:
        last, end, inner = complement(sentence, end, head)
        if inner is not None:
            head, embedded, start_of_complement = inner, True, inner + 1
    before, behind = list(range(first, head)), list(range(start_of_complement, last + 1))
    institution = _institution(sentence, first, chunks[end].first, head) if embedded else ""
    owner = _possessor(sentence, position)
    if owner is not None and _is_part(sentence, owner):
        before, owner = [*range(owner[0], owner[1] + 1), *before], None
    candidate = _candidate(sentence, last, head, before, behind, embedded)
    if candidate is None and owner is not None and first == last and place_type(fold(sentence.text(*owner))) is None:
        # "Queen's University": alone the noun is no name
        candidate = _candidate(sentence, last, head, list(range(owner[0], owner[1] + 1)), [], False)
        if candidate is not None:
            candidate.possessed = sentence.text(*owner)
    if candidate is None:
        return None
    behind_it = sentence.tokens[last + 1].low if last + 1 < len(sentence.tokens) else ""
    if candidate.type is EntityType.PROJECT and behind_it in group("scheme"):
        candidate.forms.append(sentence.text(first, last + 1))
    candidate.embedded = institution
    inner = candidate.type is EntityType.EDUCATION and candidate.head in group("inner")
    if inner and owner is not None and sentence.tokens[owner[1]].low in sentence.words.heads:
        candidate.type = EntityType.UNIT
    return candidate, end


def _behind(sentence: ParsedSentence, chunk: Chunk, head: int) -> int:
    """Return the last word of the chunk that belongs to the name with this noun.

    That is the noun itself, but all of a name in another language, "& Research" and a city behind a university.
    """
    tokens = sentence.tokens
    if head == chunk.last or tokens[head].low in group("foreign"):
        return chunk.last
    if tokens[head + 1].text == "&" and all(sentence.is_common(n) for n in range(head + 1, chunk.last + 1)):
        return chunk.last
    cities = (fold(sentence.text(head + 1, last)) for last in (chunk.last, chunk.last - 1) if last > head)
    city = any(place_type(name) is EntityType.PLACE for name in cities)
    return chunk.last if city and tokens[head].low in group("institution_inside") else head


def _institution(sentence: ParsedSentence, first: int, middle: int, head: int) -> str:
    """Return "University of X" out of "University of X Medical School"; word `middle` is the first of X."""
    for last in range(head - 1, middle, -1):
        if place_type(fold(sentence.text(middle, last))) is not None:
            return sentence.text(first, last)
    return sentence.text(first, middle)


def _may_be_joined(sentence: ParsedSentence, position: int, head: int) -> bool:
    """Tell whether a noun that stands alone may begin a longer name ("Library and Information Management Group")."""
    chunk = sentence.chunks[position]
    alone = chunk.first == chunk.last == head and chunk.link in AND
    return alone and sentence.words.heads[sentence.tokens[head].low] is not EntityType.EDUCATION


def _joined_before(sentence: ParsedSentence, position: int) -> int | None:
    """Return the chunk that ends the name in "Royal Forest and Bird Protection Society", begun at `position`."""
    chunks = sentence.chunks
    chunk = chunks[position]
    if chunk.is_title or chunk.titled or not sentence.is_common(chunk.last):
        return None
    number = position
    while number - position < LONGEST_LIST and (link := chunks[number].link) is not None:
        following = chunks[number + 1]
        if following.is_title or (link != "," and link not in AND):
            return None
        number += 1
        head = sentence.head(following)
        if link != ",":
            proper = head == following.last > following.first and sentence.is_common(head - 1)
            return number if proper else None
        if head is not None or not sentence.all_common(following):
            return None
    return None


def _possessor(sentence: ParsedSentence, begin: int) -> tuple[int, int] | None:
    """Return first and last word of the chunk that stands before the name as its possessor."""
    if begin and sentence.chunks[begin - 1].link == "'s" and not sentence.chunks[begin - 1].is_title:
        return sentence.chunks[begin - 1].first, sentence.chunks[begin - 1].last
    return None


def _is_part(sentence: ParsedSentence, possessor: tuple[int, int]) -> bool:
    """Tell whether a possessor is a part of the name ("People's Committee", "St Paul's College")."""
    first, last = sentence.tokens[possessor[0]], sentence.tokens[possessor[1]]
    if last.low in group("possessors") or last.low in sentence.words.office or first.low in ("st", "saint"):
        return True
    plural = sentence.tokens[possessor[1] + 1].text in ("’", "'")
    return plural and possessor[0] == possessor[1] and place_type(fold(last.text)) is None


def _candidate(
    sentence: ParsedSentence, last: int, head: int, before: list[int], behind: list[int], embedded: bool
) -> Candidate | None:
    """Return the name up to word `last`, or None where the words are too general to name a thing."""
    tokens, words = sentence.tokens, sentence.words
    first = before[0] if before else head
    text = sentence.text(first, last)
    noun = tokens[head].low
    pre = tuple(fold(tokens[n].text) for n in before if tokens[n].capital)
    post = tuple(fold(tokens[n].text) for n in behind if tokens[n].capital)
    proper = tuple(
        fold(tokens[n].text)
        for n in (*before, *behind)
        if tokens[n].capital
        and not sentence.is_common(n)
        and tokens[n].low not in words.demonyms
        and tokens[n].low not in words.weak
    )
    kind = head_type(words, noun, pre, post, embedded)
    body = words.bodies.get(fold(text))
    if place_type(fold(text)) is EntityType.COUNTRY:
        kind = EntityType.COUNTRY
    elif body is not None:
        kind = body[0]
    elif not names_something(words, noun, kind, pre, post, proper):
        return None
    weight = 1.5 if kind in PLACES else 2.0
    return Candidate(tokens[first].start, tokens[last].stop, text, kind, noun, proper, weight)
