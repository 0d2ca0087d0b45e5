"""coopgraph entities: the things, with all their names."""

import click

from coopgraph.cli.options import dataset, output_format, types
from coopgraph.cli.output import comma_separated, json_lines, table

COLUMNS = ("name", "type", "aliases", "documents", "identifiers", "id")


@click.command("entities")
@dataset
@types
@output_format("table", "csv", "jsonl")
def command(location: str, types: tuple[str, ...], form: str) -> None:
    """Print the things of the dataset, with all their names and the documents that name them."""
    from coopgraph.queries import entities
    from coopgraph.store import open_store

    rows = [row for row in entities(open_store(location)) if not types or row["type"] in types]
    if form == "jsonl":
        json_lines(rows)
        return
    cells = [
        (row["name"], row["type"], row["aliases"], len(row["documents"]), sorted(row["identifiers"].items()), row["id"])
        for row in rows
    ]
    if form == "csv":
        comma_separated(COLUMNS, cells)
    else:
        table(COLUMNS, cells, spare=("id", "identifiers"))
