"""coopgraph show: one thing, who it works with, through what, since when, on what evidence."""

import textwrap
from collections import defaultdict
from typing import TYPE_CHECKING

import click

from coopgraph.cli.facts import cells
from coopgraph.cli.options import confidence, dataset
from coopgraph.cli.output import clean, json_lines, note
from coopgraph.model import Relation

if TYPE_CHECKING:
    from coopgraph.queries import EntityRow, FactRow

_HEADINGS = {
    (Relation.COOPERATES_WITH, True): "works with",
    (Relation.PARTICIPATES_IN, True): "takes part in",
    (Relation.PARTICIPATES_IN, False): "has as participants",
    (Relation.MEMBER_OF, True): "is a member of",
    (Relation.MEMBER_OF, False): "has as members",
    (Relation.FUNDS, True): "funds",
    (Relation.FUNDS, False): "is funded by",
    (Relation.ORGANIZES, True): "organises",
    (Relation.ORGANIZES, False): "is organised by",
    (Relation.LOCATED_IN, True): "lies in",
    (Relation.LOCATED_IN, False): "is where these are",
    (Relation.PART_OF, True): "is part of",
    (Relation.PART_OF, False): "has as parts",
    (Relation.AFFILIATED_WITH, True): "belongs to",
    (Relation.AFFILIATED_WITH, False): "has as people",
    (Relation.ISSUES, True): "issued",
    (Relation.ISSUES, False): "was issued by",
    (Relation.PARTNER_COUNT, True): "counts as its partners",
}


@click.command("show")
@click.argument("name")
@dataset
@confidence
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True, help="How.")
def command(name: str, location: str, min_confidence: float, form: str) -> None:
    """Show one thing: its names, who it works with, through what, since when, and the passages that say so.

    NAME is any of its names, in any case and without accents.
    """
    from coopgraph.queries import FactFilter, facts, one
    from coopgraph.store import open_store

    store = open_store(location)
    thing = one(store, name)
    rows = list(facts(store, FactFilter(thing=thing["id"], confidence=min_confidence)))
    if form == "jsonl":
        json_lines(rows)
        return
    _head(thing)
    groups: dict[tuple[Relation, bool], list[FactRow]] = defaultdict(list)
    for row in rows:
        relation = Relation(row["relation"])
        forward = relation is Relation.COOPERATES_WITH or row["subject"]["id"] == thing["id"]
        groups[relation, forward].append(row)
    for key, heading in _HEADINGS.items():
        if groups[key]:
            click.echo(f"\n{heading}")
            _facts(groups[key], thing["id"])
    if not rows:
        note("no fact is known of it")


def _head(thing: "EntityRow") -> None:
    click.secho(clean(thing["name"]), bold=True, nl=False)
    click.echo(f" ({thing['type']})")
    if thing["aliases"]:
        click.echo(f"  also: {clean(thing['aliases'])}")
    for scheme, identifier in sorted(thing["identifiers"].items()):
        click.echo(f"  {scheme}: {clean(identifier)}")
    click.echo(f"  id: {thing['id']}")
    click.echo(f"  in: {clean(thing['documents'])}")


def _facts(rows: "list[FactRow]", me: str) -> None:
    """Print one line for each other end and its details, and below it each passage once."""
    shown: dict[tuple[str, ...], list[FactRow]] = defaultdict(list)
    for row in rows:
        other = "object" if row["subject"]["id"] == me else "subject"
        period = [f"since {row['date']}" if row["date"] else None, f"until {row['end']}" if row["end"] else None]
        status = row["status"] if row["status"] != "stated" else None
        details = (row["kind"], row["role"], row["amount"], *period, status)
        shown[clean(cells(row, (other,))[0]), ", ".join(clean(part) for part in details if part)].append(row)
    for (end, about), same in shown.items():
        click.echo(f"  {end}" + (f" ({about})" if about else ""))
        for row in same:
            quote = textwrap.shorten(clean(row["quote"]), 300, placeholder=" …")
            click.echo(f"      “{quote}”")
            click.echo(
                f"      {clean(row['document'])}:{row['start']}-{row['stop']}, confidence {row['confidence']:.2f}"
            )
