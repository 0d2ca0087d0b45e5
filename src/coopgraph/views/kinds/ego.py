"""One institution in the middle, its partners around it, and what is known of it beside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx as nx

from coopgraph.errors import UsageError
from coopgraph.views.near import own, shared
from coopgraph.views.options import PageOptions
from coopgraph.views.selection import Selection, View
from coopgraph.vocabulary.terms import AGREEMENT_KINDS


def part(graph: nx.MultiGraph[str], options: PageOptions) -> nx.MultiGraph[str]:
    """Return what is near to the focus; raises UsageError where there is none."""
    if options.focus is None:
        raise UsageError("--as ego shows one institution: name it with --focus NAME")
    return shared(graph, options, options.focus)


def data(selection: Selection) -> dict[str, Any]:
    """Return the institution with its units, and the kinds of cooperation that are agreements."""
    mine = own(selection.graph, str(selection.options.focus))
    return {"ego": {"own": sorted(selection.numbers[node] for node in mine), "agreements": sorted(AGREEMENT_KINDS)}}


def title(selection: Selection, texts: Mapping[str, Any]) -> str:
    """Say whose partners one sees."""
    name = selection.things[selection.numbers[str(selection.options.focus)]]["name"]
    return str(texts["titleEgo"]).replace("{name}", name)


VIEW = View(
    data,
    title,
    stage="ego",
    scripts=(
        *("time/terms", "ego/partners", "ego/places", "ego/picture", "ego/pointing"),
        *("ego/profile", "ego/legend", "ego/sketch", "ego/shell"),
    ),
    styles=("terms", "ego"),
    part=part,
)
