"""What can be asked of a dataset: the rows of the output forms, names, and the named queries."""

from coopgraph.queries.contradictions import Contradiction, contradictions
from coopgraph.queries.durations import Duration
from coopgraph.queries.entities import entities, find, one
from coopgraph.queries.expiring import expiring
from coopgraph.queries.facts import FactFilter, facts
from coopgraph.queries.named import NamedQuery, named, run
from coopgraph.queries.parameters import Parameter
from coopgraph.queries.rows import End, EntityRow, FactRow

__all__ = [
    "Contradiction",
    "Duration",
    "End",
    "EntityRow",
    "FactFilter",
    "FactRow",
    "NamedQuery",
    "Parameter",
    "contradictions",
    "entities",
    "expiring",
    "facts",
    "find",
    "named",
    "one",
    "run",
]
