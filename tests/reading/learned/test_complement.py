"""What the model adds to the rules."""

from hypothesis import given
from hypothesis import strategies as st

from coopgraph.model import Details, Evidence, Relation, Statement, cooperation
from coopgraph.reading.learned.complement import METHOD, complement
from coopgraph.reading.learned.linear import Scorer, scorers
from tests.reading.learned.passages import passages

TEXT = "{education:Alpha} hums with {company:Gamma}. {education:Alpha} hums loudly with {company:Gamma}."
HUMMING = {Relation.COOPERATES_WITH: Scorer(-1.0, {"=fb:hums": 2.0, "=fb:loud": 0.5}, 0.5, 1.0, 0.0)}


def test_the_sentence_that_speaks_most_for_a_fact_is_its_evidence() -> None:
    """One claim for a fact, however many sentences speak for it."""
    found = passages(TEXT)
    (claim,) = complement(found, (), HUMMING)
    assert claim.fact == cooperation(("Alpha", "Gamma"), details=Details(kind="partnership"))
    assert (claim.start, claim.stop, claim.method) == (found[1].start, found[1].stop, METHOD)


def test_confidence_is_the_calibrated_share() -> None:
    """A logit of 1.5 with slope 1 and offset 0 is 0.82."""
    (claim,) = complement(passages(TEXT), (), HUMMING)
    assert claim.confidence == 0.82


def test_what_a_rule_has_read_is_left_alone() -> None:
    """The rules know kind, date and status; the model adds only what they don't have."""
    found = passages(TEXT)
    read = Statement(cooperation(("Alpha", "Gamma")), Evidence("news.txt", 0, 1, "A", "rule:x", 0.9))
    assert complement(found, (read,), HUMMING) == ()


def test_partners_of_one_third_are_no_pair() -> None:
    """Whom a rule makes partners of the same party in one passage, the model doesn't make partners of each other."""
    found = passages(TEXT)
    place = Evidence("news.txt", 0, 9, "A", "rule:x", 0.9)
    read = tuple(Statement(cooperation((name, "Delta")), place) for name in ("Alpha", "Gamma"))
    assert complement(found, read, HUMMING) == ()
    apart = (read[0], Statement(read[1].fact, Evidence("news.txt", 90, 99, "A", "rule:x", 0.9)))
    assert len(complement(found, apart, HUMMING)) == 1


def test_a_model_below_its_threshold_says_nothing() -> None:
    """Without words that speak for it nothing is a fact."""
    assert complement(passages("{education:Alpha} fell and {company:Gamma} rose."), (), HUMMING) == ()


def test_the_trained_models_tell_a_contract_from_a_list_of_visitors() -> None:
    """The file in the package is there and speaks of the network's relations."""
    assert Relation.COOPERATES_WITH in scorers()


@given(st.floats(-50, 50), st.floats(0.1, 3), st.floats(-3, 3))
def test_confidence_stays_between_its_bounds_and_grows_with_the_logit(
    logit: float, slope: float, offset: float
) -> None:
    """A larger logit never means less confidence."""
    scorer = Scorer(0.0, {}, 0.0, slope, offset)
    assert 0.01 <= scorer.confidence(logit) <= scorer.confidence(logit + 1) <= 0.99
