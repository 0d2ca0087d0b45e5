"""How sure a rule is: the share of its claims that were right where it was measured."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

RULE = "rule:"
"""What the method of a rule's claims begins with; behind it stand the relation and the rule's name."""

_MOST = 0.99  # nothing read from running text is surer


@dataclass(frozen=True, slots=True)
class Calibration:
    """What was measured: the confidence of each rule, and how far the priors of a relation's rules are off, in logits.

    Written by training/confidence.py.
    """

    rules: Mapping[str, float]
    shifts: Mapping[str, float]

    def confidence(self, rule: str, prior: float) -> float:
        """Return the confidence of a claim by this rule ("cooperation/with"), between 0 and 1.

        A rule that was never measured has its prior, corrected like those of its relation.
        """
        measured = self.rules.get(rule)
        if measured is None:
            measured = shifted(prior, self.shifts.get(rule.partition("/")[0], 0.0))
        return round(min(max(measured, 1 - _MOST), _MOST), 3)


def shifted(prior: float, shift: float) -> float:
    """Return the probability whose logit is that of the prior and the shift added; the prior is cut to .01 to .99."""
    prior = min(max(prior, 1 - _MOST), _MOST)
    return 1 / (1 + math.exp(-math.log(prior / (1 - prior)) - shift))


def calibrated(method: str, prior: float) -> float:
    """Return the confidence of a claim: of a rule's as measured; what a model says of its own stays."""
    return _calibration().confidence(method.removeprefix(RULE), prior) if method.startswith(RULE) else prior


@cache
def _calibration() -> Calibration:
    text = files("coopgraph.reading").joinpath("data", "en", "confidence.json").read_text(encoding="utf-8")
    return Calibration(**json.loads(text))
