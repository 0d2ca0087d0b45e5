"""How well the reader does on articles that neither training nor the writing of rules sees, and what it must reach.

`python -m tests.quality.floors` prints today's figures beside the floors; with `--raise` it lifts the floors to a
little under them and never lowers one.
"""

import argparse
import re
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from coopgraph.evaluation import Evaluation, Gold, evaluate, read_gold
from coopgraph.reading import Reader
from tests.conftest import ROOT

TRAINING = ROOT / "training"
FLOORS = Path(__file__).with_name("floors.toml")
READERS: tuple[Reader, ...] = ("rules", "offline")
MARGIN = 0.02  # a floor lies so far under what was measured: a corrected annotation is no loss of quality
MARGIN_SILENT = 0.03  # two facts more: there are 90 articles without one
_NUMBER = re.compile(r"(\d+)\.\w+\Z")
_HEAD = """# What the reader must reach on the articles of training/ whose number is divisible by 3.
# `python -m tests.quality.floors` prints today's figures; with --raise it lifts the floors, which only rise as long
# as the articles are the same; they are set anew when harder ones come in.
# `false_in_silent` is a ceiling and only falls: false network facts an article that has none.
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """F1 of network facts, all facts and entities; false network facts an article whose annotation has none."""

    network_f1: float
    facts_f1: float
    entities_f1: float
    false_in_silent: float

    def lines(self) -> list[str]:
        """Return a line of TOML for each."""
        return [f"{name} = {getattr(self, name):.3f}" for name in self.__slots__]


def held_out() -> tuple[Gold, ...]:
    """Return the annotation of the articles that nobody learns from: those whose number is divisible by 3."""
    return tuple(gold for gold in read_gold(TRAINING / "gold") if is_held_out(gold.document))


def is_held_out(document: str) -> bool:
    """Tell whether the article of this name ("vn-012.md") is kept for the gate."""
    number = _NUMBER.search(document)
    return number is not None and int(number[1]) % 3 == 0


def measured(reader: Reader) -> tuple[Evaluation, Figures]:
    """Read the held-out articles and return what came out; one that can't be read counts as missed."""
    result = evaluate([TRAINING / "articles"], held_out(), reader=reader)
    false_in_silent = result.silent.wrong / result.silent_documents if result.silent_documents else 0.0
    return result, Figures(result.network.f1, result.facts.f1, result.things.f1, false_in_silent)


def floors(reader: Reader) -> Figures:
    """Return what the reader must reach."""
    return Figures(**tomllib.loads(FLOORS.read_text(encoding="utf-8"))[reader])


def raised(old: Figures, new: Figures) -> Figures:
    """Return the floors after new figures: a margin below them where that is more than before."""
    return Figures(
        max(old.network_f1, new.network_f1 - MARGIN),
        max(old.facts_f1, new.facts_f1 - MARGIN),
        max(old.entities_f1, new.entities_f1 - MARGIN),
        min(old.false_in_silent, new.false_in_silent + MARGIN_SILENT),
    )


def save(figures: Mapping[Reader, Figures]) -> None:
    """Write the floors with the day of the measurement."""
    lines = [f'date = "{datetime.now(UTC).date()}"']
    for reader, own in figures.items():
        lines += ["", f"[{reader}]", *own.lines()]
    FLOORS.write_text(_HEAD + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def main() -> None:
    """Print today's figures, and raise the floors where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--raise", dest="lift", action="store_true", help="lift the floors to a little under the figures"
    )
    options = parser.parse_args()
    lifted: dict[Reader, Figures] = {}
    for reader in READERS:
        result, figures = measured(reader)
        required = floors(reader)
        lifted[reader] = raised(required, figures)
        silent, unread = result.silent_documents, len(result.unread)
        out = [f"{reader}: {len(result.scores)} articles, {silent} without a network fact, {unread} unread"]
        out += [f"  {line}   required {other}" for line, other in zip(figures.lines(), required.lines(), strict=True)]
        out.append(f"  network precision {result.network.precision:.3f}, recall {result.network.recall:.3f}")
        sys.stdout.write("\n".join(out) + "\n")
    if options.lift:
        save(lifted)


if __name__ == "__main__":
    main()
