"""coopgraph build: documents into a dataset."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coopgraph.cli import model as language_model
from coopgraph.cli.options import DEFAULT_DATASET, any_reader, name_finder
from coopgraph.cli.output import counted, note

if TYPE_CHECKING:
    from coopgraph.build import Reader, Report
    from coopgraph.build.asking import Asking

_LISTED = 20  # problems and removed documents that the report names before it counts


@click.command("build")
@click.argument("names", nargs=-1, required=True, type=click.Path(), metavar="PATH...")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=DEFAULT_DATASET,
    show_default=True,
    help="The dataset to write (TriG).",
)
@click.option(
    "-c",
    "--corrections",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="What people know better; by default OUTPUT's name with the ending .corrections.txt, where it exists.",
)
@click.option("-j", "--jobs", type=click.IntRange(1), help="Processes that read; by default one a processor.")
@any_reader
@name_finder
@click.option("--budget", metavar="AMOUNT", help="What the language model may cost: 200k (tokens), or money (5 USD).")
@click.option("--llm-jobs", type=click.IntRange(1, 64), help="Questions that wait for an answer at once; by default 4.")
@click.option("--base", help="What the IRIs of things begin with; by default https://w3id.org/coopgraph/.")
def command(
    names: tuple[str, ...],
    output: Path,
    corrections: Path | None,
    jobs: int | None,
    reader: "Reader",
    model: str | None,
    base_url: str | None,
    asks: int | None,
    show_dropped: bool,
    finder: str | None,
    budget: str | None,
    llm_jobs: int | None,
    base: str | None,
) -> None:
    """Read documents (text, Markdown, HTML, PDF, Word) into a dataset.

    The PATHs, files or folders, are the whole input: a document that is no longer there leaves the dataset. Documents
    that didn't change are not read again.

    With --reader llm or both a language model reads, of your own or of a service; each document is sent to it. Its key
    is taken from COOPGRAPH_LLM_KEY or OPENAI_API_KEY in the environment, and nowhere else.
    """
    from coopgraph.build import Options, build

    language_model.refuse_names(reader, finder)
    if not all(names):
        raise click.UsageError("a PATH is empty; is a variable of the shell unset?")  # "" would be the folder we are in
    if output.suffix.lower() != ".trig":
        raise click.UsageError(f"-o {output}: a dataset is a .trig file; `coopgraph export` writes other formats")
    paths = [Path(name) for name in names]
    beside = output.with_suffix(".corrections.txt")
    if corrections is None and beside.is_file():
        corrections = beside
    defaults = Options()
    asking = language_model.asking(reader, model, base_url, asks, llm_jobs, budget)
    options = Options(base or defaults.base, corrections, jobs or os.cpu_count() or 1, reader, asking, finder)
    with _progress(asking) as progress:
        report = build(paths, output, options, progress)
    _tell(report)
    if report.asked and asking:
        language_model.tell(report.asked, asking.settings, show_dropped)
    if report.failed:
        raise SystemExit(3)


@contextmanager
def _progress(asking: "Asking | None") -> Iterator[Callable[[int, int], None]]:
    """Give a function that shows how far the reading is, and what it costs: a bar in a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _done, _all: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, TextColumn("{task.fields[cost]}"), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None, cost="")

        def show(done: int, everything: int) -> None:
            if not done:  # a language model begins anew when the offline reader is through
                bar.reset(task)
            bar.update(task, completed=done, total=everything, cost=language_model.spent(asking) if asking else "")

        yield show


def _tell(report: "Report") -> None:
    for problem in report.problems[:_LISTED]:
        note(f"{problem.severity}: {problem.message}")
    _more(len(report.problems), "problems")
    for name in report.removed[:_LISTED]:
        note(f"removed: {name} is no longer among the documents")
    _more(len(report.removed), "removed documents")
    for unused in report.unused:
        note(f"note: corrections, line {unused.number}: without effect: {unused.reason}")
    knowledge = report.knowledge
    facts = {statement.fact for statement in knowledge.statements}
    note(
        f"{report.output}: {counted(report.read + report.cached, 'document')} ({report.cached} unchanged), "
        f"{counted(len(knowledge.entities), 'thing')}, {counted(len(facts), 'fact')},"
        f" {counted(len(knowledge.statements), 'piece of evidence', 'pieces of evidence')}"
    )
    counts = Counter(fact.relation.value for fact in facts)
    note("  " + ", ".join(f"{name} {count}" for name, count in sorted(counts.items())) if counts else "  no facts")


def _more(count: int, what: str) -> None:
    if count > _LISTED:
        note(f"… and {count - _LISTED} more {what}")
