"""A logistic regression over named features, its weights in a JSON file: no library, the same result everywhere."""

import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

import msgspec

from coopgraph.model import Relation


class Scorer(msgspec.Struct, frozen=True):
    """The model of one relation: weights of features, what is added for all, and the logit from which it speaks.

    `slope` and `offset` turn the logit into the share of right facts among those with that logit (Platt scaling).
    """

    bias: float
    weights: Mapping[str, float]
    least: float
    slope: float
    offset: float

    def logit(self, features: Iterable[str]) -> float:
        """Return the sum of the weights of the different features, in an order that doesn't depend on theirs."""
        known = {feature: weight for feature in features if (weight := self.weights.get(feature)) is not None}
        return self.bias + math.fsum(known.values())

    def confidence(self, logit: float) -> float:
        """Return how likely a fact with this logit is right, between 0.01 and 0.99, in hundredths."""
        calibrated = 1 / (1 + math.exp(-max(-30.0, min(30.0, self.slope * logit + self.offset))))
        return round(max(0.01, min(0.99, calibrated)), 2)


@cache
def scorers() -> Mapping[Relation, Scorer]:
    """Return the trained model of each relation that has one."""
    content = files("coopgraph.reading").joinpath("data", "en", "pairs.json").read_bytes()
    return msgspec.json.decode(content, type=dict[Relation, Scorer])
