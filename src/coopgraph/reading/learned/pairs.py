"""The pairs of things that may be related: every two things of a sentence whose types allow a relation."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from coopgraph.model import ORGANIZATIONS, PLACES, EntityType, Relation
from coopgraph.reading.passage import Passage

REACH = 12  # slots that the second thing may stand behind the first: keeps the number of pairs linear
_ORGANIZATION = frozenset(ORGANIZATIONS)
_STATE = frozenset({EntityType.COUNTRY})
_ENDS: Mapping[Relation, tuple[frozenset[EntityType], frozenset[EntityType]]] = {
    Relation.COOPERATES_WITH: (_ORGANIZATION | PLACES, _ORGANIZATION | PLACES),
    Relation.PARTICIPATES_IN: (_ORGANIZATION | _STATE, frozenset({EntityType.PROJECT})),
    Relation.MEMBER_OF: (_ORGANIZATION | _STATE, frozenset({EntityType.ASSOCIATION, EntityType.EDUCATION})),
    Relation.FUNDS: (_ORGANIZATION | _STATE, _ORGANIZATION | {EntityType.PROJECT, EntityType.EVENT}),
    Relation.ORGANIZES: (_ORGANIZATION, frozenset({EntityType.EVENT})),
}
"""The relations that a model is trained for, with the types of subject and object."""

RELATIONS = tuple(_ENDS)


def allowed(relation: Relation, subject: EntityType, object_: EntityType) -> bool:
    """Tell whether the relation may hold between things of these types."""
    subjects, objects = _ENDS[relation]
    if relation is Relation.COOPERATES_WITH and not {subject, object_} & _ORGANIZATION:
        return False
    return subject in subjects and object_ in objects


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things in one passage: the slots of its flat line where they stand nearest to each other.

    `left` is None where the first thing is the document's main organisation, which the passage doesn't name.
    """

    passage: Passage
    one: str
    other: str
    left: int | None
    right: int

    def candidates(self) -> Iterator[tuple[Relation, bool]]:
        """Yield each relation that the types allow; True where the thing that stands first is the subject."""
        kind = self.passage.context.kind
        for relation in RELATIONS:
            if allowed(relation, kind(self.one), kind(self.other)):
                yield relation, True
            if relation is not Relation.COOPERATES_WITH and allowed(relation, kind(self.other), kind(self.one)):
                yield relation, False


def pairs(passage: Passage) -> Iterator[Pair]:
    """Yield each two things that the passage speaks of, once; each with the main organisation where it is absent."""
    slots = [(position, slot.keys) for position, slot in sorted(passage.flat.slots.items()) if slot.keys]
    nearest: dict[tuple[str, str], tuple[int, int]] = {}
    for number, (right, others) in enumerate(slots):
        for left, ones in slots[max(0, number - REACH) : number + 1]:
            for one in ones:
                for other in others:
                    if one != other and (left != right or ones.index(one) < others.index(other)):
                        known = nearest.get((one, other)) or nearest.get((other, one))
                        if known is None or right - left < known[1] - known[0]:
                            nearest.pop((other, one), None)
                            nearest[one, other] = (left, right)
    for (one, other), (left, right) in nearest.items():
        yield Pair(passage, one, other, left, right)
    home = passage.context.home
    if home is not None and all(home not in keys for _, keys in slots):
        seen: set[str] = set()
        for right, keys in slots:
            for key in keys:
                if key not in seen:
                    seen.add(key)
                    yield Pair(passage, home, key, None, right)
