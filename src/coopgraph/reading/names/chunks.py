"""Runs of words in capitals, and what links one run to the next."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coopgraph.model import EntityType
from coopgraph.reading.names.lexicon import Lexicon, fold, group
from coopgraph.reading.names.places import joined_places, place_type
from coopgraph.reading.names.tokens import Token

# A longer run of capitals is a heading or a table, not a name.
LONGEST_CHUNK = 14
# Markup between two words is blanked to spaces; more of it than this parts them.
_WIDEST_GAP = 6
# Behind these a sentence or a quotation begins.
_OPENERS = frozenset(["“", "”", '"', "‘", "’", "'", ":", "(", ".", "!", "?", "…", "•", "*", "-", "–"])
_LONGEST_LINK = 3
# Longer forms of address are family names, too ("Bishop").
_LONGEST_GRADE = 4
# Words of a person's name that follows a body's ("... Committee Huynh Thi Kim Lien").
_LONGEST_NAME = 4


@dataclass(slots=True)
class Chunk:
    """Words `first` to `last` (inclusive) of a sentence that may belong to one name.

    `titled` tells that a form of address stands before them, `office` that an office does; `after_title` in either
    case. `link` holds the words between this chunk and the next, joined by a space; None where too much stands there.
    """

    first: int
    last: int
    titled: bool = False
    office: bool = False
    is_title: bool = False
    link: str | None = None


def chunks(tokens: Sequence[Token], words: Lexicon) -> list[Chunk]:
    """Return the chunks of a sentence in their order, those that are a title or an office as chunks of their own."""
    found: list[Chunk] = []
    for first, last in _runs(tokens, words):
        if last - first < LONGEST_CHUNK * 2:
            found.extend(_parts(tokens, first, last, words))
    for left, right in itertools.pairwise(found):
        if right.first - left.last - 1 <= _LONGEST_LINK:
            left.link = " ".join(token.low for token in tokens[left.last + 1 : right.first])
    return _with_places(tokens, found)


def _with_places(tokens: Sequence[Token], found: list[Chunk]) -> list[Chunk]:
    """Return the chunks, those made one that a place's name joins ("Bay of Plenty", "Trinidad and Tobago")."""
    kept: list[Chunk] = []
    for chunk in found:
        left = kept[-1] if kept else None
        if left is not None and left.link in ("of", "and") and not left.is_title and not chunk.is_title:
            for first in range(max(left.first, left.last - 1), left.last + 1):
                ends = (chunk.first, min(chunk.first + 1, chunk.last))
                if any(" ".join(token.low for token in tokens[first : last + 1]) in joined_places() for last in ends):
                    left.last, left.link = chunk.last, chunk.link
                    break
            else:
                kept.append(chunk)
        else:
            kept.append(chunk)
    return kept


def _runs(tokens: Sequence[Token], words: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield first and last word of each run of capitals; "&" and the dot of an abbreviation belong to it."""
    first = last = -1
    for number, token in enumerate(tokens):
        if token.capital and not _is_stop(tokens, number, words):
            if first >= 0 and _adjoins(tokens, last, number, words):
                last = number
                continue
            if first >= 0:
                yield first, last
            first = last = number
    if first >= 0:
        yield first, last


def _is_stop(tokens: Sequence[Token], number: int, words: Lexicon) -> bool:
    """Tell whether a word in capitals begins no name and ends the one before it."""
    token = tokens[number]
    acronym = token.text.isupper() and len(token.text) > 1
    if token.low in words.stop:
        # "WHO", but no word of a line in capitals
        return not (acronym and len(token.text) > 2 and number > 0 and not tokens[number - 1].capital)
    if token.text == "US":
        return False
    opening = number == 0 or tokens[number - 1].text in _OPENERS
    if opening and not acronym and token.low in words.opening:
        return not (number + 1 < len(tokens) and place_type(fold(f"{token.text} {tokens[number + 1].text}")))
    adverb = opening and len(token.low) > 5 and token.low.endswith("ly")
    if adverb and token.low not in words.ordinary and token.low not in words.heads:
        return True
    alone = not _neighbours(tokens, number)
    return alone and token.low in words.opening


def _neighbours(tokens: Sequence[Token], number: int) -> bool:
    """Tell whether another word in capitals stands right beside this one."""
    beside = (number - 1, number + 1)
    return any(0 <= at < len(tokens) and tokens[at].capital for at in beside)


def _adjoins(tokens: Sequence[Token], last: int, number: int, words: Lexicon) -> bool:
    """Tell whether word `number` goes on with the run that ends with word `last`."""
    between = tokens[last + 1 : number]
    if tokens[number].start - tokens[last].stop > _WIDEST_GAP + sum(token.stop - token.start for token in between):
        return False
    if not between:
        return True
    if len(between) == 1:
        mark = between[0]
        if mark.text == "&" or (mark.text == "," and tokens[number].low in group("suffix")):
            return True
        if mark.text == ".":
            return mark.start == tokens[last].stop and (
                tokens[last].low in words.address
                or tokens[last].low in group("dotted")
                or (len(tokens[last].text) == 1 and tokens[last].text.isupper())
            )
        if mark.text in "–-/":
            return mark.text != "/" and mark.start == tokens[last].stop and mark.stop == tokens[number].start
        return mark.low in words.particles and len(mark.text) > 1 and tokens[last].low not in words.field
    return len(between) == 2 and all(token.low in words.particles for token in between)


def _parts(tokens: Sequence[Token], first: int, last: int, words: Lexicon) -> Iterator[Chunk]:
    """Yield a run cut at titles and offices."""
    possessive = last + 1 < len(tokens) and tokens[last + 1].possessive
    named = _person_at(tokens, first, last, words)
    if named:
        yield from _parts(tokens, first, named - 1, words)
        yield Chunk(named, last, titled=True)
        return
    kinds = [_title(tokens, number, first, last, words, possessive) for number in range(first, last + 1)]
    begin = 0
    titled = office = False
    while begin < len(kinds):
        end = begin
        if kinds[begin]:
            while end + 1 < len(kinds) and kinds[end + 1]:
                end += 1
            titled = "address" in kinds[begin : end + 1]
            office = "office" in kinds[begin : end + 1]
            yield Chunk(first + begin, first + end, is_title=True)
        else:
            while end + 1 < len(kinds) and not kinds[end + 1]:
                end += 1
            yield Chunk(first + begin, first + end, titled=titled, office=office)
            titled = office = False
        begin = end + 1


def _person_at(tokens: Sequence[Token], first: int, last: int, words: Lexicon) -> int | None:
    """Return the word with which a person's name begins that ends the run ("Graduate Studies Mary Roe").

    Ordinary words stand before it; one alone only where a body can't begin with it ("Universitas Nusa Timor").
    """
    for number in range(max(first + 1, last - _LONGEST_NAME + 1), last):
        before, behind = tokens[number - 1].low, tokens[number + 1 : last + 1]
        alone = number - 1 == first and words.heads.get(before) is EntityType.EDUCATION
        ordinary = before in words.ordinary or (before in words.heads and not alone)
        common = any(token.low in words.ordinary or token.low in words.heads for token in behind)
        if ordinary and tokens[number].low in words.given and not common:
            return number
    return None


def _title(tokens: Sequence[Token], number: int, first: int, last: int, words: Lexicon, possessive: bool) -> str:
    """Return "address" or "office" for a word that is one there, else an empty string."""
    token = tokens[number]
    if not token.capital:
        # a dot, "&" or a particle inside of the run goes with the word before it
        return (
            _title(tokens, number - 1, first, last, words, possessive) if number > first and token.text == "." else ""
        )
    low = token.low.rstrip(".")
    headed = number < last and tokens[last].low in words.heads
    if low in words.address:
        if first == last and low in words.field:
            return ""
        if low == "general" and number > first and number < last and tokens[number + 1].low in words.heads:
            return ""
        if number == last and (possessive or (number > first and len(low) > _LONGEST_GRADE)):
            return ""
        if number < last and words.heads.get(tokens[last].low) is EntityType.PROJECT:
            return ""
        return "" if headed and number == first and len(low) > 4 and last - first < 3 else "address"
    if low in words.office:
        if possessive and all(token.low in words.office for token in tokens[number : last + 1]):
            return ""
        if number < last and low in words.ordinary and tokens[number + 1].low in words.field:
            return ""
        if headed and words.heads[tokens[last].low] is EntityType.PROJECT and number > first:
            return ""
        if headed and (low in words.field or (number == first and last - first < 3)):
            return ""
        return "office"
    if low in words.roles and number < last and tokens[number + 1].low in words.given:
        return "office"
    return ""
