"""What the encoder's opinions add to the rules and take from them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.model import Details, Evidence, Relation, Statement, Status, cooperation, directed
from coopgraph.reading.learned.complement import METHOD, complement, reviewed
from coopgraph.reading.learned.judging import Calibration, Opinion, Place, Review, calibrations
from tests.reading.learned.passages import context

TEXT = "{education:Alpha} hums with {company:Gamma}. {education:Alpha} hums loudly with {company:Gamma}."
MODELS = {Relation.COOPERATES_WITH: Calibration(0.5, 1.0, 0.0)}
REVIEW = Review(0.4, 1.0, 1.0, {Relation.COOPERATES_WITH: 0.0})
PAIR: Place = (Relation.COOPERATES_WITH, "Alpha", "Gamma")
HERE, THERE = Evidence("news.txt", 0, 9, "A", "rule:x", 0.9), Evidence("news.txt", 90, 99, "A", "rule:x", 0.9)


def test_the_sentence_that_speaks_most_for_a_fact_is_its_evidence() -> None:
    """The claim quotes the sentence of the opinion, with the calibrated confidence: a logit of 1.5 is 0.82."""
    about = context(TEXT)
    (claim,) = complement(about, (), {PAIR: Opinion(1.5, 1)}, MODELS)
    assert claim.fact == cooperation(("Alpha", "Gamma"), details=Details(kind="partnership"))
    assert (claim.start, claim.stop, claim.method) == (about.passages[1].start, about.passages[1].stop, METHOD)
    assert claim.confidence == 0.82


def test_what_a_rule_has_read_is_left_alone() -> None:
    """The rules know kind, date and status; the encoder adds only what they don't have."""
    read = Statement(cooperation(("Alpha", "Gamma")), HERE)
    assert complement(context(TEXT), (read,), {PAIR: Opinion(3.0, 0)}, MODELS) == ()


@pytest.mark.parametrize(
    ("relation", "words", "date"),
    [
        (Relation.MEMBER_OF, "since December 2006", "2006-12"),
        (Relation.MEMBER_OF, "in 2006", None),
        (Relation.MEMBER_OF, "since 2006, and to which it went in 2010", None),
        (Relation.PART_OF, "since 2006", None),
    ],
)
def test_what_ties_parties_has_a_date_where_only_its_begin_is_told(
    relation: Relation, words: str, date: str | None
) -> None:
    """A sentence that names no time but "since 2006" tells since when there is what the encoder reads in it."""
    about = context(f"{{education:Alpha}} and {{association:Gamma}}, to which it has held {words}.")
    (claim,) = complement(about, (), {(relation, "Alpha", "Gamma"): Opinion(3.0, 0)}, {relation: MODELS[PAIR[0]]})
    assert claim.fact.details.date == date


def test_partners_of_one_third_are_no_pair() -> None:
    """Whom a rule makes partners of the same party in one passage, the encoder doesn't make partners of each other."""
    about = context(TEXT)
    read = tuple(Statement(cooperation((name, "Delta")), HERE) for name in ("Alpha", "Gamma"))
    assert complement(about, read, {PAIR: Opinion(3.0, 0)}, MODELS) == ()
    apart = (read[0], Statement(read[1].fact, THERE))
    assert len(complement(about, apart, {PAIR: Opinion(3.0, 0)}, MODELS)) == 1


def test_organisers_of_one_event_are_no_pair() -> None:
    """Whom a rule makes organisers of the same event in one passage, the encoder doesn't make partners."""
    about = context(TEXT)
    read = tuple(Statement(directed(Relation.ORGANIZES, name, "Delta"), HERE) for name in ("Alpha", "Gamma"))
    assert complement(about, read, {PAIR: Opinion(3.0, 0)}, MODELS) == ()
    assert len(complement(about, read[:1], {PAIR: Opinion(3.0, 0)}, MODELS)) == 1


def test_the_first_fact_of_the_network_has_to_be_surer() -> None:
    """Where no rule has read one, it takes the confidence for a first fact; else that for any."""
    about = context(TEXT)
    models = {Relation.COOPERATES_WITH: Calibration(-0.5, 1.0, 0.0)}
    assert complement(about, (), {PAIR: Opinion(-0.4, 0)}, models) == ()
    read = Statement(cooperation(("Alpha", "Delta")), THERE)
    assert len(complement(about, (read,), {PAIR: Opinion(-0.4, 0)}, models)) == 1


def test_what_a_sentence_says_of_another_is_not_said_of_the_one_before() -> None:
    """By a rule Beta funds the project in the second sentence; Acme stands in the first."""
    about = context("{company:Acme} hums. {project:Delta} hums with {company:Beta}.")
    funds: Place = (Relation.FUNDS, "Acme", "Delta")
    models = {Relation.FUNDS: Calibration(0.5, 1.0, 0.0)}
    second = about.passages[1]
    there = Evidence("news.txt", second.start, second.stop, "A", "rule:x", 0.9)
    assert (
        complement(
            about, (Statement(directed(Relation.FUNDS, "Beta", "Delta"), there),), {funds: Opinion(3, 1)}, models
        )
        == ()
    )
    assert len(complement(about, (), {funds: Opinion(3, 1)}, models)) == 1


def test_a_part_has_one_whole_by_the_encoder() -> None:
    """What a rule has placed stays there."""
    about = context("{unit:Alpha} hums at {education:Gamma}.")
    part: Place = (Relation.PART_OF, "Alpha", "Gamma")
    models = {Relation.PART_OF: Calibration(0.5, 1.0, 0.0)}
    assert len(complement(about, (), {part: Opinion(3, 0)}, models)) == 1
    read = Statement(directed(Relation.PART_OF, "Alpha", "Delta"), HERE)
    assert complement(about, (read,), {part: Opinion(3, 0)}, models) == ()


def test_a_person_has_one_post_by_the_encoder() -> None:
    """The likeliest, and none where a rule has read one."""
    about = context("{person:Ana} runs {unit:Alpha} of {education:Gamma}.")
    posts = {(Relation.AFFILIATED_WITH, "Ana", name): Opinion(logit, 0) for name, logit in (("Gamma", 2), ("Alpha", 3))}
    models = {Relation.AFFILIATED_WITH: Calibration(0.5, 1.0, 0.0)}
    (claim,) = complement(about, (), posts, models)
    assert claim.fact == directed(Relation.AFFILIATED_WITH, "Ana", "Alpha")
    read = Statement(directed(Relation.AFFILIATED_WITH, "Ana", "Delta"), HERE)
    assert complement(about, (read,), posts, models) == ()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("{education:Alpha} hums. A film by student {person:Ann Lee} won.", 0),
        ("{education:Alpha} hums. A film by graduate {person:Ann Lee} won.", 0),
        ("{education:Alpha} hums. A film by painter {person:Ann Lee} won.", 1),
        ("A film by student {person:Ann Lee} of {education:Alpha} won.", 1),
    ],
)
def test_a_student_belongs_where_the_sentence_says(text: str, count: int) -> None:
    """Of somebody who is called a student the encoder names no body from elsewhere; of others it does."""
    about = context(text)
    models = {Relation.AFFILIATED_WITH: Calibration(0.5, 1.0, 0.0)}
    post: Place = (Relation.AFFILIATED_WITH, "Ann Lee", "Alpha")
    assert len(complement(about, (), {post: Opinion(3.0, len(about.passages) - 1)}, models)) == count


def test_rule_and_encoder_are_weighed_together() -> None:
    """What a rule has read is surer where the encoder speaks for it, and left out where that speaks against it."""
    read = Statement(cooperation(("Alpha", "Gamma")), HERE)
    (sure,) = reviewed(context(TEXT), (read,), {PAIR: Opinion(1.0, 0)}, REVIEW)
    assert (sure.fact, sure.evidence.confidence) == (read.fact, 0.96)
    assert reviewed(context(TEXT), (read,), {PAIR: Opinion(-3.0, 0)}, REVIEW) == []


def test_without_an_opinion_a_statement_stays() -> None:
    """So does an intention, which the encoder knows nothing of; of several pairs the mean counts."""
    about = context("{education:Alpha} hums with {company:Gamma} and {education:Delta}.")
    read = Statement(cooperation(("Alpha", "Gamma", "Delta")), HERE)
    hoped = Statement(cooperation(("Alpha", "Gamma"), details=Details(status=Status.INTENDED)), HERE)
    against = {PAIR: Opinion(-9.0, 0)}
    assert reviewed(about, (read, hoped), {}, REVIEW) == [read, hoped]
    assert reviewed(about, (hoped,), against, REVIEW) == [hoped]
    assert reviewed(about, (read,), against, REVIEW) == []
    other = (Relation.COOPERATES_WITH, "Alpha", "Delta")
    assert len(reviewed(about, (read,), {**against, other: Opinion(9.0, 0)}, REVIEW)) == 1


def test_places_that_act_are_left_to_the_rules() -> None:
    """The encoder has seen few towns and countries that are partners, and has no say there."""
    about = context("{place:Alpha} hums with {company:Gamma}.")
    read = Statement(cooperation(("Alpha", "Gamma")), HERE)
    assert reviewed(about, (read,), {PAIR: Opinion(-9.0, 0)}, REVIEW) == [read]


def test_a_mere_possibility_is_no_fact() -> None:
    """What the sentence denies or only discusses the encoder doesn't state, whatever its opinion."""
    for doubt in ("may hum", "does not hum"):
        about = context(f"{{education:Alpha}} {doubt} with {{company:Gamma}}.")
        assert complement(about, (), {PAIR: Opinion(9.0, 0)}, MODELS) == ()


def test_below_its_threshold_the_encoder_says_nothing() -> None:
    """Neither does it for a relation that it isn't trusted with."""
    about = context(TEXT)
    assert complement(about, (), {PAIR: Opinion(0.4, 0)}, MODELS) == ()
    assert complement(about, (), {(Relation.PART_OF, "Alpha", "Gamma"): Opinion(9.0, 0)}, MODELS) == ()


def test_the_package_has_calibrations_of_the_network() -> None:
    """Cooperation is among the relations that the encoder is trusted with."""
    assert calibrations().alone[Relation.COOPERATES_WITH].slope > 0


@given(st.floats(-50, 50), st.floats(0.1, 3), st.floats(-3, 3))
def test_confidence_stays_between_its_bounds_and_grows_with_the_logit(
    logit: float, slope: float, offset: float
) -> None:
    """A larger logit never means less confidence."""
    model = Calibration(0.0, slope, offset)
    assert 0.01 <= model.confidence(logit) <= model.confidence(logit + 1) <= 0.99
