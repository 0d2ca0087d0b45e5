"""How many partners somebody has."""

import re
from collections.abc import Iterator

from coopgraph.model import Details, EntityType, Relation, directed
from coopgraph.reading.passage import Claim, Line, Passage, pattern
from coopgraph.reading.relations.clauses import acting, is_real, subject
from coopgraph.reading.words import one_of

_NUMBERS = {
    word: number
    for number, word in enumerate(
        [
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ],
        2,
    )
}
_NUMBER = rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_LEAST = r"more than|over|at least|above|upwards of|in excess of|beyond"
_MOST = r"up to|at most|fewer than|less than"
_BOUND = rf"(?:(?P<least>{_LEAST})|(?P<most>{_MOST})|nearly|almost|about|around|some|approximately|the)"
_TIE = r"(?:agreements?|partnerships?|partners?|partnered|cooperat\w+|co-operat\w+|collaborat\w+|relations\w*|ties|links|linkages|memorand\w+|mous?|exchanges?|working|works|hub|network|connect\w+)"
_OF = rf"(?P<of>(?:[\w-]+ ){{0,3}}?(?:{one_of('counted')})(?: and [\w-]+ (?:{one_of('counted')}))?)\b"
_WITHIN = (
    r"(?: (?:world-?wide|globally|around the world))?(?: (?:in|within|from|among) (?:the )?(?P<within>top \d{1,4}))?"
)
_COUNT = pattern(
    rf"\b(?P<tie>{_TIE})\b[^;.<-thing>]{{0,40}}?\b(?:with|for|of|to|among|from) (?:{_BOUND} )?{_NUMBER}\+? {_OF}{_WITHIN}"
)
_HAS = pattern(
    rf"\b(?:has|have|had|maintains?|boasts?|counts) (?:[\w-]+ ){{0,3}}?(?:{_BOUND} )?{_NUMBER}\+? (?P<of>(?:[\w-]+ ){{0,3}}?(?:partners?|partner (?:{one_of('counted')})|(?P<agreements>(?:agreements|partnerships|collaborations|memoranda|mous)[^;.<-thing>]{{0,40}}? with (?P<whom>[^;,.<-thing>]{{3,60}}))))\b{_WITHIN}"
)
_MORE = pattern(
    rf"(?:,? including|,? and|,) (?:{_BOUND} )?{_NUMBER}\+? (?P<of>(?:[\w-]+ ){{0,2}}?(?:{one_of('counted')}) )?(?:are )?(?:in|within|from|among) (?:the )?(?P<within>top \d{{1,4}})"
)
_LARGEST = 100_000  # a larger number isn't one of partners
_CLAUSE = re.compile(r"^(?:the|its|their|our|major|leading|other|different|prestigious|key|active) ", re.IGNORECASE)


def claims(passage: Passage) -> Iterator[Claim]:
    """Yield the numbers of partners that the sentence tells, also those of a part of them ("58 in the top 200")."""
    line = passage.line
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
