"""The views that a page can be: a module a view."""

from collections.abc import Mapping

from coopgraph.views.kinds import network
from coopgraph.views.selection import View

VIEWS: Mapping[str, View] = {"network": network.VIEW}
"""The views by their names on the command line."""
