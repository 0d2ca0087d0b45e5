"""Trains the models of pairs, src/coopgraph/reading/data/en/pairs.json, and prints how they do in cross-validation.

    python training/train.py TEXTS GOLD [TEXTS GOLD ...] [--folds 4] [--seed 0] [--write]

TEXTS and GOLD are folders of articles and of their annotation, of which every third is left out: those whose number is
divisible by 3 are kept for the quality gate (tests/quality). After --odd only files with an odd number are taken.
Needs scikit-learn beside the project. The same articles, grammar and seed give the same file.
"""

# ruff: noqa: T201

import argparse
import json
import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer  # type: ignore[import-not-found, unused-ignore]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-not-found, unused-ignore]

from coopgraph import documents
from coopgraph.evaluation.alignment import Aligner
from coopgraph.evaluation.gold import Gold, read_gold
from coopgraph.model import Relation, Status
from coopgraph.reading.amounts import find_amounts
from coopgraph.reading.furniture import running_text
from coopgraph.reading.learned.features import described
from coopgraph.reading.learned.pairs import RELATIONS
from coopgraph.reading.names import find_names
from coopgraph.reading.reader import beside_amounts, compose, relate
from coopgraph.reading.sentences import sentences

MODEL = Path(__file__).parents[1] / "src/coopgraph/reading/data/en/pairs.json"
STRENGTH = 0.3  # inverse of the L2 penalty
RAREST = 3  # documents that a feature has to occur in
SMALLEST = 0.02  # weights nearer to 0 are left out of the file
# A fact is added from this calibrated confidence on. F1 grows from half of its own value on (about 0.2 here), but far
# below a third a fact costs more trust than it adds.
LEAST = 0.3
FEWEST = 3  # facts that a model has to add in cross-validation to be kept

Key = tuple[Relation, Hashable, Hashable]


@dataclass(slots=True)
class Instance:
    """A pair in a sentence: what it would state, whether the annotation's quote lies there, and what it looks like.

    `label` is None where the annotation has the fact but quotes another sentence for it: no example of either kind.
    """

    key: Key
    label: bool | None
    features: list[str]


@dataclass(slots=True)
class Article:
    """A document with the facts that are true of it, those that the rules read, and its pairs by relation."""

    name: str
    truth: set[Key] = field(default_factory=set)
    rules: set[Key] = field(default_factory=set)
    pairs: dict[Relation, list[Instance]] = field(default_factory=lambda: defaultdict(list))


def key(relation: Relation, subject: Hashable, object_: Hashable) -> Key:
    """Return what makes a fact the same as another."""
    if relation is Relation.COOPERATES_WITH:
        subject, object_ = sorted((subject, object_), key=str)
    return relation, subject, object_


def load(texts: Path, gold: Gold) -> Article:
    """Return the article as the grammar reads it now, beside its annotation."""
    document = documents.read(texts / gold.document, gold.document)
    spans = running_text(document, sentences(document))
    names = find_names(document, spans)
    amounts = find_amounts(document.prose)
    context = compose(document, spans, names.entities, beside_amounts(names.mentions, amounts), amounts)
    aligner = Aligner(gold.entities)
    found = {entity.key: aligner.find(entity) or f"? {entity.key}" for entity in names.entities}
    quotes: dict[Key, tuple[int, int] | None] = {}
    for fact in gold.facts:
        if fact.object is not None:
            words = re.search(r"\s+".join(map(re.escape, fact.quote.split())), document.text)
            quotes[key(fact.relation, fact.subject, fact.object)] = words.span() if words else None
    article = Article(gold.document, truth=set(quotes))
    for statement in relate(document, spans, names.entities, names.mentions).statements:
        if statement.fact.details.status is not Status.INTENDED:
            ends = [(one, other) for one, other in statement.fact.pairs() if other is not None]
            article.rules.update(key(statement.fact.relation, found[one], found[other]) for one, other in ends)
    for passage in context.passages:
        for relation, one, other, features in described(passage):
            what = key(relation, found[one], found[other])
            if found[one] != found[other]:
                label = _label(quotes, what, passage.start, passage.stop)
                article.pairs[relation].append(Instance(what, label, features))
    return article


def _label(quotes: Mapping[Key, tuple[int, int] | None], what: Key, start: int, stop: int) -> bool | None:
    if what not in quotes:
        return False
    quote = quotes[what]
    return True if quote is None or (quote[0] < stop and quote[1] > start) else None


def fit(articles: Sequence[Article], relation: Relation) -> tuple[CountVectorizer, LogisticRegression]:
    """Return the model of a relation that these articles give."""
    examples = [one for article in articles for one in article.pairs[relation] if one.label is not None]
    spread = Counter(name for a in articles for name in {f for one in a.pairs[relation] for f in one.features})
    vocabulary = sorted(name for name, count in spread.items() if count >= RAREST)
    vectors = CountVectorizer(analyzer=set, vocabulary=vocabulary, dtype=np.float64)
    model = LogisticRegression(C=STRENGTH, max_iter=300, solver="liblinear", random_state=0)
    model.fit(vectors.transform([one.features for one in examples]), [bool(one.label) for one in examples])
    return vectors, model


def judge(fitted: tuple[CountVectorizer, LogisticRegression], article: Article, relation: Relation) -> dict[Key, float]:
    """Return the highest logit of each fact that the article's pairs could state."""
    instances = article.pairs[relation]
    best: dict[Key, float] = {}
    if instances:
        vectors, model = fitted
        logits = model.decision_function(vectors.transform([one.features for one in instances]))
        for one, logit in zip(instances, logits, strict=True):
            best[one.key] = max(best.get(one.key, -99.0), float(logit))
    return best


def cross_validate(articles: Sequence[Article], relation: Relation, folds: int) -> dict[str, dict[Key, float]]:
    """Return for each article the logits of models that haven't seen it."""
    held: dict[str, dict[Key, float]] = {}
    for fold in range(folds):
        fitted = fit([a for number, a in enumerate(articles) if number % folds != fold], relation)
        held.update({a.name: judge(fitted, a, relation) for a in articles[fold::folds]})
    return held


def calibrate(articles: Sequence[Article], held: Mapping[str, Mapping[Key, float]]) -> tuple[float, float]:
    """Return slope and offset of Platt scaling for what the rules don't have, from held-out logits."""
    fresh = [
        (logit, what in article.truth)
        for article in articles
        for what, logit in held[article.name].items()
        if what not in article.rules and logit > -3
    ]
    model = LogisticRegression(C=1.0).fit(np.array([[logit] for logit, _ in fresh]), [right for _, right in fresh])
    return float(model.coef_[0][0]), float(model.intercept_[0])


def figures(articles: Sequence[Article], said: Mapping[str, set[Key]], relations: frozenset[Relation]) -> str:
    """Return precision, recall and F1 of these relations."""
    right = wrong = missed = 0
    for article in articles:
        truth = {what for what in article.truth if what[0] in relations}
        own = {what for what in said[article.name] if what[0] in relations}
        right, wrong, missed = right + len(truth & own), wrong + len(own - truth), missed + len(truth - own)
    return (
        f"P {right / max(1, right + wrong):.3f}  R {right / max(1, right + missed):.3f}  "
        f"F1 {2 * right / max(1, 2 * right + wrong + missed):.3f}"
    )


def arguments() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="TEXTS GOLD")
    parser.add_argument("--odd", nargs=2, type=Path, action="append", default=[], metavar=("TEXTS", "GOLD"))
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--write", action="store_true", help="put the models where the package reads them")
    return parser.parse_args()


def chosen(options: argparse.Namespace) -> Iterator[Article]:
    """Yield the articles that the options name."""
    pairs = [(texts, gold, False) for texts, gold in zip(options.folders[::2], options.folders[1::2], strict=True)]
    for texts, folder, odd in [*pairs, *((texts, gold, True) for texts, gold in options.odd)]:
        for file in sorted(folder.glob("*.json")):
            number = int(re.findall(r"\d+", file.stem)[-1])
            if number % 2 == 0 if odd else number % 3 == 0:
                continue  # what is kept aside is not even opened
            (gold,) = read_gold(file)
            if (texts / gold.document).exists():
                yield load(texts, gold)


def main() -> None:
    """Train, measure, and write where asked to."""
    options = arguments()
    articles = list(chosen(options))
    random.Random(options.seed).shuffle(articles)  # noqa: S311  # folds, no secrets
    models: dict[str, object] = {}
    said: dict[str, set[Key]] = {article.name: set() for article in articles}
    for relation in RELATIONS:
        held = cross_validate(articles, relation, options.folds)
        slope, offset = calibrate(articles, held)
        least = (math.log(LEAST / (1 - LEAST)) - offset) / slope
        above = {a.name: {what for what, logit in held[a.name].items() if logit >= least} for a in articles}
        fresh = [what in article.truth for article in articles for what in above[article.name] - article.rules]
        print(f"{relation}: from logit {least:.2f} adds {len(fresh)} facts, {sum(fresh)} of them right")
        if len(fresh) < FEWEST or sum(fresh) < LEAST * len(fresh):
            print(f"{relation}: left to the rules")
            continue
        for article in articles:
            said[article.name] |= above[article.name]
        vectors, model = fit(articles, relation)
        names = vectors.get_feature_names_out()
        weights = {str(n): round(float(w), 3) for n, w in zip(names, model.coef_[0], strict=True) if abs(w) >= SMALLEST}
        models[relation] = {
            "bias": round(float(model.intercept_[0]), 3),
            "weights": weights,
            "least": round(least, 3),
            "slope": round(slope, 3),
            "offset": round(offset, 3),
        }
    everything = frozenset(Relation) - {Relation.PARTNER_COUNT}
    network = frozenset(RELATIONS) - {Relation.ORGANIZES}
    rules = {article.name: article.rules for article in articles}
    both = {article.name: article.rules | said[article.name] for article in articles}
    prefixes = sorted({article.name.split("-")[0] for article in articles})
    for label, part in [("all", articles), *((p, [a for a in articles if a.name.startswith(p)]) for p in prefixes)]:
        for who, facts in (("rules", rules), ("model", said), ("offline", both)):
            print(
                f"{label:4}{len(part):4}  {who:6} network {figures(part, facts, network)}   "
                f"all {figures(part, facts, everything)}"
            )
    if options.write:
        MODEL.write_text(json.dumps(models, indent=0, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
        print(f"{MODEL}: {MODEL.stat().st_size / 1024:.0f} kB")


if __name__ == "__main__":
    main()
