"""JSON-LD: https://www.w3.org/TR/json-ld11/."""

import json
from typing import TYPE_CHECKING, Any

from rdflib import Graph
from rdflib.plugins.serializers.jsonld import from_rdf

from coopgraph.exports.dataset import graphs
from coopgraph.vocabulary import ontology_file

if TYPE_CHECKING:
    from coopgraph.store import Store


def content(store: "Store") -> bytes:
    """Return the whole dataset, compacted with the project's context, which the file holds itself.

    Nodes are in the order of their ids, values in that of their JSON, so that the order of the store doesn't matter.
    """
    context = json.loads(ontology_file("context.jsonld").read_text(encoding="utf-8"))["@context"]
    found = {name: _nodes(graph, context) for name, graph in sorted(graphs(store).items())}
    members = found.pop("", []) + [{"@id": name, "@graph": nodes} for name, nodes in found.items()]
    return (json.dumps({"@context": context, "@graph": members}, ensure_ascii=False, indent=1) + "\n").encode()


def _nodes(graph: Graph, context: dict[str, Any]) -> list[Any]:
    """Return the nodes of one graph, sorted. One node alone is a document of its own, several are under @graph."""
    document = from_rdf(graph, context)  # type: ignore[no-untyped-call]
    del document["@context"]
    return list(_sorted(document.get("@graph", [document])))


def _sorted(value: Any) -> Any:
    """Return JSON with keys and members of arrays in order; no array of the dataset has an order of its own."""
    if isinstance(value, dict):
        return {key: _sorted(value[key]) for key in sorted(value)}
    if isinstance(value, list):
        return sorted(map(_sorted, value), key=_order)
    return value


def _order(value: Any) -> tuple[str, str]:
    identity = value.get("@id", value.get("id", "")) if isinstance(value, dict) else ""
    return str(identity), json.dumps(value, ensure_ascii=False, sort_keys=True)
