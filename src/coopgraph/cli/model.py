"""The language model of a command: its settings, what it is going to cost, and what it did."""

import os
import sys
from collections import Counter
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coopgraph.cli.output import clean, counted, json_lines, note
from coopgraph.errors import UsageError
from coopgraph.model import Document, Reading

if TYPE_CHECKING:
    from coopgraph.build.asking import Asking, Estimate
    from coopgraph.build.joined import Asked
    from coopgraph.llm.grounding import Dropped
    from coopgraph.llm.settings import Settings

READERS = ("llm", "both")
"""The readers that ask a language model."""


def settings(
    model: str | None,
    base_url: str | None,
    asks: int | None = None,
    jobs: int | None = None,
    budget: str | None = None,
) -> "Settings":
    """Return the settings by these options, the environment and the working folder's coopgraph.toml.

    Raises UsageError and InputError for what can't be used.
    """
    from coopgraph.llm.settings import read_settings

    return read_settings(os.environ, Path(), model=model, base_url=base_url, jobs=jobs, budget=budget, asks=asks)


def asking(
    reader: str,
    model: str | None,
    base_url: str | None,
    asks: int | None = None,
    jobs: int | None = None,
    budget: str | None = None,
) -> "Asking | None":
    """Return the model to ask; None for a reader that asks none. Raises UsageError where its options stand alone."""
    if reader not in READERS:
        if any(option is not None for option in (model, base_url, asks, jobs, budget)):
            raise UsageError("--model, --base-url, --asks, --budget and --llm-jobs go with --reader llm or both")
        return None
    from coopgraph.build.asking import Asking
    from coopgraph.llm.budget import Ledger, parse_budget

    chosen = settings(model, base_url, asks, jobs, budget)
    ledger = Ledger(parse_budget(chosen.budget, chosen.prices))
    return Asking(chosen, ledger, lambda estimate: _tell_estimate(chosen, estimate))


def refuse_names(reader: str, finder: str | None) -> None:
    """Raise UsageError where a recogniser of names is asked for that this reader doesn't use."""
    if finder and reader == "llm":
        raise UsageError("--names goes with --reader rules, offline or both: a language model finds the names itself")


def _tell_estimate(chosen: "Settings", estimate: "Estimate") -> None:
    note(
        f"asking {chosen.model} at {chosen.host}: {counted(estimate.documents, 'document')},"
        f" {counted(estimate.questions, 'question')}, about"
        f" {estimate.cost.text(chosen.prices)} (a token taken for 4 bytes)"
    )


def spent(asking: "Asking") -> str:
    """Return what the answers so far have cost, and of which budget, for a progress bar."""
    prices, cost, budget = asking.settings.prices, asking.ledger.spent, asking.ledger.budget
    amount = f"{cost.price(prices):.2f} {prices.currency}" if prices else f"{cost.tokens:,} tokens"
    return f"{amount} of {budget}" if budget.limited else amount


def tell(asked: "Asked", chosen: "Settings", every: bool) -> None:
    """Say what the asking did, and what was dropped: every single thing, or how many for which reason."""
    if asked.halted:
        note(f"error: {asked.halted}; documents that the model has not read: {asked.unread}")
    note(
        f"{chosen.model} at {chosen.host}: {counted(asked.documents, 'document')},"
        f" {counted(asked.asked, 'question')} asked,"
        f" {asked.kept} answered before, {asked.cost.text(chosen.prices)}"
    )
    tell_dropped(asked.dropped, every)


def tell_dropped(dropped: "Iterable[tuple[str, Dropped]]", every: bool) -> None:
    """List what a model said that the text doesn't bear out, or count it by reason."""
    reasons: Counter[str] = Counter()
    for name, one in dropped:
        reasons[one.reason.partition(":")[0]] += 1
        if every:
            note(f"dropped: {name}: {one.what}: {one.reason}")
    if reasons and not every:
        counted = ", ".join(f"{reason} ({count})" for reason, count in sorted(reasons.items()))
        note(f"  dropped: {counted}; --show-dropped lists them")


def read(document: Document, asking: "Asking", every: bool) -> Reading:
    """Return what the model reads in one document; nothing is kept. Says what it cost and what was dropped.

    Raises HaltedError and UnansweredError.
    """
    from coopgraph.llm.failures import HaltedError
    from coopgraph.llm.model import Tally
    from coopgraph.llm.reader import read as read_with
    from coopgraph.llm.voting import elected

    chosen, tally = asking.settings, Tally()
    try:
        model = asking.open(None)
        answers = [partial(model.ask, tally=tally, turn=turn) for turn in range(chosen.asks)]
        got = elected([read_with(document, ask, chosen.method, chosen.piece) for ask in answers], chosen.asks)
    except HaltedError as error:
        # What ends a build says so of the answers before; of one document read alone there are none to keep.
        raise HaltedError(str(error).removesuffix("what was read is kept").rstrip("; ")) from error
    note(
        f"{chosen.model} at {chosen.host}: {counted(tally.asked, 'question')},"
        f" {asking.ledger.spent.text(chosen.prices)}"
    )
    tell_dropped(((document.name, one) for one in got.dropped), every)
    return got.reading


def show_prompts(document: Document, chosen: "Settings", form: str) -> None:
    """Print what would be asked about the document: as text the message for all parts, then one for each; or requests.

    The names that the answer about one part tells are added to the questions about the next ones. A document that is
    asked about several times has as many requests for each part, with the same messages.
    """
    from coopgraph.llm.pieces import pieces
    from coopgraph.llm.prompt import prompt
    from coopgraph.llm.requests import body

    prompts = [prompt(document, piece) for piece in pieces(document, chosen.piece)]
    if form == "jsonl":
        json_lines(body(one, chosen, turn=turn) for turn in range(chosen.asks) for one in prompts)
    else:
        for message in dict.fromkeys(message for one in prompts for message in one.messages):
            click.secho(f"--- {message.role} ---", bold=True)
            for line in message.content.split("\n"):
                click.echo(clean(line) if sys.stdout.isatty() else line)
    if len(prompts) > 1:
        questions = counted(len(prompts) * chosen.asks, "question")
        note(f"{questions}; the names that the answers tell are added to those that follow")
