"""What the words tell of a cooperation beside its parties: kind, dates, topic."""

import re

from coopgraph.model import Details
from coopgraph.reading.kinds import AGREEMENTS, PARTNERSHIP, kind_at, kind_in, rank
from coopgraph.reading.passage import Line, Passage, Period, pattern
from coopgraph.reading.relations.clauses import is_real, when
from coopgraph.reading.relations.cooperation_rules import Found
from coopgraph.reading.relations.terms import end_of, term

SIGNED = AGREEMENTS | {"exchange", "joint programme"}
"""Kinds of cooperation that are signed, and so have a date of their own."""

_RESEARCH = re.compile(
    r"\b(?:research|scientific|(?<!to )(?<!students )study|studies|scientists?|researchers?|surveys?|field ?work"
    r"|trials?|laborator(?:y|ies))\b",
    re.IGNORECASE,
)
_PROGRAMME = re.compile(
    r"\b(?:programmes?|programs?|degrees?|curricul\w+|certificates?|diplomas?|(?<!in the )(?<!of )courses?)\b",
    re.IGNORECASE,
)
_TEACHING = re.compile(r"\b(?:teach|train)\w*", re.IGNORECASE)
STARTS = re.compile(
    r"\b(?:sign|agree|enter|establish|form|found|launch|start|beg[aiu]n|announc|creat|open|renew|set up|took effect|"
    r"conduct|won)",
    re.IGNORECASE,
)
"""Words by which a date in the same sentence is that of a beginning."""
# The noun that the cue belongs to: "cooperation" in "cooperation agreement with".
_HEAD = re.compile(r"[\w -]{0,40}?(?= (?:with|between|by|of|on|for|to|in|among|from|was|were|is|has)\b)", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:on|in the (?:fields?|areas?|domains?) of|in areas (?:such as|of)) "
    r"(?!(?:this|these|that|those|its|their|our|an?|several|some|many|all|how|ways|campus|behalf|projects|cooperation"
    r"|issues|the (?:existing|basis|occasion|sidelines|following|one|other|international))\b)"
    r"(?-i:(?P<topic>[a-z][a-z',& -]{2,80}?[a-z]))"
    r"(?=[.;:()\"]|,? (?:with|between|by|on|at|in|and will|for|from|to|signed|was|were|is|has|have|which|that|as)\b"
    r"|\Z)",
    re.IGNORECASE,
)
_CLAUSE = pattern("[;.,<-party>]| (?:and|but) ")
_BREAK = pattern("[;,<-party>]")


def details_of(passage: Passage, line: Line, found: Found) -> Details:
    """Return kind, dates and topic of what was found in the line.

    Something that isn't signed has a date only where a span or its beginning is told.
    """
    kind = _kind(line, found)
    period = None if found.later else when(line, found.start, found.stop)
    if period and not period.since and not period.end and kind not in SIGNED and not STARTS.search(line.text):
        period = None
    return dated(line, found.cue, kind, period, _topic(passage, line, found))


def dated(
    line: Line, cue: tuple[int, int], kind: str | None, period: Period | None, topic: str | None = None
) -> Details:
    """Return the details with their dates; an agreement's end follows from its term where the text tells that."""
    begin, end = (period.date, period.end) if period else (None, None)
    years = term(line.text, *cue) if kind in SIGNED and begin and not end else None
    if begin and years:
        end = end_of(begin, years)
    return Details(kind=kind, date=begin, end=end, topic=topic)


def _kind(line: Line, found: Found) -> str | None:
    around = line.text[found.start : min(found.stop, found.cue[1] + 60)]
    before = _BREAK.split(line.text[max(0, found.cue[0] - 60) : found.cue[0]])[-1]
    topic = before + around + _BREAK.split(line.text[found.stop : found.stop + 50], 1)[0]
    if found.rule.startswith("exchange"):
        return "training" if _TEACHING.search(line.text[found.cue[0] : found.stop + 40]) else "exchange"
    if found.rule.startswith("trains"):
        return "training"
    head = _HEAD.match(line.text, found.cue[0])
    named = [kind_at(line.text, *found.cue), kind_at(line.text, *head.span()) if head else None]
    kind = max(named, key=rank) or kind_in(around)
    if kind in (None, PARTNERSHIP):
        rest = _CLAUSE.split(line.text[found.stop : found.stop + 60], 1)[0]
        later = kind_in(rest)
        if later in AGREEMENTS and is_real(line, found.stop, found.stop + len(rest)):
            return later
        if found.rule == "agree-together":
            return "agreement"
        if _RESEARCH.search(line.text) or found.rule.startswith("team-of"):
            return "joint research"
        if _PROGRAMME.search(topic):
            return "joint programme"
    return kind or PARTNERSHIP


def kind_told(words: str) -> str:
    """Return the kind of cooperation that a sentence names; joint research where it only speaks of research."""
    return kind_in(words) or ("joint research" if _RESEARCH.search(words) else PARTNERSHIP)


def _topic(passage: Passage, line: Line, found: Found) -> str | None:
    """Return what the cooperation is about, as written: "on student exchange", "in the field of nursing"."""
    match = _ABOUT.search(line.text, found.cue[1])
    near = match is not None and match.start() <= found.stop + 20
    return passage.written(*line.span(match, "topic")) if match and near else None
