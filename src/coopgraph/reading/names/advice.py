"""What a tagger that has learned names says beside the grammar, and whose word counts where the two differ."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from coopgraph.model import ORGANIZATIONS, PLACES, EntityType
from coopgraph.reading.names.bodies import is_body
from coopgraph.reading.names.candidates import Candidate
from coopgraph.reading.names.lexicon import Lexicon, fold, group

# Chosen for the best F1 of names on held-out articles; CAREFUL and DOUBT for nothing right lost on the seeds.
NEW = 0.85  # how sure the tagger has to be that a name stands where the grammar sees none, or a place or person
CAREFUL = 0.95  # that one does which is made of ordinary words, of few capitals, or wider than the grammar's
POLICY = 0.98  # that a policy does, in which every word is an ordinary one
TYPE = 0.6  # of another type than the grammar's
SURE = 0.95  # of a place or person that the grammar doesn't see as such, of a policy where it sees another type
DOUBT = 0.8  # of no name standing where the grammar sees one
_PLAIN = 5.0  # what a candidate weighs of which the border is plain: a title in quotes, a numbered policy
_BARE = 1.5  # the most that a candidate weighs that no noun makes a name
_ORDINARY = frozenset({EntityType.UNIT, EntityType.EVENT})
_FEW = re.compile(r"[A-Z]{2,6}")
_WORD = re.compile(r"\w+")
_BEHIND = re.compile(r"\s(\w+)")
_NEVER_DOUBTED = PLACES | {EntityType.PERSON}
_LEFT_TO_GRAMMAR = _NEVER_DOUBTED | {None}


@dataclass(frozen=True, slots=True)
class Tagged:
    """A name that the tagger sees, `prose[start:stop]`, and how sure it is of its type, 0 to 1.

    `being` is how sure it is of some name standing there that is no place or person, whatever its type.
    """

    start: int
    stop: int
    type: EntityType
    score: float
    being: float


@dataclass(frozen=True, slots=True)
class Advice:
    """All that the tagger says of a document: its names, in order and disjoint, and where it sees none.

    `doubts` has for each word, which begins at `starts`, how likely it is no part of a name.
    """

    names: Sequence[Tagged] = ()
    starts: Sequence[int] = ()
    doubts: Sequence[float] = ()

    def doubt(self, start: int, stop: int) -> float:
        """Return how likely none of the words is part of a name, on average; 0 where the tagger knows nothing."""
        words = self.doubts[bisect_left(self.starts, start) : bisect_left(self.starts, stop)]
        return sum(words) / len(words) if words else 0.0

    def across(self, start: int, stop: int) -> Sequence[Tagged]:
        """Return the names that share text with the stretch."""
        first = bisect_right(self.names, start, key=lambda name: name.stop)
        return self.names[first : bisect_left(self.names, stop, key=lambda name: name.start)]


def heed(prose: str, candidates: Sequence[Candidate], advice: Advice, words: Lexicon) -> list[Candidate]:
    """Return the grammar's candidates corrected by the tagger's advice, and those that only the tagger sees.

    Well-known bodies stay as the grammar has them; so do places and people, unless the tagger is sure to see something
    else there: it learned those only where a fact is about them.
    """
    trimmed = (_trimmed(prose, name, words) for name in advice.names)
    advice = replace(advice, names=[name for name in trimmed if name is not None])
    kept: list[Candidate] = []
    told: list[tuple[Candidate, float]] = []
    for candidate in _widened(prose, candidates, advice, words):
        near = advice.across(candidate.start, candidate.stop)
        same = next((name for name in near if (name.start, name.stop) == (candidate.start, candidate.stop)), None)
        if same is not None:
            if not is_body(words, candidate.text):
                untyped = candidate.type is None
                _type(prose, candidate, same, words)
                if untyped and candidate.type is not None:
                    told.append((candidate, same.score))
        elif (
            not near and candidate.type not in _NEVER_DOUBTED and advice.doubt(candidate.start, candidate.stop) > DOUBT
        ):
            continue
        kept.append(candidate)
    taken = sorted((candidate.start, candidate.stop) for candidate in kept if candidate.type)
    new = [name for name in advice.names if _is_new(prose, name, words) and not _overlaps(taken, name.start, name.stop)]
    fresh = [_fresh(prose, name, words) for name in new]
    _of_one_type([*told, *((candidate, name.score) for candidate, name in zip(fresh, new, strict=True))])
    bare = sorted((name.start, name.stop) for name in fresh)
    kept = [c for c in kept if not _overlaps(bare, c.start, c.stop)]
    return sorted([*kept, *fresh], key=lambda candidate: candidate.start)


def _of_one_type(told: Sequence[tuple[Candidate, float]]) -> None:
    """Give those that are written alike the type of which the tagger, which alone has told it, is surest over all."""
    scores: dict[str, dict[EntityType | None, float]] = defaultdict(lambda: defaultdict(float))
    for candidate, score in told:
        scores[candidate.text][candidate.type] += score
    for candidate, _ in told:
        candidate.type = max(scores[candidate.text].items(), key=itemgetter(1))[0]


def _widened(prose: str, candidates: Sequence[Candidate], advice: Advice, words: Lexicon) -> list[Candidate]:
    """Return the candidates, those made one that are parts of a name of which the tagger is sure.

    "School of Wool" and "Meat" are one; two names that have a noun each stay two. Places and people aren't widened.
    """
    starts = [candidate.start for candidate in candidates]
    parts: set[int] = set()
    whole: list[Candidate] = []
    for name in advice.names:
        first, last = bisect_left(starts, name.start), bisect_left(starts, name.stop)
        inner = candidates[first:last]
        outside = (first > 0 and candidates[first - 1].stop > name.start) or (
            last > first and inner[-1].stop > name.stop
        )
        typed = [part for part in inner if part.type is not None]
        plain = any(part.type is EntityType.POLICY and part.weight >= _PLAIN for part in typed)
        nouns = sum(part.weight > _BARE and part.type in ORGANIZATIONS for part in typed)
        exact = len(inner) == 1 and (inner[0].start, inner[0].stop) == (name.start, name.stop)
        text = " ".join(prose[name.start : name.stop].split())
        known = len(inner) == 1 and text in inner[0].forms  # the grammar takes "X" and "X project" for two forms
        least = POLICY if name.type is EntityType.POLICY else CAREFUL
        if name.being >= least and typed and nouns < 2 and not (exact or outside or known or plain):
            joined = next((part for part in typed if part.type is name.type), None) or _fresh(prose, name, words)
            joined.start, joined.stop = name.start, name.stop
            joined.text = text
            parts.update(range(first, last))
            whole.append(joined)
    kept = [candidate for number, candidate in enumerate(candidates) if number not in parts]
    return sorted([*kept, *whole], key=lambda candidate: candidate.start)


def _trimmed(prose: str, name: Tagged, words: Lexicon) -> Tagged | None:
    """Return the name without an article or preposition at its ends; None where nothing else is in it ("A").

    A noun in small letters at the end ("the AQUA-2 project") isn't part of the name either.
    """
    small = group("small") - words.particles
    found = [word for word in _WORD.finditer(prose, name.start, name.stop) if word[0] not in small and word[0] != "The"]
    while len(found) > 1 and found[-1][0].islower() and found[-1][0] in words.heads:
        found.pop()
    if all(word[0].casefold() in small for word in found):
        return None
    return replace(name, start=found[0].start(), stop=found[-1].end())


def _is_new(prose: str, name: Tagged, words: Lexicon) -> bool:
    """Tell whether the tagger may name something that the grammar doesn't.

    "University Council" is no name, nor are initials that only tell what kind of bodies is meant ("SOE enterprises").
    """
    if all(word in words.heads for word in fold(prose[name.start : name.stop]).split()):
        return False
    behind = _BEHIND.match(prose, name.stop)
    several = behind is not None and behind[1].endswith("s") and words.kinds.get(behind[1]) in ORGANIZATIONS
    if several and _FEW.fullmatch(prose, name.start, name.stop):
        return False
    return _is_sure(prose, name)


def _is_sure(prose: str, name: Tagged) -> bool:
    """Tell whether the tagger is as sure of the name as it has to be alone, or against a place or person."""
    if name.type in _LEFT_TO_GRAMMAR:
        return name.score >= SURE
    if name.type is EntityType.POLICY:
        return name.being >= POLICY
    ordinary = name.type in _ORDINARY or _FEW.fullmatch(prose, name.start, name.stop)
    return name.being >= (CAREFUL if ordinary else NEW)


def _type(prose: str, candidate: Candidate, name: Tagged, words: Lexicon) -> None:
    if candidate.type is None:
        changed = _is_new(prose, name, words)
    elif name.type is candidate.type:
        changed = False
    elif candidate.type in _LEFT_TO_GRAMMAR:
        changed = _is_sure(prose, name)
    else:
        changed = name.score >= (SURE if name.type is EntityType.POLICY else TYPE)
    candidate.type = name.type if changed else candidate.type


def _overlaps(taken: Sequence[tuple[int, int]], start: int, stop: int) -> bool:
    at = bisect_right(taken, start, key=lambda place: place[0])
    return (at > 0 and taken[at - 1][1] > start) or (at < len(taken) and taken[at][0] < stop)


def _fresh(prose: str, name: Tagged, words: Lexicon) -> Candidate:
    text = " ".join(prose[name.start : name.stop].split())
    parts = fold(text).split()
    head = next((word for word in (*reversed(parts[-1:]), *parts[:1]) if word in words.heads), "")
    weight = 2.0 if head or name.type not in ORGANIZATIONS else 1.5
    distinct = tuple(part for part in parts if part != head)
    return Candidate(name.start, name.stop, text, name.type, head, distinct, weight)
