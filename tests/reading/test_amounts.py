"""Sums of money."""

import pytest

from coopgraph.reading.amounts import find_amounts


@pytest.mark.parametrize(
    "amount",
    [
        "$1 million",
        "NZ$250,000",
        "US$106m",
        "€2.5 million",
        "RM750mil",
        "$25,000 a year",
        "3 million euros",
        "Sh2 million",
    ],
)
def test_sums_are_found_as_written(amount: str) -> None:
    """Currency, number and scale belong to the sum."""
    text = f"They gave {amount} to the school."
    assert [text[start:stop] for start, stop in find_amounts(text)] == [amount]


def test_a_number_alone_is_no_sum() -> None:
    """Counts of people or years are left."""
    assert find_amounts("In 2010 some 200 students came.") == ()
