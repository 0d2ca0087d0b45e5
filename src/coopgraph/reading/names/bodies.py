"""Bodies that are known by their names alone, such as the organisations of the United Nations."""

from coopgraph.model import EntityType
from coopgraph.reading.names.candidates import Candidate
from coopgraph.reading.names.lexicon import Lexicon, fold
from coopgraph.reading.names.parsed import ParsedSentence

_LONGEST = 6
# An acronym as short as this counts only when it is written as the data file has it.
_SHORT = 4


def is_body(words: Lexicon, text: str) -> bool:
    """Tell whether the text is written like the name of a well-known body."""
    key = fold(text)
    return key in words.bodies and (len(key) > _SHORT or text in words.bodies[key][1])


def bodies(sentence: ParsedSentence) -> list[Candidate]:
    """Return the well-known bodies that the sentence names, the longest form at each word."""
    found: list[Candidate] = []
    tokens, words = sentence.tokens, sentence.words
    number = 0
    while number < len(tokens):
        if tokens[number].capital and tokens[number].low in words.body_words:
            for last in range(min(number + _LONGEST, len(tokens)) - 1, number - 1, -1):
                text = sentence.text(number, last)
                whole = tokens[last].capital or tokens[last].low.isdigit()
                if whole and is_body(words, text) and not _goes_on(sentence, last, words.bodies[fold(text)][0]):
                    start, stop = tokens[number].start, tokens[last].stop
                    found.append(Candidate(start, stop, text, words.bodies[fold(text)][0], weight=1.8))
                    number = last
                    break
        number += 1
    return found


def _goes_on(sentence: ParsedSentence, last: int, kind: EntityType) -> bool:
    """Tell whether a firm or school is but the beginning of a longer name: "Boeing Research", no "Boeing President"."""
    if kind not in (EntityType.COMPANY, EntityType.EDUCATION) or last + 1 == len(sentence.tokens):
        return False
    after, words = sentence.tokens[last + 1], sentence.words
    person = after.low in words.office or after.low in words.address or after.low in words.roles
    return after.capital and not person and sentence.text(last, last + 1).endswith(f" {after.text}")
