"""From a document to its names: the order of the steps."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from coopgraph.model import Document, Entity, EntityType, Mention
from coopgraph.reading.furniture import running_text
from coopgraph.reading.names.bare import bare, bodies
from coopgraph.reading.names.candidates import Candidate
from coopgraph.reading.names.chunks import chunks
from coopgraph.reading.names.clusters import Thing, cluster, preferred
from coopgraph.reading.names.defaults import default_organizations
from coopgraph.reading.names.definitions import definitions
from coopgraph.reading.names.headed import headed
from coopgraph.reading.names.headlines import is_headline, settle_headlines
from coopgraph.reading.names.lists import spread
from coopgraph.reading.names.lexicon import Lexicon, lexicon
from coopgraph.reading.names.owners import owners
from coopgraph.reading.names.parsed import ParsedSentence
from coopgraph.reading.names.quoted import dated_events, numbered, quoted
from coopgraph.reading.names.shorts import bind_brackets, bind_shorts, extend_events
from coopgraph.reading.names.typing_ import INNER
from coopgraph.reading.names.tokens import tokenize
from coopgraph.reading.sentences import Sentence

_SMALL_WORD = re.compile(r"(?<![.\w’'-])[a-zà-ÿ][a-zà-ÿ-]{2,24}(?![\w’'-])")


@dataclass(frozen=True, slots=True)
class Names:
    """The things that a document names, and every place where it names them, in order and disjoint."""

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]


def find_names(document: Document, sentences: Sequence[Sentence]) -> Names:
    """Return what the sentences name; keys are "e1", "e2", … in the order of first mention."""
    words = lexicon()
    running = running_text(document, sentences)
    common = _common_words(document.prose, running)
    candidates: list[Candidate] = []
    for sentence in running:
        for candidate in _candidates(document.prose, sentence, words, common):
            candidates.append(candidate)
    candidates = settle_headlines(candidates)
    candidates = bind_shorts(bind_brackets(document.prose, candidates, words), words)
    candidates = default_organizations(document.prose, candidates, words)
    things = cluster(candidates, words)
    return _names(document.prose, things, words)


def _common_words(prose: str, sentences: Sequence[Sentence]) -> frozenset[str]:
    """Return the words that the document writes in small letters."""
    found: set[str] = set()
    for sentence in sentences:
        found.update(_SMALL_WORD.findall(prose, sentence.start, sentence.stop))
    return frozenset(found)


def _candidates(prose: str, sentence: Sentence, words: Lexicon, common: Collection[str]) -> Iterator[Candidate]:
    """Yield the disjoint candidates of a sentence in their order."""
    tokens = tokenize(prose, sentence.start, sentence.stop)
    parsed = ParsedSentence(prose, tokens, chunks(tokens, words, common), words, common)
    found: list[Candidate] = [
        *quoted(prose, sentence.start, sentence.stop, words),
        *numbered(prose, sentence.start, sentence.stop),
        *dated_events(prose, sentence.start, sentence.stop, words),
        *bodies(parsed),
    ]
    at: dict[int, tuple[Candidate, int]] = {}
    taken: set[int] = set()
    for candidate, first, last in headed(parsed):
        at[first] = (candidate, last)
        taken.update(range(first, last + 1))
    at.update((number, (candidate, number)) for number, candidate in bare(parsed, taken).items())
    spread(parsed, at)
    found.extend(candidate for candidate, _ in at.values())
    found.extend(definitions(prose, tokens, found, words))
    extend_events(prose, sentence.start, found)
    if is_headline(prose, sentence.start, sentence.stop):
        for candidate in found:
            candidate.cues.add("headline")
    yield from _disjoint(found)


def _disjoint(found: list[Candidate]) -> list[Candidate]:
    """Return the candidates without those that overlap a heavier or, of the same weight, a longer one."""
    kept: list[Candidate] = []
    for candidate in sorted(found, key=lambda c: (-c.weight, c.start - c.stop, c.start)):
        if all(candidate.stop <= other.start or candidate.start >= other.stop for other in kept):
            kept.append(candidate)
    return sorted(kept, key=lambda c: c.start)


def _names(prose: str, things: list[Thing], words: Lexicon) -> Names:
    """Return the things as entities with keys in the order of first mention."""
    ordered = sorted(
        things, key=lambda thing: (min(c.start for c in thing.members), max(c.stop for c in thing.members))
    )
    key = {id(member): f"e{number}" for number, thing in enumerate(ordered, 1) for member in thing.members}
    mentions = sorted(
        (Mention(c.start, c.stop, key[id(c)]) for thing in ordered for c in thing.members), key=lambda m: m.start
    )
    kinds = {f"e{number}": thing.type for number, thing in enumerate(ordered, 1)}
    inner = {f"e{n}" for n, thing in enumerate(ordered, 1) if thing.head in INNER and thing.type is EntityType.EDUCATION}
    owner = owners(prose, mentions, kinds, inner)
    entities = []
    for number, thing in enumerate(ordered, 1):
        name, aliases = preferred(thing, words)
        key_ = f"e{number}"
        kind = EntityType.UNIT if key_ in inner and key_ in owner else thing.type
        entities.append(Entity(key_, name, kind, aliases, owner.get(key_)))
    return Names(tuple(entities), tuple(mentions))
