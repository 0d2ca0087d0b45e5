"""Things and facts as flat records of text and numbers, for the formats that hold nothing else."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

import networkx as nx

Flat: TypeAlias = dict[str, Any]

SEPARATOR = " | "
# All that XML 1.0 can't hold, not even escaped.
_UNHOLDABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def nodes(graph: "nx.MultiGraph[str]") -> Iterator[tuple[str, Flat]]:
    """Yield each thing's IRI with its record of text and numbers; what isn't known has no entry."""
    for node in sorted(graph):
        data = graph.nodes[node]
        yield (
            node,
            _filled(
                label=data["name"],
                type=data["type"],
                country=data["country"],
                aliases=SEPARATOR.join(data["aliases"]),
                identifiers=SEPARATOR.join(f"{scheme}:{value}" for scheme, value in data["identifiers"].items()),
                documents=data["documents"],
                partner_counts=SEPARATOR.join(_count(count) for count in data["counts"]),
            ),
        )


def edges(graph: "nx.MultiGraph[str]") -> Iterator[tuple[str, Flat]]:
    """Yield the key of each pair of a fact with its record, in the order of the keys.

    `subject` and `object` are IRIs. `quotes` and `documents` go together: the n-th quote stands in the n-th document.
    """
    for key, edge in sorted(((key, edge) for _, _, key, edge in graph.edges(keys=True, data=True)), key=_first):
        yield (
            key,
            _filled(
                subject=edge["subject"],
                object=edge["object"],
                fact=edge["fact"],
                relation=edge["relation"],
                status=edge["status"],
                kind=edge["kind"],
                date=edge["date"],
                until=edge["end"],
                role=edge["role"],
                amount=edge["amount"],
                confidence=edge["confidence"],
                method=edge["method"],
                quotes=SEPARATOR.join(piece["quote"] for piece in edge["evidence"]),
                documents=SEPARATOR.join(piece["document"] for piece in edge["evidence"]),
            ),
        )


def plain(graph: "nx.MultiGraph[str]") -> "nx.MultiGraph[str]":
    """Return the graph with flat records for attributes, in sorted order; the IRIs and the edges' keys stay."""
    result: nx.MultiGraph[str] = nx.MultiGraph()
    for node, record in nodes(graph):
        result.add_node(holdable(node), **record)
    for key, record in edges(graph):
        result.add_edge(holdable(record["subject"]), holdable(record["object"]), holdable(key), **record)
    return result


def holdable(text: str) -> str:
    """Return text with each character that XML can't hold replaced by U+FFFD."""
    return _UNHOLDABLE.sub("\ufffd", text)


def _first(pair: tuple[str, Mapping[str, Any]]) -> str:
    return pair[0]


def _count(count: Mapping[str, Any]) -> str:
    parts = (count["bound"], count["count"], count["of"], count["within"])
    return " ".join(str(part) for part in parts if part is not None)


def _filled(**values: str | int | float | None) -> Flat:
    record = {name: holdable(value) if isinstance(value, str) else value for name, value in values.items()}
    return {name: value for name, value in record.items() if value is not None and value != ""}
