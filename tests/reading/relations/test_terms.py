"""How long an agreement holds."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.model import Relation
from coopgraph.reading.relations.terms import end_of, term
from tests.reading.telling import facts, told

A, B = "{education:Alpha}", "{education:Beta}"


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("a five-year agreement with B", 5),
        ("an agreement with B for a period of 3 years", 3),
        ("an agreement with B for another ten years", 10),
        ("an agreement with B for five years now", None),
        ("an agreement with B", None),
    ],
)
def test_the_term_of_an_agreement(words: str, years: int | None) -> None:
    """Years before and after the noun count, years gone by don't."""
    start = words.index("agreement")
    assert term(words, start, start + len("agreement")) == years


@pytest.mark.parametrize(
    ("begin", "end"),
    [("1999", "2004"), ("2010-05", "2015-05"), ("2006-01-01", "2010-12-31"), ("2024-02-29", "2029-02-28")],
)
def test_the_end_of_five_years(begin: str, end: str) -> None:
    """The end is as precise as the begin, and a day's term ends on the day before."""
    assert end_of(begin, 5) == end


@given(st.dates(), st.integers(1, 99))
def test_a_term_ends_after_it_begins(day: date, years: int) -> None:
    """Whatever the day, the end is later."""
    if day.year + years <= 9999:
        assert (end_of(day.isoformat(), years) or "") > day.isoformat()


@pytest.mark.parametrize(
    ("text", "end"),
    [
        (f"On 4 May 2020 {A} signed an agreement with {B} for five years.", "2025-05-03"),
        (f"{A} signed an agreement with {B} in 2020. The agreement is valid until 2030.", "2030"),
        (
            f"{A} signed an agreement with {B} on 12 April 2021. The agreement, valid for five years, is new.",
            "2026-04-11",
        ),
        (f"{A} and {B} signed an MoU for the 2025-2030 period.", "2030"),
    ],
)
def test_ends_of_agreements(text: str, end: str) -> None:
    """A term, an explicit end, and a period."""
    assert [fact.details.end for fact in facts(told(text), Relation.COOPERATES_WITH)] == [end]
