"""Adds what the encoder reads and the grammar doesn't, and reviews what both have a say in."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from coopgraph.model import PLACES, TIES, Details, Relation, Statement, Status, cooperation, directed
from coopgraph.reading.learned.judging import Calibration, Opinion, Place, Review, calibrations, place
from coopgraph.reading.passage import Claim, Context, Passage
from coopgraph.reading.relations.clauses import is_real, when
from coopgraph.reading.relations.cooperation_details import SIGNED, STARTS, kind_told

METHOD = "model:encoder"
_LEARNER = re.compile(r"\b(?:student|pupil|graduate|alumn(?:us|a)|apprentice|trainee|intern) \Z", re.IGNORECASE)
_ONE = frozenset({Relation.AFFILIATED_WITH, Relation.PART_OF})  # relations in which a subject stands but once


def complement(
    context: Context,
    statements: Sequence[Statement],
    opinions: Mapping[Place, Opinion],
    models: Mapping[Relation, Calibration] | None = None,
) -> tuple[Claim, ...]:
    """Return a claim for each fact that the encoder speaks for and that no rule has read.

    The evidence is the sentence that speaks for it most, which doesn't deny it or call it a mere possibility; its
    confidence is calibrated. Where no rule has read a fact of the network in the document, one has to be surer. What
    the rules call an intention stays one, and two whom a rule has read in one breath as partners of a third ("works
    with A and B") or as organisers of an event are no pair for the encoder. What a rule has read in the same sentence
    of another ("X is funded by A") isn't taken from the sentence before. What a rule has read as a part of a body is no
    member of it. Nobody gets a second post, and nothing a second whole; a student gets none where the sentence doesn't
    speak of the body.
    """
    models = calibrations().alone if models is None else models
    known = _read(statements) | _abreast(statements)
    first = 0.0 if any(_is_of_network(statement) for statement in statements) else calibrations().first
    fresh = {
        fact: opinion
        for fact, opinion in opinions.items()
        if fact[0] in models
        and opinion.logit >= models[fact[0]].least
        and (fact[0] not in TIES or models[fact[0]].confidence(opinion.logit) >= first)
        and fact not in known
        and not (fact[0] is Relation.MEMBER_OF and (Relation.PART_OF, *fact[1:]) in known)
        and _is_told(context.passages[opinion.sentence])
        and not _is_told_of_another(fact, context.passages[opinion.sentence], statements)
        and not _is_learner_elsewhere(fact, context.passages[opinion.sentence])
    }
    return tuple(
        _claim(fact, models[fact[0]].confidence(opinion.logit), context.passages[opinion.sentence])
        for fact, opinion in _at_most_one(fresh, statements).items()
    )


def reviewed(
    context: Context, statements: Sequence[Statement], opinions: Mapping[Place, Opinion], review: Review | None = None
) -> list[Statement]:
    """Return the statements with the confidence that rule and encoder give them together.

    Without the doubtful ones of the network, that is; a part or a post that is doubted is told with its confidence.

    What the encoder has no opinion of, and intentions, stay as they are.
    """
    review = calibrations().review if review is None else review
    kept = []
    for statement in statements:
        relation, logit = statement.fact.relation, mean_logit(context, statement, opinions)
        if logit is not None and relation in review.offsets:
            sure = review.confidence(relation, statement.evidence.confidence, logit)
            if relation in TIES and sure < review.least:
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


def _at_most_one(fresh: Mapping[Place, Opinion], statements: Iterable[Statement]) -> dict[Place, Opinion]:
    """Return the facts without all but the likeliest post of a person and whole of a part, and none where one is read.

    The encoder often sees a person in the whole, too, whose part is told.
    """
    likeliest: dict[tuple[Relation, str], Place] = {}
    for fact in fresh:
        known = likeliest.setdefault(fact[:2], fact)
        likeliest[fact[:2]] = max(known, fact, key=lambda one: fresh[one].logit)
    read = {fact[:2] for fact in _read(statements)}
    return {
        fact: opinion
        for fact, opinion in fresh.items()
        if fact[0] not in _ONE or (fact[:2] not in read and likeliest[fact[:2]] == fact)
    }


def _is_of_network(statement: Statement) -> bool:
    return statement.fact.relation in TIES and statement.fact.details.status is not Status.INTENDED


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


def _is_told_of_another(fact: Place, passage: Passage, statements: Iterable[Statement]) -> bool:
    """Tell whether the sentence says the fact of somebody else by a rule, and doesn't name the fact's subject."""
    if fact[0] is Relation.COOPERATES_WITH or any(fact[1] in slot.keys for slot in passage.flat.slots.values()):
        return False
    return any(
        (statement.fact.relation, other) == (fact[0], fact[2])
        for statement in statements
        if passage.start <= statement.evidence.start < passage.stop
        for _, other in statement.fact.pairs()
    )


def _is_learner_elsewhere(fact: Place, passage: Passage) -> bool:
    """Tell whether the sentence calls the person a student ("a film by student A") and doesn't speak of the body."""
    slots, text = passage.flat.slots, passage.flat.text
    return (
        fact[0] is Relation.AFFILIATED_WITH
        and all(fact[2] not in slot.keys for slot in slots.values())
        and any(fact[1] in slot.keys and _LEARNER.search(text, max(0, at - 20), at) for at, slot in slots.items())
    )


def _is_told(passage: Passage) -> bool:
    return is_real(passage.line, 0, len(passage.line.text))


def _claim(what: Place, confidence: float, passage: Passage) -> Claim:
    relation, one, other = what
    if relation is Relation.COOPERATES_WITH:
        fact = cooperation((one, other), details=_details(passage))
    else:
        fact = directed(relation, one, other, Details(date=_begin(passage) if relation in TIES else None))
    return Claim(fact, passage.start, passage.stop, METHOD, confidence)


def _details(passage: Passage) -> Details:
    """Return the kind of cooperation that the sentence names, and its time where that is signed or its begin told."""
    line = passage.line
    kind = kind_told(line.text)
    period = when(line, 0, len(line.text))
    period = period if period and (kind in SIGNED or period.since or STARTS.search(line.text)) else None
    return Details(kind=kind, date=period.date, end=period.end) if period else Details(kind=kind)


def _begin(passage: Passage) -> str | None:
    """Return since when the sentence says that something holds, where it names no other time."""
    periods = [slot.period for slot in passage.line.slots.values() if slot.period is not None]
    return periods[0].date if len(periods) == 1 and periods[0].since else None
