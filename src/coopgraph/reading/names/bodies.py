"""What is known by its name alone: bodies such as those of the United Nations, firms, programmes, agreements."""

from coopgraph.model import EntityType
from coopgraph.reading.names.candidates import Candidate
from coopgraph.reading.names.lexicon import Lexicon, fold
from coopgraph.reading.names.parsed import ParsedSentence

_LONGEST = 6
# An acronym as short as this counts only when it is written as the data file has it.
_SHORT = 4
# Their names begin longer ones, or are names of people.
_LIKE_PEOPLE = frozenset({EntityType.COMPANY, EntityType.EDUCATION, EntityType.PROJECT})


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
                kind = words.bodies[fold(text)][0] if whole and is_body(words, text) else None
                if kind is not None and not (kind in _LIKE_PEOPLE and _is_of_more(sentence, number, last)):
                    start, stop = tokens[number].start, tokens[last].stop
                    found.append(Candidate(start, stop, text, kind, weight=1.8))
                    number = last
                    break
        number += 1
    return found


def _is_of_more(sentence: ParsedSentence, first: int, last: int) -> bool:
    """Tell whether the words are but a part of a longer name: "Boeing Research", "Linda Fulbright"."""
    tokens, words = sentence.tokens, sentence.words
    if first == last and first and (tokens[first - 1].low in words.given or tokens[first - 1].low in words.address):
        return True
    if last + 1 == len(tokens) or not tokens[last + 1].capital or tokens[last + 1].start != tokens[last].stop + 1:
        return False
    after = tokens[last + 1].low
    person = after in words.office or after in words.address or after in words.roles
    return not person and (after not in sentence.common or after in words.field)
