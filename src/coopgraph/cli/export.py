"""coopgraph export: files for other tools."""

from pathlib import Path

import click

from coopgraph.cli.options import dataset
from coopgraph.cli.output import note, raw

FORMATS = ("graphml", "gexf", "csv", "turtle", "jsonld", "nquads")


@click.command("export")
@dataset
@click.option("--to", "form", required=True, type=click.Choice(FORMATS, case_sensitive=False), help="The format.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    help="The file to write (csv: a folder for nodes.csv and edges.csv); - or left out: stdout.",
)
def command(location: str, form: str, output: Path | None) -> None:
    """Write the dataset for other tools: Gephi, yEd, igraph, spreadsheets, RDF stores."""
    from coopgraph.exports import EXPORTS
    from coopgraph.store import open_store

    export, store = EXPORTS[form], open_store(location)
    if output is None or str(output) == "-":
        raw(export.content(store))
        return
    for path in export.save(store, output):
        note(f"{path}: written, {export.description}")
