"""coopgraph query: named and free SPARQL."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coopgraph.cli.options import dataset, output_format
from coopgraph.cli.output import table
from coopgraph.errors import InputError

if TYPE_CHECKING:
    from coopgraph.store import Result


@click.command("query")
@click.argument("query", required=False, metavar="[NAME | SPARQL]")
@dataset
@click.option(
    "-f", "--file", "file", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path),
    help="Take the SPARQL from a file; - for stdin.",
)  # fmt: skip
@click.option("-p", "--param", "given", multiple=True, metavar="KEY=VALUE", help="A parameter of a named query.")
@click.option("--list", "listing", is_flag=True, help="Show the named queries and their parameters.")
@output_format("table", "csv", "tsv", "json", "xml", "turtle", "ntriples")
def command(
    query: str | None, location: str, file: Path | None, given: tuple[str, ...], listing: bool, form: str
) -> None:
    """Ask a named query or any SPARQL 1.1 query.

    The well-known prefixes (coop, rdfs, skos, schema, org, dcterms, …) are declared already. Queries only read:
    updates, SERVICE and FROM are refused.

    \b
    coopgraph query --list
    coopgraph query partners --param institution="Ha Long University"
    coopgraph query 'SELECT ?name { ?x a coop:Funder ; rdfs:label ?name }'
    """
    from coopgraph import queries
    from coopgraph.store import open_store

    if listing:
        _list()
        return
    if (query is None) == (file is None):
        raise click.UsageError("give the name of a query, or SPARQL, or -f FILE; `--list` shows the named queries")
    parameters = _parameters(given)
    if query is not None and not any(character.isspace() or character == "{" for character in query):
        result = queries.run(open_store(location), query, parameters)
    elif parameters:
        raise click.UsageError("--param is for named queries; write the values into the SPARQL")
    else:
        result = open_store(location).query(query if query is not None else _text(file or Path("-")))
    _print(result, form)


def _parameters(given: tuple[str, ...]) -> dict[str, str]:
    pairs = [text.partition("=") for text in given]
    for key, equals, _ in pairs:
        if not key or not equals:
            raise click.UsageError(f"--param {key}: write KEY=VALUE")
    return {key.strip(): value for key, _, value in pairs}


def _text(file: Path) -> str:
    from coopgraph.store.safety import MAX_CHARACTERS

    try:
        with click.open_file(str(file), encoding="utf-8-sig") as stream:
            return str(stream.read(MAX_CHARACTERS + 1))  # enough for the store to refuse what is too long
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: can't be read as a query ({error}); save it as UTF-8 text") from error


def _list() -> None:
    from coopgraph.queries import named

    table(
        ("name", "question", "parameters"),
        [
            (name, query.question, [f"{p.name}={p.default or '…'}" for p in query.parameters])
            for name, query in named().items()
        ],
    )


def _print(result: "Result", form: str) -> None:
    from coopgraph.store import RESULT_FORMATS, Answer, Triples

    if form != "table":
        if isinstance(result, Triples) and form in RESULT_FORMATS:
            raise click.UsageError(f"--format {form} is for SELECT and ASK; take turtle or ntriples")
        result.serialize(form, sys.stdout.buffer)
        return
    if isinstance(result, Answer):
        click.echo("true" if result else "false")
        return
    if isinstance(result, Triples):
        click.echo(result.serialize("turtle").decode("utf-8"), nl=False)
        return
    rows = list(result.texts())
    table(result.variables, rows)
    if not rows:
        raise SystemExit(1)
