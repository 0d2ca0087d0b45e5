"""Why a reading says what it says: who the parties are by what words, and what a sentence without a fact lacks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coopgraph.model import ORGANIZATIONS, PLACES, TIES, Document, Entity, Reading, Statement
from coopgraph.reading.amounts import find_amounts
from coopgraph.reading.furniture import running_text
from coopgraph.reading.passage import CLASSES, Context, Line, Passage
from coopgraph.reading.proposing import NameFinder
from coopgraph.reading.reader import DEFAULT, Reader, all_names, beside_amounts, compose, read
from coopgraph.reading.references import reason
from coopgraph.reading.relations.clauses import unreal
from coopgraph.reading.relations.cooperation import findings
from coopgraph.reading.relations.cooperation_doubts import beside_the_point
from coopgraph.reading.sentences import sentences
from coopgraph.reading.words import one_of

_CUE = re.compile(rf"\b(?:{'|'.join(map(one_of, ('kinds', 'ties', 'cooperating', 'together')))})\b", re.IGNORECASE)
_WITH = re.compile(r"\b(?:with|between|among)\b", re.IGNORECASE)
NAMED = "named"
"""Why a thing is a party that stands in the sentence by its preferred name."""
_ASIDE = "it is about an event or a topic, about ties of any two countries, or shared with somebody else"
_DROPPED = "its parties can't cooperate, or what it says was not kept"
_SHOWN = 240  # characters of a sentence as the grammar sees it


@dataclass(frozen=True, slots=True)
class Party:
    """A thing that a statement is about, and by what words of the document it is found there."""

    key: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Account:
    """A statement, the sentence around its quote at offsets in the document, and why its parties are who they are."""

    statement: Statement
    start: int
    stop: int
    parties: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class Silence:
    """A sentence that speaks of cooperation, by a cue, without a fact of the network: who is there, what is missing."""

    start: int
    stop: int
    cue: str
    parties: tuple[str, ...]
    missing: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A reading with an account of each statement, in its order, and the sentences that gave nothing."""

    reading: Reading
    accounts: tuple[Account, ...]
    silences: tuple[Silence, ...]


def explain(document: Document, reader: Reader = DEFAULT, finder: NameFinder | None = None) -> Explanation:
    """Return what `read` returns for the document, with the reasons. Raises what it raises."""
    reading = read(document, reader, finder)
    context = _context(document, reader, finder)
    context.entities = {**context.entities, **{entity.key: entity for entity in reading.entities}}
    context.owners.update({entity.key: entity.owner for entity in reading.entities if entity.owner})
    accounts = tuple(_account(context, statement) for statement in reading.statements)
    return Explanation(reading, accounts, tuple(_silences(context, reading.statements)))


def _context(document: Document, reader: Reader, finder: NameFinder | None) -> Context:
    """Return the passages that the reader had before it looked for facts."""
    spans = running_text(document, sentences(document))
    names, _ = all_names(document, spans, reader, finder)
    amounts = find_amounts(document.prose)
    return compose(document, spans, names.entities, beside_amounts(names.mentions, amounts), amounts)


def _account(context: Context, statement: Statement) -> Account:
    evidence = statement.evidence
    own = _within(context, evidence.start, evidence.stop)
    start = min((passage.start for passage in own), default=evidence.start)
    stop = max((passage.stop for passage in own), default=evidence.stop)
    parties = tuple(
        Party(key, context.entities[key].name, _why(context, own, key, evidence.start, evidence.stop))
        for key in statement.fact.parties
    )
    return Account(statement, start, stop, parties)


def _within(context: Context, start: int, stop: int) -> Sequence[Passage]:
    """Return the passages that share text with the stretch of the document; passages are disjoint and in order."""
    first = bisect_right(context.passages, start, key=lambda passage: passage.stop)
    last = bisect_left(context.passages, stop, key=lambda passage: passage.start)
    return context.passages[first:last]


def _why(context: Context, passages: Sequence[Passage], key: str, start: int, stop: int) -> str:
    """Return by what words the thing is found in the passages, those of the quote first."""
    entity = context.entities[key]
    places = [place for passage in passages for place in _places(passage.flat, key)]
    places.sort(key=lambda place: not start <= place[0] < stop)
    for begin, end, named in places:
        words = _words(context.document, begin, end)
        if not named:
            return f"“{words}” refers to it: {reason(context.document.prose, begin) or 'by the words before'}"
        plain = words.removeprefix("the ").removeprefix("The ")
        return NAMED if entity.name in {words, plain} else f"named as “{plain}”"
    for part in sorted(one for one, owner in context.owners.items() if owner == key):
        if any(_places(passage.flat, part) for passage in passages):
            return f"not named here; its part {context.entities[part].name} acts for it"
    if key == context.home:
        return "not named here; the organisation that the document is mainly about"
    return _before(context, entity, start)


def _before(context: Context, entity: Entity, position: int) -> str:
    number = bisect_left(context.passages, position, key=lambda passage: passage.start)
    for earlier in reversed(context.passages[:number]):
        if _places(earlier.flat, entity.key):
            return f"not named here; taken over from “{_words(context.document, earlier.start, earlier.stop)}”"
    return "not named here"


def _places(line: Line, key: str) -> list[tuple[int, int, bool]]:
    """Return where the line speaks of the thing, as offsets in the document, and whether by a name."""
    return [
        (line.starts[place], line.stops[place], slot.named)
        for place, slot in sorted(line.slots.items())
        if key in slot.keys
    ]


def _words(document: Document, start: int, stop: int) -> str:
    return " ".join(document.text[start:stop].split())


def _silences(context: Context, statements: Sequence[Statement]) -> Iterator[Silence]:
    network = [s.evidence for s in statements if s.fact.relation in TIES]
    telling = {p.number for evidence in network for p in _within(context, evidence.start, evidence.stop)}
    for passage in context.passages:
        cue = _CUE.search(passage.line.text)
        if cue is None or passage.number in telling:
            continue
        parties = _parties(passage)
        second = len(parties) > 1 or _WITH.search(passage.line.text, cue.end())
        if second and any(context.kind(key) in ORGANIZATIONS for key in parties):
            names = tuple(context.entities[key].name for key in parties)
            yield Silence(passage.start, passage.stop, cue[0], names, _missing(passage, parties))


def _parties(passage: Passage) -> tuple[str, ...]:
    """Return the organisations and places that the sentence speaks of, in the order of the text."""
    keys = (key for _, slot in sorted(passage.flat.slots.items()) for key in slot.keys)
    return tuple(dict.fromkeys(key for key in keys if passage.context.kind(key) in ORGANIZATIONS | PLACES))


def _missing(passage: Passage, parties: Sequence[str]) -> str:
    owners = passage.context.owners
    involved = {owners.get(key, key) for key in parties}
    for line, found in findings(passage, passage.line, passage.flat):
        doubt = unreal(line, max(0, found.start - 30), found.cue[1])
        if doubt:
            why = f"“{doubt}” makes it a possibility, a denial or mere talk"
            return f"the rule cooperation/{found.rule} fits, but {why}"
        if len(involved.union(*found.sides)) > 1:
            aside = beside_the_point(line, found)
            return f"the rule cooperation/{found.rule} fits, but {_ASIDE if aside else _DROPPED}"
    if len(involved) < 2:
        return "a second party: no other is recognised here"
    seen = _rendered(passage)
    doubt = unreal(passage.line, 0, len(passage.line.text))
    about = f", and “{doubt}” makes the sentence doubtful" if doubt else ""
    return f"a construction that a rule knows{about}; the grammar sees: {seen}"


def _rendered(passage: Passage) -> str:
    """Return the sentence as the grammar sees it, with names, joined where they are one list, in square brackets."""
    line, context = passage.line, passage.context
    shown = []
    for place, character in enumerate(line.text[:_SHOWN]):
        slot = line.slots.get(place)
        if slot is None:
            shown.append(character)
        elif slot.keys:
            shown.append("[" + " + ".join(context.entities[key].name for key in slot.keys) + "]")
        else:
            shown.append("[date]" if character == CLASSES["date"] else "[amount]")
    return "".join(shown).strip() + (" …" if len(line.text) > _SHOWN else "")
