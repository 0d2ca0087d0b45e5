"""A page for a board: where an institution stands in the network, with the sources, to read and to print."""

import base64
import hashlib
import re
from collections.abc import Iterable
from datetime import date
from importlib.resources import files
from typing import Any

import networkx as nx
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from coopgraph.network.projection import Reason
from coopgraph.views import charts
from coopgraph.views.board import HORIZON, Board, gather

_SURROGATE = re.compile("[\ud800-\udfff]")
_COUNTRIES = 12  # bars; the others are put together
_PATHS = 3  # arguments of a suggestion
_LEAST = 0.001  # below it a value is no number to read
# The asterisks by which Markdown sets words off; "3*4" has none, nor has "a * b".
_EMPHASIS = re.compile(r"(?<![\d*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![\d*])")
_LONGEST = 320  # characters of a sentence


def report(graph: "nx.MultiGraph[str]", focus: str, day: date, *, intervals: bool = False) -> str:
    """Return the page as HTML: everything inside, no script, no request, nothing from the graph read as markup.

    `graph` is what `coopgraph.network.load` returns, `focus` the IRI of a party; what holds on the day counts. With
    `intervals`, each place in a ranking has the interval that unsure facts leave. Raises NothingFoundError for what is
    no party of the network.
    """
    board = gather(graph, focus, day, intervals=intervals)
    style = _asset("report.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, finalize=_plain, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"cite": _Cites(board).cite, "how": _how, "shorten": _shorten, "number": _number}
    return environment.from_string(_asset("report.html")).render(
        board=board,
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        style=Markup(style),  # noqa: S704  # our own file
        horizon=HORIZON.months,
        paths=_PATHS,
        unknown=charts.UNKNOWN,
        charts=_charts(board),
    )


def _charts(board: Board) -> dict[str, Markup]:
    """Return the charts for which there is something to show; the library escapes what it writes."""
    countries = [*board.countries[:_COUNTRIES]]
    if rest := sum(count for _, count in board.countries[_COUNTRIES:]):
        countries.append((charts.OTHERS, rest))
    drawn = {}
    if countries:
        drawn["countries"] = charts.bars("Partners by country", countries)
        drawn["kinds"] = charts.bars("Partners by kind of tie", board.kinds)
    if board.years:
        drawn["years"] = charts.columns("Partners by year", board.years)
    return {name: Markup(_plain(svg)) for name, svg in drawn.items()}  # noqa: S704


class _Cites:
    """Finds the surest sentence of facts, and the number of its document on the page."""

    def __init__(self, board: Board) -> None:
        self._board = board

    def cite(self, facts: Iterable[str], about: str | None = None) -> dict[str, Any]:
        """Return the surest passage of some facts, with the `number` of its document; those about a thing go first."""
        board = self._board

        def order(fact: str) -> tuple[bool, float, str, int]:
            piece = board.passages[fact]
            elsewhere = about is not None and about not in board.parties[fact]
            return elsewhere, -piece["confidence"], piece["document"], piece["start"]

        best = board.passages[min(facts, key=order)]
        return {**best, "number": board.numbers[best["document"]]}


def _how(reasons: Iterable[Reason]) -> str:
    """Say in words what ties two, each thing once."""
    return "; ".join(dict.fromkeys(map(str, reasons)))


def _shorten(text: str) -> str:
    flat = " ".join(_EMPHASIS.sub("", text).split())
    return flat if len(flat) <= _LONGEST else flat[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _number(value: float) -> str:
    if value == int(value):
        return f"{value:,.0f}"
    return "< 0.001" if value < _LEAST else f"{value:.3g}"


def _plain(value: Any) -> Any:
    """Return text without lone surrogates, which no file can hold; anything else as it is."""
    return type(value)(_SURROGATE.sub("\ufffd", value)) if isinstance(value, str) else value


def _asset(name: str) -> str:
    text = files("coopgraph.views").joinpath("assets", "report", name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")
