"""One self-contained HTML page that shows a network, answers questions about it and gives the evidence."""

from __future__ import annotations

from typing import Any

import networkx as nx

from coopgraph.errors import UsageError
from coopgraph.model import EntityType, Relation
from coopgraph.views.drawing import DASHES, OTHER, SHAPES
from coopgraph.views.html import assemble
from coopgraph.views.kinds import VIEWS
from coopgraph.views.options import PageOptions
from coopgraph.views.payload import present
from coopgraph.views.selection import Selection
from coopgraph.views.texts import TEXTS


def page(graph: nx.MultiGraph[str], options: PageOptions | None = None) -> str:
    """Return the page as HTML: everything inside, no request, nothing from the graph read as markup or script.

    `graph` is what `coopgraph.network.load` returns. The same graph and options give the same text, whatever the order
    of nodes and edges. Raises NothingFoundError where the focus isn't in the graph, UsageError for an unknown view or
    language or a negative number of hops.
    """
    options = options or PageOptions()
    if options.language not in TEXTS:
        raise UsageError(f"--language {options.language}: the page has no words in it; there are: {', '.join(TEXTS)}")
    if options.view not in VIEWS:
        raise UsageError(f"--as {options.view}: there is no such view; there are: {', '.join(VIEWS)}")
    view = VIEWS[options.view]
    selection = Selection(graph, options, view.part)
    titles = {language: options.title or view.title(selection, texts) for language, texts in TEXTS.items()}
    dates = [document["date"] for document in selection.documents if "date" in document]
    data: dict[str, Any] = {
        "language": options.language,
        "texts": TEXTS,
        "titles": titles,
        "things": selection.things,
        "facts": selection.facts,
        "documents": selection.documents,
        "links": [
            {"id": number, "from": source, "to": target, "relation": relation, "facts": facts}
            for number, ((source, target, relation), facts) in enumerate(sorted(selection.links.items()))
        ],
        "types": [
            {"name": name, "shape": shape, "hollow": hollow}
            for name in present((thing["type"] for thing in selection.things), EntityType)
            for shape, hollow in [SHAPES.get(name, OTHER)]
        ],
        "relations": [
            {"name": name, "dashes": DASHES.get(name)}
            for name in present((relation for _, _, relation in selection.links), Relation)
        ],
        "focus": None if options.focus is None else selection.numbers[options.focus],
        "newest": max(dates, default=None),
    }
    return assemble(view, titles[options.language], options.language, data | view.data(selection))
