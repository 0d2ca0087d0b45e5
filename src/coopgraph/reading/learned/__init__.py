"""The learned part: one small encoder, trained for names and for relations, reads beside the grammar.

The way: words in pieces (pieces) → sentences in chunks (chunks) → the encoder's states (encoder) → names with types
(tagging), which join the grammar's → pairs of things (places) → what it thinks of each fact (judging) → a review of
what the rules read, and statements beside them (complement). `scan` holds it together for a document; `training/` has
what it learned from.
"""

from coopgraph.reading.learned.complement import METHOD, complement, reviewed
from coopgraph.reading.learned.scan import Scan

__all__ = ["METHOD", "Scan", "complement", "reviewed"]
