"""The languages that the page speaks: a dictionary of its words for each, all with the same keys."""

from collections.abc import Mapping

from coopgraph.views.english import ENGLISH, Text
from coopgraph.views.vietnamese import VIETNAMESE

__all__ = ["ENGLISH", "TEXTS", "VIETNAMESE", "Text"]

TEXTS: Mapping[str, Mapping[str, Text]] = {"en": ENGLISH, "vi": VIETNAMESE}
