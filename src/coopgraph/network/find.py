"""Finding the node that a user means by a name."""

from collections.abc import Iterator
from difflib import get_close_matches

import networkx as nx

from coopgraph.errors import NothingFoundError, UsageError
from coopgraph.identity.names import words

_SHOWN = 8


def find(graph: "nx.Graph[str]", name: str) -> str:
    """Return the node that a user means by an IRI or a name, by the rules of `queries.find`.

    Case, accents, punctuation and a leading "the" don't count. The first of these that anything meets decides: the IRI,
    the preferred name, an alias, the beginning of one of the names, a part of one of them. Raises NothingFoundError,
    with names that are close, where nothing is meant, and UsageError, with the IRIs to choose from, where several are.
    """
    found: list[str] = next((tier for tier in _tiers(graph, name) if tier), [])
    if len(found) == 1:
        return found[0]
    if found:
        choices = ", ".join(f"{graph.nodes[node]['name']} <{node}>" for node in found[:_SHOWN])
        more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        raise UsageError(
            f"{name!r} may mean {len(found)} things: {choices}{more}; give the whole name or the IRI of one"
        )
    names = {_key(data["name"]): str(data["name"]) for _, data in graph.nodes(data=True)}
    near = get_close_matches(_key(name), sorted(names), 3)
    hint = f"did you mean {' or '.join(names[key] for key in near)}?" if near else "see `coopgraph entities`"
    raise NothingFoundError(f"{name!r}: nothing in the graph has this name; {hint}")


def _tiers(graph: "nx.Graph[str]", name: str) -> Iterator[list[str]]:
    """Yield the nodes that each rule finds, the strictest rule first, by name."""
    yield [name] if name in graph else []
    wanted = _key(name)
    if not wanted:
        return
    nodes = sorted(graph, key=lambda node: (graph.nodes[node]["name"], node))
    keys = [
        (node, [_key(form) for form in (graph.nodes[node]["name"], *graph.nodes[node]["aliases"])]) for node in nodes
    ]
    yield [node for node, forms in keys if forms[0] == wanted]
    yield [node for node, forms in keys if wanted in forms]
    yield [node for node, forms in keys if any(form.startswith(wanted) for form in forms)]
    yield [node for node, forms in keys if any(wanted in form for form in forms)]


def _key(name: str) -> str:
    return " ".join(words(name)) or name.strip()
