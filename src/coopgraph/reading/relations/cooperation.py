"""Who cooperates with whom: agreements, partnerships, joint programmes, exchanges, training.

Each rule finds a cue (what is shared, or done together) and the parties around it.
"""

import re
from collections.abc import Iterator, Sequence

from coopgraph.model import Details, EntityType, Fact, Status, cooperation
from coopgraph.reading.kinds import PARTNERSHIP, kind_in
from coopgraph.reading.passage import CLASSES, Claim, Line, Occasion, Passage, pattern
from coopgraph.reading.relations.clauses import MANY, acting, extent, is_real, subject, when
from coopgraph.reading.relations.cooperation_details import SIGNED, dated, details_of
from coopgraph.reading.relations.cooperation_doubts import beside_the_point
from coopgraph.reading.relations.cooperation_rules import (
    DATED_LATER,
    ENDED,
    ENDS,
    EXCHANGES,
    GATHERED,
    GATHERING,
    LASTS,
    WITH_PARTIES,
    WITH_SUBJECT,
    Found,
)
from coopgraph.reading.relations.rules import Rule
from coopgraph.reading.relations.standing import INTENDED, Standing, settled, standing
from coopgraph.reading.relations.terms import end_of, term

_HOME = 0.6  # prior of a claim whose first party isn't named in the sentence: the document's own organisation
_NO_PARTY = frozenset({EntityType.PERSON, EntityType.POLICY, EntityType.EVENT})
_DEFINITE = re.compile(r"\b(?:the|its|their|our|this|an?) (?:[\w-]+ ){0,2}\Z", re.IGNORECASE)
# A person's own doings aren't those of the document's organisation.
_PERSONAL = re.compile(r"\b(?:he|she|I|who)\b[^;]{0,40}\Z", re.IGNORECASE)
_OWN = re.compile(r"\b(?:its|our|their) (?:[\w-]+ ){0,3}\Z", re.IGNORECASE)
_NEAR = 60  # characters before a cue in which its owner stands
_PARTY = pattern("<party>")
# What still belongs to a list that has an "and" of its own.
_TAIL = pattern(r",? (?:and|as well as|along with|together with) (?:with )?<c:party>")
_ALSO = pattern(r"(?: (?:on|in) <date>)?,? and (?P<later>(?:later|then|subsequently) )?with <c:party>")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def claims(passage: Passage) -> Iterator[Claim]:
    """Yield the cooperation that the sentence states."""
    folded, flat = passage.line, passage.flat
    stated = False
    for line, found in findings(passage, folded, flat) if _PARTY.search(folded.text) else ():
        holds = standing(passage, line, found.start - 30, found.cue, found.stop)
        if holds is None or (holds is INTENDED and found.rule.endswith("-home")) or beside_the_point(line, found):
            continue
        claim = _claim(passage, line, found, holds)
        if claim:
            stated = stated or holds is not INTENDED
            yield claim
    yield from _gathered(passage, folded)
    spoken = passage.context.agreement
    if spoken and (not stated or any(each.pattern.search(folded.text) for each in (ENDS, LASTS, ENDED))):
        yield from _dated_later(folded, spoken)


def findings(passage: Passage, folded: Line, flat: Line) -> Iterator[tuple[Line, Found]]:
    """Yield what the rules find, each with the line that it was found in."""
    for found in (*_with_parties(passage, folded), *_with_subject(passage, folded, WITH_SUBJECT)):
        yield folded, found
    for found in _with_subject(passage, flat, EXCHANGES):
        yield flat, found


def _with_parties(passage: Passage, line: Line) -> Iterator[Found]:
    if len({key for slot in line.slots.values() for key in slot.keys}) < 2:
        return
    for rule in WITH_PARTIES:
        for match in rule.pattern.finditer(line.text):
            sides = [acting(passage, line.keys(match, name)) for name in ("a", "b") if match.groupdict().get(name)]
            yield Found(tuple(sides), match.start(), match.end(), match.span("cue"), rule.name, rule.prior)


def _with_subject(passage: Passage, line: Line, rules: tuple[Rule, ...]) -> Iterator[Found]:
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
                yield Found((a, b), first, match.end("b"), cue, rule.name, rule.prior)
                for also in _also_with(line, match.end("b")):
                    c = acting(passage, line.keys(also, "c"))
                    yield Found((a, c), first, also.end(), cue, rule.name, rule.prior, bool(also["later"]))
            elif follows is not None:
                a = acting(passage, line.slots[follows].keys)
                yield Found((a, b), match.start(), follows + 1, cue, rule.name, rule.prior)
            elif home and home not in b and _definite(line, match) and _is_homes(line, rule.name, match.start()):
                yield Found(((home,), b), match.start(), match.end(), cue, f"{rule.name}-home", _HOME)


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


def _is_homes(line: Line, name: str, position: int) -> bool:
    """Tell whether what nobody in the sentence does may be the home's: no training, and partners only of its own."""
    own = _OWN.search(line.text, max(0, position - _NEAR), position)
    return name != "trains" and (name != "partners" or own is not None)


def _definite(line: Line, match: re.Match[str]) -> bool:
    """Tell whether a cue without a party before it speaks of something definite, when it is shared with a place."""
    if _PERSONAL.search(line.text[: match.start()]):
        return False
    named = line.text[match.start("b")] not in CLASSES["where"]
    return named or bool(_DEFINITE.search(line.text[: match.start("cue")]))


def _claim(passage: Passage, line: Line, found: Found, holds: Standing) -> Claim | None:
    details = settled(details_of(passage, line, found), holds)
    fact = _fact(passage, found.sides, details)
    if fact is None:
        return None
    if details.kind in SIGNED and holds is not INTENDED:
        passage.context.agreement = Occasion(fact.sides, details.date)
    start, stop = extent(line, found.start, found.stop)
    return Claim(fact, start, stop, f"rule:cooperation/{found.rule}", found.prior)


def _fact(passage: Passage, sides: Sequence[Sequence[str]], details: Details) -> Fact | None:
    """Return the cooperation of those who can cooperate; None where fewer than two are left, or far too many."""
    kept: list[tuple[str, ...]] = []
    for side in sides:
        before = {key for other in kept for key in other}
        kept.append(tuple(key for key in side if passage.context.kind(key) not in _NO_PARTY and key not in before))
    if not all(kept) or not 2 <= len({key for side in kept for key in side}) <= MANY:
        return None
    return cooperation(*kept, details=details)


def _gathered(passage: Passage, line: Line) -> Iterator[Claim]:
    """Yield what a meeting signed whose parties were named before ("This conference signed a memorandum")."""
    context = passage.context
    match = GATHERING.pattern.search(line.text)
    if match:
        sides = tuple(acting(passage, line.keys(match, name)) for name in ("a", "b") if match[name])
        context.gathering = Occasion(sides, _held(passage, line, match.start(), match.end()))
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


def _dated_later(line: Line, spoken: Occasion) -> Iterator[Claim]:
    """Yield begin and end of the agreement spoken of last ("The agreement was signed on 4 July, valid until 2030")."""
    for each in (DATED_LATER, ENDS, LASTS, ENDED):
        match = each.pattern.search(line.text)
        if not match or not is_real(line, match.start(), match.start("over") if each is ENDED else match.end()):
            continue
        kind = kind_in(match["cue"]) if match["cue"] else None
        details = _times(line, match, spoken, each, kind)
        if details.date or details.end or details.status is Status.ENDED:
            fact = cooperation(*spoken.sides, details=details)
            yield Claim(fact, *line.span(match), f"rule:cooperation/{each.name}", each.prior)


def _times(line: Line, match: re.Match[str], spoken: Occasion, source: Rule, kind: str | None) -> Details:
    """Return when the agreement began and when it ends, as far as this sentence tells."""
    if source is ENDED:
        period = line.period(match, "end")
        return Details(kind=kind, end=period.date if period else None, status=Status.ENDED)
    if source is ENDS:
        period = line.period(match, "end")
        return Details(kind=kind, end=period.date if period else None)
    if source is LASTS:
        years = term(line.text, *match.span("cue"))
        return Details(kind=kind, end=end_of(spoken.date, years) if spoken.date and years else None)
    return dated(line, match.span("cue"), kind, when(line, match.start(), match.end(), reach=140))
