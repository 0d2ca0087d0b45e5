"""Who cooperates with whom: agreements, partnerships, joint programmes, exchanges, training.

Each rule finds a cue (what is shared, or done together) and the parties around it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from coopgraph.model import Details, EntityType, Fact, cooperation
from coopgraph.reading.kinds import AGREEMENTS, PARTNERSHIP, kind_in, rank
from coopgraph.reading.passage import CLASSES, Claim, Gathering, Line, Passage, Period, pattern
from coopgraph.reading.relations.clauses import MANY, acting, acts, extent, is_real, subject, when
from coopgraph.reading.relations.cooperation_rules import (
    DATED_LATER,
    ENDS,
    EXCHANGES,
    GATHERED,
    GATHERING,
    WITH_PARTIES,
    WITH_SUBJECT,
)
from coopgraph.reading.relations.rules import Rule
from coopgraph.reading.relations.terms import end_of, term

_HOME = 0.6  # prior of a claim whose first party isn't named in the sentence: the document's own organisation
_NO_PARTY = frozenset({EntityType.PERSON, EntityType.POLICY, EntityType.EVENT})
_SIGNED = AGREEMENTS | {"exchange", "joint programme"}
_RESEARCH = re.compile(r"\b(?:research|scientific|study|studies|scientists?|researchers?)\b", re.IGNORECASE)
_PROGRAMME = re.compile(r"\b(?:programmes?|programs?|degrees?|curricul\w+)\b", re.IGNORECASE)
_TEACHING = re.compile(r"\b(?:teach|train)\w*", re.IGNORECASE)
_TOPIC = re.compile(r"\bin (?:its|their|our|the) (?:\w+ )?\Z", re.IGNORECASE)
_DEFINITE = re.compile(r"\b(?:the|its|their|our|this|an?) (?:[\w-]+ ){0,2}\Z", re.IGNORECASE)
# Said of any two countries.
_LOOSE = frozenset(
    {"ties", "links", "link", "relations", "relationship", "relationships", "exchanges", "bond", "bonds"}
)
_OWNER = re.compile(r"'s? (?:[\w-]+ ){0,4}")
# Where one of these stands, a date is that of the beginning.
_STARTS = re.compile(
    r"\b(?:sign|agree|enter|establish|form|found|launch|start|beg[aiu]n|announc|creat|open|renew|set up|took effect|"
    r"conduct|won)",
    re.IGNORECASE,
)
# Rules of parties among each other, unless what they share is "with" somebody else.
_AMONG = frozenset({"sign-together", "hold-together", "paired", "share", "study-together"})
_WITH = re.compile(
    r"[^;,]{0,70}?\bwith (?!(?:the|an?) (?:aim|goal|view|purpose|focus|emphasis)|effect|immediate)", re.IGNORECASE
)
# A person's own doings aren't those of the document's organisation.
_PERSONAL = re.compile(r"\b(?:he|she|I|who)\b[^;]{0,40}\Z", re.IGNORECASE)
_MADE = re.compile(r"\b(?:establish|sign|set up|forg|built|build)", re.IGNORECASE)
# What is done together for an event, or by being there.
_EVENT = re.compile(
    r"\b(?:co-)?(?:organi[sz]|host|held|hold|attend|gather|celebrat|came|coming|brought)", re.IGNORECASE
)
_NOUN_BEFORE = re.compile(r"\b(?:a|an|the|as|senior|equity|managing) \Z", re.IGNORECASE)
_INITIATIVE = pattern(r"<project>[^;<-party>]{0,60}?\b(?:is|was|,) (?:a|an) [^;<-party>]{0,40}\Z")
_ORGANIZING = re.compile(r",? (?:co-)?(?:organi[sz]|host|held|hold)", re.IGNORECASE)
_ON_PROJECT = pattern(r"[^;<-party>]{0,25}? (?:on|in) (?:[\w-]+ ){0,3}?<project>")
# What still belongs to a list that has an "and" of its own.
_TAIL = pattern(r",? (?:and|as well as|along with|together with) (?:with )?<c:party>")
_ALSO = pattern(r"(?: (?:on|in) <date>)?,? and with <c:party>")
# The noun that the cue belongs to: "cooperation" in "cooperation agreement with".
_HEAD = re.compile(r"[\w -]{0,40}?(?= (?:with|between|by|of|on|for|to|in|among|from|was|were|is|has)\b)")
_BREAK = pattern("[;,<-party>]")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class _Found:
    """A rule's finding: two sides, or one of several parties, and the stretch of the line that states it."""

    sides: tuple[tuple[str, ...], ...]
    start: int
    stop: int
    cue: tuple[int, int]
    rule: str
    prior: float


def claims(passage: Passage) -> Iterator[Claim]:
    """Yield the cooperation that the sentence states."""
    folded, flat = passage.line, passage.flat
    found = [
        (folded, each) for each in (*_with_parties(passage, folded), *_with_subject(passage, folded, WITH_SUBJECT))
    ]
    found.extend((flat, each) for each in _with_subject(passage, flat, EXCHANGES))
    stated = False
    for line, each in found:
        if is_real(line, max(0, each.start - 30), each.cue[1]) and not _beside(line, each):
            claim = _claim(passage, line, each)
            if claim:
                stated = True
                yield claim
    yield from _gathered(passage, folded)
    if not stated or ENDS.pattern.search(folded.text):
        yield from _dated_later(passage, folded)


def _with_parties(passage: Passage, line: Line) -> Iterator[_Found]:
    for rule in WITH_PARTIES:
        for match in rule.pattern.finditer(line.text):
            sides = [acting(passage, line.keys(match, name)) for name in ("a", "b") if match.groupdict().get(name)]
            yield _Found(tuple(sides), match.start(), match.end(), match.span("cue"), rule.name, rule.prior)


def _with_subject(passage: Passage, line: Line, rules: tuple[Rule, ...]) -> Iterator[_Found]:
    home = passage.context.home
    for rule in rules:
        for match in rule.pattern.finditer(line.text):
            b = acting(passage, line.keys(match, "b"))
            tail = _TAIL.match(line.text, match.start("b") + 1)
            if tail and len(b) > 1:
                b = tuple(dict.fromkeys((*b, *acting(passage, line.keys(tail, "c")))))
            cue = match.span("cue")
            first = subject(line, match.start())
            follows = _following(line, match.end()) if rule.name == "in-partnership-with" else None
            if first is not None:
                a = acting(passage, line.slots[first].keys)
                yield _Found((a, b), first, match.end("b"), cue, rule.name, rule.prior)
                for also in _also_with(line, match.end("b")):
                    c = acting(passage, line.keys(also, "c"))
                    yield _Found((a, c), first, also.end(), cue, rule.name, rule.prior)
            elif follows is not None:
                a = acting(passage, line.slots[follows].keys)
                yield _Found((a, b), match.start(), follows + 1, cue, rule.name, rule.prior)
            elif home and home not in b and _definite(line, match):
                yield _Found(((home,), b), match.start(), match.end(), cue, f"{rule.name}-home", _HOME)


def _also_with(line: Line, position: int) -> Iterator[re.Match[str]]:
    """Yield each further "and with C" that goes on from the position."""
    while match := _ALSO.match(line.text, position):
        yield match
        position = match.end()


def _following(line: Line, position: int) -> int | None:
    """Return the position of the party that follows a comma, as in "In partnership with B, A has ..."."""
    if line.text[position : position + 2] == ", " and line.text[position + 2 : position + 3] in CLASSES["organization"]:
        return position + 2
    return None


def _definite(line: Line, match: re.Match[str]) -> bool:
    """Tell whether a cue without a party before it speaks of something definite, when it is shared with a place."""
    if _PERSONAL.search(line.text[: match.start()]):
        return False
    named = line.text[match.start("b")] not in CLASSES["where"]
    return named or bool(_DEFINITE.search(line.text[: match.start("cue")]))


def _beside(line: Line, found: _Found) -> bool:
    """Tell whether the cue is beside the point: a topic, a law partner, an event or a project that they share."""
    before = line.text[max(0, found.cue[0] - 120) : found.cue[0]]
    words = line.text[slice(*found.cue)].casefold()
    parties = [place for place in range(found.start, found.stop) if line.text[place] in CLASSES["party"]]
    return bool(
        _TOPIC.search(before)
        or not all(acts(line, place) for place in parties if not _OWNER.fullmatch(line.text[place + 1 : found.cue[0]]))
        or (
            words in _LOOSE
            and any(line.text[place] in CLASSES["where"] for place in parties)
            and not _MADE.search(line.text[found.start : found.cue[0]])
        )
        or _ORGANIZING.match(line.text, found.cue[1])
        or (words == "partner" and found.rule.startswith("works-with") and _NOUN_BEFORE.search(before))
        or (found.rule in ("between", "joint-of", "with") and _INITIATIVE.search(before))
        or (found.rule == "jointly-by" and (CLASSES["project"] in before or _EVENT.search(words)))
        or (found.rule in _AMONG and _WITH.match(line.text, found.cue[1]))
        or (found.rule in ("work-together", "share") and _ON_PROJECT.match(line.text, found.cue[1]))
        or (found.rule == "work-together" and _EVENT.search(line.text[found.start : found.cue[1]]))
    )


def _claim(passage: Passage, line: Line, found: _Found) -> Claim | None:
    kind = _kind(line, found)
    period = when(line, found.start, found.stop)
    if period and not period.since and kind not in _SIGNED and not _STARTS.search(line.text):
        period = None
    fact = _fact(passage, found.sides, _details(line, found.cue, kind, period))
    if fact is None:
        return None
    if kind in _SIGNED or "agreement" in line.text[found.start : found.stop]:
        passage.context.agreement = fact.sides
    start, stop = extent(line, found.start, found.stop)
    return Claim(fact, start, stop, f"rule:cooperation/{found.rule}", found.prior)


def _details(line: Line, cue: tuple[int, int], kind: str | None, period: Period | None) -> Details:
    """Return kind and dates; an agreement's end follows from its term, where the text tells that instead."""
    begin, end = (period.date, period.end) if period else (None, None)
    years = term(line.text, *cue) if kind in _SIGNED and begin and not end else None
    if begin and years:
        end = end_of(begin, years)
    return Details(kind=kind, date=begin, end=end)


def _fact(passage: Passage, sides: Sequence[Sequence[str]], details: Details) -> Fact | None:
    """Return the cooperation of those who can cooperate; None where fewer than two are left, or far too many."""
    kept: list[tuple[str, ...]] = []
    for side in sides:
        before = {key for other in kept for key in other}
        kept.append(tuple(key for key in side if passage.context.kind(key) not in _NO_PARTY and key not in before))
    if not all(kept) or not 2 <= len({key for side in kept for key in side}) <= MANY:
        return None
    return cooperation(*kept, details=details)


def _kind(line: Line, found: _Found) -> str | None:
    around = line.text[found.start : min(found.stop, found.cue[1] + 60)]
    topic = around + _BREAK.split(line.text[found.stop : found.stop + 50], 1)[0]
    if found.rule.startswith("exchange"):
        return "training" if _TEACHING.search(line.text[found.cue[0] : found.stop + 40]) else "exchange"
    if found.rule.startswith("trains"):
        return "training"
    head = _HEAD.match(line.text, found.cue[0])
    named = [kind_in(words) for words in (line.text[slice(*found.cue)], head[0] if head else "")]
    kind = max(named, key=rank) or kind_in(around)
    if kind in (None, PARTNERSHIP):
        if _RESEARCH.search(topic) or found.rule.startswith("team-of"):
            return "joint research"
        if _PROGRAMME.search(topic):
            return "joint programme"
    return kind or PARTNERSHIP


def _gathered(passage: Passage, line: Line) -> Iterator[Claim]:
    """Yield what a meeting signed whose parties were named before ("This conference signed a memorandum")."""
    context = passage.context
    match = GATHERING.pattern.search(line.text)
    if match:
        sides = tuple(acting(passage, line.keys(match, name)) for name in ("a", "b") if match[name])
        context.gathering = Gathering(sides, _held(passage, line, match.start(), match.end()))
    match = GATHERED.pattern.search(line.text)
    if match and context.gathering and is_real(line, match.start(), match.end()):
        kind = kind_in(match["cue"]) or PARTNERSHIP
        date = _held(passage, line, match.start(), match.end()) or context.gathering.date
        fact = _fact(passage, context.gathering.sides, Details(kind=kind, date=date))
        if fact:
            yield Claim(fact, *line.span(match), f"rule:cooperation/{GATHERED.name}", GATHERED.prior)


def _held(passage: Passage, line: Line, start: int, stop: int) -> str | None:
    """Return when the meeting was held: the time beside it, or the year in its name."""
    period = when(line, start, stop, reach=30)
    if period:
        return period.date
    for place in range(start, stop):
        for key in line.slots[place].keys if place in line.slots else ():
            year = _YEAR.search(passage.context.entities[key].name)
            if year and passage.context.kind(key) is EntityType.EVENT:
                return year[0]
    return None


def _dated_later(passage: Passage, line: Line) -> Iterator[Claim]:
    """Yield begin and end of the agreement spoken of last ("The agreement was signed on 4 July, valid until 2030")."""
    sides = passage.context.agreement
    for each in (DATED_LATER, ENDS):
        match = each.pattern.search(line.text)
        if not match or not sides or not is_real(line, match.start(), match.end()):
            continue
        period = line.period(match, "end") if each is ENDS else when(line, match.start(), match.end(), reach=60)
        if not period or not period.date:
            continue
        kind = kind_in(match["cue"]) if match["cue"] else None
        details = Details(end=period.date) if each is ENDS else _details(line, match.span("cue"), kind, period)
        fact = cooperation(*sides, details=replace(details, kind=kind))
        yield Claim(fact, *line.span(match), f"rule:cooperation/{each.name}", each.prior)
