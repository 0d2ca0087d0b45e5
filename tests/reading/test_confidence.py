"""How sure a claim is."""

import json
from importlib.resources import files

from hypothesis import given
from hypothesis import strategies as st

from coopgraph.reading.confidence import Calibration, calibrated, shifted
from tests.reading.telling import told

PRIORS = st.floats(0, 1)
NAMES = st.text(st.characters(codec="ascii", categories=["Ll"]), min_size=1, max_size=5)
TABLE = json.loads(files("coopgraph.reading").joinpath("data", "en", "confidence.json").read_text(encoding="utf-8"))


@given(st.sampled_from(sorted(TABLE["rules"])) | st.builds("{}/{}".format, NAMES, NAMES), PRIORS)
def test_a_rule_is_never_certain(rule: str, prior: float) -> None:
    """Whatever the rule and its prior, measured or not, the confidence lies between 0 and 1."""
    assert 0 < calibrated(f"rule:{rule}", prior) < 1


@given(st.dictionaries(NAMES, st.floats(0, 1)), st.dictionaries(NAMES, st.floats(-50, 50)), NAMES, PRIORS)
def test_any_table_gives_a_probability(rules: dict[str, float], shifts: dict[str, float], rule: str, p: float) -> None:
    """So it is with any figures that a measurement may write."""
    assert 0 < Calibration(rules, shifts).confidence(rule, p) < 1


@given(PRIORS, PRIORS, st.floats(-5, 5))
def test_a_shift_keeps_the_order(one: float, other: float, shift: float) -> None:
    """Of two rules that were never measured the one with the higher prior stays the surer."""
    low, high = sorted((one, other))
    assert shifted(low, shift) <= shifted(high, shift)
    assert abs(shifted(0.7, 0.0) - 0.7) < 1e-9


def test_measured_rules_differ_from_their_prior() -> None:
    """The claims of a rule carry what was measured of it."""
    reading = told("{education:Alpha University} signed an agreement with {education:Beta College}.")
    (evidence,) = {each.evidence.method: each.evidence for each in reading.statements}.values()
    assert evidence.confidence == TABLE["rules"][evidence.method.removeprefix("rule:")]


def test_what_a_model_says_of_its_own_stays() -> None:
    """Models are calibrated where they are trained."""
    assert calibrated("model:encoder", 0.42) == 0.42
