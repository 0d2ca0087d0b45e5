"""The words of a language that the grammar of relations rests on."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TypeAlias


@cache
def _grammar() -> dict[str, list[str] | dict[str, list[str]]]:
    folder = files("coopgraph.reading").joinpath("data", "en")
    loaded: dict[str, list[str] | dict[str, list[str]]] = {}
    for name in ("relations.toml", "posts.toml"):
        loaded |= tomllib.loads(folder.joinpath(name).read_text(encoding="utf-8"))
    return loaded


def alternatives(entries: list[str]) -> str:
    """Return an expression for one of the entries, the longest that fits first.

    The entries are put together as a tree of their beginnings, behind a look at the first letter: `re` would try every
    one of a hundred alternatives at every place of a text.
    """
    tree: _Tree = {}
    for entry in entries:
        node = tree
        for letter in entry:
            node = node.setdefault(letter, {})
        node[_END] = {}
    first = "".join(re.escape(letter) for letter in sorted(tree))
    return f"(?:(?=[{first}]){_branches(tree)})"


_Tree: TypeAlias = "dict[str, _Tree]"
_END = ""  # the mark in a tree where an entry may end


def _branches(tree: _Tree) -> str:
    """Return an expression for what may follow in the tree; what goes on is tried before what ends."""
    branches = []
    for letter, node in tree.items():
        if letter != _END:
            words = letter
            while len(node) == 1 and _END not in node:  # no choice for some letters
                ((following, node),) = node.items()
                words += following
            branches.append(re.escape(words).replace(r"\ ", " ") + (_branches(node) if node != {_END: {}} else ""))
    if not branches:
        return ""
    joined = "|".join(branches)
    if _END in tree:
        return f"(?:{joined})?"
    return f"(?:{joined})" if len(branches) > 1 else joined


@cache
def one_of(name: str) -> str:
    """Return a regular expression that matches one entry of the named list, the longest first.

    Raises KeyError for a list that neither relations.toml nor posts.toml has.
    """
    entries = _grammar()[name]
    if isinstance(entries, dict):
        entries = [entry for group in entries.values() for entry in group]
    return alternatives(entries)


def entries(name: str) -> tuple[str, ...]:
    """Return the entries of the named list as they are written there. Raises KeyError for a list that isn't there."""
    found = _grammar()[name]
    return tuple(found) if isinstance(found, list) else tuple(entry for group in found.values() for entry in group)


@cache
def table(name: str) -> tuple[tuple[str, str], ...]:
    """Return the named groups of words as (name of the group, regular expression for one of its entries), in order."""
    groups = _grammar()[name]
    if not isinstance(groups, dict):
        raise TypeError(f"{name} in relations.toml is a list, not groups of words")
    return tuple((group, alternatives(entries)) for group, entries in groups.items())
