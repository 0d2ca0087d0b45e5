"""One self-contained HTML page that shows a network, answers questions about it and gives the evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx

from coopgraph.errors import UsageError
from coopgraph.model import ORGANIZATIONS, EntityType, Relation
from coopgraph.views.drawing import DASHES, OTHER, SHAPES, draw
from coopgraph.views.groups import MOST
from coopgraph.views.html import assemble
from coopgraph.views.options import PageOptions, select
from coopgraph.views.payload import Facts, present, thing
from coopgraph.views.texts import TEXTS


def page(graph: nx.MultiGraph[str], options: PageOptions | None = None) -> str:
    """Return the page as HTML: everything inside, no request, nothing from the graph read as markup or script.

    `graph` is what `coopgraph.network.load` returns. The same graph and options give the same text, whatever the order
    of nodes and edges. Raises NothingFoundError where the focus isn't in the graph, UsageError for an unknown language
    or a negative number of hops.
    """
    options = options or PageOptions()
    if options.language not in TEXTS:
        raise UsageError(f"--language {options.language}: the page has no words in it; there are: {', '.join(TEXTS)}")
    texts = TEXTS[options.language]
    selected = select(graph, options)
    numbers = {iri: number for number, iri in enumerate(selected)}
    things = [thing(iri, selected.nodes[iri]) for iri in numbers]
    known = Facts(selected, numbers)
    dates = [document["date"] for document in known.documents if "date" in document]
    title = options.title or _title(texts, things)
    if options.title is None and options.focus is not None:
        title = str(texts["titleFocus"]).replace("{name}", things[numbers[options.focus]]["name"])
    data: dict[str, Any] = {
        "language": options.language,
        "texts": texts,
        "things": things,
        "facts": known.facts,
        "documents": known.documents,
        "network": draw(things, known.links, options.seed),
        "types": [
            {"name": name, "shape": shape, "hollow": hollow}
            for name in present((thing["type"] for thing in things), EntityType)
            for shape, hollow in [SHAPES.get(name, OTHER)]
        ],
        "relations": [
            {"name": name, "dashes": DASHES.get(name)}
            for name in present((relation for _, _, relation in known.links), Relation)
        ],
        "focus": None if options.focus is None else numbers[options.focus],
        "most": MOST,
        "newest": max(dates, default=None),
    }
    return assemble(title, options.language, texts, data)


def _title(texts: Mapping[str, Any], things: Sequence[Mapping[str, Any]]) -> str:
    """Say what one sees: of how many organisations and countries the network is, where there are any."""
    organizations = sum(thing["type"] in ORGANIZATIONS for thing in things)
    countries = {thing["country"] for thing in things if thing.get("country")}
    countries |= {thing["name"] for thing in things if thing["type"] == EntityType.COUNTRY}
    if not organizations:
        return str(texts["title"])
    counted = [
        str(word["one" if number == 1 and "one" in word else "other"]).replace("{n}", f"{number:,}")
        for word, number in ((texts["organizations"], organizations), (texts["countries"], len(countries)))
        if number
    ]
    return str(texts["titleCounted"]).replace("{what}", ", ".join(counted))
