"""coopgraph expiring: agreements that run out."""

import click

from coopgraph.cli.days import last_day
from coopgraph.cli.facts import cells
from coopgraph.cli.options import Day, confidence, dataset, output_format
from coopgraph.cli.output import comma_separated, json_lines, note, table

COLUMNS = ("end", "subject", "object", "kind", "date", "document", "confidence", "quote")


@click.command("expiring")
@dataset
@click.option("--within", default="6m", show_default=True, help="How far to look ahead: 90d, 8w, 6m or 2y.")
@click.option("--as-of", type=Day(), help="The day to look from; by default today.")
@confidence
@output_format("table", "csv", "jsonl")
def command(location: str, within: str, as_of: str | None, min_confidence: float, form: str) -> None:
    """Print the agreements that run out, the next one first."""
    from coopgraph.queries import Duration, expiring
    from coopgraph.store import open_store

    day = last_day(as_of)
    rows = list(expiring(open_store(location), day, Duration.parse(within), min_confidence))
    if form == "jsonl":
        json_lines(rows)
    else:
        shown = [cells(row, COLUMNS) for row in rows]
        if form == "csv":
            comma_separated(COLUMNS, shown)
        else:
            table(COLUMNS, shown, spare=("confidence", "document"))
    if not rows:
        note(f"no agreement is known to run out within {within} of {day}")
