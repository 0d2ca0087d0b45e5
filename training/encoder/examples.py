"""Annotated articles as examples for the encoder: chunks with a tag for each piece and the facts of each pair."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from coopgraph import documents
from coopgraph.evaluation.alignment import Aligner
from coopgraph.evaluation.gold import Gold
from coopgraph.model import Entity, EntityType, Mention, Relation, Status
from coopgraph.reading.amounts import find_amounts
from coopgraph.reading.furniture import running_text
from coopgraph.reading.learned.chunks import Chunk, chunks
from coopgraph.reading.learned.places import OUTPUTS, Pair, pairs
from coopgraph.reading.names import find_names
from coopgraph.reading.reader import beside_amounts, compose, relate
from coopgraph.reading.sentences import sentences

TYPES = tuple(EntityType)
SILENT = frozenset(
    {EntityType.COUNTRY, EntityType.PLACE, EntityType.PERSON}
)  # annotated only where a fact is about them
Key = tuple[Relation, str, str]


@dataclass(slots=True)
class Example:
    """A chunk: for each piece (the special ones too) its tag, what the grammar says; and its pairs with their labels.

    Tags are 0 for no name, 1 + 2·type where a name begins, 2 + 2·type within, -1 where nothing is known. Labels of a
    pair are one a relation and direction: 1, 0, or -1 where the types forbid it or nothing is known.
    """

    article: str
    ids: list[int]
    cases: list[int]
    firsts: list[bool]
    context: int
    tags: list[int]
    grammar: list[int]
    pairs: list[Pair] = field(default_factory=list)
    labels: list[list[int]] = field(default_factory=list)
    keys: list[list[Key | None]] = field(default_factory=list)


@dataclass(slots=True)
class Article:
    """An article with its examples, the facts that are true of it, and those that the rules read."""

    name: str
    examples: list[Example]
    truth: set[Key]
    rules: set[Key]
    types: dict[str, str]


def key(relation: Relation, subject: str, object_: str) -> Key:
    """Return what makes a fact the same as another."""
    if relation is Relation.COOPERATES_WITH:
        subject, object_ = sorted((subject, object_))
    return relation, subject, object_


def load(texts: Path, gold: Gold) -> Article:
    """Return the article with the names of its annotation, and beside them those that the grammar finds."""
    document = documents.read(texts / gold.document, gold.document)
    prose = document.prose
    spans = running_text(document, sentences(document))
    names = find_names(document, spans)
    aligner = Aligner(gold.entities)
    found = {entity.key: aligner.find(entity) for entity in names.entities}
    kinds = {entity.key: entity.type for entity in names.entities}
    gold_kinds = {entity.id: entity.type for entity in gold.entities}
    written = _written(prose, gold)
    taken = _free(written)
    mentions = [Mention(start, stop, "g:" + identifier) for start, stop, identifier in taken]
    silent: list[tuple[int, int]] = []
    for mention in names.mentions:
        if not _overlaps(taken, mention.start, mention.stop):
            identifier = found[mention.entity]
            mentions.append(Mention(mention.start, mention.stop, f"g:{identifier}" if identifier else mention.entity))
            if identifier is None and kinds[mention.entity] in SILENT:
                silent.append((mention.start, mention.stop))
    mentions.sort(key=lambda mention: mention.start)
    used = {mention.entity for mention in mentions}
    entities = [
        *(Entity(f"g:{e.id}", e.name, e.type, e.aliases) for e in gold.entities),
        *(entity for entity in names.entities if entity.key in used),
    ]
    amounts = find_amounts(prose)
    context = compose(document, spans, entities, beside_amounts(mentions, amounts), amounts)
    quotes = _quotes(gold, document.text)
    article = Article(gold.document, [], set(quotes), set(), {e.id: e.type.value for e in gold.entities})
    for statement in relate(document, spans, names.entities, names.mentions).statements:
        if statement.fact.details.status is not Status.INTENDED:
            for one, other in statement.fact.pairs():
                if other is not None:
                    ends = (found[one] or f"?{one}", found[other] or f"?{other}")
                    article.rules.add(key(statement.fact.relation, *ends))
    tagged = {
        mention.start: (mention.stop, gold_kinds[mention.entity[2:]])
        for mention in mentions
        if mention.entity[:2] == "g:"
    }
    said = {mention.start: (mention.stop, kinds[mention.entity]) for mention in names.mentions}
    for chunk in chunks(prose, spans):
        example = Example(
            gold.document,
            chunk.ids(),
            chunk.cases(),
            [False, *(piece.first for piece in chunk.pieces), False],
            chunk.context,
            _tags(chunk, tagged, silent),
            _tags(chunk, said, ()),
        )
        example.tags[1 : 1 + chunk.context] = [-1] * chunk.context
        for pair in pairs(chunk, context):
            row, keys = _labels(pair, quotes, context.passages[pair.start].start, context.passages[pair.stop].stop)
            if any(label >= 0 for label in row):
                example.pairs.append(pair)
                example.labels.append(row)
                example.keys.append(keys)
        article.examples.append(example)
    return article


def _written(prose: str, gold: Gold) -> list[tuple[int, int, str]]:
    """Return every place where a name of the annotation stands as it is written there, longer names first."""
    forms: dict[str, str] = {}
    for entity in gold.entities:
        for form in (entity.name, *entity.aliases):
            forms.setdefault(" ".join(form.split()), entity.id)
    places: list[tuple[int, int, str]] = []
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        if form:
            expression = r"\s+".join(re.escape(word) for word in form.split())
            expression = re.sub(r"['’]", "['’]", expression)
            found = re.finditer(rf"(?<!\w){expression}(?!\w)", prose)
            places.extend((match.start(), match.end(), forms[form]) for match in found)
    return places


def _free(places: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return the places that don't overlap with one listed before, in the order of the text."""
    kept: list[tuple[int, int, str]] = []
    for start, stop, identifier in places:
        at = bisect_left(kept, (start, stop, identifier))
        if (at == 0 or kept[at - 1][1] <= start) and (at == len(kept) or kept[at][0] >= stop):
            kept.insert(at, (start, stop, identifier))
    return kept


def _overlaps(taken: Sequence[tuple[int, int, str]], start: int, stop: int) -> bool:
    at = bisect_right(taken, start, key=lambda place: place[0])
    return (at > 0 and taken[at - 1][1] > start) or (at < len(taken) and taken[at][0] < stop)


def _quotes(gold: Gold, text: str) -> dict[Key, list[tuple[int, int]] | None]:
    quotes: dict[Key, list[tuple[int, int]] | None] = {}
    for fact in gold.facts:
        if fact.object is not None:
            what = key(fact.relation, fact.subject, fact.object)
            words = re.search(r"\s+".join(map(re.escape, fact.quote.split())), text)
            places = quotes.setdefault(what, [])
            if words is None or places is None:
                quotes[what] = None
            else:
                places.append(words.span())
    return quotes


def _labels(
    pair: Pair, quotes: Mapping[Key, list[tuple[int, int]] | None], start: int, stop: int
) -> tuple[list[int], list[Key | None]]:
    labels, keys = [-1] * len(OUTPUTS), [None] * len(OUTPUTS)
    for number in pair.outputs():
        relation, forward = OUTPUTS[number]
        subject, object_ = (end.removeprefix("g:") for end in pair.ends(forward))
        what = key(relation, subject, object_)
        keys[number] = what
        if what not in quotes:
            labels[number] = 0
        else:
            places = quotes[what]
            if places is None or any(a < stop and b > start for a, b in places):
                labels[number] = 1
    return labels, keys


def _tags(chunk: Chunk, names: Mapping[int, tuple[int, EntityType]], silent: Sequence[tuple[int, int]]) -> list[int]:
    tags = [0] * len(chunk.pieces)
    starts = [piece.start for piece in chunk.pieces]
    for start, (stop, kind) in names.items():
        first, last = bisect_left(starts, start), bisect_left(starts, stop)
        for place in range(first, last):
            tags[place] = (1 if place == first else 2) + 2 * TYPES.index(kind)
    for start, stop in silent:
        for place in range(bisect_left(starts, start), bisect_left(starts, stop)):
            tags[place] = -1
    return [-1, *tags, -1]
