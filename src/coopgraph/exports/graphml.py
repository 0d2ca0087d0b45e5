"""GraphML: http://graphml.graphdrawing.org."""

from io import BytesIO
from typing import TYPE_CHECKING

import networkx as nx

from coopgraph.exports.flat import plain
from coopgraph.network import firm, load

if TYPE_CHECKING:
    from coopgraph.store import Store


def content(store: "Store", least: float = 0.0) -> bytes:
    """Return the graph of things and of facts that are at least so sure as GraphML, but for intentions."""
    return render(firm(load(store), least))


def render(graph: "nx.MultiGraph[str]") -> bytes:
    """Return the loaded graph as GraphML in UTF-8; an edge's id is its key."""
    output = BytesIO()
    # Not write_graphml: that takes lxml where it is installed, which writes other bytes.
    nx.write_graphml_xml(plain(graph), output)
    return output.getvalue()
