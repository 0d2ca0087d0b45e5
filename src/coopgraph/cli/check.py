"""coopgraph check: SHACL, contradictions, names that may be one thing."""

from typing import TYPE_CHECKING

import click

from coopgraph.cli.options import dataset
from coopgraph.cli.output import clean, note

if TYPE_CHECKING:
    from coopgraph.store import Store


@click.command("check")
@dataset
def command(location: str) -> None:
    """Check the dataset: the ontology's shapes, facts that contradict each other, names that may be one thing.

    Ends with exit code 1 where a shape is violated. Contradictions and similar names are for a person to decide: a line
    in the corrections file settles each of them.
    """
    from coopgraph.exports.dataset import union
    from coopgraph.queries import contradictions
    from coopgraph.store import open_store
    from coopgraph.vocabulary import validate

    store = open_store(location)
    violations = validate(union(store))
    for violation in violations:
        where = " ".join(part for part in (violation.focus, violation.path) if part)
        click.echo(f"{violation.severity}: {clean(where)}: {clean(violation.message)}")
    wrong = contradictions(store)
    for one in wrong:
        click.echo(f"contradiction: {clean(one.message)} ({clean(one.places)})")
    alike = _similar(store)
    for line in alike:
        click.echo(line)
    broken = sum(violation.severity == "violation" for violation in violations)
    note(
        f"{broken} violations of the shapes, {len(violations) - broken} warnings, {len(wrong)} contradictions, "
        f"{len(alike)} pairs of similar names"
    )
    if broken:
        raise SystemExit(1)


def _similar(store: "Store") -> list[str]:
    from coopgraph.identity import similar
    from coopgraph.model import Entity, EntityType
    from coopgraph.queries import entities

    things = [Entity(row["id"], row["name"], EntityType(row["type"]), tuple(row["aliases"])) for row in entities(store)]
    return [
        f"similar: {clean(pair.name)} = {clean(pair.other_name)}? ({pair.reason}; {pair.key} {pair.other})"
        for pair in similar(things)
    ]
