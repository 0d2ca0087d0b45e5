"""Whether what a sentence says holds, is only intended, or is over; and what it merely denies or talks about."""

import re
from dataclasses import dataclass, replace

from coopgraph.model import Details, Status
from coopgraph.reading.passage import Line, Passage, Period, pattern
from coopgraph.reading.relations.clauses import doubts, is_backed
from coopgraph.reading.words import one_of

_INTENDING = re.compile(one_of("intending"), re.IGNORECASE)
_ENDING = re.compile(one_of("ending"), re.IGNORECASE)
_LEAVING = re.compile(rf"{one_of('leaving')}\Z", re.IGNORECASE)
_EXPECTED = re.compile(rf"\b{one_of('expected')}\b", re.IGNORECASE)
# "ended its", "no longer a", right before the cue.
_ENDS_IT = re.compile(
    rf"\b{one_of('ending')}(?: with immediate effect)?(?: (?:its|their|the|an?|this|that|all))?"
    r"(?: (?!(?:in|on|at|with|of|for|to)\b)[\w-]+){0,2} \Z",
    re.IGNORECASE,
)
_JOINTLY = re.compile(r"(?:in|through|under|with|jointly|together)\b", re.IGNORECASE)
_WAS_ONCE = re.compile(r"\b(?:former(?:ly)?|one-time|ex|erstwhile|previously)(?: |-)(?:[\w-]+ ){0,3}\Z", re.IGNORECASE)
_FORMER = re.compile(
    r"(?<![\w-])(?:former(?:ly)?|one-time|ex|erstwhile)(?= |-)(?!.{0,60}\b(?:current|now)\b)", re.IGNORECASE
)
_TIME = r" (?:on|in|at|by|since)(?: the end of)? <end:date>"
_THEN = pattern(rf"[^;.<-party>]{{0,30}}?{_TIME}")
# "ended in 2015", "was terminated on 3 May", behind what is said; not "ended years of dispute".
_IS_OVER = pattern(
    r"[^;.<-party>]{0,30}?\b(?:(?:was|were|has|have|had|been|is) ){0,2}"
    rf"(?<!not ){one_of('over')}(?:{_TIME}|(?= ?[.;)]|\Z| (?:when|after|because)\b))"
)
# "was a partner of B until 2015"; what is valid until then goes on.
_ONCE = re.compile(rf"\b{one_of('once')}\b", re.IGNORECASE)
_UNTIL = pattern(r"[^;.<-party>]{0,30}?\b(?:until|till|up to|through)(?: the end of)? <end:date>")
_BEFORE = 60  # characters before a cue in which its end is told
_AROUND = 90  # characters in which a time makes a plan a decision


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of what is said, and the ISO date of its end where that is told."""

    status: Status
    end: str | None = None


STATED = Standing(Status.STATED)
INTENDED = Standing(Status.INTENDED)


def standing(passage: Passage, line: Line, start: int, cue: tuple[int, int], stop: int) -> Standing | None:
    """Return how what the stretch of a line says stands; None for what is denied or merely discussed.

    `line.text[start:stop]` is what a rule found, `cue` the words in it that carry the relation. That something ended
    is told right before the cue, by the cue, or behind all.
    """
    over = _over(line, cue, stop, passage.context.document.date)
    if over is None:
        return intent(line, start, cue[1], stop)
    others = (word for word in doubts(line, start, cue[1]) if not _ENDING.fullmatch(word[0]))
    return over if next(others, None) is None else None


def intent(line: Line, start: int, cue: int, stop: int) -> Standing | None:
    """Return whether what the stretch of a line says up to its cue is stated or intended; None for mere talk.

    A wish of the parties is an intention, unless a word speaks for a tie that exists; what is expected for a time
    that is told counts as decided.
    """
    found = list(doubts(line, start, cue))
    if found and not is_backed(line, start, cue):
        return INTENDED if all(_INTENDING.fullmatch(word[0]) for word in found) else None
    if _EXPECTED.search(line.text, max(0, start), cue) and not _is_dated(line, start, stop):
        return INTENDED
    return STATED


def settled(details: Details, holds: Standing) -> Details:
    """Return the details with status and end; the time at which something ended isn't taken for its beginning, too."""
    if holds.end is None:
        return replace(details, status=holds.status)
    date = details.date if details.date is not None and details.date < holds.end else None
    return replace(details, status=holds.status, date=date, end=holds.end)


def was_once(line: Line, start: int, stop: int) -> bool:
    """Tell whether the stretch of the line calls what it is about a former one."""
    return bool(_FORMER.search(line.text, start, stop))


def _over(line: Line, cue: tuple[int, int], stop: int, published: str | None) -> Standing | None:
    before, words = line.text[max(0, cue[0] - _BEFORE) : cue[0]], line.text[slice(*cue)]
    if _WAS_ONCE.search(before) or _LEAVING.match(words):
        return _ended(line, _UNTIL.match(line.text, stop) or _THEN.match(line.text, stop))
    if _ENDS_IT.search(before) and not _JOINTLY.match(words):
        return _ended(line, _THEN.match(line.text, stop))
    behind = _IS_OVER.match(line.text, stop)
    if behind:
        return _ended(line, behind)
    until = _UNTIL.match(line.text, stop) if _ONCE.search(before + words) else None
    ended = _ended(line, until) if until else None
    return ended if ended and ended.end and not (published and ended.end > published) else None


def _ended(line: Line, match: re.Match[str] | None) -> Standing:
    period: Period | None = line.period(match, "end") if match else None
    return Standing(Status.ENDED, (period.end or period.date) if period else None)


def _is_dated(line: Line, start: int, stop: int) -> bool:
    near = (place for place, slot in line.slots.items() if slot.period is not None)
    return any(start - _AROUND <= place <= stop + _AROUND for place in near)
