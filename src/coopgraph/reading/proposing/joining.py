"""Proposed names are checked and join those that the grammar has found, which stay as they are."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from coopgraph.errors import InputError, one_line
from coopgraph.model import Document, Entity, EntityType, Mention
from coopgraph.reading.names import Names
from coopgraph.reading.names.lexicon import fold
from coopgraph.reading.names.places import place_type
from coopgraph.reading.proposing.finder import NameFinder
from coopgraph.reading.sentences import Sentence

LONGEST = 150  # characters of a name
# What spaCy's pipelines call things. An organisation that the grammar doesn't know by a head word ("University",
# "Ministry") is mostly a firm. Their other labels (NORP, FAC, PRODUCT, WORK_OF_ART, …) are none of our types.
_LABELS: Mapping[str, EntityType] = {kind.value: kind for kind in EntityType} | {
    "org": EntityType.COMPANY,
    "gpe": EntityType.PLACE,
    "loc": EntityType.PLACE,
    "per": EntityType.PERSON,
    "law": EntityType.POLICY,
}
_ARTICLE = ("the ", "The ", "THE ")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A stretch of a document that a finder takes for the name of a thing of this type."""

    start: int
    stop: int
    type: EntityType


def proposals(document: Document, sentences: Sequence[Sentence], finder: NameFinder) -> tuple[Proposal, ...]:
    """Return what a finder proposes in the running text, in order and disjoint, of overlapping ones the longer.

    Names lose white space and a "the" around them; those without a letter, of more than a paragraph's line or with a
    label that is no type of ours are left out. Raises InputError where the finder fails or its offsets lie outside of
    what it was given.
    """
    bounds = [_bounds(list(group)) for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph)]
    texts = [document.prose[start:stop] for start, stop in bounds]
    found: list[Proposal] = []
    for (begin, end), spans in zip(bounds, _ask(document, finder, texts), strict=True):
        for start, stop, label in spans:
            if not 0 <= start <= stop <= end - begin:
                raise InputError(
                    f"{document.name}: {finder.identity} names characters {start} to {stop} of {end - begin};"
                    " tell its author, or leave out --names"
                )
            proposal = _trimmed(document, begin + start, begin + stop, _LABELS.get(label.casefold()))
            if proposal:
                found.append(proposal)
    return tuple(_disjoint(found))


def _bounds(sentences: Sequence[Sentence]) -> tuple[int, int]:
    return sentences[0].start, sentences[-1].stop


def _ask(document: Document, finder: NameFinder, texts: Sequence[str]) -> list[list[tuple[int, int, str]]]:
    try:
        found = [[(int(start), int(stop), str(label)) for start, stop, label in spans] for spans in finder.names(texts)]
    except Exception as error:
        what = f"{type(error).__name__}: {one_line(error)}"
        raise InputError(f"{document.name}: {finder.identity} failed: {what}; leave out --names") from error
    if len(found) != len(texts):
        raise InputError(f"{document.name}: {finder.identity} gave {len(found)} answers for {len(texts)} paragraphs")
    return found


def _trimmed(document: Document, start: int, stop: int, kind: EntityType | None) -> Proposal | None:
    words = document.prose[start:stop]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    if words.startswith(_ARTICLE):
        rest = words[len("the ") :].lstrip()
        start, words = start + len(words) - len(rest), rest
    if kind is None or not 1 < len(words) <= LONGEST or not any(letter.isalpha() for letter in words):
        return None
    if kind is EntityType.PLACE:
        kind = place_type(fold(words)) or kind
    return Proposal(start, start + len(words), kind)


def _disjoint(found: Sequence[Proposal]) -> list[Proposal]:
    kept: list[Proposal] = []
    for proposal in sorted(found, key=lambda one: (one.start - one.stop, one.start, one.type)):
        place = bisect_left(kept, proposal.start, key=lambda one: one.start)
        after = place == len(kept) or kept[place].start >= proposal.stop
        if after and (place == 0 or kept[place - 1].stop <= proposal.start):
            kept.insert(place, proposal)
    return kept


def join(document: Document, names: Names, proposed: Sequence[Proposal]) -> Names:
    """Return the names with what was proposed and doesn't overlap any of them.

    A proposal whose words are a written form of a thing is a mention of it; others make new things, one for each name,
    case and accents aside. Their keys follow those that are there.
    """
    keys: dict[str, str] = {}
    for entity in names.entities:
        for form in entity.names:
            keys.setdefault(fold(form), entity.key)
    entities = {entity.key: entity for entity in names.entities}
    forms: dict[str, list[str]] = defaultdict(list)
    mentions = list(names.mentions)
    for proposal in _beside(names.mentions, proposed):
        form = " ".join(document.text[proposal.start : proposal.stop].split())
        key = keys.setdefault(fold(form), f"e{len(entities) + 1}")
        if key not in entities:
            entities[key] = Entity(key, form, proposal.type)
        elif form not in entities[key].names and form not in forms[key]:
            forms[key].append(form)
        mentions.append(Mention(proposal.start, proposal.stop, key))
    for key, more in forms.items():
        entities[key] = replace(entities[key], aliases=(*entities[key].aliases, *more))
    return Names(tuple(entities.values()), tuple(sorted(mentions, key=lambda mention: mention.start)))


def _beside(mentions: Sequence[Mention], proposed: Sequence[Proposal]) -> Iterator[Proposal]:
    """Yield the proposals that share no character with a mention; mentions are disjoint and in order."""
    for proposal in proposed:
        place = bisect_left(mentions, proposal.stop, key=lambda mention: mention.start)
        if place == 0 or mentions[place - 1].stop <= proposal.start:
            yield proposal
