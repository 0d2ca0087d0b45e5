"""Joins the steps of reading: sentences, names, references, relations, consolidation."""

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

from coopgraph.model import (
    NAMED,
    Document,
    Entity,
    Evidence,
    Mention,
    Reading,
    Relation,
    Source,
    Statement,
)
from coopgraph.reading.amounts import find_amounts
from coopgraph.reading.compose import Token, flat_line, fold
from coopgraph.reading.confidence import calibrated
from coopgraph.reading.consolidate import consolidate
from coopgraph.reading.dates import find_dates
from coopgraph.reading.furniture import running_text
from coopgraph.reading.learned import Scan, complement, reviewed
from coopgraph.reading.names import Names, find_names
from coopgraph.reading.passage import Claim, Context, Passage
from coopgraph.reading.proposing import NameFinder, join, proposals
from coopgraph.reading.references import Referents, find_references
from coopgraph.reading.relations import FIRST, THEN
from coopgraph.reading.relations.signing import signed_elsewhere
from coopgraph.reading.sentences import Sentence, sentences

LANGUAGES = frozenset({"en"})
Reader = Literal["rules", "offline"]
"""Who reads relations: the rules of the grammar alone, or they and the trained encoder beside them."""
DEFAULT: Reader = "offline"


def read(document: Document, reader: Reader = DEFAULT, finder: NameFinder | None = None) -> Reading:
    """Return what the document says: its things, and a statement for each fact and piece of evidence.

    Organisations, projects, events and policies are kept whenever they are named; places, countries and persons when
    a fact is about them. The result depends on nothing but the document, the reader and the finder, whose names join
    those of the grammar. Raises InputError where the finder fails.
    """
    spans = running_text(document, sentences(document))
    names, scan = all_names(document, spans, reader, finder)
    return relate(document, spans, names.entities, names.mentions, scan)


def all_names(
    document: Document, spans: Sequence[Sentence], reader: Reader, finder: NameFinder | None
) -> tuple[Names, Scan | None]:
    """Return what the sentences name by the grammar, the encoder and the finder, and the encoder's scan of them."""
    names, scan = find_names(document, spans), None
    if reader == "offline":
        scan = Scan(document, spans, names)
        names = find_names(document, spans, scan.advice())
    return (names if finder is None else join(document, names, proposals(document, spans, finder))), scan


def relate(
    document: Document,
    spans: Sequence[Sentence],
    entities: Sequence[Entity],
    mentions: Sequence[Mention],
    scan: Scan | None = None,
) -> Reading:
    """Return what the document says of the given things, named at the given places, by the rules and by the scan.

    `mentions` don't overlap and are sorted by start.
    """
    amounts = find_amounts(document.prose)
    mentions = beside_amounts(mentions, amounts)
    context = compose(document, spans, entities, mentions, amounts)
    statements = consolidate(_statement(document, claim) for claim in claims(context))
    if scan is not None:
        opinions = scan.opinions(context)
        sure = reviewed(context, statements, opinions)
        added = complement(context, sure, opinions)
        statements = consolidate((*sure, *(_statement(document, claim) for claim in added)))
    signed = tuple(_statement(document, claim) for claim in signed_elsewhere(context, statements))
    statements = consolidate((*statements, *signed)) if signed else statements
    used = {key for statement in statements for key in statement.fact.parties}
    named = {mention.entity for mention in mentions}
    things = [
        Entity(entity.key, entity.name, entity.type, entity.aliases, context.owners.get(entity.key), entity.identifiers)
        for entity in entities
        if entity.key in used or (entity.type in NAMED and entity.key in named)
    ]
    return Reading(_source(document), tuple(sorted(things, key=lambda entity: entity.key)), tuple(statements))


def compose(
    document: Document,
    spans: Sequence[Sentence],
    entities: Sequence[Entity],
    mentions: Sequence[Mention],
    amounts: Sequence[tuple[int, int]],
) -> Context:
    """Return the context of the document with a passage for each sentence, before anything is found in it."""
    referents = Referents(document, entities, mentions)
    context = Context(document, referents.entities, referents.main(), referents.project())
    _passages(context, spans, _tokens(document, mentions, find_references(document, spans, referents), amounts))
    return context


def claims(context: Context) -> list[Claim]:
    """Return what the rules find in the passages of the context; fills its owners."""
    found = [claim for finder in FIRST for passage in context.passages for claim in finder(passage)]
    for claim in found:
        if claim.fact.relation is Relation.PART_OF:
            unit, owner = claim.fact.parties
            context.owners.setdefault(unit, owner)
    found.extend(claim for finder in THEN for passage in context.passages for claim in finder(passage))
    return found


def beside_amounts(mentions: Sequence[Mention], amounts: Sequence[tuple[int, int]]) -> list[Mention]:
    """Return the mentions that aren't part of a sum of money: the "AUD" of "AUD 2 million" names nobody."""
    kept = []
    for mention in mentions:
        place = bisect_right(amounts, mention.start, key=lambda amount: amount[0]) - 1
        if place < 0 or amounts[place][1] < mention.stop:
            kept.append(mention)
    return kept


def _tokens(
    document: Document, mentions: Sequence[Mention], references: Sequence[Token], amounts: Sequence[tuple[int, int]]
) -> list[Token]:
    """Return names, references, times and amounts in their order; of two that overlap the earlier listed stays."""
    times = [Token(dated.start, dated.stop, period=dated.period) for dated in find_dates(document)]
    sums = [Token(start, stop) for start, stop in amounts]
    chosen = [Token(mention.start, mention.stop, (mention.entity,)) for mention in mentions]
    for more in (references, times, sums):
        chosen = _merge(chosen, more)
    return chosen


def _merge(chosen: Sequence[Token], more: Iterable[Token]) -> list[Token]:
    """Return the tokens of both that don't overlap with one chosen before, sorted."""
    ranked = sorted(
        [(token.start, 0, token) for token in chosen] + [(token.start, 1, token) for token in more], key=_rank
    )
    merged: list[Token] = []
    for _, new, token in ranked:
        if merged and token.start < merged[-1].stop:
            if new:
                continue
            merged.pop()
        merged.append(token)
    return merged


def _rank(item: tuple[int, int, Token]) -> tuple[int, int]:
    return item[:2]


def _passages(context: Context, spans: Sequence[Sentence], tokens: Sequence[Token]) -> None:
    for number, span in enumerate(spans):
        flat = flat_line(context, span.start, span.stop, tokens)
        folded = fold(context, flat)
        context.passages.append(Passage(context, number, span.paragraph, span.start, span.stop, flat, folded))


def _statement(document: Document, claim: Claim) -> Statement:
    page = bisect_right(document.pages, claim.start) or None
    quote = document.text[claim.start : claim.stop]
    confidence = calibrated(claim.method, claim.confidence)
    evidence = Evidence(document.name, claim.start, claim.stop, quote, claim.method, confidence, page)
    return Statement(claim.fact, evidence)


def _source(document: Document) -> Source:
    return Source(
        document.name,
        document.digest,
        document.format,
        document.title,
        document.date,
        document.source,
        document.author,
        document.language,
    )


@cache
def fingerprint() -> str:
    """Return the SHA-256, in hexadecimal, of this package's own source and data: a reading is as old as its reader."""
    digest = hashlib.sha256()
    for path, content in sorted(_contents(files("coopgraph.reading"), "")):
        digest.update(f"{path}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _contents(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _contents(entry, f"{path}{entry.name}/")
        elif entry.is_file() and not entry.name.endswith(".pyc"):
            yield f"{path}{entry.name}", entry.read_bytes().replace(b"\r\n", b"\n")
