"""A document → what it says: sentences, names, references, relations, one statement for each piece of evidence."""

from coopgraph.reading.explaining import NAMED, Account, Explanation, Party, Silence, explain
from coopgraph.reading.reader import LANGUAGES, fingerprint, read

__all__ = ["LANGUAGES", "NAMED", "Account", "Explanation", "Party", "Silence", "explain", "fingerprint", "read"]
