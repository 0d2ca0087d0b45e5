"""CSV: RFC 4180 in UTF-8, safe to open in a spreadsheet."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from typing import TYPE_CHECKING

import networkx as nx

from coopgraph.exports.cells import disarmed
from coopgraph.exports.flat import edges, holdable, nodes
from coopgraph.network import firm, load

if TYPE_CHECKING:
    from coopgraph.store import Store

# The headings that Gephi looks for are capitalised.
_NODES = {"Id": "id", "Label": "label"} | {
    name: name for name in ("type", "country", "aliases", "identifiers", "documents", "partner_counts")
}
_DETAILS = {
    name: name
    for name in ("fact", "relation", "status", "kind", "date", "until", "role", "amount", "confidence", "method")
}
_EDGES = (
    {"Source": "subject", "Target": "object", "Type": "direction", "Id": "id", "Label": "relation"}
    | _DETAILS
    | {name: name for name in ("quotes", "documents")}
)
_FACTS = {name: name for name in ("subject", "subject_id", "object", "object_id")} | _DETAILS
_FACTS |= {name: name for name in ("document", "quote", "start", "stop")}

Record = Mapping[str, object]


def content(store: "Store", least: float = 0.0) -> bytes:
    """Return a table of the facts that are at least so sure: a row for each pair and each piece of its evidence.

    What is only intended is left out, as in the network.
    """
    return facts(firm(load(store), least))


def files(store: "Store", least: float = 0.0) -> dict[str, bytes]:
    """Return a table of the things and one of the pairs of facts, with the headings that Gephi imports."""
    graph = firm(load(store), least)
    return {"nodes.csv": things(graph), "edges.csv": pairs(graph)}


def facts(graph: "nx.MultiGraph[str]") -> bytes:
    """Return the pairs of the loaded graph, a row for each piece of evidence."""
    return _table(_FACTS, _evidence(graph))


def things(graph: "nx.MultiGraph[str]") -> bytes:
    """Return the nodes of the loaded graph, a row each."""
    return _table(_NODES, ({"id": node} | record for node, record in nodes(graph)))


def pairs(graph: "nx.MultiGraph[str]") -> bytes:
    """Return the edges of the loaded graph, a row each."""
    return _table(
        _EDGES,
        (
            {"id": key, "direction": "Undirected" if record["relation"] == "cooperatesWith" else "Directed"} | record
            for key, record in edges(graph)
        ),
    )


def _evidence(graph: "nx.MultiGraph[str]") -> Iterator[Record]:
    pieces = {key: edge["evidence"] for _, _, key, edge in graph.edges(keys=True, data=True)}
    for key, record in edges(graph):
        ends = {"subject_id": record["subject"], "object_id": record["object"]}
        names = {end: graph.nodes[record[end]]["name"] for end in ("subject", "object")}
        for piece in pieces[key]:
            yield record | ends | names | piece


def _table(columns: Mapping[str, str], records: Iterable[Record]) -> bytes:
    output = StringIO(newline="")
    writer = csv.writer(output)
    writer.writerow(columns)
    for record in records:
        writer.writerow([_cell(record.get(name)) for name in columns.values()])
    return output.getvalue().encode()


def _cell(value: object) -> object:
    return disarmed(holdable(value)) if isinstance(value, str) else value
