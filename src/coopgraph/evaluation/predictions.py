"""What was read of each document, as `coopgraph facts` and `coopgraph entities` show it: pairs and things."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from coopgraph.model import Details, Entity, Evidence, Fact, Knowledge, Relation, Status
from coopgraph.vocabulary.iris import Mint


@dataclass(frozen=True, slots=True)
class Row:
    """A fact, one of its pairs, and the surest evidence that a document gives for it."""

    relation: Relation
    subject: Entity
    object: Entity | None
    details: Details
    evidence: Evidence


@dataclass(slots=True)
class Told:
    """What one document says: the things that it names and its rows, in the order of their evidence."""

    entities: list[Entity] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


def told(knowledge: Knowledge) -> dict[str, Told]:
    """Return what each document says, by its name; what it only intends is left out."""
    result = {source.name: Told() for source in knowledge.sources}
    things = {entity.key: entity for entity in knowledge.entities}
    mint = Mint()
    for document, key in sorted(knowledge.mentions, key=lambda pair: (things[pair[1]].name, mint.thing(pair[1]))):
        result[document].entities.append(things[key])
    for document, rows in _rows(knowledge, things, mint).items():
        result[document].rows.extend(rows)
    return result


def _rows(knowledge: Knowledge, things: dict[str, Entity], mint: Mint) -> dict[str, list[Row]]:
    best: dict[tuple[str, Fact], Evidence] = {}
    for statement in knowledge.statements:
        if statement.fact.details.status is Status.INTENDED:
            continue
        place = statement.evidence.document, statement.fact
        best[place] = min(best.get(place, statement.evidence), statement.evidence, key=_surest)
    ordered = sorted(best.items(), key=lambda item: (item[1].start, item[1].stop, mint.fact(item[0][1])))
    rows: dict[str, list[Row]] = defaultdict(list)
    for (document, fact), evidence in ordered:
        rows[document].extend(_pairs(fact, evidence, things))
    return rows


def _pairs(fact: Fact, evidence: Evidence, things: dict[str, Entity]) -> Sequence[Row]:
    return [
        Row(fact.relation, things[one], None if other is None else things[other], fact.details, evidence)
        for one, other in fact.pairs()
    ]


def _surest(evidence: Evidence) -> tuple[float, int, int, str, str]:
    return -evidence.confidence, evidence.start, evidence.stop, evidence.method, evidence.quote
