"""From the encoder's tags to names with types: whole words, as sure as their words are on average."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from coopgraph.model import NAMED
from coopgraph.reading.learned.chunks import Chunk
from coopgraph.reading.learned.encoder import TYPES, Floats
from coopgraph.reading.learned.pieces import SIGN, SMALL, vocabulary
from coopgraph.reading.names import Names
from coopgraph.reading.names.advice import Advice, Tagged

_NAMED = [number for number, kind in enumerate(TYPES) if kind in NAMED]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a chunk. With a sign no name begins or ends; some `joins` what is written before and behind it."""

    start: int
    stop: int
    sentence: int
    case: int
    joins: bool


def said(chunk: Chunk, names: Names) -> list[int]:
    """Return the tag of each piece of the chunk in the eyes of the grammar."""
    tags = [0] * len(chunk.pieces)
    if not chunk.pieces:
        return tags
    kinds = {entity.key: entity.type for entity in names.entities}
    starts = [piece.start for piece in chunk.pieces]
    first = bisect_left(names.mentions, chunk.pieces[0].start, key=lambda mention: mention.start)
    for mention in names.mentions[first:]:
        if mention.start > starts[-1]:
            break
        begin, end = bisect_left(starts, mention.start), bisect_left(starts, mention.stop)
        for place in range(begin, end):
            tags[place] = (1 if place == begin else 2) + 2 * TYPES.index(kinds[mention.entity])
    return tags


def advice(chunks: Sequence[Chunk], tags: Sequence[Floats]) -> Advice:
    """Return what the tags of a document's chunks, each (pieces, tags), say of its names."""
    names: list[Tagged] = []
    starts: list[int] = []
    doubts: list[float] = []
    joining = [vocabulary()[sign] for sign in "-'’"]
    for chunk, table in zip(chunks, tags, strict=True):
        firsts = [n for n in range(chunk.context, len(chunk.pieces)) if chunk.pieces[n].first]
        stops = [chunk.pieces[n - 1].stop for n in firsts[1:]] + [chunk.pieces[-1].stop]
        words = [
            _Word(chunk.pieces[n].start, stop, chunk.sentences[n], chunk.pieces[n].case, chunk.pieces[n].id in joining)
            for n, stop in zip(firsts, stops, strict=True)
        ]
        starts += [word.start for word in words]
        doubts += [round(float(table[n, 0]), 4) for n in firsts]
        names += _names(words, table[firsts])
    return Advice(names, starts, doubts)


def _names(words: Sequence[_Word], table: Floats) -> list[Tagged]:
    """Return the names of the words, each with its distribution over tags: (words, tags)."""
    found: list[Tagged] = []
    kinds = table[:, 1::2] + table[:, 2::2]
    named = table[:, 0] < 0.5
    place = 0
    while place < len(words):
        if not named[place]:
            place += 1
            continue
        start, stop = place - 2 * _is_joined(words, place - 1), place + 1
        while stop < len(words) and words[stop].sentence == words[start].sentence:
            if _is_joined(words, stop) and named[stop + 1]:
                stop += 2
            elif named[stop] and not _begins(table[stop]):
                stop += 1
            else:
                break
        place = stop
        while start < stop and words[start].case == SIGN:
            start += 1
        while start < stop and words[stop - 1].case == SIGN:
            stop -= 1
        if start < stop:
            shares = kinds[start:stop][named[start:stop]].mean(0)
            kind = int(shares.argmax())
            score, being = (round(float(share), 4) for share in (shares[kind], shares[_NAMED].sum()))
            found.append(Tagged(words[start].start, words[stop - 1].stop, TYPES[kind], score, being))
    return found


def _begins(tags: Floats) -> bool:
    """Tell whether the word begins a name of its own rather than going on with the one before, whatever their types."""
    return bool(tags[1::2].sum() > tags[2::2].sum())


def _is_joined(words: Sequence[_Word], sign: int) -> bool:
    """Tell whether the sign joins the word behind it, in small letters, to that before: "Co-op", "Wa’ed"."""
    if not 0 < sign < len(words) - 1 or not words[sign].joins or words[sign + 1].case != SMALL:
        return False
    return words[sign - 1].stop == words[sign].start and words[sign].stop == words[sign + 1].start
