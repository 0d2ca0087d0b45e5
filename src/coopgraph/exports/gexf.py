"""GEXF: https://gexf.net."""

from io import BytesIO
from typing import TYPE_CHECKING

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from coopgraph.exports.flat import plain
from coopgraph.network import firm, load

if TYPE_CHECKING:
    from coopgraph.store import Store


def content(store: "Store", least: float = 0.0) -> bytes:
    """Return the graph of things and of facts that are at least so sure as GEXF, but for intentions."""
    return render(firm(load(store), least))


def render(graph: "nx.MultiGraph[str]") -> bytes:
    """Return the loaded graph as GEXF in UTF-8; an edge's id is its key, its label the relation.

    The file names neither the day nor the version of the writer, so that the same graph gives the same bytes.
    """
    flat = plain(graph)
    for _, _, key, edge in flat.edges(keys=True, data=True):
        edge |= {"id": key, "label": edge["relation"]}
    writer = GEXFWriter(flat)
    writer.xml.remove(writer.xml.find("meta"))
    output = BytesIO()
    writer.write(output)
    return output.getvalue()
