"""coopgraph changes: who is new, renewed, lost."""

import click

from coopgraph.cli.days import last_day
from coopgraph.cli.options import Day, confidence, dataset, output_format
from coopgraph.cli.output import comma_separated, json_lines, note, table

_HEADERS = ("change", "one", "other", "how", "dated", "facts", "documents", "sources")


@click.command("changes")
@click.argument("name", required=False)
@dataset
@click.option("--from", "start", type=Day(), required=True, help="The day before the changes; of a year, its last.")
@click.option("--to", "stop", type=Day(), help="The day after them; by default today.")
@confidence
@output_format("table", "csv", "jsonl")
def command(name: str | None, location: str, start: str, stop: str | None, min_confidence: float, form: str) -> None:
    """Print which ties are new, renewed or lost between two days, overall or of NAME.

    A tie holds from the date of its first fact to the end of its last one; facts without a date, from the date of the
    first document that states them. `--from 2023 --to 2024` prints what 2024 brought.
    """
    from coopgraph import network
    from coopgraph.queries import one
    from coopgraph.store import open_store

    store = open_store(location)
    focus = one(store, name)["id"] if name else None
    view = network.Projection(least_confidence=min_confidence)
    before, after = last_day(start), last_day(stop)
    rows = network.changes(network.load(store), before, after, focus=focus, view=view)
    if form == "jsonl":
        json_lines(
            {
                "change": row.change,
                "one": {"id": row.one, "name": row.names[0]},
                "other": {"id": row.other, "name": row.names[1]},
                "reasons": [str(reason) for reason in row.reasons],
                "dated": row.dated,
                "facts": row.facts,
                "documents": row.documents,
                "sources": row.sources,
            }
            for row in rows
        )
    else:
        cells = [
            (
                row.change.value, *row.names, "; ".join(map(str, row.reasons)), "yes" if row.dated else "no",
                len(row.facts), row.documents, row.sources,
            )
            for row in rows
        ]  # fmt: skip
        (comma_separated if form == "csv" else table)(_HEADERS, cells)
    if not rows:
        note(f"no tie is known to have come or gone between {before} and {after}")
