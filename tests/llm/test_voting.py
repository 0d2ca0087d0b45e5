"""What most of several readings of one document say."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coopgraph.llm.grounding import Dropped
from coopgraph.llm.reader import Read
from coopgraph.llm.voting import confidence, elected, vote
from coopgraph.model import (
    NAMED,
    Details,
    Entity,
    EntityType,
    Evidence,
    Fact,
    Reading,
    Relation,
    Source,
    Statement,
    Status,
    cooperation,
    directed,
)
from coopgraph.reading.consolidate import consolidate

_SOURCE = Source("a.txt", "0" * 64, "text")
_A = Entity("k1", "Kerwick College", EntityType.EDUCATION, ("KC",))
_B = Entity("k2", "Bank Morava", EntityType.COMPANY)
_C = Entity("k3", "EdNet", EntityType.ASSOCIATION)
_REED = Entity("k4", "Ann Reed", EntityType.PERSON)


def _said(fact: Fact, start: int = 0) -> Statement:
    return Statement(fact, Evidence("a.txt", start, start + 5, f"q{start:04}", "llm:m", 0.85))


def _reading(*told: Fact | Statement, entities: tuple[Entity, ...] = (_A, _B, _C)) -> Reading:
    statements = [one if isinstance(one, Statement) else _said(one) for one in told]
    return Reading(_SOURCE, entities, consolidate(statements))


def _facts(reading: Reading) -> dict[Fact, float]:
    return {said.fact: said.evidence.confidence for said in reading.statements}


def test_confidence_follows_from_the_share() -> None:
    """Of three as measured; the more agree, the surer, whatever their number, and never sure."""
    assert (confidence(3, 3), confidence(2, 3)) == (0.9, 0.56)
    assert (confidence(5, 5), confidence(9, 9), confidence(2, 2)) == (0.9, 0.9, 0.9)
    for asks in range(2, 10):
        sure = [confidence(votes, asks) for votes in range(asks // 2 + 1, asks + 1)]
        assert all(less < more for less, more in pairwise(sure))
        assert 0 < sure[0] < 1


@pytest.mark.parametrize(("asks", "kept"), [(2, False), (3, True), (4, False)])
def test_more_than_half(asks: int, kept: bool) -> None:
    """What two of three state is kept, what half of the asks state isn't."""
    fact = cooperation(("k1", "k2"))
    given_ = [_reading(fact)] * (asks // 2 if asks != 3 else 2)
    voted = vote([*given_, *[_reading()] * (asks - len(given_))], asks)
    assert _facts(voted) == ({fact: confidence(2, 3)} if kept else {})
    assert voted.entities == (_A, _B, _C)


def test_an_ask_without_a_reading_says_nothing() -> None:
    """It counts among the asks, and for no fact."""
    fact, other = cooperation(("k1", "k2")), cooperation(("k1", "k3"))
    assert _facts(vote([_reading(fact), _reading(fact, _said(other, 9))], 3)) == {fact: confidence(2, 3)}


def test_things_are_matched_by_their_names() -> None:
    """Under whatever key and by whichever of its names an ask tells of a thing, it is the same one."""
    other = (Entity("x", "Morava", EntityType.COMPANY, ("Bank Morava",)), Entity("y", "KC", EntityType.EDUCATION))
    second = _reading(cooperation(("x", "y")), entities=other)
    voted = vote([_reading(cooperation(("k1", "k2"))), second, _reading()], 3)
    assert _facts(voted) == {cooperation(("k1", "k2")): confidence(2, 3)}
    assert voted.entities == (_A, _B, _C)


def test_a_name_that_one_ask_gives_to_another_thing() -> None:
    """One answer that takes two things for one doesn't make them one."""
    mixed = (replace(_A, aliases=("KC", "Bank Morava")),)
    funds = directed(Relation.FUNDS, "k2", "k1")
    for order in ((0, 1, 2), (1, 0, 2), (1, 2, 0)):
        several = [_reading(entities=mixed), _reading(funds), _reading(funds, entities=(_B, _A, _C))]
        voted = vote([several[place] for place in order], 3)
        assert {entity.name: entity.aliases for entity in voted.entities if entity.name != "EdNet"} == {
            "Kerwick College": ("KC",),
            "Bank Morava": (),
        }
        assert [said.fact.relation for said in voted.statements] == [Relation.FUNDS]


def test_names_types_and_owners_are_those_that_most_give() -> None:
    """A name that one of three gives is left out; the owner goes where the fact that tells it goes."""
    one = (replace(_B, name="Morava", aliases=("Bank Morava", "BM"), owner="k1"), _A)
    two = (replace(_B, aliases=("Morava",), type=EntityType.GOVERNMENT), _A)
    three = (replace(_B, type=EntityType.GOVERNMENT), _A)
    voted = vote([_reading(entities=entities) for entities in (one, two, three)], 3)
    assert voted.entities == (_A, Entity("k2", "Bank Morava", EntityType.GOVERNMENT, ("Morava",)))
    owned = (replace(_B, owner="k1"), _A)
    voted = vote([_reading(entities=entities) for entities in (one, owned, three)], 3)
    assert voted.entities[1].owner == "k1"


def test_what_needs_a_fact_goes_with_it() -> None:
    """A person whom all name is left out when no fact about her is kept; a thing that one names is left out, too."""
    told = [directed(Relation.AFFILIATED_WITH, "k4", key) for key in ("k1", "k2", "k3")]
    several = [_reading(fact, entities=(_A, _B, _C, _REED)) for fact in told]
    assert vote(several, 3) == Reading(_SOURCE, (_A, _B, _C))
    assert vote([_reading(entities=(_A, _B)), _reading(entities=(_A,)), _reading(entities=(_A,))], 3).entities == (_A,)


def test_a_cooperation_is_judged_pair_by_pair() -> None:
    """Of three parties the two that most relate stay, each pair as sure as its own votes make it."""
    three, two = cooperation(("k1", "k2", "k3")), cooperation(("k1", "k2"))
    assert _facts(vote([_reading(three)] * 3, 3)) == {three: confidence(3, 3)}
    assert _facts(vote([_reading(three), _reading(two), _reading(two)], 3)) == {two: confidence(3, 3)}
    assert _facts(vote([_reading(three), _reading(three), _reading(two)], 3)) == {
        two: confidence(3, 3),
        cooperation(("k1", "k3")): confidence(2, 3),
        cooperation(("k2", "k3")): confidence(2, 3),
    }


def test_details_are_those_that_most_give() -> None:
    """One by one, the earliest ask's where none has more; what most leave out stays out."""
    told = [
        Details("agreement", "2020", topic="trade"),
        Details("contract", "2021", "2025"),
        Details("agreement", "2022", status=Status.ENDED),
    ]
    voted = vote([_reading(cooperation(("k1", "k2"), details=one)) for one in told], 3)
    assert _facts(voted) == {cooperation(("k1", "k2"), details=Details("agreement", "2020")): confidence(3, 3)}


def test_two_facts_of_one_pair() -> None:
    """They stay two where most state both, and what is stated otherwise counts for the one that most state."""
    old, new = Details("agreement", "2010"), Details("exchange", "2019")
    first = cooperation(("k1", "k2"), details=old)
    second = cooperation(("k1", "k2"), details=new)
    odd = cooperation(("k1", "k2"), details=Details("agreement", "2011"))
    voted = vote([_reading(first, second), _reading(second, first), _reading(odd)], 3)
    assert _facts(voted) == {first: confidence(3, 3), second: confidence(2, 3)}


def test_evidence_is_of_those_that_agree() -> None:
    """Each passage once, none of an ask that says something else."""
    fact = cooperation(("k1", "k2"))
    several = [_reading(_said(fact, 10)), _reading(_said(fact, 10), _said(fact, 40)), _reading(_said(fact, 40))]
    voted = vote([*several, _reading(_said(cooperation(("k1", "k3")), 70))], 4)
    assert [said.evidence.start for said in voted.statements] == [10, 40]


def test_what_is_dropped_is_told_once() -> None:
    """Whatever asks dropped it; a document that was asked about once has its reading unchanged."""
    lie, other = Dropped("KC", "it doesn't stand in the text as a name"), Dropped("x", "y")
    reads = [Read(_reading(), (lie, lie), 2), Read(_reading(), (other, lie), 2)]
    together = elected(reads, 2)
    assert (together.dropped, together.pieces) == ((lie, other), 4)
    assert elected(reads[:1], 1) is reads[0]


_WORDS = st.sampled_from(["Kerwick College", "KC", "Kerwick", "Morava", "Office", "EdNet"])
_DETAILS = st.builds(
    Details,
    kind=st.sampled_from([None, "agreement", "contract", "partnership"]),
    date=st.sampled_from([None, "2019", "2019-03", "2020"]),
    status=st.sampled_from(list(Status)),
)


@st.composite
def _readings(draw: st.DrawFn) -> Reading:
    """Draw a reading as `read` gives one."""
    drawn = draw(
        st.lists(st.tuples(_WORDS, st.sampled_from(list(EntityType)), st.lists(_WORDS, max_size=2)), max_size=5)
    )
    entities = [
        Entity(f"k{number}", name, type_, tuple(dict.fromkeys(form for form in more if form != name)))
        for number, (name, type_, more) in enumerate(drawn)
    ]
    keys = [entity.key for entity in entities]
    told: list[Statement] = []
    for start in range(draw(st.integers(0, 5)) if len(keys) > 1 else 0):
        chosen = draw(st.lists(st.sampled_from(keys), min_size=2, max_size=4, unique=True))
        details = draw(_DETAILS)
        fact = (
            cooperation(tuple(chosen), details=details)
            if draw(st.booleans())
            else directed(Relation.FUNDS, chosen[0], chosen[1], details)
        )
        told.append(_said(fact, start))
    statements = consolidate(told)
    assume(consolidate(statements) == statements)
    used = {key for said in statements for key in said.fact.parties}
    kept = tuple(entity for entity in entities if entity.key in used or entity.type in NAMED)
    return Reading(_SOURCE, kept, statements)


def _sure(reading: Reading) -> Reading:
    """Return the reading as if all of it were equally sure."""
    return replace(
        reading,
        statements=tuple(replace(s, evidence=replace(s.evidence, confidence=0.5)) for s in reading.statements),
    )


@given(_readings(), st.integers(2, 5))
def test_equal_readings_give_that_reading(reading: Reading, asks: int) -> None:
    """Nothing is lost, added or changed where all answers are equal, and all is as sure as can be."""
    voted = vote([reading] * asks, asks)
    assert _sure(voted) == _sure(reading)
    assert {said.evidence.confidence for said in voted.statements} <= {confidence(asks, asks)}


@given(st.lists(_readings(), min_size=2, max_size=4))
def test_nothing_is_said_that_no_reading_says(readings: list[Reading]) -> None:
    """Names, passages and details come from the readings; the vote depends on these alone; ends of facts are things."""
    asks = len(readings)
    voted = vote(readings, asks)
    assert voted == vote(readings, asks)
    assert {name for one in voted.entities for name in one.names} <= {
        name for reading in readings for one in reading.entities for name in one.names
    }
    assert {entity.key for entity in voted.entities} >= {key for s in voted.statements for key in s.fact.parties}
    told = [said for reading in readings for said in reading.statements]
    assert {(said.fact.relation, said.evidence.quote) for said in voted.statements} <= {
        (said.fact.relation, said.evidence.quote) for said in told
    }
    for name in Details.__slots__:
        assert {getattr(said.fact.details, name) for said in voted.statements} <= {
            getattr(said.fact.details, name) for said in told
        }
    places = [(said.fact, said.evidence.start) for said in voted.statements]
    assert len(places) == len(set(places))
