"""A document → what it says: sentences, names, references, relations, one statement for each piece of evidence."""

from coopgraph.reading.reader import LANGUAGES, fingerprint, read

__all__ = ["LANGUAGES", "fingerprint", "read"]
