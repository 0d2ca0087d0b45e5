"""Which two things of a chunk the encoder is asked about, and where they stand."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from coopgraph.model import ORGANIZATIONS, PLACES, EntityType, Relation
from coopgraph.reading.learned.chunks import Chunk
from coopgraph.reading.passage import Context, Passage

NAMED, REFERRED, ABSENT = range(3)
REACH = 16  # names that the second thing may stand behind the first: keeps the number of pairs linear
_ORGANIZATION = frozenset(ORGANIZATIONS)
_PARTY = _ORGANIZATION | PLACES
_WORK = frozenset({EntityType.PROJECT})
_ENDS: Mapping[Relation, tuple[frozenset[EntityType], frozenset[EntityType]]] = {
    Relation.COOPERATES_WITH: (_PARTY, _PARTY),
    Relation.PARTICIPATES_IN: (_PARTY, _WORK),
    Relation.MEMBER_OF: (_PARTY, frozenset({EntityType.ASSOCIATION, EntityType.EDUCATION})),
    Relation.FUNDS: (_PARTY | _WORK, _ORGANIZATION | _WORK | {EntityType.EVENT}),
    Relation.ORGANIZES: (_PARTY, frozenset({EntityType.EVENT})),
    Relation.LOCATED_IN: (_PARTY | {EntityType.EVENT}, PLACES),
    Relation.PART_OF: (_ORGANIZATION, _ORGANIZATION),
    Relation.AFFILIATED_WITH: (frozenset({EntityType.PERSON}), _ORGANIZATION),
    Relation.ISSUES: (_ORGANIZATION | {EntityType.COUNTRY}, frozenset({EntityType.POLICY})),
}
OUTPUTS: tuple[tuple[Relation, bool], ...] = tuple(
    (relation, forward)
    for relation in _ENDS
    for forward in ((True,) if relation is Relation.COOPERATES_WITH else (True, False))
)
"""What the encoder answers for a pair: each relation, True where the thing that stands first is the subject."""


def allowed(relation: Relation, subject: EntityType, object_: EntityType) -> bool:
    """Tell whether the relation may hold between things of these types."""
    subjects, objects = _ENDS[relation]
    return subject in subjects and object_ in objects


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a chunk speaks of a thing: the positions of the first and the last piece of its name there.

    `status` is NAMED, REFERRED ("the University") or ABSENT: the document's main organisation or main project, in a
    sentence that doesn't speak of it.
    """

    key: str
    type: EntityType
    status: int
    first: int
    last: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two spots, that which stands first first, and the sentences that the answer is about: from one to another."""

    one: Spot
    other: Spot
    start: int
    stop: int

    def outputs(self) -> Iterator[int]:
        """Yield the numbers of those of OUTPUTS that the types allow."""
        for number, (relation, forward) in enumerate(OUTPUTS):
            ends = (self.one.type, self.other.type) if forward else (self.other.type, self.one.type)
            if allowed(relation, *ends):
                yield number

    def ends(self, forward: bool) -> tuple[str, str]:
        """Return subject and object."""
        return (self.one.key, self.other.key) if forward else (self.other.key, self.one.key)


def spots(chunk: Chunk, passages: Sequence[Passage]) -> list[Spot]:
    """Return where the chunk's sentences speak of things, in the order of the text."""
    starts = [piece.start for piece in chunk.pieces]
    stops = [piece.stop for piece in chunk.pieces]
    found: list[Spot] = []
    for number in dict.fromkeys(chunk.sentences):
        passage = passages[number]
        for place, slot in sorted(passage.flat.slots.items()):
            start, stop = passage.flat.starts[place], passage.flat.stops[place]
            first, last = bisect_right(stops, start), bisect_left(starts, stop) - 1
            if slot.named and passage.context.document.prose[start : start + 4].casefold() == "the " and first < last:
                first += 1
            if first <= last and starts[first] >= passage.start:
                status = NAMED if slot.named else REFERRED
                kinds = ((key, passage.context.kind(key)) for key in slot.keys)
                found.extend(Spot(key, kind, status, first + 1, last + 1, number) for key, kind in kinds)
    return found


def pairs(chunk: Chunk, context: Context, relations: Collection[Relation] = _ENDS.keys()) -> list[Pair]:
    """Return the pairs to ask for, those that may be in one of the relations.

    They are two things of a sentence, or of two that follow each other, at their nearest. Each thing also goes with
    the main organisation and the main project where neither its sentence nor the one before speaks of that: who takes
    part in a project and who pays for it is often told long after its name.
    """
    by_sentence: dict[int, list[Spot]] = {}
    for spot in spots(chunk, context.passages):
        by_sentence.setdefault(spot.sentence, []).append(spot)
    own = set(chunk.sentences[chunk.context :])
    found: list[Pair] = []
    for number in sorted(own & by_sentence.keys()):
        here, before = by_sentence[number], by_sentence.get(number - 1, [])
        within = _nearest(here)
        together = {frozenset((one.key, other.key)) for one, other in within}
        found.extend(Pair(one, other, number, number) for one, other in within)
        across = [
            (one, other) for one, other in _across(before, here) if frozenset((one.key, other.key)) not in together
        ]
        found.extend(Pair(one, other, number - 1, number) for one, other in across)
        for main in (context.home, context.project):
            if main is not None and all(spot.key != main for spot in (*here, *before)):
                absent = Spot(main, context.kind(main), ABSENT, 0, 0, number)
                found.extend(Pair(absent, spot, number, number) for spot in _once(here))
    return [pair for pair in found if any(OUTPUTS[number][0] in relations for number in pair.outputs())]


def _once(spots: Sequence[Spot]) -> list[Spot]:
    return list({spot.key: spot for spot in reversed(spots)}.values())[::-1]


def _nearest(spots: Sequence[Spot]) -> list[tuple[Spot, Spot]]:
    """Return each two things of the sentence once, where they stand nearest to each other."""
    best: dict[frozenset[str], tuple[Spot, Spot]] = {}
    for number, other in enumerate(spots):
        for one in spots[max(0, number - REACH) : number]:
            key = frozenset((one.key, other.key))
            known = best.get(key)
            if len(key) == 2 and (known is None or other.first - one.last < known[1].first - known[0].last):
                best[key] = one, other
    return list(best.values())


def _across(before: Sequence[Spot], here: Sequence[Spot]) -> Iterator[tuple[Spot, Spot]]:
    """Yield things of two sentences that follow each other, the last mention in the one, the first in the other.

    Places are told of in the same sentence as what lies there.
    """
    last = _once(before[::-1])[:REACH]
    first = _once(here)[:REACH]
    for one in last:
        for other in first:
            if one.key != other.key and not {one.type, other.type} & PLACES:
                yield one, other
