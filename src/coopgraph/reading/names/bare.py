"""Names that no noun makes: people, countries and places, and what the words around them define."""

from collections.abc import Collection

from coopgraph.model import PLACES, EntityType
from coopgraph.reading.names.bodies import is_body
from coopgraph.reading.names.candidates import Candidate
from coopgraph.reading.names.chunks import Chunk
from coopgraph.reading.names.cues import defined, is_of_country, note_type
from coopgraph.reading.names.lexicon import fold, group
from coopgraph.reading.names.parsed import ParsedSentence
from coopgraph.reading.names.people import is_person
from coopgraph.reading.names.places import place_type


def bare(sentence: ParsedSentence, taken: Collection[int]) -> dict[int, Candidate]:
    """Return a candidate for each chunk that is not taken yet, with its type where the words around tell one."""
    tokens, words = sentence.tokens, sentence.words
    found: dict[int, Candidate] = {}
    for number, chunk in enumerate(sentence.chunks):
        if number in taken or chunk.is_title:
            continue
        first = _first_word(sentence, chunk)
        text = sentence.text(first, chunk.last)
        key = fold(text)
        adjective = key in words.demonyms
        general = first == chunk.last and (adjective or key in words.weak or len(text) < 2)
        if not key or (general and not (adjective and _public(sentence, chunk))):
            continue
        start, stop = tokens[first].start, tokens[chunk.last].stop
        candidate = Candidate(start, stop, text, titled=chunk.titled or chunk.office)
        _settle(sentence, number, first, candidate)
        _note(sentence, number, first, candidate)
        found[number] = candidate
    return found


def _first_word(sentence: ParsedSentence, chunk: Chunk) -> int:
    """Return the first word of the name: not the opening of a sentence that the document writes small elsewhere."""
    first, low = chunk.first, sentence.tokens[chunk.first].low
    if chunk.titled or chunk.office or first or first == chunk.last or low not in sentence.common:
        return first
    part = low in sentence.words.field or place_type(fold(sentence.text(first, chunk.last))) is not None
    return first if part else first + 1


def _after(sentence: ParsedSentence, chunk: Chunk) -> str:
    """Return the word behind the chunk in small letters, empty at the end of the sentence."""
    return sentence.tokens[chunk.last + 1].low if chunk.last + 1 < len(sentence.tokens) else ""


def _settle(sentence: ParsedSentence, number: int, first: int, candidate: Candidate) -> None:
    """Give the candidate the type that its words or the words around it tell, if any."""
    chunk, words = sentence.chunks[number], sentence.words
    after, key = _after(sentence, chunk), fold(candidate.text)
    where = place_type(key) if after != "$" else None
    body = words.bodies.get(key)
    own = not sentence.all_common(chunk)
    if after in group("award") and own and not chunk.titled and where is None and body is None:
        note_type(sentence, chunk, first, candidate, after)
    elif (
        first == chunk.first
        and where is None
        and body is None
        and not chunk.titled
        and (told := defined(sentence, chunk))
    ):
        candidate.type = told
    elif chunk.titled or (where is None and is_person(sentence.tokens, sentence.chunks, number, words)):
        candidate.type = EntityType.PERSON
    elif (where or key in words.demonyms) and (noun := _public(sentence, chunk)):
        _with_noun(sentence, noun, first, candidate, EntityType.GOVERNMENT)
    elif where is None and own and words.kinds.get(after) is EntityType.EVENT:
        _with_noun(sentence, chunk.last + 1, first, candidate, EntityType.EVENT)
    elif after in group("site") and not candidate.titled and first == chunk.first:
        _with_noun(sentence, chunk.last + 1, first, candidate, EntityType.UNIT)
    elif body is not None and is_body(words, candidate.text):
        candidate.type, candidate.weight = body[0], 1.8
    elif where:
        candidate.type = where
    elif not is_of_country(sentence, first, chunk.last, candidate):
        note_type(sentence, chunk, first, candidate, after)


def _public(sentence: ParsedSentence, chunk: Chunk) -> int | None:
    """Return the noun of a body of state behind a country ("the Ugandan agriculture ministry"), or None."""
    tokens, behind = sentence.tokens, chunk.last + 1
    if behind < len(tokens) and tokens[behind].low in group("public"):
        return behind
    if behind + 1 < len(tokens) and tokens[behind].low in sentence.words.portfolio:
        return behind + 1 if tokens[behind + 1].low == "ministry" else None
    return None


def _with_noun(sentence: ParsedSentence, number: int, first: int, candidate: Candidate, kind: EntityType) -> None:
    """Take the words in small letters behind the chunk, up to the noun, into the name."""
    noun = sentence.tokens[number]
    candidate.stop, candidate.text = noun.stop, sentence.text(first, number)
    candidate.type, candidate.head, candidate.weight = kind, noun.low, 1.6


def _note(sentence: ParsedSentence, number: int, first: int, candidate: Candidate) -> None:
    """Note what later steps ask about the candidate."""
    chunk, tokens, words = sentence.chunks[number], sentence.tokens, sentence.words
    names = range(first, chunk.last + 1)
    if all(sentence.is_common(n) or tokens[n].low in words.weak or tokens[n].low in words.demonyms for n in names):
        candidate.cues.add("common")
    located = first > 0 and tokens[first - 1].low in group("locating") and candidate.type in (None, *PLACES)
    if located or (chunk.link == "," and _is_country(sentence, sentence.chunks[number + 1])):
        candidate.cues.add("in")


def _is_country(sentence: ParsedSentence, chunk: Chunk) -> bool:
    return place_type(fold(sentence.text(chunk.first, chunk.last))) is EntityType.COUNTRY
