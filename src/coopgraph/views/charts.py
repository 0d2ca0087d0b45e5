"""Charts as SVG that stands in a page: no style, no script, nothing to load."""

from collections.abc import Sequence
from typing import Any
from xml.etree import ElementTree as ET  # builds SVG; parses nothing

HALF, WHOLE = 410, 860
"""Widths of a chart in half a line of the page and in a whole one, so that a unit is about a pixel."""
UNKNOWN, OTHERS = "not stated", "others"
"""The names of bars that are drawn in grey."""

_INK, _BAR, _GREY, _LINE = "#4a5568", "#1f6f78", "#b4bfc9", "#e2e8ee"
_ROW, _COLUMNS = 27, 190  # height of a bar with its gap, and of a chart of columns
_LONGEST = 26  # characters of a label
_LABELS = 12  # years that are labelled at most
_MARGIN = 8


def bars(title: str, counts: Sequence[tuple[str, int]]) -> str:
    """Return a chart of horizontal bars, the first on top, each labelled with its name and count."""
    leather = _leather(HALF)
    numbers = dict(counts)
    chart = leather.Chart()
    chart.add_x_scale(0, max(numbers.values()))
    chart.add_x_axis(ticks=[0], tick_formatter=lambda *_: "")
    chart.add_y_axis(tick_formatter=lambda value, *_: f"{_short(value)}  {numbers[value]}")
    fill = dict.fromkeys((UNKNOWN, OTHERS), _GREY)
    chart.add_bars([(count, name) for name, count in counts], fill_color=lambda bar: fill.get(bar.y, _BAR))
    return _svg(chart, title, HALF, _ROW * len(counts) + 2 * _MARGIN + 22)


def columns(title: str, counts: Sequence[tuple[int, int]]) -> str:
    """Return a chart of columns, one a year, with whole numbers at the side."""
    leather = _leather(WHOLE)
    most = max(count for _, count in counts)
    step = max(1, -(-most // 4))
    every = -(-len(counts) // _LABELS)
    last = counts[-1][0]
    chart = leather.Chart()
    chart.add_y_scale(0, step * -(-most // step))
    chart.add_y_axis(ticks=list(range(0, most + step, step)), tick_formatter=lambda value, *_: f"{value}")
    chart.add_x_axis(tick_formatter=lambda year, *_: "" if (last - int(year)) % every else year)
    chart.add_columns([(str(year), count) for year, count in counts], fill_color=_BAR)
    return _svg(chart, title, WHOLE, _COLUMNS)


def _leather(width: int) -> Any:
    """Return the library with the look of the page; its theme is a module's variables."""
    import leather

    theme = leather.theme
    theme.background_color, theme.tick_color, theme.zero_color, theme.label_color = "none", _LINE, _LINE, _INK
    theme.tick_font_family, theme.tick_font_size, theme.tick_font_char_width = "inherit", 13, 7
    theme.margin = _MARGIN / width
    return leather


def _svg(chart: Any, title: str, width: int, height: int) -> str:
    root = ET.Element("svg", viewBox=f"0 0 {width} {height}", role="img")
    root.set("aria-label", title)
    root.append(chart.to_svg_group(width, height))
    return ET.tostring(root, encoding="unicode")


def _short(label: str) -> str:
    return label if len(label) <= _LONGEST else label[: _LONGEST - 1] + "…"
