"""How far a name reaches: "Coral Reach" or "Coral Reach trial", "Serum Institute" or "Serum Institute of India".

Readers differ in what they take to be part of a name. Where the text writes the longer or the shorter one, too, it is
another form of the name, so that both lead to the same thing.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

from coopgraph.model import ORGANIZATIONS, EntityType
from coopgraph.reading.names.advice import Advice
from coopgraph.reading.names.candidates import Candidate
from coopgraph.reading.names.lexicon import Lexicon, fold, group
from coopgraph.reading.names.places import place_type

_LIKELY = 0.5  # how sure the tagger has to be that a name stands where it sees one border elsewhere
_WORKS = frozenset({EntityType.PROJECT, EntityType.EVENT, EntityType.POLICY})
_NOUNS = re.compile(r"(?: [a-z]{4,12}){1,2}\b")
_OF = re.compile(r"( of (?:the )?)((?:[^\W\d_a-z][\w’'-]+ ?){1,3})\b")
_LEVEL = re.compile(r"\b(provincial|municipal|national|regional|district|city) \Z")
_LONGEST_LEVEL = 12  # letters and the space behind them


def extend(prose: str, candidates: Sequence[Candidate], advice: Advice | None, words: Lexicon) -> None:
    """Give the candidates, which are in order, the longer and the shorter names that the text writes as their extents.

    Names of places and people have none, nor have those without a type.
    """
    bodies = [(one.start, one.stop) for one in candidates if one.type in ORGANIZATIONS and one.head]
    for candidate in candidates:
        if candidate.type in ORGANIZATIONS | _WORKS:
            candidate.extents.extend(_written(prose, candidate, words))
            candidate.extents.extend(_tagged(prose, candidate, advice or Advice(), bodies))


def _written(prose: str, candidate: Candidate, words: Lexicon) -> Iterator[str]:
    """Yield the name with the noun, the place or the level beside it, and without its place."""
    if candidate.type in _WORKS:
        yield from _with_nouns(prose, candidate, _WORKS, words)
        return
    if not candidate.head:
        yield from _with_nouns(prose, candidate, ORGANIZATIONS, words)
    yield from _with_place(prose, candidate)
    yield from _without_place(candidate, words)
    level = _LEVEL.search(prose, max(0, candidate.start - _LONGEST_LEVEL), candidate.start)
    if level:
        yield f"{level[1]} {candidate.text}"


def _tagged(prose: str, candidate: Candidate, advice: Advice, bodies: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Yield the name that the tagger sees, if one of its borders lies elsewhere and no other of the bodies within."""
    near = advice.across(candidate.start, candidate.stop)
    if len(near) != 1 or near[0].being < _LIKELY:
        return
    start, stop = near[0].start, near[0].stop
    within = bodies[bisect_right(bodies, start, key=itemgetter(1)) : bisect_left(bodies, stop, key=itemgetter(0))]
    if (start == candidate.start) != (stop == candidate.stop) and all(one[0] == candidate.start for one in within):
        yield " ".join(prose[start:stop].split())


def _with_nouns(prose: str, candidate: Candidate, kinds: frozenset[EntityType], words: Lexicon) -> Iterator[str]:
    """Yield "X trial" or "X fellowship programme", the nouns being of these kinds."""
    found = _NOUNS.match(prose, candidate.stop)
    nouns = found[0].split() if found else []
    while nouns and not all(_kind(noun, words) in kinds for noun in nouns):
        nouns.pop()
    if nouns:
        yield " ".join((candidate.text, *nouns))


def _kind(noun: str, words: Lexicon) -> EntityType | None:
    if noun in group("follows_project"):
        return EntityType.PROJECT
    return words.heads.get(noun) or words.heads.get(words.plurals.get(noun, ""))


def _with_place(prose: str, candidate: Candidate) -> Iterator[str]:
    """Yield "X of the Netherlands" where that stands there."""
    found = _OF.match(prose, candidate.stop)
    names = found[2].split() if found else []
    while found and names:
        if place_type(fold(" ".join(names))) is not None:
            yield f"{candidate.text}{found[1]}{' '.join(names)}"
            return
        names.pop()


def _without_place(candidate: Candidate, words: Lexicon) -> Iterator[str]:
    """Yield "Brimble Institute" of "Brimble Institute of Sydney", where a word of its own tells it from others."""
    short, _, place = candidate.text.rpartition(" of ")
    if place_type(fold(place)) is None:
        return
    general = words.ordinary | words.weak | words.portfolio | words.heads.keys() | words.demonyms.keys()
    if any(len(word) > 3 and word not in general and place_type(word) is None for word in fold(short).split()):
        yield short
