"""How well texts are read: readings, made the way a build makes them, against what careful readers wrote down."""

from coopgraph.evaluation.evaluating import Evaluation, evaluate
from coopgraph.evaluation.gold import Gold, GoldEntity, GoldFact, read_gold
from coopgraph.evaluation.reliability import Bin
from coopgraph.evaluation.scoring import Difference, Score
from coopgraph.evaluation.tally import Share, Tally

__all__ = [
    "Bin",
    "Difference",
    "Evaluation",
    "Gold",
    "GoldEntity",
    "GoldFact",
    "Score",
    "Share",
    "Tally",
    "evaluate",
    "read_gold",
]
