"""coopgraph view: the interactive page."""

from pathlib import Path

import click

from coopgraph.cli.options import confidence, dataset
from coopgraph.cli.output import note


@click.command("view")
@dataset
@click.option(
    "--as",
    "view",
    type=click.Choice(["network", "map", "timeline", "ego"]),
    default="network",
    show_default=True,
    help="What to show: things and their ties, countries on a map, agreements over time, or one institution.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path, allow_dash=True),
    default="graphs/cooperation.html",
    show_default=True,
    help="The page to write; - for stdout.",
)
@click.option("--focus", metavar="NAME", help="Start from this thing and show only what is near to it.")
@click.option("--hops", type=click.IntRange(0), default=2, show_default=True, help="How far from the focus to go.")
@click.option("--without-persons", is_flag=True, help="Leave people out.")
@click.option("--title", help="The heading of the page.")
@click.option(
    "--language",
    type=click.Choice(["en", "vi"]),
    default="en",
    show_default=True,
    help="The language that the page begins with; it can be switched there.",
)
@confidence
def command(
    location: str,
    view: str,
    output: Path,
    focus: str | None,
    hops: int,
    without_persons: bool,
    title: str | None,
    language: str,
    min_confidence: float,
) -> None:
    """Write the network as one HTML file to explore: search, filters, and the evidence of every fact.

    The page holds all that it needs and makes no request; it can be mailed and opened without a network connection.
    """
    from coopgraph import network, views
    from coopgraph.files import write_whole
    from coopgraph.queries import one
    from coopgraph.store import open_store

    store = open_store(location)
    graph = network.firm(network.load(store), min_confidence)
    start = None if focus is None else one(store, focus)["id"]
    options = views.PageOptions(
        view=view, title=title, focus=start, hops=hops, without_persons=without_persons, language=language
    )
    page = views.page(graph, options)
    if str(output) == "-":
        click.echo(page, nl=False)
        return
    write_whole(output, page.encode("utf-8"))
    note(f"{output}: {len(page.encode('utf-8')) / 1e6:.1f} MB; open it in a browser")
