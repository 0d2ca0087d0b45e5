"""What the rules of several relations ask about a sentence: who acts, whether it is real, and when."""

import re
from collections.abc import Iterator

from coopgraph.model import EntityType
from coopgraph.reading.passage import CLASSES, Line, Passage, Period, pattern
from coopgraph.reading.words import one_of

MANY = 40  # more parties than this in one list is a table of contents, not an agreement
_UNREAL = re.compile(rf"(?:\b(?<!made )(?!(?-i:May)\b){one_of('unreal')}|n't)\b", re.IGNORECASE)
_REAL = re.compile(rf"\b{one_of('real')}\b", re.IGNORECASE)
_LOCATED = re.compile(
    r"(?:\b(?:in|at|to|across|near|within|around|into|throughout|outside|from|of|for|about|like) |\()\Z", re.IGNORECASE
)
_ELSEWHERE = re.compile(r"(?:\b(?:at|about|for|than|like|near|to) |\()\Z", re.IGNORECASE)
_AGENT = re.compile(r"\b(?:by|from|with|between|of) \Z", re.IGNORECASE)
_UNDER = re.compile(r"\b(?:under|through|within|framework of|part of|by) \Z", re.IGNORECASE)
_ADJECTIVE = re.compile(
    rf"(?:'s?)? (?:[\w-]+ )?(?:{one_of('group_heads')}|{one_of('apposed_nouns')}|{one_of('members')})\b|'s? |-",
    re.IGNORECASE,
)
_COORDINATED = re.compile(r",? (?:and|but) (?!(?:the|its|their|our|an?|other|all) )(?=[a-z])")
_THEN = pattern(r"(?: in <where>)?,? (?:on|in|since|from) <then:date>")
# What lasts until then doesn't begin then.
_LIMIT = re.compile(r"\b(?:until|till) (?:the end of )?\Z", re.IGNORECASE)
_WHERE = CLASSES["where"]


def is_real(line: Line, start: int, stop: int) -> bool:
    """Tell whether the stretch of the line states something, rather than denying, wishing or discussing it."""
    return unreal(line, start, stop) is None


def unreal(line: Line, start: int, stop: int) -> str | None:
    """Return the words that deny, wish or only discuss what the stretch of the line says; None where it is real."""
    found = next(doubts(line, start, stop), None)
    return found[0] if found and not is_backed(line, start, stop) else None


def doubts(line: Line, start: int, stop: int) -> Iterator[re.Match[str]]:
    """Yield each word of the stretch of the line that denies, wishes or only discusses."""
    return _UNREAL.finditer(line.text[max(0, start) : stop])


def is_backed(line: Line, start: int, stop: int) -> bool:
    """Tell whether a word of the stretch of the line speaks for something that exists, whatever else is wished."""
    return bool(_REAL.search(line.text[max(0, start) : stop]))


def subject(line: Line, position: int, reach: int = 200, *, agents: bool = True) -> int | None:
    """Return the position of the party that acts before `position`: the nearest that isn't a mere place or aside.

    Without `agents`, a party after "by", "from" or "with" doesn't count either.
    """
    for place in range(position - 1, max(-1, position - reach - 1), -1):
        character = line.text[place]
        if character == ";":
            return None
        if character not in CLASSES["party"]:
            continue
        if _COORDINATED.match(line.text, place + 1):
            continue
        if not acts(line, place):
            continue
        before = line.text[max(0, place - 12) : place]
        aside = _LOCATED if character in _WHERE else _ELSEWHERE
        if not aside.search(before) and (agents or not _AGENT.search(before)):
            return place
    return None


def acts(line: Line, position: int) -> bool:
    """Tell whether the party is meant itself, no owner and no adjective ("New Zealand's bank", "Japan firms")."""
    return line.text[position] not in CLASSES["where"] or not _ADJECTIVE.match(line.text, position + 1)


def project_of(line: Line, position: int, reach: int = 150) -> int | None:
    """Return the position of the project that a sentence goes on to speak of: the one here, or before it.

    A programme that the project is only part of ("the project, under the X programme, ...") is passed over. None where
    no other is near.
    """
    for place in range(position, max(-1, position - reach - 1), -1):
        if line.text[place] == CLASSES["project"] and not _UNDER.search(line.text, max(0, place - 25), place):
            return place
    return None


def acting(passage: Passage, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Return the parties, a unit replaced by the organisation that it is part of."""
    context = passage.context
    keys = []
    for key in parties:
        owner = context.owners.get(key) if context.kind(key) is EntityType.UNIT else None
        keys.append(owner or key)
    return tuple(dict.fromkeys(keys))


def when(line: Line, start: int, stop: int, reach: int = 90) -> Period | None:
    """Return the time right after the stretch of the line, else the nearest one inside or within `reach` characters."""
    after = _THEN.match(line.text, stop)
    if after:
        return line.period(after, "then")
    best: tuple[int, Period] | None = None
    for place, slot in line.slots.items():
        if slot.period is None or _LIMIT.search(line.text, max(0, place - 20), place):
            continue
        distance = max(start - place, place - stop, 0)
        if distance <= reach and (best is None or distance < best[0]):
            best = distance, slot.period
    return best[1] if best else None


def extent(line: Line, start: int, stop: int) -> tuple[int, int]:
    """Return the offsets in the document of the stretch of the line."""
    return line.starts[start], line.stops[stop - 1]
