"""Whether a stated confidence means what it says: of the facts stated with 0.8, eight in ten should be right."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True, slots=True)
class Bin:
    """Facts with a confidence from `low` up to below `high` (the last bin with it): mean stated, share right."""

    low: float
    high: float
    facts: int
    stated: float
    right: float


def reliability(sure: Sequence[tuple[float, bool]]) -> tuple[Bin, ...]:
    """Return the bins that hold facts, given the confidence of each and whether it is right."""
    bins = []
    for low, high in pairwise(EDGES):
        inside = [pair for pair in sure if low <= pair[0] < high or pair[0] == high == EDGES[-1]]
        if inside:
            stated = sum(confidence for confidence, _ in inside) / len(inside)
            right = sum(is_right for _, is_right in inside) / len(inside)
            bins.append(Bin(low, high, len(inside), stated, right))
    return tuple(bins)


def calibration_error(bins: Sequence[Bin]) -> float | None:
    """Return the expected calibration error: how far stated and right lie apart, on average over the facts."""
    facts = sum(each.facts for each in bins)
    return sum(abs(each.stated - each.right) * each.facts for each in bins) / facts if facts else None
