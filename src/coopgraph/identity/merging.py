"""Which things are one: rules applied until nothing changes.

A rule sees the partition as it stood when the round began, so that neither the order of things nor the order of rules
matters, and things only ever become one: what a rule needs to be unique stays unique.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, pairwise
from typing import NamedTuple

from coopgraph.identity.countries import country_code
from coopgraph.identity.judgements import (
    can_stand_for,
    compatible_types,
    content_words,
    is_told_apart_by_affiliation,
    is_told_apart_by_owner,
    needs_context,
    reordered,
    spelling_variant,
)
from coopgraph.identity.names import is_acronym, is_generic, name_key
from coopgraph.identity.things import Partition, Thing, ancestors
from coopgraph.model import PLACES, EntityType


class Merge(NamedTuple):
    """Two things, by index, that were found to be one, and why."""

    first: int
    second: int
    reason: str


# An acronym of more things than this says nothing about any two of them, and comparing all pairs would take long.
_TOO_MANY = 30

Rule = Callable[[list[Thing], Partition], Iterator[Merge]]


def merge(things: list[Thing], same: Iterable[frozenset[str]]) -> tuple[Partition, tuple[Merge, ...]]:
    """Return the partition of things, and the merges that made it.

    `same` are corrections: sets of comparable names whose things are one whatever the rules say.
    """
    partition = Partition(len(things))
    made = [step for step in _by_correction(things, same) if partition.unite(step.first, step.second)]
    rules: tuple[Rule, ...] = (_by_name, _by_short_form, _by_variant)
    while True:
        proposed = (step for rule in rules for step in rule(things, partition))
        steps = {step for step in proposed if partition.find(step.first) != partition.find(step.second)}
        new = [step for step in sorted(steps) if partition.unite(step.first, step.second)]
        if not new:
            return partition, tuple(made)
        made += new


def _by_correction(things: list[Thing], same: Iterable[frozenset[str]]) -> Iterator[Merge]:
    for names in same:
        found = [thing.index for thing in things if not names.isdisjoint(map(name_key, thing.entity.names))]
        yield from _chain(found, "a correction says so")


def _chain(indices: Iterable[int], reason: str) -> Iterator[Merge]:
    for first, second in pairwise(sorted(set(indices))):
        yield Merge(first, second, reason)


def _by_name(things: list[Thing], partition: Partition) -> Iterator[Merge]:
    named: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for thing in things:
        for form in thing.full:
            named[name_key(form)][thing.index] = form
        if thing.type is EntityType.COUNTRY and (code := country_code(thing.entity.name)):
            named[f"iso {code}"][thing.index] = thing.entity.name
    for forms in named.values():
        for block in _compatible(things[index] for index in forms):
            yield from _same_name(block, forms, things, partition)


def _compatible(members: Iterable[Thing]) -> list[list[Thing]]:
    """Part things of one name by type: people, places, all others; places join the others if all of those allow it."""
    people: list[Thing] = []
    places: list[Thing] = []
    others: list[Thing] = []
    for thing in members:
        (people if thing.type is EntityType.PERSON else places if thing.type in PLACES else others).append(thing)
    if all(compatible_types(place, other).same for place in places[:1] for other in others):
        return [people, places + others]
    return [people, places, others]


def _same_name(block: list[Thing], forms: dict[int, str], things: list[Thing], partition: Partition) -> Iterator[Merge]:
    """Make the things of one name one where nothing tells them apart.

    Things that share an anchor (an owner, a country, for people an affiliation) are one. A thing without any is one
    with all others where they are one already; but where its name needs context, only within its document. People are
    also one within a document: a text doesn't speak of two people by one full name without saying so. Two people of
    one name with different affiliations stay apart, since names are shared more often than posts are changed.
    """
    anchored: defaultdict[tuple[str, object], list[int]] = defaultdict(list)
    loose: list[Thing] = []
    for thing in block:
        anchors = _anchors(thing, forms[thing.index], things, partition)
        for anchor in anchors:
            anchored[anchor].append(thing.index)
        if thing.type is EntityType.PERSON:
            anchored["document", thing.document].append(thing.index)
        if not anchors:
            loose.append(thing)
    for anchor, indices in anchored.items():
        yield from _chain(indices, f"the same name and the same {anchor[0]}")
    held = {
        partition.find(index) for anchor, indices in anchored.items() for index in indices if anchor[0] != "document"
    }
    free = [thing.index for thing in loose if not needs_context(thing.type, forms[thing.index]).same]
    joining = [index for index in free if not _is_ministry(things[index], forms[index])]
    yield from _chain([*joining, *held] if len(held) == 1 else joining, "the same name, and nothing tells them apart")
    yield from _chain(set(free).difference(joining), "the same name, and no document tells the country")
    bound: defaultdict[str, set[int]] = defaultdict(set)
    for thing in loose:
        if needs_context(thing.type, forms[thing.index]).same:
            bound[thing.document].add(partition.find(thing.index))
    for document, roots in bound.items():
        near = {partition.find(other.index) for other in block if other.document == document and other not in loose}
        yield from _chain(roots | near if len(near) == 1 else roots, "the same name in the same document")


def _is_ministry(thing: Thing, name: str) -> bool:
    """Tell whether a thing is one that each state has, so that only its country tells which one is meant."""
    return thing.type is EntityType.GOVERNMENT and is_generic(name)


def _anchors(thing: Thing, name: str, things: list[Thing], partition: Partition) -> set[tuple[str, object]]:
    """Return what tells a thing from others of its name."""
    if thing.type is EntityType.PERSON and not is_told_apart_by_affiliation(name).same:
        return set()
    if thing.type is EntityType.PERSON:
        posts = {partition.find(index) for index in thing.affiliations}
        above = [ancestors(things[index], things, partition) for index in thing.affiliations]
        return {("owner", root) for root in posts.union(*above)}
    if not is_told_apart_by_owner(thing.type, name).same:
        return set()
    if thing.owner is not None:
        chain = {partition.find(thing.owner)} if is_generic(name) else ancestors(thing, things, partition)
        return {("owner", root) for root in chain}
    if thing.type is EntityType.GOVERNMENT and thing.country:
        return {("country", thing.country)}
    return set()


def _by_short_form(things: list[Thing], partition: Partition) -> Iterator[Merge]:
    """Join a thing known by a short form alone with the only thing that any document calls so."""
    bound: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for thing in things:
        for form in thing.short:
            judgement = can_stand_for(form, thing)
            if judgement.same:
                bound[name_key(form)].append((thing.index, judgement.reason))
    for thing in things:
        found = bound.get(name_key(thing.entity.name), [])
        fitting = [(index, why) for index, why in found if _is_place(things[index]) == _is_place(thing)]
        if thing.type is not EntityType.PERSON and len({partition.find(index) for index, _ in fitting}) == 1:
            yield Merge(fitting[0][0], thing.index, fitting[0][1])


def _is_place(thing: Thing) -> bool:
    return thing.type in PLACES


def _by_variant(things: list[Thing], partition: Partition) -> Iterator[Merge]:
    """Join full names that share an acronym and differ by a slip, and those of governments in another word order."""
    alike: defaultdict[tuple[str, ...], dict[int, Thing]] = defaultdict(dict)
    for thing in things:
        for form in thing.short:
            if is_acronym(form):
                alike["acronym", name_key(form)].setdefault(partition.find(thing.index), thing)
        if thing.type is EntityType.GOVERNMENT and not is_generic(thing.entity.name):
            alike["words", *content_words(thing.entity.name)].setdefault(partition.find(thing.index), thing)
    for kind, candidates in alike.items():
        if len(candidates) > _TOO_MANY:
            continue
        judge = spelling_variant if kind[0] == "acronym" else reordered
        for first, second in combinations(candidates.values(), 2):
            judgement = judge(first, second)
            if judgement.same and compatible_types(first, second).same:
                yield Merge(first.index, second.index, judgement.reason)
