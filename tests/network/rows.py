"""Rows of the output forms, made by hand, and the graph that they build."""

from collections.abc import Iterable
from typing import Any

import networkx as nx

from coopgraph.network.graph import build

Row = dict[str, Any]
BASE = "https://example.org/id/"


def thing(slug: str, type_: str = "education", /, **more: Any) -> Row:
    """Return a row of the entities; its IRI is the slug under BASE, and its name the slug, too, unless given."""
    row = {"id": BASE + slug, "name": slug, "type": type_, "aliases": [], "documents": ["a.md"], "identifiers": {}}
    return row | more


def fact(relation: str, subject: Row, target: Row | None, *, number: int = 0, **more: Any) -> Row:
    """Return a row of the facts; facts of the same relation, ends and number have the same IRI."""
    name = f"{relation}-{subject['id'].removeprefix(BASE)}-{target['id'].removeprefix(BASE) if target else ''}-{number}"
    row = {
        "document": "a.md",
        "fact": f"{BASE}fact/{name}",
        "relation": relation,
        "status": "stated",
        "subject": subject,
        "object": target,
        **dict.fromkeys(("kind", "date", "end", "role", "amount", "count", "of", "within", "bound")),
        "quote": f"{name}.",
        "start": 0,
        "stop": len(name) + 1,
        "method": "by hand",
        "confidence": 0.9,
    }
    return row | more


def graph_of(facts: Iterable[Row], more: Iterable[Row] = (), documents: Row | None = None) -> "nx.MultiGraph[str]":
    """Return the graph of these facts, their ends, and more things."""
    facts = list(facts)
    ends = [end for row in facts for end in (row["subject"], row["object"]) if end is not None]
    return build([*ends, *more], facts, documents or {})
