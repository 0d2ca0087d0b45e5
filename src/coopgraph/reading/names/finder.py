"""From a document to its names: the order of the steps."""

import re
from bisect import bisect
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from coopgraph.model import Document, Entity, EntityType, Mention
from coopgraph.reading.furniture import running_text
from coopgraph.reading.names.advice import Advice, heed
from coopgraph.reading.names.bare import bare
from coopgraph.reading.names.bodies import bodies
from coopgraph.reading.names.candidates import Candidate
from coopgraph.reading.names.chunks import chunks
from coopgraph.reading.names.clusters import Thing, cluster, embedded_institutions, preferred
from coopgraph.reading.names.defaults import default_organizations
from coopgraph.reading.names.definitions import definitions
from coopgraph.reading.names.extents import extend
from coopgraph.reading.names.headed import headed
from coopgraph.reading.names.headlines import is_headline, settle_headlines
from coopgraph.reading.names.lexicon import Lexicon, group, lexicon
from coopgraph.reading.names.lists import spread
from coopgraph.reading.names.owners import owners
from coopgraph.reading.names.parsed import ParsedSentence
from coopgraph.reading.names.quoted import dated_events, numbered, quoted
from coopgraph.reading.names.shorts import bind_brackets, bind_shorts, extend_events, join_translations
from coopgraph.reading.names.tokens import tokenize
from coopgraph.reading.sentences import Sentence

_SMALL_WORD = re.compile(r"(?<![.\w’'-])[a-zà-ÿ][a-zà-ÿ-]{2,24}(?![\w’'-])")
_LINE = re.compile(r"\S[^\n]*")
_LONGEST_CREDIT = 200
# A longer sentence is a table or garbage; it is read in pieces, so that the time for all of them stays linear.
_LONGEST_SENTENCE = 4000


@dataclass(frozen=True, slots=True)
class Names:
    """The things that a document names, and every place where it names them, in order and disjoint.

    A thing without a mention is an institution that stands only inside of the name of its part.
    """

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]


def find_names(document: Document, sentences: Sequence[Sentence], advice: Advice | None = None) -> Names:
    """Return what the sentences name; keys are "e1", "e2", … in the order of first mention.

    With `advice`, what a tagger has seen in the document counts beside the grammar.
    """
    words = lexicon()
    running = running_text(document, sentences)
    common = _common_words(document.prose, running)
    candidates: list[Candidate] = []
    for sentence in running:
        for start, stop in _pieces(document.prose, sentence):
            candidates.extend(_candidates(document.prose, start, stop, words, common))
    if advice is not None:
        candidates = heed(document.prose, candidates, advice, words)
    candidates = bind_brackets(document.prose, join_translations(document.prose, settle_headlines(candidates)), words)
    candidates = bind_shorts(candidates, _credited(document.prose, running, words))
    candidates = default_organizations(document.prose, candidates, words)
    extend(document.prose, candidates, advice, words)
    things = cluster(candidates, words)
    return _names(document.prose, things, typed=advice is not None)


def _credited(prose: str, running: Sequence[Sentence], words: Lexicon) -> list[Candidate]:
    """Return the names in credits ("Press release: X University"): no mentions, but the text goes on in short forms.

    Credits are all lines outside of the running text.
    """
    found: list[Candidate] = []
    stops = [0, *(sentence.stop for sentence in running)]
    starts = [*(sentence.start for sentence in running), len(prose)]
    for stop, start in zip(stops, starts, strict=True):
        for line in _LINE.finditer(prose, stop, start):
            tokens = tokenize(prose, line.start(), min(line.end(), line.start() + _LONGEST_CREDIT))
            parsed = ParsedSentence(prose, tokens, chunks(tokens, words), words, frozenset())
            found.extend(candidate for candidate, _, _ in headed(parsed))
    return found


def _common_words(prose: str, sentences: Sequence[Sentence]) -> frozenset[str]:
    """Return the words that the document writes in small letters."""
    found: set[str] = set()
    for sentence in sentences:
        found.update(_SMALL_WORD.findall(prose, sentence.start, sentence.stop))
    return frozenset(found)


def _pieces(prose: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the sentence, or of its pieces where it is longer than any sentence is."""
    start = sentence.start
    while sentence.stop - start > _LONGEST_SENTENCE:
        stop = prose.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        stop = start + _LONGEST_SENTENCE if stop < 0 else stop
        yield start, stop
        start = stop
    yield start, sentence.stop


def _candidates(prose: str, start: int, stop: int, words: Lexicon, common: Collection[str]) -> list[Candidate]:
    """Return the disjoint candidates of a sentence in their order."""
    tokens = tokenize(prose, start, stop)
    parsed = ParsedSentence(prose, tokens, chunks(tokens, words), words, common)
    found: list[Candidate] = [
        *quoted(prose, start, stop, words),
        *numbered(prose, start, stop),
        *dated_events(prose, start, stop, words),
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
    extend_events(prose, start, found)
    if is_headline(prose, start, stop):
        for candidate in found:
            candidate.cues.add("headline")
    return _disjoint(found)


def _disjoint(found: list[Candidate]) -> list[Candidate]:
    """Return the candidates without those that overlap a heavier or, of the same weight, a longer one."""
    kept: list[Candidate] = []
    for candidate in sorted(found, key=lambda c: (-c.weight, c.start - c.stop, c.start)):
        place = bisect(kept, candidate.start, key=lambda c: c.start)
        before_ok = place == 0 or kept[place - 1].stop <= candidate.start
        if before_ok and (place == len(kept) or kept[place].start >= candidate.stop):
            kept.insert(place, candidate)
    return kept


def _names(prose: str, things: list[Thing], typed: bool) -> Names:
    """Return the things as entities with keys in the order of first mention; at the end what is only part of a name.

    Unless a tagger has `typed` them, an institute or college that belongs to another body is a unit.
    """
    ordered = sorted(
        things, key=lambda thing: (min(c.start for c in thing.members), max(c.stop for c in thing.members))
    )
    ordered.extend(embedded_institutions(ordered))
    keyed = {f"e{number}": thing for number, thing in enumerate(ordered, 1)}
    mentions = sorted(
        (Mention(c.start, c.stop, key) for key, thing in keyed.items() for c in thing.members), key=lambda m: m.start
    )
    owner = owners(prose, mentions, keyed)
    entities = []
    for key, thing in keyed.items():
        name, aliases = preferred(thing)
        part = not typed and thing.type is EntityType.EDUCATION and thing.head in group("inner") and key in owner
        kind = EntityType.UNIT if part else thing.type
        entities.append(Entity(key, name, kind, aliases, owner.get(key)))
    return Names(tuple(entities), tuple(mentions))
