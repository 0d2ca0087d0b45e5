"""coopgraph evaluate: how well texts are read, against what careful readers wrote down."""

import json
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coopgraph.cli.options import confidence, name_finder, reader
from coopgraph.cli.output import clean, counted, note, table

if TYPE_CHECKING:
    from coopgraph.evaluation import Difference, Evaluation, Score, Share, Tally
    from coopgraph.reading import Reader

_COLUMNS = ("what", "precision", "recall", "F1", "right", "wrong", "missed")
_LONGEST_QUOTE = 200


@click.command("evaluate")
@click.argument("texts", type=click.Path(exists=True, path_type=Path))
@click.argument("gold", type=click.Path(exists=True, path_type=Path))
@click.option("--misses", is_flag=True, help="List for each document what was missed and what was wrong.")
@confidence
@reader
@name_finder
@click.option("-j", "--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes that read.")
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True, help="How to print."
)
def command(
    texts: Path,
    gold: Path,
    misses: bool,
    min_confidence: float,
    reader: "Reader",
    finder: str | None,
    jobs: int,
    form: str,
) -> None:
    """Measure how well TEXTS are read against GOLD, your own annotation of them.

    TEXTS is a file or folder of documents, GOLD a JSON file or a folder of them, one for each annotated document;
    docs/how-to/evaluate.md shows the form. The annotated documents are read afresh, and no dataset is written. One that
    can't be read counts as missed entirely; the exit code is 3 then.
    """
    from coopgraph.evaluation import evaluate, read_gold

    result = evaluate([texts], read_gold(gold), jobs, min_confidence, reader, finder)
    if form == "json":
        click.echo(json.dumps(_report(result, misses), ensure_ascii=False, indent=1))
    else:
        _print(result)
        if misses:
            _print_misses(result)
    for score in result.unread:
        note(f"error: {score.unread}; counted as missed")
    if result.unread:
        raise SystemExit(3)


def _print(result: "Evaluation") -> None:
    rows = [("entities", result.things), ("network facts", result.network), ("all facts", result.facts)]
    rows += [(relation.value, tally) for relation, tally in result.relations.items()]
    table(_COLUMNS, [(name, *_measures(tally)) for name, tally in rows])
    click.echo()
    shares = [(name.replace("_", " "), share) for name, share in _shares(result).items()]
    table(("share", "right", "of"), [(name, _rounded(share.value), share.of) for name, share in shares])
    click.echo()
    bins = [(f"{b.low:g} to {b.high:g}", b.facts, _rounded(b.stated), _rounded(b.right)) for b in result.bins]
    table(("confidence", "facts", "stated", "right"), bins)
    click.echo()
    silent = f"{result.silent_documents} without a network fact, {result.silent.wrong} false ones there"
    click.echo(f"{counted(len(result.scores), 'document')}; {silent}")
    if result.calibration_error is not None:
        click.echo(
            f"stated confidence and share right lie {result.calibration_error:.3f} apart (expected calibration error)"
        )


def _print_misses(result: "Evaluation") -> None:
    for score in result.scores:
        click.echo(f"\n{clean(score.document)}: F1 of its facts {score.total().f1:.2f}")
        for heading, differences in _differences(score).items():
            for difference in differences:
                click.echo(f"  {heading.replace('_', ' ')}: {clean(difference.what)}")
                if difference.quote:
                    quote = textwrap.shorten(clean(difference.quote), _LONGEST_QUOTE, placeholder=" …")
                    click.echo(f"      “{quote}”")


def _differences(score: "Score") -> "dict[str, list[Difference]]":
    return {
        "entity_missed": score.missed_things,
        "entity_wrong": score.wrong_things,
        "fact_missed": score.missed_facts,
        "fact_wrong": score.wrong_facts,
    }


def _shares(result: "Evaluation") -> "dict[str, Share]":
    return {
        "types_right": result.share(lambda score: score.types),
        "dates_right": result.share(lambda score: score.dates),
        "kinds_right": result.share(lambda score: score.kinds),
        "quotes_verbatim": result.share(lambda score: score.quotes),
    }


def _report(result: "Evaluation", misses: bool) -> dict[str, object]:
    report: dict[str, object] = {
        "documents": len(result.scores),
        "unread": [score.unread for score in result.unread],
        "entities": _object(result.things),
        "network": _object(result.network),
        "facts": _object(result.facts),
        "relations": {relation.value: _object(tally) for relation, tally in result.relations.items()},
        **{name: _rounded(share.value) for name, share in _shares(result).items()},
        "without_network_facts": {"documents": result.silent_documents, "wrong": result.silent.wrong},
        "reliability": [
            {
                "from": each.low,
                "to": each.high,
                "facts": each.facts,
                "stated": _rounded(each.stated),
                "right": _rounded(each.right),
            }
            for each in result.bins
        ],
        "calibration_error": _rounded(result.calibration_error),
    }
    if misses:
        report["misses"] = [
            {"document": score.document}
            | {name: [{"what": d.what, "quote": d.quote} for d in found] for name, found in _differences(score).items()}
            for score in result.scores
        ]
    return report


def _measures(tally: "Tally") -> Sequence[float]:
    shares = (round(value, 3) for value in (tally.precision, tally.recall, tally.f1))
    return (*shares, tally.right, tally.wrong, tally.missed)


def _object(tally: "Tally") -> dict[str, float]:
    return {
        "precision": round(tally.precision, 4),
        "recall": round(tally.recall, 4),
        "f1": round(tally.f1, 4),
        "right": tally.right,
        "wrong": tally.wrong,
        "missed": tally.missed,
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
