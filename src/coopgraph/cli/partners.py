"""coopgraph partners: the most connected, overall or around one."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import click

from coopgraph.cli.days import last_day
from coopgraph.cli.options import Day, confidence, dataset, output_format, types
from coopgraph.cli.output import comma_separated, json_lines, note, table
from coopgraph.model import EntityType

MEASURES = (
    "degree", "strength", "betweenness", "closeness", "harmonic", "eigenvector", "pagerank", "core", "effective-size",
)  # fmt: skip
_HEADERS = ("", "name", "type", "value", "partners", "agreements", "partnerships", "projects", "memberships")
# What a narrow terminal goes without, the first ones first.
_SPARE = (
    "single-source", "sources", "documents", "facts", "type", "memberships", "partnerships", "projects", "agreements",
)  # fmt: skip
_EVIDENCE = ("since", "facts", "documents", "sources", "single-source")


@click.command("partners")
@click.argument("name", required=False)
@dataset
@click.option(
    "--by",
    type=click.Choice(MEASURES, case_sensitive=False),
    help="The measure; by default the number of distinct partners, and around one NAME the weight of the tie.",
)
@click.option("--top", type=click.IntRange(1), default=20, show_default=True, help="How many rows.")
@types
@click.option("--country", help="Only parties in this country.")
@click.option("--since", type=Day(), help="Only what began on this date or later; undated facts are left out.")
@click.option("--as-of", type=Day(), help="Only what may hold on this date: begun, and not run out.")
@click.option("--intervals", is_flag=True, help="Add how far each place moves when unsure facts drop out.")
@click.option("--with-funding", is_flag=True, help="Let whoever funds count as tied to what it funds.")
@confidence
@output_format("table", "csv", "jsonl")
def command(
    name: str | None,
    location: str,
    by: str | None,
    top: int,
    types: tuple[str, ...],
    country: str | None,
    since: str | None,
    as_of: str | None,
    intervals: bool,
    with_funding: bool,
    min_confidence: float,
    form: str,
) -> None:
    """Rank the most connected parties, or the partners of NAME.

    Two organisations are tied by agreements, by partnerships, by projects that both take part in, and by associations
    that both belong to. Each row says on how many facts, documents and sources it rests, and how many of the facts
    come from one source alone; `coopgraph show NAME` has the passages.
    """
    from coopgraph import network
    from coopgraph.queries import one
    from coopgraph.store import open_store

    store = open_store(location)
    graph = network.load(store)
    if as_of is not None:
        graph = network.as_of(graph, last_day(as_of))
    view = network.Projection(least_confidence=min_confidence, since=since)
    if with_funding:
        view = network.Projection(relations=network.TIES, least_confidence=min_confidence, since=since)
    chosen = [EntityType(value) for value in types]
    if name is None:
        rows = network.rank(
            graph, by=by or "degree", top=top, types=chosen, country=country, view=view, with_places=intervals
        )
    else:
        focus = one(store, name)["id"]
        rows = network.around(
            graph, focus, by=by or "strength", top=top, types=chosen, country=country, view=view, with_places=intervals
        )
    if not rows and country is not None and not any(_lies_in(data, country) for _, data in graph.nodes(data=True)):
        note(f"no party is known to lie in {country!r}; `coopgraph entities --type country` lists the countries")
        raise SystemExit(1)
    if not rows:
        note("nobody is tied to anybody here; ask for less with --since, --as-of, --type or --country")
        raise SystemExit(1)
    if form == "jsonl":
        names = [field.name for field in fields(rows[0]) if field.name != "reasons"]
        json_lines(
            {key: getattr(row, key) for key in names} | {"reasons": [str(reason) for reason in row.reasons]}
            for row in rows
        )
        return
    place = ("place",) if intervals else ()
    headers = (*_HEADERS, *_EVIDENCE, *place, *(() if name is None else ("how",)))
    cells = [
        (
            number, row.name, row.type, round(row.value, 4), row.partners, row.agreements, row.partnerships,
            row.projects, row.memberships, row.since, row.facts, row.documents, row.sources, row.single_source,
            *(() if row.places is None else ("-".join(map(str, sorted({*row.places}))),)),
            *(() if name is None else ("; ".join(map(str, row.reasons)),)),
        )
        for number, row in enumerate(rows, 1)
    ]  # fmt: skip
    if form == "csv":
        comma_separated(headers, cells)
    else:
        table(headers, cells, spare=_SPARE, twins={"value": "partners"})
        seen = network.project(graph, view)
        note(str(seen.graph["report"]))
        estimate = network.estimated(by, len(seen)) if by else None
        if estimate:
            note(estimate)


def _lies_in(node: Mapping[str, Any], country: str) -> bool:
    return str(node["country"] or "").casefold() == country.casefold()
