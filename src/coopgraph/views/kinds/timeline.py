"""The timeline: agreements and other dated cooperation, a line each, from when to when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coopgraph.model import Relation
from coopgraph.views.near import own, stated
from coopgraph.views.selection import Selection, View

TIMED = (
    Relation.COOPERATES_WITH,
    Relation.PARTICIPATES_IN,
    Relation.MEMBER_OF,
    Relation.FUNDS,
    Relation.ORGANIZES,
)
"""The relations that a timeline is of: what parties agree on, take part in, pay for and hold."""


def data(selection: Selection) -> dict[str, Any]:
    """Return the relations that are drawn, and the thing and its units that the timeline is limited to."""
    focus = selection.options.focus
    mine = () if focus is None else own(selection.graph, focus)
    return {
        # Nothing is chosen at first, so that the years have the whole width.
        "focus": None,
        "timeline": {
            "relations": list(TIMED),
            "about": None if focus is None else selection.numbers[focus],
            "own": sorted(selection.numbers[node] for node in mine),
        },
    }


def title(selection: Selection, texts: Mapping[str, Any]) -> str:
    """Say whose cooperation one sees, or of which years."""
    if selection.options.focus is not None:
        name = selection.things[selection.numbers[selection.options.focus]]["name"]
        return str(texts["titleTimelineFocus"]).replace("{name}", name)
    dates = [fact.get(end, "")[:4] for fact in selection.facts if fact["relation"] in TIMED for end in ("date", "end")]
    years = sorted(year for year in dates if len(year) == 4 and year.isdecimal())
    if not years:
        return str(texts["titleTimeline"])
    span = years[0] if years[0] == years[-1] else f"{years[0]} – {years[-1]}"
    return str(texts["titleTimelineYears"]).replace("{years}", span)


VIEW = View(
    data,
    title,
    stage="timeline",
    scripts=(
        "time/terms",
        *("timeline/rows", "timeline/groups", "timeline/stretch", "timeline/lanes", "timeline/legend"),
        *("timeline/sketch", "timeline/shell"),
    ),
    styles=("terms", "timeline"),
    part=stated,
)
