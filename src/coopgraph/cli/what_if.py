"""coopgraph what-if: what the network loses without somebody, or when agreements run out."""

from dataclasses import fields
from typing import TYPE_CHECKING

import click

from coopgraph.cli.days import last_day
from coopgraph.cli.options import Day, confidence, dataset
from coopgraph.cli.output import clean, json_lines, note, table

if TYPE_CHECKING:
    from coopgraph.network import Loss


@click.command("what-if")
@dataset
@click.option("--without", "names", multiple=True, metavar="NAME", help="Without this party; may be given again.")
@click.option("--expire-within", "within", metavar="TIME", help="When what runs out within 90d, 8w, 12m or 2y lapses.")
@click.option("--as-of", type=Day(), help="The day to look from; by default today.")
@confidence
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True, help="How.")
def command(
    location: str, names: tuple[str, ...], within: str | None, as_of: str | None, min_confidence: float, form: str
) -> None:
    """Tell what the network loses without a party, or when the agreements lapse that run out soon.

    Prints the network before and after, the ties that go, who is left without partners, who loses the way to the
    largest piece, and which countries lose their connection.
    """
    from coopgraph import network
    from coopgraph.queries import Duration, one
    from coopgraph.store import open_store

    if bool(names) == bool(within):
        raise click.UsageError("give --without NAME or --expire-within TIME")
    store = open_store(location)
    view = network.Projection(least_confidence=min_confidence)
    day = last_day(as_of)
    if within:
        stop = Duration.parse(within).after(day)
        loss = network.expired(network.load(store), day, stop, view=view)
    else:
        parties = {one(store, name)["id"] for name in names}
        graph = network.load(store)
        loss = network.without(network.as_of(graph, day) if as_of else graph, parties, view=view)
    if form == "jsonl":
        _json(loss)
        return
    _text(loss)
    if within and not loss.lapsing:
        note(f"no agreement is known to run out from {day} to {stop}")


def _json(loss: "Loss") -> None:
    from dataclasses import asdict

    plain = asdict(loss)
    for lapse in plain["lapsing"]:
        lapse["last"] = lapse["last"].isoformat()
    json_lines([plain])


def _text(loss: "Loss") -> None:
    names = [field.name for field in fields(loss.before)]
    table(
        ("", "before", "after", "change"),
        [
            (name.replace("_", " "), before, after, after - before)
            for name in names
            for before, after in [(getattr(loss.before, name), getattr(loss.after, name))]
        ],
    )
    _list("agreements that run out", [f"{lapse.last}  {', '.join(lapse.names)}" for lapse in loss.lapsing], loss)
    _list("ties that go", [" – ".join(pair) for pair in loss.ties])
    _list("left without partners", loss.alone)
    _list("cut off from the largest piece", loss.cut_off)
    _list("countries no longer connected", [" – ".join(pair) for pair in loss.countries])


def _list(heading: str, lines: "list[str] | tuple[str, ...]", loss: "Loss | None" = None) -> None:
    """Print what there is under a heading; with `loss`, each agreement with its passage."""
    if not lines:
        return
    click.echo(f"\n{heading}")
    for number, line in enumerate(lines):
        click.echo(f"  {clean(line)}")
        if loss is not None:
            piece = loss.lapsing[number].evidence
            click.echo(f"      “{clean(piece['quote'])}”")
            click.echo(f"      {clean(piece['document'])}:{piece['start']}-{piece['stop']}")
