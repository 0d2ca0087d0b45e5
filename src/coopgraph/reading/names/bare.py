"""Names that no noun makes: people, countries and places, well-known bodies, and what the words around them define."""

from collections.abc import Collection, Sequence

from coopgraph.model import EntityType
from coopgraph.reading.names.candidates import Candidate
from coopgraph.reading.names.chunks import Chunk
from coopgraph.reading.names.lexicon import Lexicon, fold, group
from coopgraph.reading.names.parsed import ParsedSentence
from coopgraph.reading.names.people import is_person
from coopgraph.reading.names.places import place_type
from coopgraph.reading.names.tokens import Token

_LONGEST_BODY = 6
_WINDOW = 9


def bodies(sentence: ParsedSentence) -> list[Candidate]:
    """Return the well-known bodies that the sentence names, found word by word."""
    found: list[Candidate] = []
    tokens, words = sentence.tokens, sentence.words
    number = 0
    while number < len(tokens):
        if tokens[number].capital and tokens[number].low in words.body_words:
            for length in range(min(_LONGEST_BODY, len(tokens) - number), 0, -1):
                last = number + length - 1
                if not tokens[last].capital and tokens[last].text != "2020":
                    continue
                text = sentence.text(number, last)
                key = fold(text)
                if key in words.bodies and (length > 1 or tokens[number].text.isupper() or not text.isupper()):
                    kind, forms = words.bodies[key]
                    if len(key) > 4 or text in forms:
                        found.append(
                            Candidate(tokens[number].start, tokens[last].stop, text, kind, weight=1.8, forms=[])
                        )
                        number = last
                        break
        number += 1
    return found


def bare(sentence: ParsedSentence, taken: Collection[int]) -> dict[int, Candidate]:
    """Return a candidate for each chunk that is not taken yet, with its type where the words around tell one."""
    tokens, chunks, words = sentence.tokens, sentence.chunks, sentence.words
    found: dict[int, Candidate] = {}
    for number, chunk in enumerate(chunks):
        if number in taken or chunk.is_title:
            continue
        first, last = chunk.first, chunk.last
        if not chunk.titled and not chunk.office and first == 0 and first < last and tokens[0].low in sentence.common:
            first += tokens[0].low not in words.field and place_type(fold(sentence.text(first, last))) is None
        text = sentence.text(first, last)
        key = fold(text)
        after = tokens[last + 1].low if last + 1 < len(tokens) else ""
        where = place_type(key) if after != "$" else None
        general = first == last and (key in words.weak or key in words.demonyms or len(text) < 2)
        if not key or (general and not (key in words.demonyms and after in group("public"))):
            continue
        candidate = Candidate(tokens[first].start, tokens[last].stop, text, titled=chunk.titled or chunk.office)
        scholarship = after in group("award") and not chunk.titled and not sentence.all_common(chunk)
        if scholarship and where is None and key not in words.bodies:
            _cues(sentence, chunk, first, candidate, after)
        elif chunk.titled or (where is None and is_person(tokens, chunks, number, words)):
            candidate.type = EntityType.PERSON
        elif (
            (where or key in words.demonyms)
            and after in group("public")
            and tokens[last + 1].start - tokens[last].stop == 1
        ):
            candidate.stop = tokens[last + 1].stop
            candidate.text = sentence.text(first, last + 1)
            candidate.type, candidate.head, candidate.weight = EntityType.GOVERNMENT, after, 2.0
        elif where is None and words.kinds.get(after) is EntityType.EVENT and not sentence.all_common(chunk):
            candidate.stop, candidate.text = tokens[last + 1].stop, sentence.text(first, last + 1)
            candidate.type, candidate.head, candidate.weight = EntityType.EVENT, after, 1.6
        elif after in group("site") and not candidate.titled and first == chunk.first:
            candidate.stop, candidate.text = tokens[last + 1].stop, sentence.text(first, last + 1)
            candidate.type, candidate.head, candidate.weight = EntityType.UNIT, after, 1.6
        elif key in words.bodies and (len(key) > 4 or text in words.bodies[key][1]):
            candidate.type, candidate.weight = words.bodies[key][0], 1.8
        elif where:
            candidate.type = where
            if first and tokens[first - 1].low in group("locating"):
                candidate.cues.add("in")
        elif not _of_country(sentence, first, last, candidate):
            _cues(sentence, chunk, first, candidate, after)
        if first == 0:
            candidate.cues.add("initial")
        if all(
            sentence.is_common(n) or tokens[n].low in words.weak or tokens[n].low in words.demonyms
            for n in range(first, last + 1)
        ):
            candidate.cues.add("common")
        if chunk.link == "," and number + 1 < len(chunks) and _is_country(sentence, chunks[number + 1]):
            candidate.cues.add("in")
        found[number] = candidate
    return found


def _is_country(sentence: ParsedSentence, chunk: Chunk) -> bool:
    return place_type(fold(sentence.text(chunk.first, chunk.last))) is EntityType.COUNTRY


def _of_country(sentence: ParsedSentence, first: int, last: int, candidate: Candidate) -> bool:
    """Type a name that ends with its country ("Sport Ruritania"), and tell whether it is one.

    Ordinary words before the country make a public body or, in the plural, an association; other words are a company's.
    """
    for begin in (last, last - 1):
        if begin <= first or place_type(fold(sentence.text(begin, last))) is not EntityType.COUNTRY:
            continue
        before = [token.low for token in sentence.tokens[first:begin]]
        if any(
            low in group("directions") or low in sentence.words.demonyms or place_type(low.split("-")[0])
            for low in before
        ):
            return False
        if first == 0 and before[0] not in sentence.words.ordinary and before[0].endswith(("ly", "ing", "ed")):
            return False
        if not all(sentence.is_common(number) for number in range(first, begin)):
            candidate.type = EntityType.COMPANY if "&" not in before else EntityType.ASSOCIATION
        elif before[-1] in sentence.words.plurals:
            candidate.type = EntityType.ASSOCIATION
        else:
            candidate.type = EntityType.GOVERNMENT
        candidate.distinct = tuple(before)
        candidate.weight = 1.6
        return True
    return False


def _cues(sentence: ParsedSentence, chunk: Chunk, first: int, candidate: Candidate, after: str) -> None:
    """Note what the words around an untyped name tell about it."""
    tokens, words = sentence.tokens, sentence.words
    before = tokens[chunk.first - 1].low if chunk.first else ""
    if before == "," and chunk.first > 1 and after == ",":
        before = tokens[chunk.first - 2].low
    kind = words.kinds.get(before)
    if (
        kind in (EntityType.COMPANY, EntityType.ASSOCIATION, EntityType.GOVERNMENT, EntityType.PROJECT)
        and first == chunk.first
    ):
        candidate.type = kind
        candidate.cues.add("kind before")
    elif after in group("scheme") and not sentence.all_common(chunk):
        candidate.type = EntityType.PROJECT
        candidate.forms.append(sentence.text(first, chunk.last + 1))
        candidate.cues.add("scheme")
    elif before in group("locating"):
        candidate.cues.add("in")
    elif before == "of" and chunk.first > 1 and words.kinds.get(tokens[chunk.first - 2].low) is EntityType.PLACE:
        candidate.type = EntityType.PLACE
    apposition = _apposition(tokens, chunk.last + 1, words)
    if apposition and candidate.type is None:
        candidate.type = apposition
        candidate.cues.add("apposition")
    if candidate.type is None and _is_led(sentence, chunk):
        candidate.type = EntityType.COMPANY


def _apposition(tokens: Sequence[Token], number: int, words: Lexicon) -> EntityType | None:
    """Return the type that ", a leading software company" behind a name tells."""
    if (
        number + 1 >= len(tokens)
        or tokens[number].text not in (",", "–", "—", "(")
        or tokens[number + 1].low not in ("a", "an", "the", "one")
    ):
        return None
    for token in tokens[number + 2 : number + 2 + _WINDOW]:
        if token.low in (",", ".", "of", "for", "in", "that", "which", "who", "with", ";", "and") or token.capital:
            return None
        kind = words.kinds.get(token.low)
        if kind in (EntityType.COMPANY, EntityType.ASSOCIATION, EntityType.GOVERNMENT, EntityType.PROJECT):
            return kind
        if token.low in words.office:
            return EntityType.PERSON
    return None


def _is_led(sentence: ParsedSentence, chunk: Chunk) -> bool:
    """Tell whether a chief executive is named beside the name."""
    tokens = sentence.tokens
    after = [token.low for token in tokens[chunk.last + 1 : chunk.last + 4] if not token.possessive]
    before = [token.low for token in tokens[max(0, chunk.first - 3) : chunk.first]]
    if (after[:1] and after[0] in group("chief")) or after[:2] in (["chief", "executive"], ["managing", "director"]):
        return True
    return (
        before[-2:] == ["ceo", "of"]
        or before[-3:] == ["managing", "director", "of"]
        or before[-3:] == ["chief", "executive", "of"]
    )
