"""What was read of a document against its annotation."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field

from coopgraph.evaluation.alignment import Aligner, normal
from coopgraph.evaluation.gold import Gold, GoldFact
from coopgraph.evaluation.predictions import Row, Told
from coopgraph.evaluation.tally import Share, Tally
from coopgraph.model import NAMED, Entity, Relation

Key = tuple[Relation, Hashable, Hashable]


@dataclass(frozen=True, slots=True)
class Difference:
    """A thing or a fact that was missed or wrong: what it is in words, and the passage where there is one."""

    what: str
    quote: str = ""


@dataclass(slots=True)
class Score:
    """How the reading of one document compares with its annotation.

    `facts` is by relation. `sure` holds for each fact that was read its confidence and whether it is right. Dates and
    kinds are judged where a fact is right and the annotation has one.
    """

    document: str
    unread: str | None = None
    things: Tally = field(default_factory=Tally)
    types: Share = field(default_factory=Share)
    facts: dict[Relation, Tally] = field(default_factory=lambda: defaultdict(Tally))
    dates: Share = field(default_factory=Share)
    kinds: Share = field(default_factory=Share)
    quotes: Share = field(default_factory=Share)
    sure: list[tuple[float, bool]] = field(default_factory=list)
    missed_things: list[Difference] = field(default_factory=list)
    wrong_things: list[Difference] = field(default_factory=list)
    missed_facts: list[Difference] = field(default_factory=list)
    wrong_facts: list[Difference] = field(default_factory=list)

    def total(self, relations: frozenset[Relation] = frozenset(Relation)) -> Tally:
        """Return the facts of these relations together."""
        chosen = [tally for relation, tally in self.facts.items() if relation in relations]
        return Tally(sum(t.right for t in chosen), sum(t.wrong for t in chosen), sum(t.missed for t in chosen))


def score(gold: Gold, said: Told, text: str, unread: str | None = None) -> Score:
    """Return how what was said of a document compares with its annotation.

    A fact is right when relation and both ends are; of a count of partners the number has to be, too. Facts of the same
    ends count once, with the details of the one said last. `text` is what quotes have to stand in at their offsets.
    """
    result = Score(gold.document, unread)
    aligner = Aligner(gold.entities)
    _score_things(result, gold, said.entities, aligner)
    wanted = {_gold_key(fact): fact for fact in gold.facts}
    found: dict[Key, Row] = {}
    for row in said.rows:
        key = _key(row, aligner)
        if key is not None:
            found[key] = row
            evidence = row.evidence
            result.quotes.add(text[evidence.start : evidence.stop] == evidence.quote)
    for key in found.keys() | wanted.keys():
        result.facts[key[0]].add(key in found and key in wanted, key not in wanted, key not in found)
    for key, row in found.items():
        result.sure.append((row.evidence.confidence, key in wanted))
    for key in wanted.keys() & found.keys():
        _score_details(result, wanted[key], found[key])
    _list_facts(result, gold, wanted, found)
    return result


def _score_things(result: Score, gold: Gold, read: Sequence[Entity], aligner: Aligner) -> None:
    hit: dict[str, Entity] = {}
    for entity in read:
        if entity.type not in NAMED:
            continue
        identifier = aligner.find(entity)
        if identifier is None or identifier in hit:
            result.wrong_things.append(Difference(f"{entity.name} ({entity.type})"))
        else:
            hit[identifier] = entity
    wanted = [one for one in gold.entities if one.type in NAMED]
    missed = [one for one in wanted if one.id not in hit]
    result.missed_things.extend(Difference(f"{one.name} ({one.type})") for one in missed)
    result.things.add(len(wanted) - len(missed), len(result.wrong_things), len(missed))
    for one in wanted:
        if one.id in hit:
            result.types.add(hit[one.id].type is one.type)


def _score_details(result: Score, wanted: GoldFact, found: Row) -> None:
    if wanted.date:
        result.dates.add(found.details.date == wanted.date)
    if wanted.kind:
        result.kinds.add(found.details.kind == wanted.kind)


def _gold_key(fact: GoldFact) -> Key:
    return _undirected(fact.relation, ("id", fact.subject), fact.count if fact.object is None else ("id", fact.object))


def _key(row: Row, aligner: Aligner) -> Key | None:
    """Return what makes a fact the same as another; None where both ends are one annotated thing."""
    subject = _end(row.subject, aligner)
    object_ = row.details.count if row.object is None else _end(row.object, aligner)
    return None if subject == object_ else _undirected(row.relation, subject, object_)


def _end(entity: Entity, aligner: Aligner) -> tuple[str, str]:
    identifier = aligner.find(entity)
    return ("unknown", normal(entity.name)) if identifier is None else ("id", identifier)


def _undirected(relation: Relation, subject: tuple[str, str], object_: Hashable) -> Key:
    if relation is Relation.COOPERATES_WITH:
        return relation, frozenset((subject, object_)), None
    return relation, subject, object_


def _list_facts(result: Score, gold: Gold, wanted: Mapping[Key, GoldFact], found: Mapping[Key, Row]) -> None:
    """List the differences, in the order of the annotation and of the text."""
    names = {entity.id: entity.name for entity in gold.entities}
    for key, fact in wanted.items():
        if key not in found:
            other = fact.count if fact.object is None else names[fact.object]
            result.missed_facts.append(Difference(f"{fact.relation} | {names[fact.subject]} | {other}", fact.quote))
    for key, row in found.items():
        if key not in wanted:
            other = row.details.count if row.object is None else row.object.name
            ends = f"{row.relation} | {row.subject.name} | {other}"
            method = f"{row.evidence.method}, {row.evidence.confidence:.2f}"
            result.wrong_facts.append(Difference(f"{ends} ({method})", row.evidence.quote))
