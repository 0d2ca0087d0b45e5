"""A sentence as the grammar sees it: one character for each name, date and amount, with the way back to the document.

A `Line` is a short string in which every mention is replaced by ONE private-use character that tells its class, white
space is a single space and typographic quotes are plain. `Line.slots` says which things stand behind the character at
a position, `Line.span` leads back to offsets in the document. Patterns are regular expressions over lines in which
`<class>` stands for one such character and `<name:class>` captures it:

    SIGNED = pattern(r"<a:party> (?:has |have )?signed an? agreement with <b:party>")
    for match in SIGNED.finditer(passage.line.text):
        subjects, objects = passage.line.keys(match, "a"), passage.line.keys(match, "b")

Classes: one for each EntityType (`<education>`, `<unit>`, `<person>`, ...), `<organization>` (the five types of
organisations), `<where>` (country or place), `<party>` (organisation or where), `<thing>` (any name), `<date>` and
`<amount>`. A passage has two lines: `flat` has a character for every single mention and keeps brackets and appositions
(for "A (Belgium)", "B, a faculty of C", roles of persons); in `line` lists are one character ("A, B and C"; "partners
such as A and B"), brackets and places behind a name are gone, and whoever acts for an organisation (a faculty, a
person with a title) is merged into it.

A pattern must not backtrack more than linearly: no nested quantifiers, every gap bounded ("[^;]{0,80}?").
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from coopgraph.model import ORGANIZATIONS, PLACES, Document, Entity, EntityType, Fact

_TYPES = tuple(EntityType)
_CHARACTER = {kind: chr(0xE000 + number) for number, kind in enumerate(_TYPES)}
_TYPE = {character: kind for kind, character in _CHARACTER.items()}
MIXED_ORGANIZATIONS, MIXED_PARTIES, MIXED_THINGS, DATE, AMOUNT = (chr(0xE020 + number) for number in range(5))
_ORGANIZATION = "".join(_CHARACTER[kind] for kind in _TYPES if kind in ORGANIZATIONS) + MIXED_ORGANIZATIONS
_WHERE = "".join(_CHARACTER[kind] for kind in _TYPES if kind in PLACES)
CLASSES: Mapping[str, str] = {
    **{kind.value: character for kind, character in _CHARACTER.items()},
    "organization": _ORGANIZATION,
    "where": _WHERE,
    "party": _ORGANIZATION + _WHERE + MIXED_PARTIES,
    "thing": "".join(_CHARACTER.values()) + MIXED_ORGANIZATIONS + MIXED_PARTIES + MIXED_THINGS,
    "date": DATE,
    "amount": AMOUNT,
}
_PLACEHOLDER = re.compile(r"(?<!\?P)<(?:(-)|(\w+):)?(\w+)>")


@cache
def pattern(expression: str) -> re.Pattern[str]:
    """Return the expression compiled without regard to case, each `<class>` or `<name:class>` as one character.

    Inside a set, `<-class>` stands for the characters of the class: "[^;<-party>]" is all but a semicolon or a party.

    Raises KeyError for a class that doesn't exist.
    """

    def character(match: re.Match[str]) -> str:
        bare, name, kind = match.groups()
        if bare:
            return CLASSES[kind]
        return f"(?P<{name}>[{CLASSES[kind]}])" if name else f"[{CLASSES[kind]}]"

    return re.compile(_PLACEHOLDER.sub(character, expression), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """A time as precise as the text: ISO `date` (a day, month or year) and the `end` of a span where one is given.

    `since` tells that something began then ("since 2010").
    """

    date: str | None
    end: str | None = None
    since: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """What one character of a line stands for: the keys of things, or a period, or an amount (text as written).

    `named` is False where all of it was only referred to ("the University"); `delegate` is True where a person or a
    group of people stands for the organisation.
    """

    keys: tuple[str, ...] = ()
    named: bool = True
    delegate: bool = False
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Words and placeholder characters; `starts[i]:stops[i]` is what character i covers in the document."""

    text: str
    starts: Sequence[int]
    stops: Sequence[int]
    slots: Mapping[int, Slot]

    def names(self) -> int:
        """Return how many characters stand for things: a pattern with two of them can't match in a line with one."""
        return sum(bool(slot.keys) for slot in self.slots.values())

    def keys(self, match: re.Match[str], name: str) -> tuple[str, ...]:
        """Return the keys of the things behind the captured character; none where the group took no part."""
        return self.slots[match.start(name)].keys if match[name] is not None else ()

    def period(self, match: re.Match[str], name: str) -> Period | None:
        """Return the time behind the captured character; None where the group took no part."""
        return self.slots[match.start(name)].period if match[name] is not None else None

    def span(self, match: re.Match[str], name: str | int = 0) -> tuple[int, int]:
        """Return the offsets in the document of what the group matched, for quotes and for words as written."""
        return self.starts[match.start(name)], self.stops[match.end(name) - 1]


def kind_of(character: str) -> EntityType | None:
    """Return the type that a placeholder stands for; None for words, dates, amounts and mixed lists."""
    return _TYPE.get(character)


def character_of(kinds: frozenset[EntityType]) -> str:
    """Return the placeholder for things of these types."""
    if len(kinds) == 1:
        return _CHARACTER[next(iter(kinds))]
    if kinds <= ORGANIZATIONS:
        return MIXED_ORGANIZATIONS
    if kinds <= PLACES:
        return _CHARACTER[EntityType.PLACE]
    return MIXED_PARTIES if kinds <= ORGANIZATIONS | PLACES else MIXED_THINGS


@dataclass(frozen=True, slots=True)
class Occasion:
    """An agreement or a meeting that a later sentence may come back to: its sides, and when it was."""

    sides: tuple[tuple[str, ...], ...]
    date: str | None


@dataclass(slots=True)
class Context:
    """What holds for the whole document while it is read.

    `home` is the organisation that the document is mainly about, `project` the project. `owners` maps a unit or member
    to the organisation that it is part of and is filled before cooperation is read. `agreement` and `gathering` are the
    last ones spoken of, kept by the rules for sentences that come back to them.
    """

    document: Document
    entities: Mapping[str, Entity]
    home: str | None = None
    project: str | None = None
    owners: dict[str, str] = field(default_factory=dict)
    passages: list["Passage"] = field(default_factory=list)
    agreement: Occasion | None = None
    gathering: Occasion | None = None

    def kind(self, key: str) -> EntityType:
        """Return the type of the thing."""
        return self.entities[key].type


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a document, `document.text[start:stop]`, with its two lines; see the module's docstring."""

    context: Context
    number: int
    paragraph: int
    start: int
    stop: int
    flat: Line
    line: Line

    def written(self, start: int, stop: int) -> str:
        """Return the document's text, letter by letter."""
        return self.context.document.text[start:stop]


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact that a rule found in a passage, with the offsets of the shortest span that states it.

    `method` names the rule ("rule:cooperation/signed-with"), `confidence` is the rule's prior (0.5 to 0.95).
    """

    fact: Fact
    start: int
    stop: int
    method: str
    confidence: float
