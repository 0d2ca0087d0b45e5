"""How many partners somebody has."""

import re
from collections.abc import Iterator

from coopgraph.model import Details, EntityType, Relation, directed
from coopgraph.reading.compose import LONGEST
from coopgraph.reading.passage import Claim, Line, Passage, pattern
from coopgraph.reading.relations.clauses import acting, is_real, subject
from coopgraph.reading.words import entries, one_of

_NUMBERS = {word: number for number, word in enumerate(entries("number_words"), 2)}
_NUMBER = rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|{one_of('number_words')})\+?"
_BOUND = (
    r"(?:(?:(?P<least>more than|over|at least|above|upwards of|in excess of|beyond)"
    r"|(?P<most>up to|at most|fewer than|less than)|nearly|almost|about|around|some|approximately|the) )?"
)
_TIE = (
    r"(?:agreements?|partnerships?|partners?|partnered|cooperat\w+|co-operat\w+|collaborat\w+|relations\w*|ties|links"
    r"|linkages|memorand\w+|mous?|exchanges?|working|works|hub)"
)
_COUNTED = one_of("counted")
_WITHIN = r"(?: (?:in|within|from|among) (?:the )?(?P<within>top \d{1,4}))"
# "agreements with over 200 universities worldwide"
_COUNT = pattern(
    rf"\b{_TIE}\b[^;.<-thing>]{{0,40}}?\b(?:with|for|of|to|among|from) {_BOUND}{_NUMBER} "
    rf"(?P<of>(?:[\w-]+ ){{0,3}}?{_COUNTED}(?: and [\w-]+ {_COUNTED})?)\b"
    rf"(?: world-?wide| globally| around the world)?{_WITHIN}?"
)
# "has more than 70 active agreements with universities", "has 300 partners"
_HAS = pattern(
    rf"\b(?:has|have|had|maintains?|boasts?|counts) (?:[\w-]+ ){{0,3}}?{_BOUND}{_NUMBER} (?P<of>(?:[\w-]+ ){{0,3}}?"
    rf"(?:partner {_COUNTED}|partners?|{_TIE}[^;.<-thing>]{{0,40}}? with (?P<whom>[^;,.<-thing>]{{3,60}})))\b{_WITHIN}?"
)
# "..., including (among them) 58 universities in the top 200 and 124 in the top 500"
_MORE = pattern(
    rf"(?:,? including|,? among (?:them|which)|,? and|,) {_BOUND}{_NUMBER} (?P<of>(?:[\w-]+ ){{0,2}}?{_COUNTED} )?"
    r"(?:are )?(?:in|within|from|among) (?:the )?(?P<within>top \d{1,4})"
)
_LARGEST = 100_000  # a larger number isn't one of partners
_CLAUSE = re.compile(r"^(?:the|its|their|our|major|leading|other|different|prestigious|key|active) ", re.IGNORECASE)


def claims(passage: Passage) -> Iterator[Claim]:
    """Yield the numbers of partners that the sentence tells, also those of a part of them ("58 in the top 200")."""
    line = passage.flat if passage.flat.text else _nameless(passage)
    for match in _COUNT.finditer(line.text):
        of = _short(match["of"])
        yield from _claim(passage, line, match, match.start(), of)
        position = match.end()
        while more := _MORE.match(line.text, position):
            of = _short(more["of"].strip()) if more["of"] else of
            yield from _claim(passage, line, more, match.start(), of)
            position = more.end()
    for match in _HAS.finditer(line.text):
        of = _short(match["whom"] or match["of"])
        yield from _claim(passage, line, match, match.start(), of)


def _nameless(passage: Passage) -> Line:
    """Return the line of a sentence without names, which speaks of the document's own organisation ("It has ...")."""
    words = passage.context.document.prose[passage.start : min(passage.stop, passage.start + LONGEST)]
    if not any(character.isdigit() for character in words):
        return passage.flat
    words = re.sub(r"\s", " ", words)
    return Line(words, range(passage.start, passage.stop), range(passage.start + 1, passage.stop + 1), {})


def _short(words: str) -> str:
    """Return what is counted without words that only praise it."""
    previous = ""
    while previous != words:
        previous, words = words, _CLAUSE.sub("", words)
    return words.strip()


def _claim(passage: Passage, line: Line, match: re.Match[str], cue: int, of: str) -> Iterator[Claim]:
    digits = match["number"].replace(",", "")
    count = int(digits) if digits.isdigit() else _NUMBERS[digits.casefold()]
    if not 1 < count <= _LARGEST or not is_real(line, cue - 30, cue):
        return
    place = subject(line, cue)
    parties = acting(passage, line.slots[place].keys) if place is not None else (passage.context.home,)
    bound = "at least" if match["least"] else "at most" if match["most"] else None
    details = Details(count=count, of=of, within=match["within"], bound=bound)
    start = line.starts[place if place is not None else cue]
    for party in parties:
        if party is not None and passage.context.kind(party) is not EntityType.PERSON:
            fact = directed(Relation.PARTNER_COUNT, party, None, details)
            yield Claim(fact, start, line.stops[match.end() - 1], "rule:counts/with", 0.8)
