"""coopgraph brokers: who connects what would otherwise be separate."""

import click

from coopgraph.cli.options import confidence, dataset, output_format
from coopgraph.cli.output import comma_separated, json_lines, note, table

_HEADERS = (
    "", "name", "type", "country", "betweenness", "groups", "countries", "only link", "cut off", "facts", "documents",
    "sources",
)  # fmt: skip


@click.command("brokers")
@dataset
@click.option("--top", type=click.IntRange(1), default=20, show_default=True, help="How many rows.")
@confidence
@output_format("table", "csv", "jsonl")
def command(location: str, top: int, min_confidence: float, form: str) -> None:
    """Rank who connects others: on how many shortest ways it lies, and what falls apart without it.

    `groups` and `countries` count those that its partners are in; `only link` are pairs of countries that nobody else's
    ties connect; `cut off` are those that lose their way to the rest without it.
    """
    from dataclasses import asdict

    from coopgraph import network
    from coopgraph.store import open_store

    view = network.Projection(least_confidence=min_confidence)
    rows = network.brokers(network.load(open_store(location)), top=top, view=view)
    if not rows:
        note("nobody lies between two others: everybody who is tied at all is tied directly")
        raise SystemExit(1)
    if form == "jsonl":
        json_lines(asdict(row) for row in rows)
        return
    cells = [
        (
            number, row.name, row.type, row.country, round(row.betweenness, 6), row.groups, row.countries,
            [" – ".join(pair) for pair in row.only_link], row.cut_off, row.facts, row.documents, row.sources,
        )
        for number, row in enumerate(rows, 1)
    ]  # fmt: skip
    (comma_separated if form == "csv" else table)(_HEADERS, cells)
