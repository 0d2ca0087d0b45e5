"""Measures how often each rule of the grammar is right, and writes src/coopgraph/reading/data/en/confidence.json.

    python training/confidence.py TEXTS GOLD [TEXTS GOLD ...] [--odd TEXTS GOLD] [--write]

TEXTS and GOLD are folders of articles and of their annotation, of which every third is left out: those whose number is
divisible by 3 are kept for the quality gate (tests/quality). After --odd only files with an odd number are taken, and
all of them count less, since the rules were written with them in view. The prior of a rule, corrected by how far the
priors of its relation are off, counts as PRIOR claims: of a rule that was seldom measured little is learned. From the
mean of that beta distribution its standard deviation is taken: a rule is kept for having done well on what was seen,
and does worse on what comes. Prints the reliability on the articles that were left out.
"""

# ruff: noqa: T201

import argparse
import json
import math
import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from coopgraph import documents
from coopgraph.evaluation.alignment import Aligner
from coopgraph.evaluation.gold import Gold, read_gold
from coopgraph.evaluation.reliability import calibration_error, reliability
from coopgraph.model import Relation, Status
from coopgraph.reading.amounts import find_amounts
from coopgraph.reading.confidence import RULE, Calibration, shifted
from coopgraph.reading.furniture import running_text
from coopgraph.reading.names import find_names
from coopgraph.reading.reader import beside_amounts, claims, compose
from coopgraph.reading.sentences import sentences

TABLE = Path(__file__).parents[1] / "src/coopgraph/reading/data/en/confidence.json"
PRIOR = 8.0  # claims that a rule's prior counts for
SEEN = 0.3  # what a claim in an article counts that the rules were written with in view
STEPS = 40  # halvings of the interval in which a shift lies
FURTHEST = 3.0  # logits that priors may be off
SPREAD = 0.7  # standard deviation of what the priors of a relation are off, in logits, before anything is measured

Key = tuple[Relation, Hashable, Hashable]


class Claimed(NamedTuple):
    """One fact that a rule stated of an article, whether it is right, and for how much the article counts."""

    rule: str
    prior: float
    right: bool
    weight: float


def key(relation: Relation, subject: Hashable, object_: Hashable) -> Key:
    """Return what makes a fact the same as another."""
    if relation is Relation.COOPERATES_WITH:
        subject, object_ = sorted((subject, object_), key=str)
    return relation, subject, object_


def claimed(texts: Path, gold: Gold, weight: float) -> Iterator[Claimed]:
    """Yield what the rules state of an article, each fact once for each rule; intentions are no statements."""
    document = documents.read(texts / gold.document, gold.document)
    spans = running_text(document, sentences(document))
    names = find_names(document, spans)
    amounts = find_amounts(document.prose)
    context = compose(document, spans, names.entities, beside_amounts(names.mentions, amounts), amounts)
    aligner = Aligner(gold.entities)
    found = {entity.key: aligner.find(entity) or f"? {entity.key}" for entity in names.entities}
    truth = {
        key(fact.relation, fact.subject, fact.count if fact.object is None else fact.object) for fact in gold.facts
    }
    seen = set()
    for claim in claims(context):
        if claim.fact.details.status is Status.INTENDED:
            continue
        rule = claim.method.removeprefix(RULE)
        for one, other in claim.fact.pairs():
            object_ = claim.fact.details.count if other is None else found[other]
            what = key(claim.fact.relation, found[one], object_)
            if found[one] != object_ and (rule, what) not in seen:
                seen.add((rule, what))
                yield Claimed(rule, claim.confidence, what in truth, weight)


def shift(facts: Sequence[Claimed]) -> float:
    """Return by how many logits the priors are off: most likely, where a shift is normally distributed around 0."""
    right = sum(fact.weight for fact in facts if fact.right)
    low, high = -FURTHEST, FURTHEST
    for _ in range(STEPS):
        middle = (low + high) / 2
        expected = sum(fact.weight * shifted(fact.prior, middle) for fact in facts)
        low, high = (middle, high) if expected + middle / SPREAD**2 < right else (low, middle)
    return round((low + high) / 2, 3)


def calibrate(facts: Sequence[Claimed]) -> Calibration:
    """Return the confidence of each rule that these articles give."""
    by_relation: dict[str, list[Claimed]] = defaultdict(list)
    by_rule: dict[str, list[Claimed]] = defaultdict(list)
    for fact in facts:
        by_relation[fact.rule.partition("/")[0]].append(fact)
        by_rule[fact.rule].append(fact)
    shifts = {relation: shift(same) for relation, same in sorted(by_relation.items())}
    rules = {}
    for rule, same in sorted(by_rule.items()):
        prior = shifted(sum(fact.prior for fact in same) / len(same), shifts[rule.partition("/")[0]])
        right, weight = sum(fact.weight for fact in same if fact.right), sum(fact.weight for fact in same)
        mean = (right + PRIOR * prior) / (weight + PRIOR)
        rules[rule] = round(mean - math.sqrt(mean * (1 - mean) / (weight + PRIOR + 1)), 3)
    return Calibration(rules, shifts)


def report(name: str, facts: Sequence[Claimed], calibration: Calibration) -> None:
    """Print how often claims of a stated confidence are right, as before calibration and with it."""
    before = [(fact.prior, fact.right) for fact in facts]
    after = [(calibration.confidence(fact.rule, fact.prior), fact.right) for fact in facts]
    for which, sure in (("priors", before), ("calibrated", after)):
        bins = reliability(sure)
        print(f"{name}, {which}: {len(facts)} claims, expected calibration error {calibration_error(bins) or 0:.3f}")
        for each in bins:
            print(
                f"  {each.low:.1f} to {each.high:.1f}: {each.facts:5} stated {each.stated:.3f} right {each.right:.3f}"
            )


def number(name: str) -> int:
    """Return the number in the name of an article."""
    digits = re.search(r"\d+", name)
    return int(digits[0]) if digits else 0


def main() -> None:
    """Measure, print, and write where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--odd", nargs=2, action="append", type=Path, default=[])
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    own = list(zip(options.folders[::2], options.folders[1::2], strict=True))
    facts: list[Claimed] = []
    kept: list[Claimed] = []
    for texts, gold in own:
        for one in read_gold(gold):
            (facts if number(one.document) % 3 else kept).extend(claimed(texts, one, 1.0))
    for texts, gold in options.odd:
        for file in sorted(gold.glob("*.json")):  # even-numbered articles aren't even opened
            if number(file.name) % 2:
                facts.extend(claimed(texts, read_gold(file)[0], SEEN))
    calibration = calibrate(facts)
    report("measured", facts, calibration)
    report("left out", kept, calibration)
    if options.write:
        table = {"rules": calibration.rules, "shifts": calibration.shifts}
        TABLE.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
