"""The network: loaded from a store, seen through a projection, measured, ranked."""

from coopgraph.model import TIES
from coopgraph.network.backtest import BackTest, back_test
from coopgraph.network.brokers import Broker, brokers
from coopgraph.network.changes import Change, ChangeRow, changes
from coopgraph.network.evidence import passages, source_of, sources_of
from coopgraph.network.holes import constraint, effective_size
from coopgraph.network.levels import bipartite, by_country
from coopgraph.network.load import load
from coopgraph.network.matrix import Arrays, arrays
from coopgraph.network.measures import (
    MEASURES,
    Measure,
    betweenness,
    closeness,
    core_number,
    degree,
    eigenvector,
    estimated,
    harmonic,
    pagerank,
    strength,
)
from coopgraph.network.partners import PartnerRow, around, rank
from coopgraph.network.projection import How, Projection, Reason, Report, Undated, Weights
from coopgraph.network.selection import firm
from coopgraph.network.sparse import Sparse, project_store
from coopgraph.network.structure import articulation_points, bridges, communities, components, modularity
from coopgraph.network.suggestions import PREDICTORS, Suggestion, suggest
from coopgraph.network.ties import project
from coopgraph.network.validity import as_of
from coopgraph.network.whatif import Lapse, Loss, State, expired, without

__all__ = [
    "MEASURES",
    "PREDICTORS",
    "TIES",
    "Arrays",
    "BackTest",
    "Broker",
    "Change",
    "ChangeRow",
    "How",
    "Lapse",
    "Loss",
    "Measure",
    "PartnerRow",
    "Projection",
    "Reason",
    "Report",
    "Sparse",
    "State",
    "Suggestion",
    "Undated",
    "Weights",
    "around",
    "arrays",
    "articulation_points",
    "as_of",
    "back_test",
    "betweenness",
    "bipartite",
    "bridges",
    "brokers",
    "by_country",
    "changes",
    "closeness",
    "communities",
    "components",
    "constraint",
    "core_number",
    "degree",
    "effective_size",
    "eigenvector",
    "estimated",
    "expired",
    "firm",
    "harmonic",
    "load",
    "modularity",
    "pagerank",
    "passages",
    "project",
    "project_store",
    "rank",
    "source_of",
    "sources_of",
    "strength",
    "suggest",
    "without",
]
