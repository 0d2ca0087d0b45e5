"""Finding the node that a user means by a name."""

import unicodedata
from difflib import get_close_matches

import networkx as nx

from coopgraph.errors import NothingFoundError, UsageError

_SHOWN = 8


def fold(name: str) -> str:
    """Return a name for comparing: no accents, no case, single spaces; "Đà Nẵng" and "da nang" come out alike."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return " ".join(bare.casefold().replace("đ", "d").split())


def find(graph: "nx.Graph[str]", name: str) -> str:
    """Return the node that has this IRI, name or alias, in any case and without accents.

    A preferred name wins over an alias. Raises NothingFoundError, with names that are close, where nothing has the
    name, and UsageError, with the IRIs to choose from, where several have it.
    """
    if name in graph:
        return name
    wanted = fold(name)
    preferred = [node for node, data in graph.nodes(data=True) if fold(data["name"]) == wanted]
    found = preferred or [
        node for node, data in graph.nodes(data=True) if any(fold(alias) == wanted for alias in data["aliases"])
    ]
    if len(found) == 1:
        return found[0]
    if found:
        choices = ", ".join(f"{graph.nodes[node]['name']} <{node}>" for node in sorted(found)[:_SHOWN])
        more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        raise UsageError(f"{name!r} is the name of {len(found)} things: {choices}{more}; give the IRI of one")
    names = {fold(data["name"]): str(data["name"]) for _, data in graph.nodes(data=True)}
    near = [other for other in sorted(names) if wanted and wanted in other][:3] or get_close_matches(wanted, names, 3)
    hint = f"did you mean {' or '.join(names[other] for other in near)}?" if near else "`coopgraph entities` lists all"
    raise NothingFoundError(f"{name!r}: nothing in the graph has this name; {hint}")
