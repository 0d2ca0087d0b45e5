"""coopgraph export: files for other tools."""

from pathlib import Path

import click

from coopgraph.cli.options import confidence, dataset
from coopgraph.cli.output import note, raw
from coopgraph.errors import UsageError

FORMATS = ("graphml", "gexf", "csv", "turtle", "jsonld", "nquads")
STORE = "oxigraph"


@click.command("export")
@dataset
@click.option(
    "--to", "form", required=True, type=click.Choice((*FORMATS, STORE), case_sensitive=False), help="The format."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    help="The file to write (csv, oxigraph: a folder for the tables or the store); - or left out: stdout.",
)
@confidence
def command(location: str, form: str, output: Path | None, min_confidence: float) -> None:
    """Write the dataset for other tools: Gephi, yEd, igraph, spreadsheets, RDF stores.

    `--to oxigraph` makes an on-disk store: every command takes its folder with -g, and opens it without reading all of
    it into memory first. That pays from some hundred thousand statements on.
    """
    if form == STORE:
        if min_confidence:
            raise UsageError("--min-confidence: an on-disk store holds the whole dataset; choose graphml, gexf or csv")
        _store(location, output)
        return
    from coopgraph.exports import EXPORTS
    from coopgraph.store import open_store

    export, store = EXPORTS[form], open_store(location)
    if output is None or str(output) == "-":
        raw(export.content(store, min_confidence))
        return
    written = export.save(store, output, min_confidence)
    for path in written:
        note(f"{path}: written" + (f", {export.description}" if len(written) == 1 else ""))


def _store(location: str, folder: Path | None) -> None:
    from coopgraph.exports import oxigraph

    if folder is None or str(folder) == "-":
        raise UsageError("--to oxigraph: a store is a folder, no stream; name one with -o FOLDER")
    oxigraph.save(location, folder)
    note(f"{folder}: written, an on-disk store for -g {folder}")
