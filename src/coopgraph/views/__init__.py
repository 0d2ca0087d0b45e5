"""From the network to a page for people: one HTML file that needs nothing else."""

from coopgraph.views.options import PageOptions
from coopgraph.views.page import page

__all__ = ["PageOptions", "page"]
