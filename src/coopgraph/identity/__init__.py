"""One node for one thing, across documents, and the corrections that people make."""

from coopgraph.identity.correcting import Unused
from coopgraph.identity.corrections import Corrections, read_corrections
from coopgraph.identity.resolving import Merged, Resolution, explain, resolve
from coopgraph.identity.similar import Similar, similar

__all__ = [
    "Corrections",
    "Merged",
    "Resolution",
    "Similar",
    "Unused",
    "explain",
    "read_corrections",
    "resolve",
    "similar",
]
