"""coopgraph suggest: partners that it does not have yet, each with the path that argues for it."""

import textwrap
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from coopgraph.cli.options import Day, confidence, dataset, output_format, types
from coopgraph.cli.output import clean, comma_separated, counted, json_lines, note, table
from coopgraph.model import EntityType

if TYPE_CHECKING:
    import networkx as nx

    from coopgraph.network import Projection, Suggestion
    from coopgraph.network.suggestions import Argument

PREDICTORS = ("shared", "resource-allocation", "adamic-adar", "common-neighbours", "preferential-attachment")
_HEADERS = ("", "name", "type", "country", "value", "shared")
_SHOWN = 3  # arguments that the text gives with their sentences; the other forms have all
_LONGEST = 300  # characters of a sentence


@click.command("suggest")
@click.argument("name", required=False)
@dataset
@click.option(
    "--by", type=click.Choice(PREDICTORS), default=PREDICTORS[0], show_default=True, help="What ranks the candidates."
)
@click.option("--top", type=click.IntRange(1), default=10, show_default=True, help="How many.")
@types
@click.option("--country", help="Only organisations in this country.")
@click.option(
    "--back-test",
    "day",
    type=Day(),
    help="Instead: how predictors that know what began before hit what came after.",
)
@confidence
@output_format("text", "csv", "jsonl")
def command(
    name: str | None,
    location: str,
    by: str,
    top: int,
    types: tuple[str, ...],
    country: str | None,
    day: str | None,
    min_confidence: float,
    form: str,
) -> None:
    """Suggest partners that NAME does not have, each with the paths and sentences that argue for it.

    Candidates share partners, funders, topics or the country with NAME. `--back-test 2022` needs no NAME: it tests all
    parties and prints hits@1, hits@5 and hits@10 of every predictor.
    """
    from coopgraph import network
    from coopgraph.queries import one
    from coopgraph.store import open_store

    if (name is None) == (day is None):
        raise click.UsageError("give the NAME to suggest partners to, or --back-test YEAR")
    store = open_store(location)
    view = network.Projection(least_confidence=min_confidence)
    if day is not None:
        _back_test(network.load(store), view, day, form)
        return
    thing = one(store, name or "")
    graph = network.firm(network.load(store), min_confidence)
    chosen = [EntityType(value) for value in types]
    rows = network.suggest(graph, thing["id"], by=by, top=top, types=chosen, country=country, view=view)
    sentences = network.passages(graph)
    if form == "jsonl":
        json_lines(_plain(row, sentences) for row in rows)
    elif form == "csv":
        comma_separated(
            _HEADERS,
            [
                (number, row.name, row.type, row.country, row.value, "; ".join(map(_say, row.arguments)))
                for number, row in enumerate(rows, 1)
            ],
        )
    else:
        for number, row in enumerate(rows, 1):
            _print(number, row, thing["name"], sentences)
    if not rows:
        note(f"nobody shares a partner, a funder, a topic or a country with {thing['name']} without being its partner")
        raise SystemExit(1)


def _print(number: int, row: "Suggestion", focus: str, sentences: Mapping[str, Mapping[str, Any]]) -> None:
    where = f", {clean(row.country)}" if row.country else ""
    click.secho(f"{number}. {clean(row.name)}", bold=True, nl=False)
    click.echo(f" ({row.type}{where}), value {row.value:.4g}")
    for argument in row.arguments[:_SHOWN]:
        click.echo(f"  {_say(argument)}")
        for end, facts in zip((focus, row.name), argument.facts, strict=True):
            piece = max((sentences[fact] for fact in facts), key=lambda piece: piece["confidence"])
            quote = textwrap.shorten(clean(piece["quote"]), _LONGEST, placeholder=" …")
            click.echo(f"      {clean(end)}: “{quote}”")
            click.echo(f"      {clean(piece['document'])}:{piece['start']}-{piece['stop']}")
    if len(row.arguments) > _SHOWN:
        click.echo(f"  … and {len(row.arguments) - _SHOWN} more: {'; '.join(map(_say, row.arguments[_SHOWN:]))}")


def _say(argument: "Argument") -> str:
    """Say in words what is shared: "partner HUST (agreement, 2024; partnership)"."""
    how = "; ".join(clean(str(reasons[0])) for reasons in argument.reasons if reasons)
    return f"{argument.common.what.value} {clean(argument.common.name)}" + (f" ({how})" if how else "")


def _plain(row: "Suggestion", sentences: Mapping[str, Mapping[str, Any]]) -> dict[str, object]:
    return {
        "id": row.id,
        "name": row.name,
        "type": row.type,
        "country": row.country,
        "value": row.value,
        "arguments": [
            {
                "what": argument.common.what.value,
                "name": argument.common.name,
                "share": argument.share,
                "reasons": [[str(reason) for reason in reasons] for reasons in argument.reasons],
                "evidence": [[{"fact": fact, **sentences[fact]} for fact in facts] for facts in argument.facts],
            }
            for argument in row.arguments
        ],
    }


def _back_test(graph: "nx.MultiGraph[str]", view: "Projection", day: str, form: str) -> None:
    from coopgraph import network
    from coopgraph.vocabulary.dates import period

    days = period(day)
    if days is None:
        raise click.UsageError(f"--back-test {day}: no date")
    test = network.back_test(graph, days.earliest, view=view)
    lengths = [*next(iter(test.hits.values()))]
    if form == "jsonl":
        json_lines({"predictor": name, **{f"hits@{k}": hits[k] for k in lengths}} for name, hits in test.hits.items())
    else:
        cells = [(name, *(round(hits[length], 3) for length in lengths)) for name, hits in test.hits.items()]
        (comma_separated if form == "csv" else table)(("predictor", *(f"hits@{k}" for k in lengths)), cells)
    undated = f", {test.undated} of them by the date of a document only" if test.undated else ""
    note(
        f"before {days.earliest}: {counted(test.parties, 'party', 'parties')} with {counted(test.ties, 'tie')};"
        f" since then {counted(test.new, 'new tie')} among them{undated};"
        f" {counted(test.tested, 'party', 'parties')} tested"
    )
    if test.hits["shared"][lengths[-1]] <= test.hits["common-neighbours"][lengths[-1]]:
        note(f"here `shared` is no better than common neighbours at hits@{lengths[-1]}")
