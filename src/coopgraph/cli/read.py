"""coopgraph read: what one document says, and why it is read so."""

import textwrap
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coopgraph.cli import model as language_model
from coopgraph.cli.options import any_reader, name_finder
from coopgraph.cli.output import clean, json_lines, note
from coopgraph.errors import InputError, UsageError
from coopgraph.model import Details, Document, Entity, Fact, Status

if TYPE_CHECKING:
    from coopgraph.build import Reader
    from coopgraph.build.asking import Asking
    from coopgraph.reading import Account, Explanation, Silence

_QUOTE = 300


@click.command("read")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--explain", is_flag=True, help="Say why: what decided, who the parties are, and what was missing.")
@any_reader
@name_finder
@click.option("--show-prompt", is_flag=True, help="Print what a language model would be asked; nothing is asked.")
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True, help="How.")
def command(
    file: Path,
    explain: bool,
    reader: "Reader",
    model: str | None,
    base_url: str | None,
    asks: int | None,
    show_dropped: bool,
    finder: str | None,
    show_prompt: bool,
    form: str,
) -> None:
    """Read one document and print its facts, without a dataset.

    With --explain each fact comes with its sentence, the rule or model that decided and how sure it is, and by what
    words each party is found ("the University" refers to ...). Below stand the sentences that speak of cooperation but
    give no fact, each with what was missing. In JSON these are objects with the key "missing".

    With --show-prompt the messages to a language model are printed, with --format jsonl as the requests that would be
    sent; neither a key nor a network is needed.
    """
    from coopgraph import documents

    language_model.refuse_names(reader, finder)
    if explain and reader in language_model.READERS:
        raise UsageError("--explain tells the reasons of the offline reader; leave out --reader")
    if file.is_dir():
        raise UsageError(f"{file}: a folder; `coopgraph build {file}` reads all in it, or name one file")
    document = documents.read(file, file.name)
    if show_prompt:
        language_model.show_prompts(document, language_model.settings(model, base_url, asks), form)
        return
    asking = language_model.asking(reader, model, base_url, asks)
    if asking is None:
        explanation = _offline(document, reader, finder)
    else:
        explanation = _asked(document, reader, asking, show_dropped, finder)
    if form == "jsonl":
        json_lines(_objects(explanation, document.text, explain))
    else:
        _print(explanation, document.text, explain)
    if not explanation.accounts:
        note("no fact is stated there")


def _offline(document: Document, reader: "Reader", finder: str | None) -> "Explanation":
    from coopgraph import reading

    if document.language is not None and document.language not in reading.LANGUAGES:
        raise InputError(f"{document.name}: written in a language that can't be read yet ({document.language})")
    opened = reading.open_finder(finder) if finder else None
    return reading.explain(document, "rules" if reader == "rules" else reading.DEFAULT, opened)


def _asked(
    document: Document, reader: "Reader", asking: "Asking", show_dropped: bool, finder: str | None
) -> "Explanation":
    """Return what a language model reads, alone or joined with the offline reader; nothing tells its reasons."""
    from coopgraph.llm.joining import join
    from coopgraph.reading import LANGUAGES, Account, Explanation

    # What can fail for nothing comes first; a language that the offline reader can't read is left to the model.
    beside = None
    if reader == "both" and (document.language is None or document.language in LANGUAGES):
        beside = _offline(document, reader, finder).reading
    reading = language_model.read(document, asking, show_dropped)
    if beside:
        reading = join(beside, reading)
    places = ((statement, statement.evidence) for statement in reading.statements)
    accounts = (Account(statement, evidence.start, evidence.stop, ()) for statement, evidence in places)
    return Explanation(reading, tuple(accounts), ())


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
