"""coopgraph report: a page on one institution for its board."""

from pathlib import Path

import click

from coopgraph.cli.days import last_day
from coopgraph.cli.options import Day, confidence, dataset
from coopgraph.cli.output import note


@click.command("report")
@click.argument("name")
@dataset
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path, allow_dash=True),
    default="report.html",
    show_default=True,
    help="The page to write; - for stdout.",
)
@click.option("--as-of", type=Day(), help="The day that the page is about; by default today.")
@click.option("--intervals", is_flag=True, help="Add how far each place moves when unsure facts drop out.")
@confidence
def command(name: str, location: str, output: Path, as_of: str | None, intervals: bool, min_confidence: float) -> None:
    """Write a page on NAME for a board: partners, growth, what runs out, position, suggestions, with all sources.

    The page is one HTML file without scripts; it makes no request and prints well.
    """
    from coopgraph import network
    from coopgraph.files import write_whole
    from coopgraph.queries import one
    from coopgraph.store import open_store
    from coopgraph.views.report import report

    store = open_store(location)
    focus = one(store, name)["id"]
    page = report(network.firm(network.load(store), min_confidence), focus, last_day(as_of), intervals=intervals)
    if str(output) == "-":
        click.echo(page, nl=False)
        return
    write_whole(output, page.encode("utf-8"))
    note(f"{output}: {len(page.encode('utf-8')) / 1e3:.0f} kB; open it in a browser or print it")
