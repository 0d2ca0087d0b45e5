"""What the page knows of things, facts and documents, as plain values for JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

from coopgraph.model import EntityType, Relation

_DETAILS = ("kind", "date", "end", "status", "role", "amount")
_COUNT = ("count", "of", "within", "bound", "date")


def thing(iri: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return a node's attributes, with what is empty left out; identifiers are pairs of scheme and value."""
    identifiers = data.get("identifiers") or ()
    pairs = identifiers.items() if isinstance(identifiers, Mapping) else identifiers
    known = {
        "iri": iri,
        "name": str(data.get("name") or iri),
        "type": str(data.get("type") or ""),
        "aliases": list(data.get("aliases") or ()),
        "identifiers": sorted([str(scheme), str(value)] for scheme, value in pairs),
        "documents": data.get("documents") or 0,
        "country": data.get("country"),
    }
    return {name: value for name, value in known.items() if value or name == "type"}


class Facts:
    """The facts of a graph, each once however many pairs it has, and the documents that state them.

    `facts` and `documents` are lists for JSON: a fact names things by their numbers (`ends`: pairs of subject and
    object; a count has `about` instead) and documents by their place in `documents`. `links` tells, for each pair of
    things and relation, the places of its facts in `facts`; cooperation has its pair in ascending order.
    """

    def __init__(self, graph: nx.MultiGraph[str], numbers: Mapping[str, int]) -> None:
        self.facts: list[dict[str, Any]] = []
        self.links: dict[tuple[int, int, str], list[int]] = {}
        pieces = [piece for _, _, data in graph.edges(data=True) for piece in data.get("evidence") or ()]
        counts = [(numbers[node], count) for node in numbers for count in graph.nodes[node].get("counts") or ()]
        pieces += [piece for _, count in counts for piece in count.get("evidence") or ()]
        about = {str(piece.get("document")): piece for piece in sorted(pieces, key=_about)}
        self._places = {name: place for place, name in enumerate(sorted(about))}
        self.documents = [_document(name, about[name]) for name in self._places]
        for name, rows in sorted(_grouped(graph, numbers).items()):
            self._add(name, rows)
        for number, count in counts:
            self._count(number, count)

    def _add(self, name: tuple[str, str], rows: list[tuple[int, int, Mapping[str, Any]]]) -> None:
        relation, (_, _, first) = name[1], rows[0]
        place = len(self.facts)
        details = {detail: str(first[detail]) for detail in _DETAILS if first.get(detail)}
        evidence = self._evidence(piece for _, _, data in rows for piece in data.get("evidence") or ())
        ends = sorted({(subject, target) for subject, target, _ in rows})
        for subject, target in ends:
            self.links.setdefault((subject, target, relation), []).append(place)
        self.facts.append(
            {"relation": relation, **details, "ends": [list(pair) for pair in ends], "evidence": evidence}
        )

    def _count(self, number: int, count: Mapping[str, Any]) -> None:
        details = {detail: count[detail] for detail in _COUNT if count.get(detail) is not None}
        evidence = self._evidence(count.get("evidence") or ())
        self.facts.append({"relation": Relation.PARTNER_COUNT.value, "about": number, **details, "evidence": evidence})

    def _evidence(self, pieces: Iterable[Mapping[str, Any]]) -> list[list[Any]]:
        """Return [document, quote, confidence] of each distinct passage, in the order of documents and offsets."""
        passages = {
            (self._places[str(piece.get("document"))], piece.get("start") or 0, str(piece.get("quote") or "")): piece
            for piece in pieces
        }
        return [[key[0], key[2], passages[key].get("confidence")] for key in sorted(passages)]


def _about(piece: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(piece.get(field) or "") for field in ("document", "title", "source", "date"))


def _document(name: str, piece: Mapping[str, Any]) -> dict[str, str]:
    known = {"name": name, "title": piece.get("title"), "source": piece.get("source"), "date": piece.get("date")}
    return {field: str(value) for field, value in known.items() if value}


def _grouped(
    graph: nx.MultiGraph[str], numbers: Mapping[str, int]
) -> dict[tuple[str, str], list[tuple[int, int, Mapping[str, Any]]]]:
    """Return the pairs of each fact, by its IRI and relation, in a canonical order."""
    groups: dict[tuple[str, str], list[tuple[int, int, Mapping[str, Any]]]] = {}
    for source, target, key, data in graph.edges(keys=True, data=True):
        subject, object_ = sorted((numbers[source], numbers[target]))
        relation = str(data.get("relation") or "")
        if relation != Relation.COOPERATES_WITH and data.get("subject") in numbers:
            subject = numbers[data["subject"]]
            object_ = numbers[target] if data["subject"] == source else numbers[source]
        groups.setdefault((str(data.get("fact") or key), relation), []).append((subject, object_, data))
    for rows in groups.values():
        rows.sort(key=lambda row: row[:2])
    return groups


def present(values: Iterable[str], order: type[EntityType] | type[Relation]) -> list[str]:
    """Return the distinct values, those of the enumeration in its order first, then others."""
    known = [member.value for member in order]
    found = set(values)
    return [value for value in known if value in found] + sorted(found - set(known))
