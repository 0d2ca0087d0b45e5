"""Dates as documents write them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.documents import dates


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2014-11-05", "2014-11-05"),
        ("2014-11-05T23:59:00+02:00", "2014-11-05"),
        ("2014", "2014"),
        ("2014-11", "2014-11"),
        ("November 2014", "2014-11"),
        ("5 Nov. 2014", "2014-11-05"),
        ("5th of November 2014", "2014-11-05"),
        ("November 5, 2014", "2014-11-05"),
        ("5/11/2014", "2014-11-05"),
        ("11/25/2014", "2014-11-25"),
        ("25.11.2014", "2014-11-25"),
        ("D:20141105120000+02'00'", "2014-11-05"),
        ("20141105", "2014-11-05"),
        ("30 February 2014", "2014-02"),
        ("31/31/2014", None),
        ("", None),
        ("soon", None),
        ("99999", None),
        ("0000-00-00", None),
    ],
)
def test_fields(written: str, date: str | None) -> None:
    """A field gives a day, a month or a year in ISO form, day first where both orders are possible."""
    assert dates.from_field(written) == date


@pytest.mark.parametrize(
    ("top", "date"),
    [
        ("A title\n\nSaturday - 15/11/2025 04:15\nA panoramic view.", "2025-11-15"),
        ("  Wednesday, 5 November 2014, 12:01 pm  ", "2014-11-05"),
        ("October 3, 2022", "2022-10-03"),
        ("Published: 2022-10-03 by the Press Office", "2022-10-03"),
        ("Hanoi, May 16 2022 (VNA) - The University of Hanoi signed an agreement with Osaka.", "2022-05-16"),
        (
            "CAIRO – 26 July 2022: The Egyptian Embassy in Sudan announced that its Ambassador left.",
            "2022-07-26",
        ),
        ("On 14 November 2022 - a Monday - the University of Hanoi signed an agreement with Osaka.", None),
        ("The court (July 28, 2022) granted bail to the chairman of the University of Otago in a case.", None),
        ("Signed on 3 May 2020.", None),
        ("Line\n" * 20 + "October 3, 2022", None),
        ("Phone 12-34-2022-11", None),
    ],
)
def test_datelines(top: str, date: str | None) -> None:
    """A date alone on a line, or behind the place of a report, dates the document; one in a sentence doesn't."""
    assert dates.from_top(top) == date


@pytest.mark.parametrize(
    ("address", "date"),
    [
        ("https://x.org/2022/07/26/title", "2022-07-26"),
        ("https://x.org/2022-07-26-title", "2022-07-26"),
        ("https://x.org/20220726/1234.htm", "2022-07-26"),
        ("https://x.org/article/26/07/2022/title", "2022-07-26"),
        ("https://x.org/2022/07/title", "2022-07"),
        ("https://x.org/2022/title/123456", None),
        ("https://x.org/article/20229999", None),
    ],
)
def test_addresses(address: str, date: str | None) -> None:
    """News sites put the day of an article into its address."""
    assert dates.from_address(address) == date


@given(st.dates(min_value=dt.date(1400, 1, 1), max_value=dt.date(2999, 12, 31)))
def test_iso_dates_stay(day: dt.date) -> None:
    """Any day in ISO form is itself."""
    assert dates.from_field(day.isoformat()) == day.isoformat()


@given(st.text(alphabet="0123456789/-. ,janfebmrd:D\n–(", max_size=80))
def test_any_text_has_a_date_or_none(text: str) -> None:
    """No combination of figures raises, and what comes out is a date."""
    for found in (dates.from_field(text), dates.from_top(text), dates.from_address(text)):
        if found and len(found) == 10:
            dt.date.fromisoformat(found)
