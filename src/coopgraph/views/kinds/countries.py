"""The map: countries coloured by what is known of them, tied by arcs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from coopgraph.model import ORGANIZATIONS
from coopgraph.views.selection import Selection, View, counted
from coopgraph.views.whereabouts import placed


@cache
def _world() -> dict[str, Any]:
    text = files("coopgraph.views").joinpath("assets", "vendor", "world.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def data(selection: Selection) -> dict[str, Any]:
    """Return the things with their countries, and the map: outlines by code, where each country is, names to codes."""
    things, codes = placed(selection.things)
    world = _world()
    known = world["countries"]
    used = sorted(set(codes.values()) & known.keys())
    spots = {code: [*known[code][:2], known[code][2] if known[code][3] else 0] for code in used}
    outlines = {code: row[3] for code, row in known.items() if row[3]}
    size = {name: world[name] for name in ("width", "height", "rest")}
    return {"things": things, "map": {**size, "outlines": outlines, "spots": spots, "codes": codes}}


def title(selection: Selection, texts: Mapping[str, Any]) -> str:
    """Say what one sees: how many organisations lie in how many countries, or around what."""
    if selection.options.focus is not None:
        name = selection.things[selection.numbers[selection.options.focus]]["name"]
        return str(texts["titleFocus"]).replace("{name}", name)
    things, codes = placed(selection.things)
    bodies = [thing for thing in things if thing["type"] in ORGANIZATIONS]
    homes = [codes[thing["country"]] for thing in bodies if thing.get("country") in codes]
    if not homes:
        return str(texts["mapTitle"])
    numbers = {"organizations": len(homes), "countries": len(set(homes) - {"EU"})}
    filled = str(texts["mapCounted"])
    for key, number in numbers.items():
        filled = filled.replace("{" + key + "}", counted(texts, key, number))
    return filled


VIEW = View(
    data,
    title,
    stage="map",
    scripts=("map/atlas", "map/ties", "map/stage", "map/moving", "map/names", "map/panels", "map/shell"),
    styles=("map",),
)
