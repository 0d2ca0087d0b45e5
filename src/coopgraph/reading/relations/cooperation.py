"""Who cooperates with whom: agreements, partnerships, joint programmes, exchanges, training.

Each rule finds a cue (what is shared, or done together) and the parties around it. The number beside a rule is its
prior: how sure a claim of it is before anything else is known.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coopgraph.model import Details, EntityType, cooperation
from coopgraph.reading.kinds import AGREEMENTS, PARTNERSHIP, kind_in
from coopgraph.reading.passage import CLASSES, Claim, Gathering, Line, Passage, pattern
from coopgraph.reading.relations.clauses import MANY, acting, acts, extent, is_real, subject, when
from coopgraph.reading.words import one_of

_NOUN = rf"\b(?P<cue>{one_of('kinds')}|{one_of('ties')})\b"
_VERB = rf"\b(?P<cue>{one_of('cooperating')})\b"
_SIGNED = rf"\b{one_of('signing')}\b"
_GAP = "[^;<-party>]"
_ACROSS = r"<a:party>(?:,? (?:and|with|as well as) <b:party>)?"

Rule = tuple[str, float, re.Pattern[str]]
# Rules whose second party follows the cue and whose first is the subject before it, or the document's own.
_OBJECTS: tuple[Rule, ...] = (
    ("with", 0.75, pattern(rf"{_NOUN}{_GAP}{{0,70}}?\bwith (?:both |its |their )?<b:party>")),
    ("works-with", 0.7, pattern(rf"{_VERB}{_GAP}{{0,50}}?\b(?:with|alongside) <b:party>")),
    (
        "in-partnership-with",
        0.8,
        pattern(
            r"\b(?P<cue>(?:in|through|under) (?:[\w-]+ ){0,3}?(?:partnership|collaboration|conjunction|co-?operation|"
            r"association|concert|relationship)|jointly|together) with (?:[\w'-]+ ){0,3}?<b:party>"
        ),
    ),
    (
        "partners",
        0.75,
        pattern(
            r"(?P<cue>\bpartners?|\bcollaborators?)(?: institutions?| universit(?:y|ies)| organi[sz]ations?)?"
            r"(?:,? (?:such as|including|like|namely|are|include|is)|:|,| -| \()? ?(?:both )?<b:party>"
        ),
    ),
    (
        "team-of",
        0.65,
        pattern(
            rf"(?P<cue>\b(?:teams?|group of researchers|collaborators))\b,? {_GAP}{{0,40}}?"
            rf"\b(?:includ(?:es|ing)|made up of|compris(?:es|ing)|composed of|involving)\b {_GAP}{{0,30}}?<b:organization>"
        ),
    ),
    (
        "trains",
        0.65,
        pattern(
            r"\b(?P<cue>(?:provid|deliver|offer|conduct)\w* (?:[\w-]+ ){0,4}?(?:training|education programmes|courses)"
            rf"|train(?:s|ed))\b{_GAP}{{0,60}}?\b(?:for|at|of|from) <b:party>"
        ),
    ),
)
# Read from the flat line: in the folded one who is sent stands for the sender.
_EXCHANGE: tuple[Rule, ...] = (
    (
        "exchange",
        0.7,
        pattern(
            r"\b(?P<cue>(?:welcom|receiv|host|accept|sen[dt]|dispatch)\w* (?:[\w-]+ ){0,3}?"
            rf"{one_of('exchanged')}) (?:from|to) <b:organization>(?P<purpose>[^;]{{0,40}})"
        ),
    ),
)
# Rules that name all parties themselves.
_PARTIES: tuple[Rule, ...] = (
    ("between", 0.85, pattern(rf"{_NOUN}{_GAP}{{0,90}}?\b(?:between|among|linking|involving) (?:both )?{_ACROSS}")),
    ("that-they-have", 0.85, pattern(rf"{_NOUN},? (?:that |which )?<a:party> (?:[\w-]+ ){{0,5}}?with <b:party>")),
    (
        "study-together",
        0.65,
        pattern(
            rf"<a:party>{_GAP}{{0,40}}?\b(?:conduct|undertak|undertook|carr(?:y|ied|ying) out)\w*\b{_GAP}{{0,60}}?"
            r"\b(?P<cue>stud(?:y|ies)|research|survey|surveys|trials?)\b"
        ),
    ),
    (
        "signed-by",
        0.85,
        pattern(rf"{_NOUN}[^;<-organization>]{{0,130}}?{_SIGNED}{_GAP}{{0,80}}?\b(?:by|between) {_ACROSS}"),
    ),
    ("sign-together", 0.85, pattern(rf"<a:party>{_GAP}{{0,60}}?{_SIGNED}{_GAP}{{0,80}}?{_NOUN}")),
    ("work-together", 0.75, pattern(rf"<a:party>{_GAP}{{0,60}}?\b(?P<cue>{one_of('together')})\b")),
    ("share", 0.75, pattern(rf"<a:party> (?:have|share|are) (?:\w+ ){{0,4}}?(?P<cue>{one_of('shared')})\b")),
    (
        "partner-of",
        0.8,
        pattern(r"<b:party>,? (?:[\w-]+ ){0,8}?(?P<cue>partners?|collaborators?) (?:of|for|with|to) <a:party>"),
    ),
    (
        "paired",
        0.65,
        pattern(
            rf"<a:party> (?:[\w-]+ ){{0,3}}?(?P<cue>(?:partnership |co-?operation )?agreements?|partnership|alliance|treaty)\b"
        ),
    ),
    (
        "made-by",
        0.6,
        pattern(
            r"(?P<cue>\b(?:established|founded|set up|created|formed|launched)) (?:jointly )?by <a:organization>(?! (?:in|on) <date>)"
        ),
    ),
    ("partner-institution", 0.75, pattern(r"<b:party>, an? <a:party> (?P<cue>partner)\b")),
)
_GATHERING = pattern(rf"(?:\b{one_of('gatherings')}\b|<event>){_GAP}{{0,60}}?\bbetween {_GAP}{{0,60}}?{_ACROSS}")
_GATHERED = pattern(
    rf"(?:\b(?:this|the) {one_of('gatherings')}\b|<e:event>){_GAP}{{0,40}}?{_SIGNED}{_GAP}{{0,40}}?{_NOUN}"
)
_SAME = pattern(
    rf"\b(?:the|this) (?:\w+ )?{_NOUN}{_GAP}{{0,40}}?\b(?:signed|took effect|came into|began|started|renewed)"
)
_RESEARCH = re.compile(r"\b(?:research|scientific|study|studies|scientists?|researchers?)\b", re.IGNORECASE)
_PROGRAMME = re.compile(r"\b(?:programmes?|programs?|degrees?|curricul\w+)\b", re.IGNORECASE)
_TEACHING = re.compile(r"\b(?:teach|train)\w*", re.IGNORECASE)
_TOPIC = re.compile(r"\bin (?:its|their|our|the) (?:\w+ )?\Z", re.IGNORECASE)
_DEFINITE = re.compile(r"\b(?:the|its|their|our|this|an?) (?:[\w-]+ ){0,2}\Z", re.IGNORECASE)
# Said of any two countries.
_LOOSE = frozenset(
    {"ties", "links", "link", "relations", "relationship", "relationships", "exchanges", "bond", "bonds"}
)
_NOUN_BEFORE = re.compile(r"\b(?:a|an|the|as|senior|equity|managing) \Z", re.IGNORECASE)
_INITIATIVE = pattern(r"<project>[^;<-party>]{0,60}?\b(?:is|was|,) (?:a|an) [^;<-party>]{0,40}\Z")
_ORGANIZING = re.compile(r",? (?:co-)?(?:organi[sz]|host|held|hold)", re.IGNORECASE)
_ON_PROJECT = pattern(r"[^;<-party>]{0,25}? (?:on|in) (?:[\w-]+ ){0,3}?<project>")
# What still belongs to a list that has an "and" of its own.
_TAIL = pattern(r",? (?:and|as well as|along with|together with) (?:with )?<c:party>")
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
    folded = passage.line
    stated = False
    for line, found in (
        *((folded, found) for found in (*_parties(passage, folded), *_objects(passage, folded, _OBJECTS))),
        *((passage.flat, found) for found in _objects(passage, passage.flat, _EXCHANGE)),
    ):
        if not is_real(line, max(0, found.start - 30), found.cue[1]):
            continue
        if _beside(line, found):
            continue
        claim = _claim(passage, line, found)
        if claim:
            stated = True
            yield claim
    yield from _gathered(passage, folded)
    if not stated:
        yield from _dated_later(passage, folded)


def _beside(line: Line, found: _Found) -> bool:
    """Tell whether the cue is beside the point: a topic, a law partner, an event or a project that they share."""
    before = line.text[max(0, found.cue[0] - 120) : found.cue[0]]
    words = line.text[slice(*found.cue)].casefold()
    parties = [place for place in range(found.start, found.stop) if line.text[place] in CLASSES["party"]]
    return bool(
        _TOPIC.search(before)
        or not all(acts(line, place) for place in parties)
        or (words in _LOOSE and any(line.text[place] in CLASSES["where"] for place in parties))
        or _ORGANIZING.match(line.text, found.cue[1])
        or (words == "partner" and found.rule.startswith("works-with") and _NOUN_BEFORE.search(before))
        or (found.rule == "between" and _INITIATIVE.search(before))
        or (found.rule == "work-together" and _ON_PROJECT.match(line.text, found.cue[1]))
    )


def _parties(passage: Passage, line: Line) -> Iterator[_Found]:
    for rule, prior, compiled in _PARTIES:
        for match in compiled.finditer(line.text):
            a = acting(passage, line.keys(match, "a"))
            second = match.groupdict().get("b")
            if second:
                sides: tuple[tuple[str, ...], ...] = (a, acting(passage, line.keys(match, "b")))
            else:
                sides = (a,)
            yield _Found(sides, match.start(), match.end(), match.span("cue"), rule, prior)


def _objects(passage: Passage, line: Line, rules: tuple[Rule, ...]) -> Iterator[_Found]:
    for rule, prior, compiled in rules:
        for match in compiled.finditer(line.text):
            b = acting(passage, line.keys(match, "b"))
            tail = _TAIL.match(line.text, match.start("b") + 1)
            if tail and len(b) > 1:
                b = tuple(dict.fromkeys((*b, *acting(passage, line.keys(tail, "c")))))
            cue, home = match.span("cue"), passage.context.home
            first = subject(line, match.start())
            follows = _following(line, match.end()) if rule == "in-partnership-with" else None
            if first is not None:
                a = acting(passage, line.slots[first].keys)
                yield _Found((a, b), first, match.end(), cue, rule, prior)
            elif follows is not None:
                a = acting(passage, line.slots[follows].keys)
                yield _Found((a, b), match.start(), follows + 1, cue, rule, prior)
            elif home and home not in b and _definite(line, match):
                yield _Found(((home,), b), match.start(), match.end(), cue, f"{rule}-home", 0.6)


def _definite(line: Line, match: re.Match[str]) -> bool:
    """Tell whether a cue without a party before it speaks of something definite, when it is shared with a place."""
    named = line.text[match.start("b")] not in CLASSES["where"]
    return named or bool(_DEFINITE.search(line.text[: match.start("cue")]))


def _following(line: Line, position: int) -> int | None:
    """Return the position of the party that follows a comma, as in "In partnership with B, A has ..."."""
    if line.text[position : position + 2] == ", " and line.text[position + 2 : position + 3] in CLASSES["organization"]:
        return position + 2
    return None


def _claim(passage: Passage, line: Line, found: _Found) -> Claim | None:
    sides = [tuple(key for key in side if _can_act(passage, key)) for side in found.sides]
    if len(sides) == 2:
        sides[1] = tuple(key for key in sides[1] if key not in sides[0])
    count = sum(len(side) for side in sides)
    if not all(sides) or not 2 <= count <= MANY:
        return None
    words = line.text[found.start : found.stop]
    kind = _kind(line, found)
    period = when(line, found.start, found.stop)
    details = Details(kind=kind, date=period.date if period else None, end=period.end if period else None)
    fact = cooperation(*sides, details=details)
    if kind in AGREEMENTS or kind in ("exchange", "joint programme") or "agreement" in words:
        passage.context.agreement = fact.sides
    start, stop = extent(line, found.start, found.stop)
    return Claim(fact, start, stop, f"rule:cooperation/{found.rule}", found.prior)


def _can_act(passage: Passage, key: str) -> bool:
    return passage.context.kind(key) not in (EntityType.PERSON, EntityType.POLICY, EntityType.EVENT)


def _kind(line: Line, found: _Found) -> str | None:
    cue = line.text[slice(*found.cue)]
    around = line.text[found.start : min(found.stop, found.cue[1] + 60)]
    if found.rule.startswith("exchange"):
        return "training" if _TEACHING.search(line.text[found.cue[0] : found.stop]) else "exchange"
    if found.rule.startswith("trains"):
        return "training"
    kind = kind_in(cue) or kind_in(around)
    if kind in (None, PARTNERSHIP):
        if _RESEARCH.search(around) or found.rule.startswith("team-of"):
            return "joint research"
        if _PROGRAMME.search(around):
            return "joint programme"
    return kind or PARTNERSHIP


def _gathered(passage: Passage, line: Line) -> Iterator[Claim]:
    """Yield what a meeting signed whose parties were named before ("This conference signed a memorandum")."""
    context = passage.context
    match = _GATHERING.search(line.text)
    if match:
        sides = [acting(passage, line.slots[match.start(name)].keys) for name in ("a", "b") if match[name]]
        context.gathering = Gathering(tuple(sides), _held(passage, line, match.start(), match.end()))
    match = _GATHERED.search(line.text)
    if match and context.gathering and is_real(line, match.start(), match.end()):
        kind = kind_in(match["cue"]) or PARTNERSHIP
        date = _held(passage, line, match.start(), match.end()) or context.gathering.date
        fact = cooperation(*context.gathering.sides, details=Details(kind=kind, date=date))
        yield Claim(fact, *line.span(match), "rule:cooperation/gathering", 0.75)


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
    """Yield the date of the agreement spoken of last ("The agreement was signed on 4 July")."""
    match = _SAME.search(line.text)
    if not match or not passage.context.agreement or not is_real(line, match.start(), match.end()):
        return
    period = when(line, match.start(), match.end(), reach=60)
    if period and period.date:
        kind = kind_in(match["cue"])
        fact = cooperation(*passage.context.agreement, details=Details(kind=kind, date=period.date, end=period.end))
        yield Claim(fact, *line.span(match), "rule:cooperation/dated-later", 0.65)
