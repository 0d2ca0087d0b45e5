"""What a document names: things with all their written forms, and every place where they are named.

The way: words (tokens) → runs of capitals (chunks) → candidates with types (headed, quoted, bare, …) → short forms
→ clusters.
"""

from coopgraph.reading.names.finder import Names, find_names

__all__ = ["Names", "find_names"]
