"""What every view of the page starts from, and what it adds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import networkx as nx

from coopgraph.views.options import PageOptions, select
from coopgraph.views.payload import Facts, thing
from coopgraph.views.texts import Text

Part: TypeAlias = Callable[["nx.MultiGraph[str]", PageOptions], "nx.MultiGraph[str]"]
"""Chooses the part of a graph that the options ask for."""


class Selection:
    """The part of a graph that a page shows, as plain values for JSON; `part` chooses it.

    `things`, `facts` and `documents` are lists, `numbers` gives the place in `things` of each node of `graph`, `links`
    the places in `facts` for each (thing, thing, relation). Raises what `coopgraph.views.options.select` does.
    """

    def __init__(self, graph: nx.MultiGraph[str], options: PageOptions, part: Part = select) -> None:
        self.options = options
        self.graph = part(graph, options)
        self.numbers = {iri: number for number, iri in enumerate(self.graph)}
        self.things = [thing(iri, self.graph.nodes[iri]) for iri in self.numbers]
        known = Facts(self.graph, self.numbers)
        self.facts, self.documents, self.links = known.facts, known.documents, known.links


@dataclass(frozen=True, slots=True)
class View:
    """One way to show a selection.

    `data` returns what the view adds to the data of the page, `title` the heading in the language of the texts. The
    others name assets: `stage`, below `stages`, is what stands in the page's middle; `scripts` and `styles` follow
    those that all views share; `libraries`, below `vendor`, come before all scripts. The scripts define the functions
    that `js/main.js` lists. `part` chooses what of the graph the view shows.
    """

    data: Callable[[Selection], dict[str, Any]]
    title: Callable[[Selection, Mapping[str, Text]], str]
    stage: str
    scripts: tuple[str, ...]
    styles: tuple[str, ...] = ()
    libraries: tuple[str, ...] = ()
    part: Part = select


def counted(texts: Mapping[str, Any], key: str, number: int) -> str:
    """Return a text that depends on a number, with the number in it; for the languages that the page speaks."""
    word = texts[key]
    figure = f"{number:,}".replace(",", texts["thousands"])
    return str(word["one" if number == 1 and "one" in word else "other"]).replace("{n}", figure)
