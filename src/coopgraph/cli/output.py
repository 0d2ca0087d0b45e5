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


def table(headers: Sequence[str], rows: Iterable[Sequence[Cell]], *, title: str | None = None) -> None:
    """Print rows under headers: ruled and wrapped in a terminal, tab-separated elsewhere."""
    if not sys.stdout.isatty():
        click.echo("\t".join(headers))
        for row in rows:
            click.echo("\t".join(clean(cell) for cell in row))
        return
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=box.SIMPLE_HEAD, title=title, title_justify="left", pad_edge=False)
    shown = list(rows)
    for index, header in enumerate(headers):
        numeric = bool(shown) and all(isinstance(row[index], int | float) for row in shown)
        grid.add_column(header, justify="right" if numeric else "left", overflow="fold")
    for row in shown:
        grid.add_row(*(Text(clean(cell)) for cell in row))
    Console(no_color="NO_COLOR" in os.environ).print(grid)


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


def raw(content: bytes) -> None:
    """Write bytes to stdout, unchanged."""
    click.echo(content, nl=False)


def note(message: str) -> None:
    """Say something about the work on stderr, apart from the data."""
    click.echo(clean(message), err=True)
