"""The learned part: a small model for each relation of the network reads pairs of names that the grammar left.

The way: two things in a sentence (pairs) → the words around them (features) → a logistic regression for each relation
(linear) → statements beside those of the rules (complement). `training/` has what it is trained from and the script.
"""

from coopgraph.reading.learned.complement import METHOD, complement

__all__ = ["METHOD", "complement"]
