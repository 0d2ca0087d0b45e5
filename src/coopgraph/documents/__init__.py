"""Files on disk → documents: what there is to read, and each file as a `Document`."""

from coopgraph.documents.discovery import Found, Problem, discover
from coopgraph.documents.kinds import SUFFIXES
from coopgraph.documents.reader import read

__all__ = ["SUFFIXES", "Found", "Problem", "discover", "read"]
