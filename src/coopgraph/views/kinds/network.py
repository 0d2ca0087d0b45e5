"""The network: things as nodes, their facts as lines, laid out beforehand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coopgraph.model import ORGANIZATIONS, EntityType
from coopgraph.views.drawing import draw
from coopgraph.views.groups import MOST
from coopgraph.views.selection import Selection, View, counted


def data(selection: Selection) -> dict[str, Any]:
    """Return the drawing: nodes, options and groups for vis-network, and the links with their looks."""
    drawn = draw(selection.things, selection.facts, selection.links, selection.options.seed)
    return {"links": drawn.pop("edges"), "network": drawn, "most": MOST}


def title(selection: Selection, texts: Mapping[str, Any]) -> str:
    """Say what one sees: what it is around, or of how many organisations and countries the network is."""
    if selection.options.focus is not None:
        name = selection.things[selection.numbers[selection.options.focus]]["name"]
        return str(texts["titleFocus"]).replace("{name}", name)
    things = selection.things
    organizations = sum(thing["type"] in ORGANIZATIONS for thing in things)
    countries = {thing["country"] for thing in things if thing.get("country")}
    countries |= {thing["name"] for thing in things if thing["type"] == EntityType.COUNTRY}
    if not organizations:
        return str(texts["title"])
    parts = [counted(texts, "organizations", organizations)]
    if countries:
        parts.append(counted(texts, "countries", len(countries)))
    return str(texts["titleCounted"]).replace("{what}", ", ".join(parts))


VIEW = View(
    data,
    title,
    stage="network",
    scripts=(
        *("network/groups", "network/scene", "network/look", "network/canvas", "network/pointing", "network/labels"),
        *("network/legend", "network/sketch", "network/shell"),
    ),
    libraries=("vis-network.min",),
)
