"""Names that another recogniser of the user's proposes: spaCy, GLiNER, or one that brings a plug-in along."""

from coopgraph.reading.proposing.finder import GROUP, NameFinder, open_finder
from coopgraph.reading.proposing.joining import join, proposals

__all__ = ["GROUP", "NameFinder", "join", "open_finder", "proposals"]
