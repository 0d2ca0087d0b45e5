"""When a cue of cooperation is beside the point."""

import re

from coopgraph.reading.passage import CLASSES, Line, pattern
from coopgraph.reading.relations.clauses import acts
from coopgraph.reading.relations.cooperation_rules import Found
from coopgraph.reading.words import one_of

_TOPIC = re.compile(r"\bin (?:its|their|our|the) (?:\w+ )?\Z", re.IGNORECASE)
# Said of any two countries.
_LOOSE = re.compile(rf"{one_of('loose_ties')}\Z", re.IGNORECASE)
_LOOSE_OF_PLACES = re.compile(rf"(?:{one_of('loose_ties')}|co-?operation|collaborations?)\Z", re.IGNORECASE)
_MADE = re.compile(r"\b(?:establish|sign|set up|forg|built|build)", re.IGNORECASE)
_OWNER = re.compile(r"'s? (?:[\w-]+ ){0,4}")
# Rules of parties among each other, unless what they share is "with" somebody else.
_AMONG = frozenset({"sign-together", "hold-together", "paired", "share", "study-together", "agree-together"})
_BY = frozenset({"jointly-by", "done-by", "study-by"})
_GATHERING = re.compile(rf"\b{one_of('gatherings')}\b", re.IGNORECASE)
_WITH = re.compile(
    r"[^;,]{0,70}?\bwith (?!(?:the|an?) (?:aim|goal|view|purpose|focus|emphasis)|effect|immediate)", re.IGNORECASE
)
# What is done together for an event, or by being there.
_EVENT = re.compile(
    r"\b(?:co-)?(?:organi[sz]|host|held|hold|attend|gather|celebrat|came|coming|brought)", re.IGNORECASE
)
_ORGANIZING = re.compile(r",? (?:co-)?(?:organi[sz]|host|held|hold)", re.IGNORECASE)
_NOUN_BEFORE = re.compile(r"\b(?:a|an|the|as|senior|equity|managing) \Z", re.IGNORECASE)
_INITIATIVE = pattern(r"<project>[^;<-party>]{0,60}?\b(?:is|was|,) (?:a|an) [^;<-party>]{0,40}\Z")
_ON_PROJECT = pattern(r"[^;<-party>]{0,25}? (?:on|in) (?:[\w-]+ ){0,3}?<project>")


def beside_the_point(line: Line, found: Found) -> bool:
    """Tell whether the cue only sets a topic, or a law firm, an event, a project or somebody else is what is shared."""
    before = line.text[max(0, found.cue[0] - 120) : found.cue[0]]
    cue = line.text[slice(*found.cue)].casefold()
    return bool(
        _TOPIC.search(before)
        or _ORGANIZING.match(line.text, found.cue[1])
        or _of_places(line, found, cue)
        or (cue == "partner" and found.rule.startswith("works-with") and _NOUN_BEFORE.search(before))
        or (found.rule in ("between", "joint-of", "with") and _INITIATIVE.search(before))
        or (found.rule.startswith("partners") and CLASSES["project"] in before)
        or (found.rule in _BY and (CLASSES["project"] in before or _EVENT.search(cue) or _GATHERING.search(before)))
        or (found.rule in _AMONG and _WITH.match(line.text, found.cue[1]))
        or (found.rule in ("work-together", "share") and _ON_PROJECT.match(line.text, found.cue[1]))
        or (found.rule == "work-together" and _EVENT.search(line.text[found.start : found.cue[1]]))
    )


def _of_places(line: Line, found: Found, cue: str) -> bool:
    """Tell whether a place is only an adjective or an owner here, or is only said to have relations."""
    parties = [place for place in range(found.start, found.stop) if line.text[place] in CLASSES["party"]]
    if not all(acts(line, place) for place in parties if not _OWNER.fullmatch(line.text[place + 1 : found.cue[0]])):
        return True
    wheres = [line.text[place] in CLASSES["where"] for place in parties]
    loose = _LOOSE.match(cue) if not all(wheres) else _LOOSE_OF_PLACES.match(cue)
    return bool(loose) and any(wheres) and not _MADE.search(line.text[found.start : found.cue[0]])
