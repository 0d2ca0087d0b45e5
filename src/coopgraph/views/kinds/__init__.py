"""The views that a page can be: a module a view."""

from collections.abc import Mapping

from coopgraph.views.kinds import countries, ego, network, timeline
from coopgraph.views.selection import View

VIEWS: Mapping[str, View] = {"network": network.VIEW, "map": countries.VIEW, "timeline": timeline.VIEW, "ego": ego.VIEW}
"""The views by their names on the command line."""
