"""Several statements of one fact."""

from hypothesis import given
from hypothesis import strategies as st

from coopgraph.model import Details, Evidence, Fact, Relation, Statement, Status, cooperation, directed
from coopgraph.reading.consolidate import consolidate, unite


def said(fact: Fact, start: int) -> Statement:
    """Return the statement of a fact at a place."""
    return Statement(fact, Evidence("news.txt", start, start + 5, "quote", "rule:test", 0.8))


def bond(*parties: str, kind: str | None = None, date: str | None = None) -> Fact:
    """Return the cooperation of the parties with each other."""
    return cooperation(tuple(parties), details=Details(kind=kind, date=date))


def united(*facts: Fact) -> list[Fact]:
    """Return the facts that are left."""
    return list(dict.fromkeys(each.fact for each in consolidate(said(fact, at) for at, fact in enumerate(facts))))


def test_the_more_specific_statement_wins_and_all_evidence_stays() -> None:
    """An undated partnership is part of a joint programme since 2010."""
    programme = bond("a", "b", kind="joint programme", date="2010")
    statements = consolidate([said(bond("a", "b", kind="partnership"), 0), said(programme, 9)])
    assert [each.fact for each in statements] == [programme, programme]
    assert [each.evidence.start for each in statements] == [0, 9]


def test_a_precise_date_refines_a_rough_one() -> None:
    """A year that contains the day is the same date."""
    assert united(bond("a", "b", date="2010"), bond("a", "b", date="2010-05-04")) == [bond("a", "b", date="2010-05-04")]


def test_different_dates_are_different_agreements() -> None:
    """Two dated agreements of the same parties stay two."""
    assert (
        len(united(bond("a", "b", kind="agreement", date="2010"), bond("a", "b", kind="agreement", date="2014"))) == 2
    )


def test_different_activities_are_different_facts() -> None:
    """Training is no joint research."""
    assert len(united(bond("a", "b", kind="training"), bond("a", "b", kind="joint research"))) == 2


def test_a_pair_is_part_of_an_agreement_of_many() -> None:
    """The pair of an agreement of three isn't told twice."""
    many = bond("a", "b", "c", kind="agreement", date="2010")
    assert united(bond("a", "b", kind="partnership"), many) == [many]


def test_a_pair_that_says_more_stays() -> None:
    """The pair has a date that the agreement of three doesn't have."""
    assert len(united(bond("a", "b", kind="agreement", date="2010"), bond("a", "b", "c", kind="agreement"))) == 2


def test_directed_facts_keep_their_amounts() -> None:
    """Two grants of different amounts are two facts, one without amount is either."""
    grants = [directed(Relation.FUNDS, "a", "b", Details(amount=amount)) for amount in ("$1", "$2", None)]
    assert united(*grants) == grants[:2]


def ended(kind: str | None = None, date: str | None = None, end: str | None = None) -> Fact:
    """Return the cooperation of a and b that has ended."""
    return cooperation(("a", "b"), details=Details(kind=kind, date=date, end=end, status=Status.ENDED))


def test_what_is_stated_and_has_ended_has_ended() -> None:
    """An agreement of 2010 that a later sentence says to have expired is one fact with both dates."""
    facts = united(bond("a", "b", kind="agreement", date="2010"), ended("agreement", end="2015"))
    assert facts == [ended("agreement", "2010", "2015")]


def test_the_end_of_one_tie_is_not_the_end_of_another() -> None:
    """A partnership outlives an agreement, and what begins after an end is something new."""
    assert len(united(bond("a", "b", kind="partnership"), ended("agreement", end="2015"))) == 2
    assert len(united(bond("a", "b", kind="agreement", date="2020"), ended("agreement", end="2015"))) == 2


def test_what_is_done_is_no_intention_any_more() -> None:
    """A wish that the document also tells as done is left out, one that goes further stays."""
    wish = cooperation(("a", "b"), details=Details(kind="agreement", status=Status.INTENDED))
    signed, talks = bond("a", "b", kind="agreement", date="2010"), bond("a", "b", kind="partnership")
    assert united(wish, signed) == [signed]
    assert set(united(wish, talks)) == {wish, talks}
    assert set(united(wish, bond("a", "c", kind="agreement"))) == {wish, bond("a", "c", kind="agreement")}


DETAILS = st.builds(
    Details,
    kind=st.sampled_from([None, "partnership", "agreement", "training", "contract"]),
    date=st.sampled_from([None, "2010", "2010-05", "2011"]),
    end=st.sampled_from([None, "2012"]),
    status=st.sampled_from(Status),
)


@given(DETAILS, DETAILS)
def test_uniting_has_no_direction(one: Details, other: Details) -> None:
    """Whether and to what two details unite doesn't depend on their order."""
    assert unite(one, other) == unite(other, one)


@given(DETAILS)
def test_uniting_with_itself_changes_nothing(details: Details) -> None:
    """A fact told twice in the same words is the same fact."""
    assert unite(details, details) == details


@given(
    st.lists(
        st.builds(
            lambda parties, details: cooperation(tuple(parties), details=details),
            st.sets(st.sampled_from("abcd"), min_size=2),
            DETAILS,
        ),
        max_size=6,
    )
)
def test_consolidating_twice_changes_nothing_and_loses_no_evidence(facts: list[Fact]) -> None:
    """The result is stable, and every piece of evidence, but for intentions, supports some fact."""
    statements = [said(fact, at) for at, fact in enumerate(facts)]
    once = consolidate(statements)
    firm = {each.evidence for each in statements if each.fact.details.status is not Status.INTENDED}
    assert firm <= {each.evidence for each in once} <= {each.evidence for each in statements}
    assert consolidate(once) == once
