"""Builds the two lines of a passage: first one character for each name, then lists and appositions folded."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from coopgraph.model import ORGANIZATIONS, PLACES, EntityType
from coopgraph.reading.passage import AMOUNT, CLASSES, DATE, Context, Line, Period, Slot, character_of, pattern
from coopgraph.reading.words import one_of

LONGEST = 1200  # characters of a sentence that are read: beyond it stands a table or a list, not a sentence
_PLAIN = str.maketrans({"’": "'", "‘": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": "-", "_": " ", "*": " "})
_SPACES = re.compile(r"\A\s+|\s{2,}|[^\S ]")  # all white space but single blanks between words


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of the document that becomes one character: a name, a reference, a time or an amount."""

    start: int
    stop: int
    keys: tuple[str, ...] = ()
    named: bool = True
    period: Period | None = None


def _offsets() -> "array[int]":
    # Four bytes an offset, where a tuple takes ten times as many: all lines of a long document are kept.
    return array("L" if array("I").itemsize < 4 else "I")


@dataclass(slots=True)
class _Draft:
    """A line while it is built: its characters, the offsets of each, and what it stands for."""

    text: list[str] = field(default_factory=list)
    starts: "array[int]" = field(default_factory=_offsets)
    stops: "array[int]" = field(default_factory=_offsets)
    slots: dict[int, Slot] = field(default_factory=dict)

    def add(self, character: str, start: int, stop: int, slot: Slot | None = None) -> None:
        if slot is not None:
            self.slots[len(self.text)] = slot
        self.text.append(character)
        self.starts.append(start)
        self.stops.append(stop)

    def copy(self, line: Line, start: int, stop: int) -> None:
        """Add a stretch of another line."""
        shift = len(self.text) - start
        self.text.extend(line.text[start:stop])
        self.starts.extend(line.starts[start:stop])
        self.stops.extend(line.stops[start:stop])
        self.slots.update((place + shift, slot) for place, slot in line.slots.items() if start <= place < stop)

    def words(self, prose: str, start: int, stop: int) -> None:
        """Add prose: white space becomes one space, quotes and dashes plain."""
        words = prose[start:stop].translate(_PLAIN)
        position = 0
        for match in _SPACES.finditer(words):
            self._plain(words[position : match.start()], start + position)
            if self.text and self.text[-1] != " ":
                self.add(" ", start + match.start(), start + match.start() + 1)
            position = match.end()
        self._plain(words[position:], start + position)

    def _plain(self, words: str, start: int) -> None:
        """Add words between which there are only single spaces."""
        self.text.extend(words)
        self.starts.extend(range(start, start + len(words)))
        self.stops.extend(range(start + 1, start + len(words) + 1))

    def without_article(self, start: int) -> int:
        """Take a "the" off the end; return where what follows starts then."""
        if "".join(self.text[-5:]).casefold().removeprefix(" ") == "the " and (
            len(self.text) < 5 or self.text[-5] == " "
        ):
            start = self.starts[-4]
            del self.text[-4:], self.starts[-4:], self.stops[-4:]
        return start

    def line(self) -> Line:
        return Line("".join(self.text), self.starts, self.stops, self.slots)


def flat_line(context: Context, start: int, stop: int, tokens: Sequence[Token]) -> Line:
    """Return the sentence `prose[start:stop]` with a character for each of the tokens that lie within it.

    `tokens` are those of the whole document, sorted by start and without overlap. A leading "the" becomes part of the
    character. A sentence without tokens gives `NOTHING`, unless it may tell how many years something lasts.
    """
    first = bisect_left(tokens, start, key=lambda token: token.start)
    prose = context.document.prose
    empty = first == len(tokens) or tokens[first].start >= stop
    stop = min(stop, start + LONGEST)
    if empty and "year" not in prose[start:stop]:
        return NOTHING
    draft = _Draft()
    position = start
    for index in range(first, len(tokens)):
        token = tokens[index]
        if token.stop > stop:
            break
        draft.words(prose, position, token.start)
        begin = draft.without_article(token.start) if token.keys else token.start
        kinds = frozenset(context.kind(key) for key in token.keys)
        character = character_of(kinds) if kinds else DATE if token.period else AMOUNT
        draft.add(character, begin, token.stop, Slot(token.keys, token.named, period=token.period))
        position = token.stop
    draft.words(prose, position, stop)
    return draft.line()


NOTHING = Line("", (), (), {})
"""The line of a sentence that names nothing and tells no time, no term and no sum."""

Answer = tuple[str, Slot] | int | None
"""What becomes of a match: one character with its slot; its first so many characters alone; or nothing changes."""


def rewrite(line: Line, compiled: re.Pattern[str], replace: Callable[[re.Match[str]], Answer]) -> Line:
    """Return the line with what `replace` answers in the place of each match."""
    draft: _Draft | None = None
    position = 0
    for match in compiled.finditer(line.text):
        answer = replace(match)
        if not answer and answer != 0:
            continue
        draft = draft or _Draft()
        if isinstance(answer, int):
            draft.copy(line, position, match.start() + answer)
        elif answer:
            draft.copy(line, position, match.start())
            draft.add(answer[0], *line.span(match), answer[1])
        position = match.end()
    if draft is None:
        return line
    draft.copy(line, position, len(line.text))
    return draft.line()


_CAPITAL = r"(?-i:[A-ZÀ-ÞĐ][\w.&'-]*)"
_ROLE = (
    rf"(?:(?:{_CAPITAL}|of|and|for|&|\(\w+\)) ){{0,8}}?\b{one_of('titles')}\b\.?"
    rf"(?:,? (?:{_CAPITAL}|of|and|for|the|on|&)){{0,9}}"
)
_MEMBERS = one_of("members")
_QUANTITY = (
    r"(?:an?|the|some|several|many|most|other|two|three|four|five|six|\d+|our|its|their|his|her|senior|young|international|"
    r"leading|top|key|multi-?disciplinary|research|expert)"
)
_BODY = r"(?:universit(?:y|ies)|governments?|cit(?:y|ies)|provinces?|states?|republic|kingdom)"

_BRACKET = pattern(r"(?P<before><thing>(?:'s?)?|\S)? ?\((?P<inside>[^()]{0,120})\)")
_SAME = pattern(r"<a:thing>(?:,? - |, | or |/)<b:thing>")
_GOVERNED = pattern(rf"\b(?:the (?:[\w-]+ )?)?{_BODY}(?:,? and {_BODY})? of (?:the )?(?=<where>)")
_FIRM = pattern(
    rf"(?P<lead>\b(?:with|and|by|from|between|of|to|as) |, )(?:the |an? |its )?"
    rf"(?:(?!(?:with|and|by|from|of|to|in|for) )[\w-]+ ){{0,4}}?"
    rf"{one_of('apposed_nouns')},? (?=<organization>)"
)
_APPOSITION = pattern(
    r"(?:(?<=<organization>)|(?<=<project>)), (?:"
    r"(?:the|an?|one of|<where>'s?|formerly|also|now|part of|(?:led|headed|represented|chaired|owned) by|"
    r"(?:founded|established) (?:by|in)) [^,;()<-party>]{1,110}"
    r"|(?:which|who|whose|the (?:latter|former)|based in|located in) [^,;()<-organization>]{1,110}"
    r")(?:,(?= )|(?= and <organization>))"
)
_SUCH_AS = pattern(
    r"(?P<lead>\b(?:with|by|from|between|to|of|for|and|among|via|includes?|including|both|over|than) |, |^)"
    r"(?:(?!(?:with|by|from|between|to|for|among|will|has|have|is|are|was|were) )[\w%+&/.'-]+,? ){0,14}?"
    rf"(?P<head>{one_of('group_heads')})(?: (?:in|of|from) (?:<where>|\w+))?,? ?"
    r"(?:\w+ ){0,3}?(?:such as|including|includes?|like|namely|e\.g\.|:|\(|-|are) ?(?:both )?(?=<party>)"
)
_IN_PLACE = (
    r"<a:organization>(?:,| in| of| at| from|,? based in|, in) <where>(?:, <where>){0,2}(?! and <where>|, <where>)"
)
# One character stays of each of these: the organisation ("a") or the place that acts ("a2"). Before each stands how
# many names a line has to have for it: most have fewer.
_FOLDED = tuple(
    (pattern(expression), least)
    for least, expression in (
        (1, r"<a:where>(?:'s?)? governments?\b|(?:the )?governments? of <a2:where>"),
        (2, r"<a:organization>(?:'s?)?,? <unit>"),
        (2, r"<unit>(?:,| at| of| in| within| from|,? under)? <a:organization>"),
        (2, _IN_PLACE),
        (2, r"<where>(?:'s?|-based)? <a:organization>"),
        (2, r"<thing>-(?:listed|based|headquartered) (?:[\w-]+ ){0,3}?(?:<where> )?<a:organization>"),
        (1, rf"<a:organization>(?:'s?)?,? (?P<d>{_ROLE}),?(?: <person>)?"),
        (
            1,
            rf"(?<!\w)(?:(?:{one_of('titles')}\.? ){{0,2}}<person>,? (?:- )?)?(?:the |an? )?(?P<d>{_ROLE})"
            r"(?: of| at| for| from|,| with) <a:organization>(?:,? <person>)?",
        ),
        (2, r"(?P<d><person>),? (?:of|from|at) <a:organization>|<a2:organization>(?:'s?)? <person>"),
        (1, rf"(?<!\w)(?:{_QUANTITY} ){{0,3}}(?P<d>{_MEMBERS}) (?:from|of|at|in) <a:organization>"),
        (1, rf"<a:organization>(?:'s?)? (?P<d>{_MEMBERS})\b"),
        (2, _IN_PLACE),
    )
)


def _list_of(kind: str) -> str:
    filler = (
        r"(?:(?:the |an? )?(?:[\w-]+ ){0,4}(?:countries|universities|institutions|organisations|organizations|"
        rf"companies|partners|others|South|West|East|North)|(?:the )?{_CAPITAL}(?: (?:{_CAPITAL}|of|for)){{0,6}})"
    )
    joining = r"(?:,? and |,? or |,? & )"
    adding = r"(?:,? as well as |,? along with |,? together with )"
    item = rf"(?:the |both |later |its ){{0,2}}(?:{one_of('group_heads')} )?{kind}"
    return (
        rf"{kind}(?:(?:, |/|-){item}|(?:, |,? or (?:later )?){filler}(?=,? (?:and |or |& )?(?:the )?{kind}))*"
        rf"(?:{joining}{item})?(?:{adding}{item}(?:(?:, {item})*{joining}{item})?)?(?:,? etc\b\.?)?"
    )


# A fund or a programme may stand in a list of organisations.
_LIST = pattern("|".join(map(_list_of, ("[<-party><-project>]", "<event>", "<person>"))))
_PARTIES = ORGANIZATIONS | PLACES


def fold(context: Context, flat: Line) -> Line:
    """Return the line with lists, appositions and whoever acts for an organisation folded into one character."""
    line = flat

    things = flat.names()
    if not things:
        return flat

    def keys(position: int) -> tuple[str, ...]:
        slot = line.slots.get(position)
        return slot.keys if slot else ()

    def bracket(match: re.Match[str]) -> Answer:
        """Drop a bracket that only explains: without names, with a place, or with the name before it again."""
        own = set(keys(match.start("before"))) if match["before"] else set()
        for position in range(match.start("inside"), match.end("inside")):
            inside = set(keys(position))
            if inside - own and line.text[position] not in CLASSES["where"] + CLASSES["person"]:
                return None
        return len(match["before"] or "")

    def same(match: re.Match[str]) -> Answer:
        a, b = match.start("a"), match.start("b")
        return (line.text[a], line.slots[a]) if keys(a) == keys(b) else None

    def one(match: re.Match[str]) -> Answer:
        position = max(match.start(name) for name in ("a", "a2") if name in match.groupdict())
        slot = line.slots[position]
        return line.text[position], replace(slot, delegate="d" in match.groupdict() or slot.delegate)

    def listed(match: re.Match[str]) -> Answer:
        slots = [slot for position in range(match.start(), match.end()) if (slot := line.slots.get(position))]
        unique = tuple(dict.fromkeys(key for slot in slots for key in slot.keys))
        joined = re.search(r"\b(?:and|or|as well as|with|etc)\b|[&/-]", match[0])
        if len(slots) < (2 if joined else 3):
            return None
        kinds = frozenset(context.kind(key) for key in unique)
        if len(kinds & _PARTIES) and EntityType.PROJECT in kinds:
            kinds -= {EntityType.PROJECT}
            if sum(context.kind(key) in _PARTIES for key in unique) < 2:
                return None
        return character_of(kinds), Slot(unique, all(slot.named for slot in slots))

    def such_as(match: re.Match[str]) -> Answer:
        """Leave the list alone, unless the words before it tell what its members are to somebody."""
        return None if match["head"].casefold() in ("partners", "members", "collaborators") else len(match["lead"])

    line = rewrite(line, _BRACKET, bracket)
    if things > 1:
        line = rewrite(line, _SAME, same)
    for compiled, least in _FOLDED:
        if things >= least:
            line = rewrite(line, compiled, one)
    line = rewrite(line, _FIRM, lambda match: len(match["lead"]))
    line = rewrite(line, _APPOSITION, lambda _: 0)
    line = rewrite(line, _GOVERNED, lambda _: 0)
    if things > 1:
        line = rewrite(line, _LIST, listed)
    return rewrite(line, _SUCH_AS, such_as)
