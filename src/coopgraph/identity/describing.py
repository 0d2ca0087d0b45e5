"""From things that are one to one entity: its type, its names, its owner and its key."""

from collections import Counter
from collections.abc import Mapping

from coopgraph.identity.judgements import needs_context
from coopgraph.identity.keys import distinct, prefix, short_hash, slug
from coopgraph.identity.names import is_acronym, is_generic, name_key, words
from coopgraph.identity.things import Partition, Thing
from coopgraph.model import PLACES, Entity, EntityType


def describe(things: list[Thing], partition: Partition, preferred: Mapping[str, str]) -> dict[int, Entity]:
    """Return the entity of each thing that stands for others, under its final key, with its owner's final key.

    `preferred` are corrections: the name to use for the thing that has a name, by its comparable form.
    """
    groups = {indices[0]: [things[index] for index in indices] for indices in partition.groups()}
    types = {root: _majority(group) for root, group in groups.items()}
    names = {root: _preferred(group, preferred) for root, group in groups.items()}
    owners = {root: _owner(root, group, partition) for root, group in groups.items()}

    def own_slug(root: int) -> str:
        """Return the slug of a thing, with that of its owner, its country or its document where its name needs one."""
        parts = []
        seen: set[int] = set()
        current: int | None = root
        while current is not None and current not in seen:
            seen.add(current)
            parts.append(slug(names[current]))
            if not _is_qualified(types[current], names[current]):
                return "-".join(parts)
            if owners[current] is None:
                parts += _context(types[current], names[current], groups[current])
            current = owners[current]
        return "-".join(parts)

    keys = {root: f"{prefix(types[root])}/{own_slug(root)}" for root in groups}
    identities = {root: _identity(groups[root]) for root in groups}
    keys = distinct(keys, identities)
    return {
        root: Entity(
            keys[root],
            names[root],
            types[root],
            tuple(sorted({form for thing in group for form in thing.entity.names} - {names[root]})),
            keys[owner] if (owner := owners[root]) is not None else None,
            tuple(sorted({identifier for thing in group for identifier in thing.entity.identifiers})),
        )
        for root, group in groups.items()
    }


def _majority(group: list[Thing]) -> EntityType:
    """Return the most frequent type; of equally frequent ones the first in the order of EntityType."""
    votes = Counter(thing.type for thing in group)
    return max(EntityType, key=lambda kind: votes[kind])


def _preferred(group: list[Thing], corrections: Mapping[str, str]) -> str:
    """Return the name to show: the proper form that most documents use, then the fullest, then the first.

    A form that is short for a longer one in some document is no proper form, unless there is no other.
    """
    corrected = {corrections[key] for thing in group for key in map(name_key, thing.entity.names) if key in corrections}
    if corrected:
        return min(corrected)
    short = {name_key(form) for thing in group for form in thing.short}
    uses = Counter(thing.entity.name for thing in group)
    by_key: Counter[str] = Counter()
    for name, count in uses.items():
        by_key[name_key(name)] += count
    proper = [name for name in uses if name_key(name) not in short and not is_acronym(name)]

    def rank(name: str) -> tuple[int, int, int, bool, str]:
        return (-by_key[name_key(name)], -len(words(name)), -uses[name], name.isupper(), name)

    return min(proper or [name for name in uses if name_key(name) not in short] or uses, key=rank)


def _owner(root: int, group: list[Thing], partition: Partition) -> int | None:
    votes = Counter(partition.find(thing.owner) for thing in group if thing.owner is not None)
    del votes[root]
    return min(votes, key=lambda owner: (-votes[owner], owner)) if votes else None


def _is_qualified(kind: EntityType, name: str) -> bool:
    """Tell whether the key of a thing of this name says more than the name."""
    if kind is EntityType.PERSON or kind in PLACES:
        return needs_context(kind, name).same
    return is_generic(name)


def _context(kind: EntityType, name: str, group: list[Thing]) -> list[str]:
    """Return what tells a thing without an owner from others of its name: its country, or its only document."""
    countries = sorted({thing.country for thing in group if thing.country})
    if countries:
        return [slug(countries[0])]
    if needs_context(kind, name).same:
        return [short_hash(min(thing.document for thing in group))]
    return []


def _identity(group: list[Thing]) -> str:
    """Return what no other thing has: the first of its places, which no order of input and no other thing changes."""
    return min(f"{thing.document}\0{thing.entity.key}" for thing in group)
