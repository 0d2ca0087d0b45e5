"""A document → what it says: sentences, names, references, relations, one statement for each piece of evidence."""

from coopgraph.reading.explaining import NAMED, Account, Explanation, Party, Silence, explain
from coopgraph.reading.proposing import NameFinder, open_finder
from coopgraph.reading.reader import DEFAULT, LANGUAGES, Reader, fingerprint, read

__all__ = [
    "DEFAULT",
    "LANGUAGES",
    "NAMED",
    "Account",
    "Explanation",
    "NameFinder",
    "Party",
    "Reader",
    "Silence",
    "explain",
    "fingerprint",
    "open_finder",
    "read",
]
