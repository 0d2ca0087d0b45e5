"""What most of a model's answers about one document say."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import cache
from math import exp, log
from typing import TypeVar

from coopgraph.identity.names import name_key
from coopgraph.llm.matching import Pair, matched, moved, pairs
from coopgraph.llm.reader import Read
from coopgraph.model import NAMED, Details, Entity, Fact, Reading, Statement, cooperation
from coopgraph.reading.consolidate import consolidate, unite

Value = TypeVar("Value")

_Kept = tuple[Details, int]
_NAMES = tuple(each.name for each in fields(Details))
_ALL, _TWO_THIRDS = 0.90, 0.56


@cache
def confidence(votes: int, asks: int) -> float:
    """Return how sure a fact is that so many of so many answers state: the logit is linear in their share.

    Measured with five answers of one model about each of 165 articles, over all ten choices of three of them: of the
    facts of the network that all three state .90 were right, of those that exactly two state .56. Through these two
    points the line goes. A prior for other models and other numbers of answers.
    """
    top, middle = (log(share / (1 - share)) for share in (_ALL, _TWO_THIRDS))
    return round(1 / (1 + exp(-(top - 3 * (top - middle) * (1 - votes / asks)))), 4)


def elected(reads: Sequence[Read], asks: int) -> Read:
    """Return what the reads of one document say together, as `vote` does, and all that they dropped, each thing once.

    What was asked once is returned unchanged.
    """
    if asks == 1:
        return reads[0]
    dropped = dict.fromkeys(one for read in reads for one in read.dropped)
    return Read(vote([read.reading for read in reads], asks), tuple(dropped), sum(read.pieces for read in reads))


def vote(readings: Sequence[Reading], asks: int) -> Reading:
    """Return the reading of what more than half of the `asks` say, of which at least one has given a reading.

    An ask without a reading says nothing. Things are matched by their names. A relation between two things is kept when
    most asks state it, a cooperation of several parties pair by pair; its details are those that most of the agreeing
    give, one by one, the earliest ask's where as many give others, and its evidence is theirs. Several facts of one
    pair stay several where most asks state each. A thing is kept when a kept fact is about it, or when most asks name
    it and its type needs no fact; it has the name, type and owner that most give, and each name that most of those give
    that name the thing. `confidence` says how sure each fact is.
    """
    keys = _keys([reading.entities for reading in readings])
    said = [list(moved(reading.statements, own)) for reading, own in zip(readings, keys, strict=True)]
    told: dict[Pair, list[tuple[int, Details]]] = defaultdict(list)
    for ask, statements in enumerate(said):
        for fact in dict.fromkeys(statement.fact for statement in statements):
            for pair in pairs(fact):
                told[pair].append((ask, fact.details))
    became = {pair: _became(stated, asks) for pair, stated in told.items()}
    kept = _once(
        Statement(fact, replace(statement.evidence, confidence=confidence(votes, asks)))
        for ask, statements in enumerate(said)
        for statement in statements
        for fact, votes in _kept(statement.fact, ask, became)
    )
    used = {key for statement in kept for key in statement.fact.parties}
    things: dict[str, list[Entity]] = defaultdict(list)
    for reading, own in zip(readings, keys, strict=True):
        for entity in reading.entities:
            things[own[entity.key]].append(replace(entity, key=own[entity.key], owner=own.get(entity.owner or "")))
    lasting = [_thing(same, asks) for key, same in sorted(things.items())]
    lasting = [one for one in lasting if one.key in used or (one.type in NAMED and 2 * len(things[one.key]) > asks)]
    present = {entity.key for entity in lasting}
    entities = (one if one.owner in present else replace(one, owner=None) for one in lasting)
    return Reading(readings[0].source, tuple(entities), kept)


# ---- things ----------------------------------------------------------------------------------------------------------


def _keys(readings: Sequence[Sequence[Entity]]) -> list[dict[str, str]]:
    """Return for each reading the common keys of its things; those of the earliest that has a thing are kept."""
    known: dict[str, Entity] = {}
    result = []
    for number, entities in enumerate(readings, 1):
        # A name that another thing is known by first of all tells nothing.
        taken = {name_key(entity.name) for entity in known.values()}
        forms = [
            replace(entity, aliases=tuple(name for name in entity.aliases if name_key(name) not in taken))
            for entity in known.values()
        ]
        keys, _ = matched(forms, entities, f"{number}-" if known else "")
        for entity in entities:
            first = known.setdefault(keys[entity.key], entity)
            aliases = tuple(name for name in dict.fromkeys((*first.names, *entity.names)) if name != first.name)
            known[keys[entity.key]] = replace(first, key=keys[entity.key], aliases=aliases)
        result.append(keys)
    return result


def _thing(same: Sequence[Entity], asks: int) -> Entity:
    """Return the thing that these are, one of each ask that names it."""
    name = _most(entity.name for entity in same)
    counts = Counter(form for entity in same for form in dict.fromkeys(entity.names))
    aliases = tuple(form for form, count in counts.items() if form != name and 2 * count > len(same))
    owners = Counter(entity.owner for entity in same)
    owner = next((owner for owner, count in owners.items() if 2 * count > asks), None)
    return replace(same[0], name=name, aliases=aliases, type=_most(entity.type for entity in same), owner=owner)


# ---- facts -----------------------------------------------------------------------------------------------------------


class _Stated:
    """A fact of a pair as several asks state it: each one's details."""

    def __init__(self) -> None:
        self.by_ask: dict[int, list[Details]] = {}

    def is_told(self, details: Details) -> bool:
        return any(details in told for told in self.by_ask.values())

    def agrees(self, details: Details) -> bool:
        return all(unite(details, other) is not None for told in self.by_ask.values() for other in told)

    def details(self) -> Details:
        """Return of each detail what most asks give, the earliest of them first."""
        asks = [told for _, told in sorted(self.by_ask.items())]
        return Details(
            **{
                name: _most(value for told in asks for value in {getattr(one, name): 0 for one in told})
                for name in _NAMES
            }
        )


def _became(stated: Sequence[tuple[int, Details]], asks: int) -> dict[tuple[int, Details], _Kept]:
    """Return what the details that asks state of a pair became, with the votes; nothing where too few state the pair.

    An ask that states the pair otherwise than any of the facts that are kept counts for the one that most state.
    """
    voters = sorted({ask for ask, _ in stated})
    if 2 * len(voters) <= asks:
        return {}
    found: list[_Stated] = []
    for ask in voters:
        own = list(dict.fromkeys(details for one, details in stated if one == ask))
        for alike in (_Stated.is_told, _Stated.agrees):
            for details in tuple(own):
                fact = next((one for one in found if ask not in one.by_ask and alike(one, details)), None)
                if fact:
                    fact.by_ask[ask] = [details]
                    own.remove(details)
        for details in own:
            found.append(_Stated())
            found[-1].by_ask[ask] = [details]
    largest = max(found, key=lambda one: len(one.by_ask))
    kept = [one for one in found if 2 * len(one.by_ask) > asks] or [largest]
    for ask in set(voters).difference(*(one.by_ask for one in kept)):
        largest.by_ask[ask] = [details for one, details in stated if one == ask]
    results = [(one, (one.details(), len(one.by_ask))) for one in kept]
    return {(ask, details): result for one, result in results for ask, told in one.by_ask.items() for details in told}


def _kept(
    fact: Fact, ask: int, became: Mapping[Pair, Mapping[tuple[int, Details], _Kept]]
) -> Iterator[tuple[Fact, int]]:
    """Yield what is kept of a fact that an ask states, with the votes: the whole where all pairs fared alike."""
    fared = [became[pair].get((ask, fact.details)) for pair in pairs(fact)]
    if len(set(fared)) == 1:
        if fared[0]:
            details, votes = fared[0]
            yield replace(fact, details=details), votes
        return
    for (one, other), kept in zip(fact.pairs(), fared, strict=True):
        if kept and other is not None:  # only a cooperation has several pairs
            details, votes = kept
            yield cooperation((one,), (other,), details=details), votes


def _once(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return the statements consolidated, each passage once for a fact, as sure as the surest."""
    found: dict[tuple[Fact, int, int], Statement] = {}
    for statement in consolidate(statements):
        place = statement.fact, statement.evidence.start, statement.evidence.stop
        known = found.setdefault(place, statement)
        if known.evidence.confidence < statement.evidence.confidence:
            found[place] = statement
    return tuple(found.values())


def _most(values: Iterable[Value]) -> Value:
    """Return the value that comes most often, of several the one that comes first."""
    return Counter(values).most_common(1)[0][0]
