"""The network: loaded from a store, seen through a projection, measured, ranked."""

from coopgraph.network.load import load
from coopgraph.network.measures import MEASURES, Measure
from coopgraph.network.partners import PartnerRow, around, rank
from coopgraph.network.projection import TIES, How, Projection, Reason, Report, Undated, Weights
from coopgraph.network.ties import project

__all__ = [
    "MEASURES",
    "TIES",
    "How",
    "Measure",
    "PartnerRow",
    "Projection",
    "Reason",
    "Report",
    "Undated",
    "Weights",
    "around",
    "load",
    "project",
    "rank",
]
