"""Adds what the encoder reads and the grammar doesn't, and reviews what both have a say in."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from coopgraph.model import PLACES, Details, Relation, Statement, Status, cooperation, directed
from coopgraph.reading.learned.judging import Calibration, Opinion, Place, Review, calibrations, place
from coopgraph.reading.passage import Claim, Context, Passage
from coopgraph.reading.relations.clauses import is_real, when
from coopgraph.reading.relations.cooperation_details import SIGNED, STARTS, kind_told

METHOD = "model:encoder"


def complement(
    context: Context,
    statements: Sequence[Statement],
    opinions: Mapping[Place, Opinion],
    models: Mapping[Relation, Calibration] | None = None,
) -> tuple[Claim, ...]:
    """Return a claim for each fact that the encoder speaks for and that no rule has read.

    The evidence is the sentence that speaks for it most, which doesn't deny it or call it a mere possibility; its
    confidence is calibrated. What the rules call an intention stays one, and two whom a rule has read in one breath as
    partners of a third ("works with A and B") or as organisers of an event are no pair for the encoder. Nobody gets a
    second post.
    """
    models = calibrations().alone if models is None else models
    known = _read(statements) | _abreast(statements)
    fresh = {
        fact: opinion
        for fact, opinion in opinions.items()
        if fact[0] in models
        and opinion.logit >= models[fact[0]].least
        and fact not in known
        and _is_told(context.passages[opinion.sentence])
    }
    return tuple(
        _claim(fact, models[fact[0]].confidence(opinion.logit), context.passages[opinion.sentence])
        for fact, opinion in _one_post(fresh, statements).items()
    )


def reviewed(
    context: Context, statements: Sequence[Statement], opinions: Mapping[Place, Opinion], review: Review | None = None
) -> list[Statement]:
    """Return the statements with the confidence that rule and encoder give them together, without the doubtful ones.

    What the encoder has no opinion of, and intentions, stay as they are.
    """
    review = calibrations().review if review is None else review
    kept = []
    for statement in statements:
        relation, logit = statement.fact.relation, mean_logit(context, statement, opinions)
        if logit is not None and relation in review.offsets:
            sure = review.confidence(relation, statement.evidence.confidence, logit)
            if sure < review.least:
                continue
            statement = replace(statement, evidence=replace(statement.evidence, confidence=sure))
        kept.append(statement)
    return kept


def mean_logit(context: Context, statement: Statement, opinions: Mapping[Place, Opinion]) -> float | None:
    """Return the mean of the logits of the statement's pairs; None where none was asked for.

    None for an intention, too, and where a place is a party: the encoder has seen few that act, and doubts them all.
    """
    if any(context.kind(key) in PLACES for key in statement.fact.parties):
        return None
    places = (place(statement.fact.relation, one, other) for one, other in statement.fact.pairs() if other is not None)
    logits = [opinions[fact].logit for fact in places if fact in opinions]
    return sum(logits) / len(logits) if logits and statement.fact.details.status is not Status.INTENDED else None


def _one_post(fresh: Mapping[Place, Opinion], statements: Iterable[Statement]) -> dict[Place, Opinion]:
    """Return the facts without all but the likeliest post of each person, and without those whose post a rule has read.

    The encoder often sees a person in the whole, too, whose part is told.
    """
    posts: dict[str, Place] = {}
    for fact in fresh:
        if fact[0] is Relation.AFFILIATED_WITH:
            known = posts.setdefault(fact[1], fact)
            posts[fact[1]] = max(known, fact, key=lambda one: fresh[one].logit)
    read = {person for relation, person, _ in _read(statements) if relation is Relation.AFFILIATED_WITH}
    return {
        fact: opinion
        for fact, opinion in fresh.items()
        if fact[0] is not Relation.AFFILIATED_WITH or (fact[1] not in read and posts[fact[1]] == fact)
    }


def _read(statements: Iterable[Statement]) -> set[Place]:
    return {
        place(statement.fact.relation, one, other)
        for statement in statements
        for one, other in statement.fact.pairs()
        if other is not None
    }


def _abreast(statements: Sequence[Statement]) -> set[Place]:
    """Return the pairs of those that one passage makes partners of the same third, or organisers of the same event."""
    partners: dict[tuple[int, int, str], set[str]] = defaultdict(set)
    for statement in statements:
        where = statement.evidence.start, statement.evidence.stop
        for one, other in statement.fact.pairs():
            if statement.fact.relation is Relation.COOPERATES_WITH and other is not None:
                partners[*where, one].add(other)
                partners[*where, other].add(one)
            elif statement.fact.relation is Relation.ORGANIZES and other is not None:
                partners[*where, other].add(one)
    pairs = (pair for abreast in partners.values() for pair in combinations(sorted(abreast), 2))
    return {(Relation.COOPERATES_WITH, one, other) for one, other in pairs}


def _is_told(passage: Passage) -> bool:
    return is_real(passage.line, 0, len(passage.line.text))


def _claim(what: Place, confidence: float, passage: Passage) -> Claim:
    relation, one, other = what
    if relation is Relation.COOPERATES_WITH:
        fact = cooperation((one, other), details=_details(passage))
    else:
        fact = directed(relation, one, other)
    return Claim(fact, passage.start, passage.stop, METHOD, confidence)


def _details(passage: Passage) -> Details:
    """Return the kind of cooperation that the sentence names, and its time where that is signed or its begin told."""
    line = passage.line
    kind = kind_told(line.text)
    period = when(line, 0, len(line.text))
    period = period if period and (kind in SIGNED or period.since or STARTS.search(line.text)) else None
    return Details(kind=kind, date=period.date, end=period.end) if period else Details(kind=kind)
