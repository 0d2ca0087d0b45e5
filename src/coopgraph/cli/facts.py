"""coopgraph facts: what the documents state, with the evidence."""

from typing import TYPE_CHECKING

import click

from coopgraph.cli.options import confidence, dataset, output_format
from coopgraph.cli.output import comma_separated, json_lines, note, table
from coopgraph.errors import NothingFoundError
from coopgraph.model import Relation, Status

if TYPE_CHECKING:
    from coopgraph.queries import FactRow
    from coopgraph.store import Store

COLUMNS = ("relation", "subject", "object", "kind", "date", "end", "status", "document", "confidence", "quote")
_SPARE = ("status", "confidence", "end", "document", "kind")  # what a narrow terminal goes without
_REST = ("role", "amount", "count", "of", "within", "bound", "start", "stop", "method", "fact")


@click.command("facts")
@dataset
@click.option(
    "--status",
    type=click.Choice([*(member.value for member in Status), "all"], case_sensitive=False),
    help="Facts of this status; by default all but what is only intended.",
)
@click.option("--relation", type=click.Choice([member.value for member in Relation]), help="Only this one.")
@click.option("--of", "name", metavar="NAME", help="Only facts about this thing.")
@click.option("--document", help="Only what this document states, by its name.")
@confidence
@output_format("table", "csv", "jsonl")
def command(
    location: str,
    status: str | None,
    relation: str | None,
    name: str | None,
    document: str | None,
    min_confidence: float,
    form: str,
) -> None:
    """Print the facts: a line for each fact, pair of parties and document, with the passage that states it."""
    from coopgraph.queries import FactFilter, facts, one
    from coopgraph.store import open_store

    store = open_store(location)
    wanted = FactFilter(
        thing=one(store, name)["id"] if name else None,
        relation=Relation(relation) if relation else None,
        status=Status(status) if status and status != "all" else None,
        document=document,
        confidence=min_confidence,
    )
    rows = [row for row in facts(store, wanted) if status or row["status"] != Status.INTENDED]
    if form == "jsonl":
        json_lines(rows)
    elif form == "csv":
        comma_separated((*COLUMNS, *_REST), (cells(row, (*COLUMNS, *_REST)) for row in rows))
    else:
        table(COLUMNS, [cells(row, COLUMNS) for row in rows], spare=_SPARE)
    if not rows:
        if document and not _is_known(store, document):
            raise NothingFoundError(f"{document!r}: {store.location} has no document of this name")
        note("no fact is like that")


def _is_known(store: "Store", document: str) -> bool:
    from coopgraph.store.terms import Literal

    return store.ask("ASK { GRAPH ?home { ?paper dcterms:identifier $document } }", {"document": Literal(document)})


def cells(row: "FactRow", columns: tuple[str, ...]) -> list[object]:
    """Return the columns of a row as a person reads them: ends by name, a count with what is counted."""
    counted = [row["bound"], row["count"], row["of"], f"in the {row['within']}" if row["within"] else None]
    ends: dict[str, object] = {
        "subject": row["subject"]["name"],
        "object": row["object"]["name"] if row["object"] else " ".join(str(part) for part in counted if part),
    }
    return [ends.get(column, row.get(column)) for column in columns]
