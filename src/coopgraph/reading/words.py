"""The words of a language that the grammar of relations rests on."""

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def _grammar() -> dict[str, list[str] | dict[str, list[str]]]:
    folder = files("coopgraph.reading").joinpath("data", "en")
    loaded: dict[str, list[str] | dict[str, list[str]]] = {}
    for name in ("relations.toml", "posts.toml"):
        loaded |= tomllib.loads(folder.joinpath(name).read_text(encoding="utf-8"))
    return loaded


def _alternatives(entries: list[str]) -> str:
    return (
        "(?:" + "|".join(re.escape(entry).replace(r"\ ", " ") for entry in sorted(entries, key=len, reverse=True)) + ")"
    )


@cache
def one_of(name: str) -> str:
    """Return a regular expression that matches one entry of the named list, the longest first.

    Raises KeyError for a list that neither relations.toml nor posts.toml has.
    """
    entries = _grammar()[name]
    if isinstance(entries, dict):
        entries = [entry for group in entries.values() for entry in group]
    return _alternatives(entries)


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
    return tuple((group, _alternatives(entries)) for group, entries in groups.items())
