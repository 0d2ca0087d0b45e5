"""How far a name reaches: "Coral Reach" or "Coral Reach trial", "Serum Institute" or "Serum Institute of India".

Readers differ in what they take to be part of a name. Where the text writes the longer or the shorter one, too, it is
another form of the name, so that both lead to the same thing.
"""

import re
from collections.abc import Iterator, Sequence

from coopgraph.model import ORGANIZATIONS, EntityType
from coopgraph.reading.names.advice import Advice
from coopgraph.reading.names.bodies import is_body
from coopgraph.reading.names.candidates import Candidate
from coopgraph.reading.names.lexicon import Lexicon, fold, group
from coopgraph.reading.names.places import place_type

_LIKELY = 0.8  # how sure the tagger has to be that a name stands where it sees one border elsewhere
_WORKS = frozenset({EntityType.PROJECT, EntityType.EVENT, EntityType.POLICY})
_NOUN = re.compile(r" ([a-z]{4,12})\b")
_PLURAL = re.compile(r"s\b(?!\s?(?:[.,;:)]|\Z|(?:for|from|and|are|were)\b))")  # one that may be a verb ("it grants")
_CAPITAL = r"[^\W\d_a-z][\w’'-]*+"
_OF = re.compile(rf" of (?:the )?({_CAPITAL}(?: {_CAPITAL}){{0,3}})(?! {_CAPITAL})")
_BRACKET = re.compile(r"[()\[\]]")
_LEVEL = re.compile(r"\b(provincial|municipal|national|regional|district|city) \Z")
_LONGEST_LEVEL = 12  # letters and the space behind them


def extend(prose: str, candidates: Sequence[Candidate], advice: Advice | None, words: Lexicon) -> None:
    """Give the candidates the longer and the shorter names that the text writes as their extents.

    Names of places and people have none, nor have those without a type.
    """
    for candidate in candidates:
        if candidate.type in ORGANIZATIONS | _WORKS:
            candidate.extents.extend(_written(prose, candidate, words))
            if advice and not is_body(words, candidate.text):
                candidate.extents.extend(_tagged(prose, candidate, advice, words))


def _written(prose: str, candidate: Candidate, words: Lexicon) -> Iterator[str]:
    """Yield the name with the noun, the place or the level beside it, and without its place."""
    if candidate.type in _WORKS or not candidate.head:
        yield from _with_nouns(prose, candidate, words)
    if candidate.type in ORGANIZATIONS:
        yield from _with_place(prose, candidate)
        yield from _without_place(candidate, words)
        level = _LEVEL.search(prose, max(0, candidate.start - _LONGEST_LEVEL), candidate.start)
        if level and candidate.head:
            yield f"{level[1]} {candidate.text}"


def _tagged(prose: str, candidate: Candidate, advice: Advice, words: Lexicon) -> Iterator[str]:
    """Yield the longer name of the same type that the tagger sees, if it begins or ends alike.

    A second noun with a capital makes another thing of it ("X University Business School").
    """
    near = advice.across(candidate.start, candidate.stop)
    if len(near) != 1 or near[0].being < _LIKELY or near[0].type is not candidate.type:
        return
    before, behind = prose[near[0].start : candidate.start], prose[candidate.stop : near[0].stop]
    if bool(before) == bool(behind) or min(near[0].stop - candidate.stop, candidate.start - near[0].start) < 0:
        return
    more = (before + behind).split()
    outermost = more[-1] if behind else more[0]
    noun = any(word[0].isupper() and word.casefold() in words.heads for word in more)
    if not noun and outermost.casefold() not in group("small") and not _BRACKET.search(before + behind):
        yield " ".join(f"{before}{candidate.text}{behind}".split())


def _with_nouns(prose: str, candidate: Candidate, words: Lexicon) -> Iterator[str]:
    """Yield "X trial" or "X fellowship programme"; a body's noun is of its own type ("X hospital" may be another's)."""
    text, stop = candidate.text, candidate.stop
    for _ in range(2):
        noun = _NOUN.match(prose, stop)
        if noun is None or not _fits(noun[1], candidate.type, words) or _PLURAL.match(prose, noun.end() - 1):
            break
        text, stop = f"{text} {noun[1]}", noun.end()
    if stop > candidate.stop:
        yield text


def _fits(noun: str, kind: EntityType | None, words: Lexicon) -> bool:
    told = EntityType.PROJECT if noun in group("follows_project") else words.heads.get(noun)
    return told is kind or (told in _WORKS and kind in _WORKS)


def _with_place(prose: str, candidate: Candidate) -> Iterator[str]:
    """Yield "X of the Netherlands" where that stands there."""
    found = _OF.match(prose, candidate.stop)
    if found and place_type(fold(found[1])) is not None:
        yield candidate.text + " ".join(["", *found[0].split()])


def _without_place(candidate: Candidate, words: Lexicon) -> Iterator[str]:
    """Yield "Brimble Institute" of "Brimble Institute of Sydney", where a word of its own tells it from others."""
    short, _, place = candidate.text.rpartition(" of ")
    if place_type(fold(place)) is None:
        return
    general = (words.ordinary, words.weak, words.heads, words.demonyms, group("small"))
    own = [word for word in fold(short).split() if word in candidate.distinct and place_type(word) is None]
    if " " in short and any(not any(word in of for of in general) for word in own):
        yield short
