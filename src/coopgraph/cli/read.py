"""coopgraph read: what one document says, and why it is read so."""

import textwrap
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coopgraph.cli.options import reader
from coopgraph.cli.output import clean, json_lines, note
from coopgraph.errors import InputError
from coopgraph.model import Details, Entity, Fact, Status

if TYPE_CHECKING:
    from coopgraph.reading import Account, Explanation, Reader, Silence

_QUOTE = 300


@click.command("read")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--explain", is_flag=True, help="Say why: what decided, who the parties are, and what was missing.")
@reader
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True, help="How.")
def command(file: Path, explain: bool, reader: "Reader", form: str) -> None:
    """Read one document and print its facts, without a dataset.

    With --explain each fact comes with its sentence, the rule or model that decided and how sure it is, and by what
    words each party is found ("the University" refers to ...). Below stand the sentences that speak of cooperation but
    give no fact, each with what was missing. In JSON these are objects with the key "missing".
    """
    from coopgraph import documents, reading

    document = documents.read(file, file.name)
    if document.language is not None and document.language not in reading.LANGUAGES:
        raise InputError(f"{file.name}: written in a language that can't be read yet ({document.language})")
    explanation = reading.explain(document, reader)
    if form == "jsonl":
        json_lines(_objects(explanation, document.text, explain))
    else:
        _print(explanation, document.text, explain)
    if not explanation.accounts:
        note("no fact is stated there")


def _print(explanation: "Explanation", text: str, explain: bool) -> None:
    things = {entity.key: entity for entity in explanation.reading.entities}
    facts: dict[Fact, dict[tuple[int, int], list[Account]]] = {}
    for account in explanation.accounts:
        evidence = account.statement.evidence
        facts.setdefault(account.statement.fact, {}).setdefault((evidence.start, evidence.stop), []).append(account)
    for fact, places in facts.items():
        click.secho(_headline(fact, things), bold=True)
        for accounts in places.values():
            _print_place(accounts, text, explain)
    if explain and explanation.silences:
        click.secho("\nno fact in these sentences", bold=True)
        for silence in explanation.silences:
            _print_silence(silence, text)


def _headline(fact: Fact, things: dict[str, Entity]) -> str:
    sides = [" + ".join(clean(things[key].name) for key in side) for side in fact.sides]
    details = _details(fact.details)
    return f"{fact.relation}: {' – '.join(sides)}" + (f" ({details})" if details else "")


def _details(details: Details) -> str:
    shown = {"date": "since ", "end": "until ", "status": ""}
    parts = [
        f"{shown.get(name, '')}{clean(value)}"
        for name, value in asdict(details).items()
        if value is not None and value != Status.STATED
    ]
    return ", ".join(parts)


def _print_place(accounts: "list[Account]", text: str, explain: bool) -> None:
    """Print one passage, all that decided on it, and who its parties are."""
    from coopgraph.reading import NAMED

    account = accounts[0]
    evidence = account.statement.evidence
    click.echo(f"  “{_short(evidence.quote)}”")
    click.echo(f"    {evidence.start}-{evidence.stop}, {'; '.join(map(_decided, accounts))}")
    if not explain:
        return
    click.echo(f"    sentence: {_short(text[account.start : account.stop])}")
    named = [clean(party.name) for party in account.parties if party.why == NAMED]
    if named:
        click.echo(f"    named: {', '.join(named)}")
    for party in account.parties:
        if party.why != NAMED:
            click.echo(f"    {clean(party.name)}: {_short(party.why)}")


def _decided(account: "Account") -> str:
    method, confidence = account.statement.evidence.method, account.statement.evidence.confidence
    return f"{clean(method).replace(':', ' ', 1)}, confidence {confidence:.2f}"


def _print_silence(silence: "Silence", text: str) -> None:
    click.echo(f"  “{_short(text[silence.start : silence.stop])}”")
    click.echo(f"    {silence.start}-{silence.stop}, cue “{clean(silence.cue)}”, {clean(silence.parties)}")
    click.echo(f"    missing: {clean(silence.missing)}")


def _short(text: str) -> str:
    return textwrap.shorten(clean(text), _QUOTE, placeholder=" …")


def _objects(explanation: "Explanation", text: str, explain: bool) -> Iterator[dict[str, object]]:
    """Yield an object for each piece of evidence and pair, then one for each sentence that gave nothing."""
    things = {entity.key: entity for entity in explanation.reading.entities}
    name = explanation.reading.source.name
    for account in explanation.accounts:
        fact, evidence = account.statement.fact, account.statement.evidence
        why: dict[str, object] = {
            "sentence": text[account.start : account.stop],
            "parties": [{"name": party.name, "why": party.why} for party in account.parties],
        }
        for subject, object_ in fact.pairs():
            yield {
                "document": name,
                "relation": fact.relation,
                "subject": _end(things[subject]),
                "object": None if object_ is None else _end(things[object_]),
                **asdict(fact.details),
                "quote": evidence.quote,
                "start": evidence.start,
                "stop": evidence.stop,
                "method": evidence.method,
                "confidence": evidence.confidence,
                **(why if explain else {}),
            }
    for silence in explanation.silences if explain else ():
        passage = {"sentence": text[silence.start : silence.stop], "start": silence.start, "stop": silence.stop}
        reasons = {"cue": silence.cue, "parties": silence.parties, "missing": silence.missing}
        yield {"document": name, **passage, **reasons}


def _end(entity: Entity) -> dict[str, object]:
    return {"name": entity.name, "type": entity.type, "aliases": entity.aliases}
