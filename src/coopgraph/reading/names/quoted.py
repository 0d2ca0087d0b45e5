"""Names without a noun in capitals: quoted titles, numbered policies, events that a year or an ordinal tells apart."""

import re
from collections.abc import Iterator

from coopgraph.model import EntityType
from coopgraph.reading.names.candidates import Candidate
from coopgraph.reading.names.lexicon import Lexicon, group

_QUOTED = re.compile(
    r"“([^“”]{6,200})”|\"([^\"]{6,200})\"|(?<!\w)‘([^‘’]{6,200})’(?!\w)|(?<!\w)'([^']{6,200})'(?!\w)|«([^«»]{6,200})»"
)
_NUMBERED = re.compile(
    r"\b(?:Resolution|Decree|Decision|Plan|Directive|Circular|Law|Act|Regulation|Order|Proclamation|Conclusion"
    r"|Instruction|Project|Dispatch|Report|Announcement|Notice)"
    r"\s(?:(?:No\.?|Nr\.?|Number|№)\s?(?:\d[\w./–-]{0,30}\w|\d)|\d{1,5}/[\w./–-]{1,30}\w)"
)
_VISION = re.compile(r"\b(?:[A-Z][\w-]{1,20}\s){0,3}(?:Vision|Agenda|Strategy|Roadmap|Plan)\s20\d\d\b")
_ORDINAL = r"(?:(?:19|20)\d\d|\d{1,3}(?:st|nd|rd|th))"
_INTRODUCED = re.compile(
    r"\b([\w-]+)(?:\s(?:titled|entitled|themed|called|named|on|on the (?:topic|theme) of"
    r"|with the (?:topic|theme|title)|under the theme))?\s?[:,–-]?\s?\Z"
)
_FOLLOWED = re.compile(r"\s?,?\s?([\w-]+)")
_CAPITALS = re.compile(r"[A-ZÀ-Þ]")


def quoted(prose: str, start: int, stop: int, words: Lexicon) -> Iterator[Candidate]:
    """Yield events and projects of which the title stands in quotes beside a noun that tells what they are."""
    for match in _QUOTED.finditer(prose, start, stop):
        inner = match[match.lastindex or 0].strip(" ,.;")
        if not inner or not _CAPITALS.match(inner):
            continue
        first = prose.index(inner[0], match.start() + 1)
        before = _INTRODUCED.search(prose, max(start, match.start() - 60), match.start())
        after = _FOLLOWED.match(prose, match.end(), min(stop, match.end() + 30))
        kind = None
        for noun in (before[1].lower() if before else "", after[1].lower() if after else ""):
            told = words.kinds.get(noun)
            if noun in group("titled_project"):
                kind = EntityType.PROJECT
            elif told is EntityType.EVENT:
                kind = told
            if kind:
                break
        if kind:
            yield Candidate(first, first + len(inner), " ".join(inner.split()), kind, weight=5.0)


def numbered(prose: str, start: int, stop: int) -> Iterator[Candidate]:
    """Yield the policies that have a number ("Resolution No. 1-AB/CD") or a year to come ("Vision 2060")."""
    for match in (*_NUMBERED.finditer(prose, start, stop), *_VISION.finditer(prose, start, stop)):
        yield Candidate(match.start(), match.end(), " ".join(match[0].split()), EntityType.POLICY, weight=5.0)


def dated_events(prose: str, start: int, stop: int, words: Lexicon) -> Iterator[Candidate]:
    """Yield the events in small letters that a year or an ordinal tells apart ("the 2031 student exchange forum")."""
    for match in _DATED.finditer(prose, start, stop):
        between = match[1].split()
        if not any(word.lower() in words.stop or word.lower() in words.opening for word in between):
            yield Candidate(match.start(), match.end(), " ".join(match[0].split()), EntityType.EVENT, weight=1.5)


_DATED = re.compile(
    rf"\b{_ORDINAL}\s((?:[\w-]{{1,30}}\s){{1,5}}?)"
    r"(?:conference|festival|forum|summit|symposium|congress|olympiad|expo|exhibition|fair|competition)\b",
    re.IGNORECASE,
)
