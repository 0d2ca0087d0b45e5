"""Adds what the trained model reads and the grammar doesn't."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from coopgraph.model import Details, Relation, Statement, cooperation, directed
from coopgraph.reading.kinds import PARTNERSHIP, kind_in
from coopgraph.reading.learned.features import described
from coopgraph.reading.learned.linear import Scorer, scorers
from coopgraph.reading.passage import Claim, Passage
from coopgraph.reading.relations.clauses import when
from coopgraph.reading.relations.cooperation_details import SIGNED

METHOD = "model:pairs"
Best = dict[tuple[Relation, str, str], tuple[float, Passage]]


def complement(
    passages: Sequence[Passage], statements: Sequence[Statement], models: Mapping[Relation, Scorer] | None = None
) -> tuple[Claim, ...]:
    """Return a claim for each fact that a model of its relation speaks for and that no rule has read.

    The evidence is the sentence that speaks for it most, the first of several; its confidence is calibrated. What the
    rules call an intention stays one, and two whom a rule has read as partners of a third in one breath ("works with A
    and B") are no pair for the model.
    """
    models = scorers() if models is None else models
    known = {
        (statement.fact.relation, *_ends(statement.fact.relation, one, other))
        for statement in statements
        for one, other in statement.fact.pairs()
        if other is not None
    } | _abreast(statements)
    best: Best = {}
    for passage in passages:
        for relation, subject, object_, features in described(passage):
            place = (relation, *_ends(relation, subject, object_))
            if relation not in models or place in known:
                continue
            logit = models[relation].logit(features)
            if logit >= models[relation].least and (place not in best or logit > best[place][0]):
                best[place] = logit, passage
    return tuple(_claim(place, models[place[0]].confidence(logit), passage) for place, (logit, passage) in best.items())


def _abreast(statements: Sequence[Statement]) -> set[tuple[Relation, str, str]]:
    """Return the pairs of those that one passage makes partners of the same third."""
    partners: dict[tuple[int, int, str], set[str]] = defaultdict(set)
    for statement in statements:
        if statement.fact.relation is Relation.COOPERATES_WITH:
            place = statement.evidence.start, statement.evidence.stop
            for one, other in statement.fact.pairs():
                if other is not None:
                    partners[*place, one].add(other)
                    partners[*place, other].add(one)
    pairs = (pair for abreast in partners.values() for pair in combinations(sorted(abreast), 2))
    return {(Relation.COOPERATES_WITH, one, other) for one, other in pairs}


def _ends(relation: Relation, one: str, other: str) -> tuple[str, str]:
    return (min(one, other), max(one, other)) if relation is Relation.COOPERATES_WITH else (one, other)


def _claim(place: tuple[Relation, str, str], confidence: float, passage: Passage) -> Claim:
    relation, one, other = place
    if relation is Relation.COOPERATES_WITH:
        fact = cooperation((one, other), details=_details(passage))
    else:
        fact = directed(relation, one, other)
    return Claim(fact, passage.start, passage.stop, METHOD, confidence)


def _details(passage: Passage) -> Details:
    """Return the kind of cooperation that the sentence names, and its time where that kind is signed."""
    line = passage.line
    kind = kind_in(line.text) or PARTNERSHIP
    period = when(line, 0, len(line.text)) if kind in SIGNED else None
    return Details(kind=kind, date=period.date, end=period.end) if period else Details(kind=kind)
