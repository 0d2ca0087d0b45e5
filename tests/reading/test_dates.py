"""Dates in running text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.reading.dates import find_dates
from coopgraph.reading.passage import Period
from tests.reading.telling import document


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("It was signed on 14 November 2025.", "2025-11-14"),
        ("It was signed on Friday, November 14th, 2025.", "2025-11-14"),
        ("the morning of August 13, 2025", "2025-08-13"),
        ("since March 2013", "2013-03"),
        ("In 1991, the school joined", "1991"),
        ("Saturday - 15/11/2025 04:15", "2025-11-15"),
        ("dated 2025-01-24", "2025-01-24"),
    ],
)
def test_dates_are_as_precise_as_the_text(text: str, date: str) -> None:
    """A day, a month or a year becomes ISO of the same precision."""
    assert [dated.period.date for dated in find_dates(document(text))] == [date]


def test_a_day_without_year_takes_the_year_of_the_document() -> None:
    """The document's own date tells the year of "November 14"."""
    assert find_dates(document("On November 14 they met.", date="2024-11-20"))[0].period.date == "2024-11-14"


def test_a_day_without_year_takes_the_nearest_year_before() -> None:
    """Without a date of the document, a full date in the text tells the year."""
    found = find_dates(document("Posted 15/11/2025. On November 14 they met. It was good."))
    assert [dated.period.date for dated in found] == ["2025-11-15", "2025-11-14"]


def test_a_year_at_the_end_of_a_name_is_none() -> None:
    """An event's name tells no time; a year at the beginning of a sentence does."""
    found = find_dates(document("At the Enterprise Day 2023 they met.\nIn 2019 they signed."))
    assert [dated.period.date for dated in found] == ["2019"]


def test_a_day_without_any_year_is_no_date() -> None:
    """Nothing is guessed where no year is known."""
    assert find_dates(document("On November 14 they met.")) == ()


@pytest.mark.parametrize(
    ("word", "date"),
    [
        ("signed today", "2016-05-23"),
        ("signed yesterday", "2016-05-22"),
        ("on Friday", "2016-05-20"),
        ("last Monday", "2016-05-16"),
        ("this Monday", "2016-05-23"),
        ("this Wednesday", "2016-05-25"),
        ("this Friday", "2016-05-20"),
        ("in December", "2015-12"),
        ("on 2 July", "2016-07-02"),
        ("signed last month", "2016-04"),
        ("begins next year", "2017"),
        ("this year", "2016"),
        ("On Friday they met", "2016-05-20"),
        ("In December they met", "2015-12"),
        ("since July", "2015-07"),
        ("last May", "2015-05"),
        ("next May", "2017-05"),
        ("this March", "2016-03"),
        ("in November last year", "2015-11"),
        ("on 3 March of next year", "2017-03-03"),
        ("signed Friday", "2016-05-20"),
        ("next Monday", "2016-05-30"),
    ],
)
def test_relative_words_count_from_the_day_of_publication(word: str, date: str) -> None:
    """Relative words are resolved only where the day of publication is known."""
    assert [dated.period.date for dated in find_dates(document(word, date="2016-05-23"))] == [date]
    assert find_dates(document(word)) == ()


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("They signed a memorandum in July.", "2015-07"),
        ("It was founded in a hurry on 2 July.", "2015-07-02"),
        ("They will sign a memorandum in February.", "2017-02"),
        ("They will sign it, as was agreed in July.", "2015-07"),
        ("They signed the first one. The second is to follow in February.", "2017-02"),
        ("They signed it in May.", "2016-05"),
        ("They will sign it on Friday.", "2016-05-27"),
        ("On Friday the school will sign it.", "2016-05-27"),
        ("Work will begin under an agreement signed on Friday.", "2016-05-20"),
        ("They will sign it on Monday.", "2016-05-23"),
        ("They signed\nit in July.", "2015-07"),
        ("In November they signed what will run for years.", "2015-11"),
        ("On Friday they signed an agreement that will create jobs.", "2016-05-20"),
        ("On Friday, the school will sign it.", "2016-05-27"),
        ("The summit, to be held in November, is about trade.", "2016-11"),
        ("They signed an agreement to open a school in September.", "2016-09"),
        ("They will sign it this Friday.", "2016-05-27"),
        ("They signed it, and teaching starts in February.", "2017-02"),
    ],
)
def test_the_nearest_verb_tells_if_a_time_is_past(text: str, date: str) -> None:
    """What was signed is past and what will be is yet to come; without a verb the nearest time is meant."""
    assert [dated.period.date for dated in find_dates(document(text, date="2016-05-23"))] == [date]


@pytest.mark.parametrize(
    "text", ["every Friday", "from Tuesday to Friday", "next Friday", "Friday's class", "last week"]
)
def test_no_day_is_guessed(text: str) -> None:
    """What recurs, an open span, and a day that may be in this week or the next are none."""
    assert find_dates(document(text, date="2016-05-23")) == ()


@pytest.mark.parametrize(
    ("text", "known", "date"),
    [
        ("signed last month", "2016-01", "2015-12"),
        ("signed last year", "2016", "2015"),
        ("in December", "2016-02", "2015-12"),
        ("on July 20", "2016-07", "2016-07-20"),
    ],
)
def test_a_rough_date_of_publication_tells_what_it_can(text: str, known: str, date: str) -> None:
    """A month of publication is enough for months and years, a year for years."""
    assert [dated.period.date for dated in find_dates(document(text, date=known))] == [date]
    assert find_dates(document("signed yesterday, on Friday", date=known)) == ()
    assert find_dates(document("signed last month", date=known[:4])) == ()


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_placeholder_for_the_date_of_publication_tells_no_day(day: str) -> None:
    """The first and the last day of the calendar are what programs write where they know none."""
    assert find_dates(document("They met yesterday and on Friday and will meet on Sunday.", date=day)) == ()
    assert find_dates(document("They met last year and next month.", date=day)) == ()


def test_a_span_has_an_end() -> None:
    """From one year to another is a period."""
    assert find_dates(document("from 2018 to 2021"))[0].period == Period("2018", "2021", since=True)
    assert find_dates(document("Between 2018 and 2021"))[0].period == Period("2018", "2021")
    assert [each.period for each in find_dates(document("in 2018 and 2021"))] == [Period("2018"), Period("2021")]


@pytest.mark.parametrize("text", ["31 February 2024", "12345 students", "room 2010b", "may 2 people"])
def test_what_is_no_date_is_left(text: str) -> None:
    """Impossible days, long numbers and the verb "may" are no dates of a day."""
    assert all(len(dated.period.date or "") < 10 for dated in find_dates(document(text)))


@given(st.text(alphabet="0123456789 -/.,JanuaryMyof on", max_size=80))
def test_every_date_is_iso_and_in_place(text: str) -> None:
    """Whatever the text, dates are ISO, lie within it, and don't overlap."""
    position = 0
    for dated in find_dates(document(text)):
        assert position <= dated.start < dated.stop <= len(text)
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", dated.period.date or "")
        position = dated.stop
