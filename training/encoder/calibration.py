"""What a logit of the encoder is worth, measured on articles that training hasn't seen."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from encoder.examples import Key, key
from sklearn.linear_model import LogisticRegression  # type: ignore[import-not-found, unused-ignore]

from coopgraph import documents
from coopgraph.evaluation.alignment import Aligner
from coopgraph.evaluation.gold import Gold
from coopgraph.model import Relation, Status
from coopgraph.reading.amounts import find_amounts
from coopgraph.reading.furniture import running_text
from coopgraph.reading.learned import Scan
from coopgraph.reading.learned.judging import Calibration
from coopgraph.reading.names import find_names
from coopgraph.reading.reader import beside_amounts, compose, relate
from coopgraph.reading.sentences import sentences

# The network and the organisers of events. To the places, parts, posts and policies that the rules read the encoder
# adds as much wrong as right.
RELATIONS = (
    Relation.COOPERATES_WITH,
    Relation.PARTICIPATES_IN,
    Relation.MEMBER_OF,
    Relation.FUNDS,
    Relation.ORGANIZES,
)
# F1 grows down to a confidence of about 0.2, but below this one every second fact that is added is wrong.
LEAST = 0.4  # confidence from which on a fact is added
_NEVER = -99.0
_FLAT = -4.0  # logits below tell nothing about the others


@dataclass(frozen=True, slots=True)
class Held:
    """An article that training hasn't seen: what is true, what the rules read, and the logit of each fact asked for."""

    truth: frozenset[Key]
    rules: frozenset[Key]
    logits: Mapping[Key, float]


def look(texts: Path, gold: Gold) -> Held:
    """Return what the reader, with the encoder that is in the package, makes of the article."""
    document = documents.read(texts / gold.document, gold.document)
    spans = running_text(document, sentences(document))
    scan = Scan(document, spans, find_names(document, spans))
    names = find_names(document, spans, scan.advice())
    aligner = Aligner(gold.entities)
    found = {entity.key: aligner.find(entity) or f"? {entity.key}" for entity in names.entities}
    rules = {
        key(statement.fact.relation, found[one], found[other])
        for statement in relate(document, spans, names.entities, names.mentions).statements
        if statement.fact.details.status is not Status.INTENDED
        for one, other in statement.fact.pairs()
        if other is not None
    }
    amounts = find_amounts(document.prose)
    context = compose(document, spans, names.entities, beside_amounts(names.mentions, amounts), amounts)
    logits: dict[Key, float] = {}
    for (relation, one, other), opinion in scan.opinions(context, RELATIONS).items():
        what = key(relation, found[one], found[other])
        logits[what] = max(opinion.logit, logits.get(what, _NEVER))
    truth = {key(fact.relation, fact.subject, fact.object) for fact in gold.facts if fact.object is not None}
    return Held(frozenset(truth), frozenset(rules), logits)


def calibrate(articles: Sequence[Held]) -> dict[Relation, Calibration]:
    """Return the calibration of each relation: one slope for all (Platt scaling), an offset for each."""
    fresh = [
        (what[0], logit, what in article.truth)
        for article in articles
        for what, logit in article.logits.items()
        if what not in article.rules and logit > _FLAT
    ]
    table = np.array([[logit, *(relation is one for one in RELATIONS)] for relation, logit, _ in fresh], float)
    model = LogisticRegression(C=1.0).fit(table, [right for *_, right in fresh])
    slope, *offsets = (float(weight) for weight in model.coef_[0])
    found = {}
    for relation, own in zip(RELATIONS, offsets, strict=True):
        offset = own + float(model.intercept_[0])
        least = (math.log(LEAST / (1 - LEAST)) - offset) / slope
        found[relation] = Calibration(round(least, 3), round(slope, 3), round(offset, 3))
    return found
