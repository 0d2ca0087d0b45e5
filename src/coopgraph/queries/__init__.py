"""What can be asked of a dataset: the rows of the output forms, names, and the named queries."""

from coopgraph.queries.durations import Duration
from coopgraph.queries.entities import entities, find, one
from coopgraph.queries.expiring import expiring
from coopgraph.queries.facts import FactFilter, facts
from coopgraph.queries.named import NamedQuery, named, run
from coopgraph.queries.parameters import Parameter
from coopgraph.queries.rows import End, EntityRow, FactRow

__all__ = [
    "Duration",
    "End",
    "EntityRow",
    "FactFilter",
    "FactRow",
    "NamedQuery",
    "Parameter",
    "entities",
    "expiring",
    "facts",
    "find",
    "named",
    "one",
    "run",
]
