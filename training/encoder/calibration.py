"""What a logit of the encoder is worth, measured on articles that training hasn't seen."""

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
from coopgraph.reading.learned.complement import mean_logit
from coopgraph.reading.learned.judging import Calibration, Calibrations, Review, log_odds
from coopgraph.reading.names import find_names
from coopgraph.reading.reader import beside_amounts, compose, relate
from coopgraph.reading.sentences import sentences

# What the encoder adds, and has a say in where a rule has read it. To the places and policies that the rules read it
# adds as much wrong as right.
RELATIONS = (
    Relation.COOPERATES_WITH,
    Relation.PARTICIPATES_IN,
    Relation.MEMBER_OF,
    Relation.FUNDS,
    Relation.ORGANIZES,
    Relation.PART_OF,
    Relation.AFFILIATED_WITH,
)
# F1 grows down to a confidence of about 0.2, but below this one every second fact that is added is wrong.
LEAST = 0.4  # confidence from which on a fact is added
FIRST = 0.55  # the same for a fact of the network where no rule has read one in the article
DOUBTED = 0.22  # below this one of the network that a rule has read is left out; nothing right is lost on the seeds
_NEVER = -99.0
_FLAT = -4.0  # logits below tell nothing about the others


@dataclass(frozen=True, slots=True)
class Held:
    """An article that training hasn't seen: what is true, what the rules read, and the logit of each fact asked for.

    Of what the rules read it has their confidence, and the logit of what they state, None where none was asked for.
    `seen` tells that the rules were written with the article in view.
    """

    truth: frozenset[Key]
    rules: Mapping[Key, tuple[float, float | None]]
    logits: Mapping[Key, float]
    seen: bool = False


def look(texts: Path, gold: Gold, seen: bool = False) -> Held:
    """Return what the reader, with the encoder that is in the package, makes of the article."""
    document = documents.read(texts / gold.document, gold.document)
    spans = running_text(document, sentences(document))
    scan = Scan(document, spans, find_names(document, spans))
    names = find_names(document, spans, scan.advice())
    aligner = Aligner(gold.entities)
    found = {entity.key: aligner.find(entity) or f"? {entity.key}" for entity in names.entities}
    amounts = find_amounts(document.prose)
    context = compose(document, spans, names.entities, beside_amounts(names.mentions, amounts), amounts)
    opinions = scan.opinions(context, RELATIONS)
    rules: dict[Key, tuple[float, float | None]] = {}
    for statement in relate(document, spans, names.entities, names.mentions).statements:
        if statement.fact.details.status is not Status.INTENDED:
            sure, logit = statement.evidence.confidence, mean_logit(context, statement, opinions)
            for one, other in statement.fact.pairs():
                if other is not None:
                    what = key(statement.fact.relation, found[one], found[other])
                    rules[what] = max((sure, logit), rules.get(what, (0.0, None)), key=lambda told: told[0])
    logits: dict[Key, float] = {}
    for (relation, one, other), opinion in opinions.items():
        what = key(relation, found[one], found[other])
        logits[what] = max(opinion.logit, logits.get(what, _NEVER))
    truth = {key(fact.relation, fact.subject, fact.object) for fact in gold.facts if fact.object is not None}
    return Held(frozenset(truth), rules, logits, seen)


def calibrate(articles: Sequence[Held]) -> Calibrations:
    """Return the calibration of each relation, a slope for all (Platt scaling) and an offset for each, and the review.

    What the rules read in articles that they were written with tells nothing of their worth.
    """
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
        least = (log_odds(LEAST) - offset) / slope
        found[relation] = Calibration(round(least, 3), round(slope, 3), round(offset, 3))
    return Calibrations(found, _review(articles), FIRST)


def _review(articles: Sequence[Held]) -> Review:
    both = [
        ([logit, log_odds(sure), *(what[0] is one for one in RELATIONS)], what in article.truth)
        for article in articles
        if not article.seen
        for what, (sure, logit) in article.rules.items()
        if logit is not None and what[0] in RELATIONS
    ]
    model = LogisticRegression(C=1.0).fit([told for told, _ in both], [right for _, right in both])
    slope, weight, *offsets = (float(factor) for factor in model.coef_[0])
    found = {one: round(own + float(model.intercept_[0]), 3) for one, own in zip(RELATIONS, offsets, strict=True)}
    return Review(DOUBTED, round(slope, 3), round(weight, 3), found)
