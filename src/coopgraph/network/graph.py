"""From the rows of the output forms to one networkx graph of things and facts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

import networkx as nx

from coopgraph.model import Relation
from coopgraph.network.countries import countries

Row: TypeAlias = Mapping[str, Any]

_DETAILS = ("relation", "status", "kind", "date", "end", "role", "amount", "method")
_COUNT = ("fact", "status", "count", "of", "within", "bound", "date")


def build(entities: Iterable[Row], facts: Iterable[Row], documents: Mapping[str, Row]) -> "nx.MultiGraph[str]":
    """Return the graph of things and facts; nodes and edges are in sorted order, whatever the order of the rows.

    `entities` and `facts` are rows of the two output forms, `documents` holds title, source and date by name.

    Nodes are IRIs, with name, type, aliases (tuple), identifiers (dict), documents (how many name the thing), country
    (a name or None) and counts (a tuple of the counts of partners that documents state of it). An edge is one pair of
    one fact; its key is the fact's IRI, followed by "#" and a number where the fact has several pairs. Edges have fact,
    subject and object (the direction, which an undirected graph forgets), the details of the fact, confidence (the
    highest) and evidence (a tuple of dicts with document, title, source, date, quote, start, stop, method, confidence).
    """
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    pairs: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    counts: dict[tuple[str, str], list[Row]] = defaultdict(list)
    things: dict[str, Row] = {}
    for row in facts:
        subject = row["subject"]["id"]
        things |= {end["id"]: end for end in (row["subject"], row["object"]) if end is not None}
        if row["relation"] == Relation.PARTNER_COUNT or row["object"] is None:
            counts[subject, row["fact"]].append(row)
        else:
            pairs[row["fact"], subject, row["object"]["id"]].append(row)
    things |= {row["id"]: row for row in entities}
    for thing, row in sorted(things.items()):
        graph.add_node(
            thing,
            name=row["name"],
            type=row["type"],
            aliases=tuple(sorted(row["aliases"])),
            identifiers=dict(sorted(row.get("identifiers", {}).items())),
            documents=len(set(row.get("documents", ()))),
            country=None,
            counts=(),
        )
    for (subject, _), rows in sorted(counts.items()):
        count = {name: rows[0][name] for name in _COUNT} | {"evidence": _evidence(rows, documents)}
        graph.nodes[subject]["counts"] += (count,)
    several = _several(pairs)
    for (fact, subject, target), rows in sorted(pairs.items()):
        number = several.get((fact, subject, target))
        graph.add_edge(subject, target, f"{fact}#{number}" if number else fact, **_edge(rows, documents))
    nx.set_node_attributes(graph, countries(graph), "country")
    return graph


def _several(pairs: Iterable[tuple[str, str, str]]) -> dict[tuple[str, str, str], int]:
    """Return a number, from 1 in sorted order, for each pair of the facts that have more than one."""
    of_fact: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for pair in sorted(pairs):
        of_fact[pair[0]].append(pair)
    return {pair: number for same in of_fact.values() if len(same) > 1 for number, pair in enumerate(same, 1)}


def _edge(rows: list[Row], documents: Mapping[str, Row]) -> dict[str, Any]:
    evidence = _evidence(rows, documents)
    best = max(evidence, key=lambda piece: piece["confidence"])
    first = rows[0]
    return {
        "fact": first["fact"],
        "subject": first["subject"]["id"],
        "object": first["object"]["id"],
        **{name: first[name] for name in _DETAILS},
        "method": best["method"],
        "confidence": best["confidence"],
        "evidence": evidence,
    }


def _evidence(rows: list[Row], documents: Mapping[str, Row]) -> tuple[dict[str, Any], ...]:
    pieces = []
    for row in sorted(rows, key=lambda row: (row["document"], row["start"], row["stop"])):
        about = documents.get(row["document"], {})
        piece = {"document": row["document"], **{name: about.get(name) for name in ("title", "source", "date")}}
        pieces.append(piece | {name: row[name] for name in ("quote", "start", "stop", "method", "confidence")})
    return tuple(pieces)
