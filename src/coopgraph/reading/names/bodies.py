"""Bodies that are known by their names alone, such as the organisations of the United Nations."""

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
                if (tokens[last].capital or tokens[last].low.isdigit()) and is_body(words, text):
                    start, stop = tokens[number].start, tokens[last].stop
                    found.append(Candidate(start, stop, text, words.bodies[fold(text)][0], weight=1.8))
                    number = last
                    break
        number += 1
    return found
