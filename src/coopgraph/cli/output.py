"""Data to stdout: a table in a terminal, tab-separated text in a pipe, CSV, or a JSON object a line."""

import csv
import json
import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence

import click

# What a terminal or a reader's eye could be misled by: control characters and the marks that reorder text.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")

Cell = object


def clean(value: Cell) -> str:
    """Return the value as one line of text that can do nothing to a terminal."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, tuple | list):
        return "; ".join(clean(member) for member in value)
    return _CONTROL.sub(" ", str(value)).strip()


def table(
    headers: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    *,
    spare: Sequence[str] = (),
    twins: Mapping[str, str] | None = None,
) -> None:
    """Print rows under headers: ruled and wrapped in a terminal, tab-separated elsewhere.

    A terminal gets no empty column and none that tells the same as its twin; where it is narrow, it goes without those
    of `spare`, the first ones first, and a line on stderr names them.
    """
    if not sys.stdout.isatty():
        click.echo("\t".join(headers))
        for row in rows:
            click.echo("\t".join(clean(cell) for cell in row))
        return
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from coopgraph.cli.fitting import fitted

    shown = list(rows)
    cells = [[clean(cell) for cell in row] for row in shown]
    console = Console(no_color="NO_COLOR" in os.environ)
    widths, roomy = (fitted(headers, cells, wide, spare, twins or {}) for wide in (console.width, sys.maxsize // 2))
    grid = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=0)
    for index, width in widths.items():
        numeric = bool(shown) and all(isinstance(row[index], int | float) for row in shown)
        grid.add_column(headers[index], justify="right" if numeric else "left", overflow="fold", width=width)
    for row in cells:
        grid.add_row(*(Text(row[index]) for index in widths))
    console.print(grid, crop=False)
    if left := [headers[index] for index in roomy if index not in widths]:
        note(f"for want of width without {', '.join(left)}; a pipe or --format csv has all")


def comma_separated(headers: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Print CSV with a header line; a cell that a spreadsheet would take for a formula gets an apostrophe before it."""
    from coopgraph.exports.cells import disarmed

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(headers)
    for row in rows:
        writer.writerow([cell if isinstance(cell, int | float) else disarmed(clean(cell)) for cell in row])


def json_lines(objects: Iterable[Mapping[str, Cell]]) -> None:
    """Print one JSON object a line, in UTF-8, keys in the order given."""
    for member in objects:
        click.echo(json.dumps(member, ensure_ascii=False))


def counted(number: int, one: str, more: str | None = None) -> str:
    """Return the number with the word for what is counted: "1 fact", "2 facts"; `more` is a plural without -s."""
    return f"{number} {one if number == 1 else more or one + 's'}"


def raw(content: bytes) -> None:
    """Write bytes to stdout, unchanged."""
    click.echo(content, nl=False)


def note(message: str) -> None:
    """Say something about the work on stderr, apart from the data."""
    click.echo(clean(message), err=True)
