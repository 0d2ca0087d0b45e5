"""What a tie rests on: facts, the documents that state them, and the sources that the documents come from."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urlsplit

if TYPE_CHECKING:
    import networkx as nx

Piece: TypeAlias = Mapping[str, Any]

_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+", re.IGNORECASE)


def source_of(piece: Piece) -> str:
    """Return the source of a piece of evidence: two documents of one source are no two witnesses.

    It is the host of the first web address in what the document says of its source, without "www.", else all that it
    says there; a document that says nothing is a source of its own.
    """
    said = piece["source"] or ""
    address = _ADDRESS.search(said)
    if address:
        try:
            host = urlsplit(address[0]).hostname
        except ValueError:  # brackets that enclose no IPv6 address
            host = None
        if host:
            return host.removeprefix("www.")
    return " ".join(said.casefold().split()) or str(piece["document"])


def sources_of(graph: "nx.MultiGraph[str]") -> dict[str, frozenset[str]]:
    """Return the sources of each fact of the loaded graph by its IRI."""
    found: dict[str, set[str]] = defaultdict(set)
    for _, _, edge in graph.edges(data=True):
        found[edge["fact"]].update(map(source_of, edge["evidence"]))
    return {fact: frozenset(sources) for fact, sources in found.items()}


def passages(graph: "nx.MultiGraph[str]") -> dict[str, Piece]:
    """Return the surest piece of evidence of each fact of the loaded graph by its IRI; of equals, the first."""
    best: dict[str, Piece] = {}
    for _, _, edge in graph.edges(data=True):
        best[edge["fact"]] = _surest(edge["evidence"])
    return best


def _surest(pieces: Iterable[Piece]) -> Piece:
    return min(pieces, key=lambda piece: (-piece["confidence"], piece["document"], piece["start"]))
