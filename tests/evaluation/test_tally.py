"""Precision, recall and F1 follow from the counts; calibration from confidence and share right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.evaluation.reliability import calibration_error, reliability
from coopgraph.evaluation.tally import Share, Tally


def test_measures() -> None:
    """Three right, one wrong, two missed."""
    tally = Tally(3, 1, 2)
    assert (tally.precision, tally.recall) == (0.75, 0.6)
    assert tally.f1 == pytest.approx(2 * 0.75 * 0.6 / 1.35)


def test_nothing_gives_zero() -> None:
    """Without answers the measures are 0, and a share of nothing is unknown."""
    assert (Tally().precision, Tally().recall, Tally().f1) == (0, 0, 0)
    assert Share().value is None
    assert calibration_error(()) is None


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans())))
def test_every_fact_is_in_one_bin(sure: list[tuple[float, bool]]) -> None:
    """No fact is lost or counted twice, and the error is a share."""
    bins = reliability(sure)
    assert sum(each.facts for each in bins) == len(sure)
    assert all(each.low <= each.stated + 1e-9 and each.stated - 1e-9 <= each.high for each in bins)
    assert 0 <= (calibration_error(bins) or 0) <= 1


def test_a_well_calibrated_reader() -> None:
    """Of facts stated with 0.5, every second is right: no error."""
    bins = reliability([(0.5, True), (0.5, False)])
    assert calibration_error(bins) == 0
