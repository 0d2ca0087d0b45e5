"""What the encoder thinks of every fact that a document might state."""

import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec

from coopgraph.model import Relation
from coopgraph.reading.learned.chunks import Chunk
from coopgraph.reading.learned.encoder import TYPES, Encoded, Encoder, Floats
from coopgraph.reading.learned.places import NAMED, OUTPUTS, Pair, pairs, spots
from coopgraph.reading.passage import Context

# What the log odds of a name weigh beside a logit: a logistic regression over both on held-out articles gave 0.44 for
# facts that no rule has read and 0.38 for the others.
NAMES = 0.4
_SUREST = 5.0  # log odds of a name at most, either way; those of a thing that is referred to alone

Place = tuple[Relation, str, str]
"""A relation with the keys of its ends, those of a cooperation in order."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """How much speaks for a fact, and the sentence that it says most in, by its number.

    That is the logit of the pair and NAMES times the log odds that both are what they are taken for.
    """

    logit: float
    sentence: int


class Calibration(msgspec.Struct, frozen=True):
    """What a relation's logit means: from `least` on a fact is read.

    `slope` and `offset` turn the logit into the share of right facts among those with that logit (Platt scaling).
    """

    least: float
    slope: float
    offset: float

    def confidence(self, logit: float) -> float:
        """Return how likely a fact with this logit is right, between 0.01 and 0.99, in hundredths."""
        return _share(self.slope * logit + self.offset)


class Review(msgspec.Struct, frozen=True):
    """What a fact is worth that a rule has read and the encoder has a logit for: a logistic regression over both.

    Below `least` a fact of the network is left out. `weight` is that of the rule's own confidence, as log odds;
    `offsets` has the relations that are reviewed.
    """

    least: float
    slope: float
    weight: float
    offsets: dict[Relation, float]

    def confidence(self, relation: Relation, prior: float, logit: float) -> float:
        """Return how likely a fact is right that a rule with this confidence has read, as `Calibration` does."""
        return _share(self.slope * logit + self.weight * log_odds(prior) + self.offsets[relation])


class Calibrations(msgspec.Struct, frozen=True):
    """What training has measured: `alone` of each relation that the encoder reads, `review` where a rule reads, too.

    `first` is the confidence from which on a fact of the network is read where no rule has read one in the document.
    """

    alone: dict[Relation, Calibration]
    review: Review
    first: float


@cache
def calibrations() -> Calibrations:
    """Return what training has measured."""
    content = files("coopgraph.reading").joinpath("data", "en", "encoder", "calibration.json").read_bytes()
    return msgspec.json.decode(content, type=Calibrations)


def _share(odds: float) -> float:
    """Return the probability with these log odds, between 0.01 and 0.99, in hundredths."""
    return round(max(0.01, min(0.99, 1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))))), 2)


def place(relation: Relation, one: str, other: str) -> Place:
    """Return what makes a fact the same as another."""
    if relation is Relation.COOPERATES_WITH:
        one, other = min(one, other), max(one, other)
    return relation, one, other


def opinions(
    encoder: Encoder,
    chunks: Sequence[Chunk],
    tags: Sequence[Floats],
    state: Callable[[int], Encoded],
    context: Context,
    relations: Collection[Relation] = tuple(Relation),
) -> dict[Place, Opinion]:
    """Return the encoder's opinion of each fact of these relations, from the sentence that speaks for it most.

    `tags` has the tags of each chunk, `state` gives the encoder's state of the chunk with that number; only those with
    pairs are asked for.

    There is none across two sentences of different paragraphs: what the encoder read across that border was right in a
    third of the cases where it was measured, within a paragraph in three fifths.

    Logits are rounded, so that the last bits of a sum, which differ between machines, decide nothing.
    """
    best: dict[Place, Opinion] = {}
    sure = certainties(chunks, tags, context)
    for count, chunk in enumerate(chunks):
        asked = [pair for pair in pairs(chunk, context, relations) if _holds_together(pair, context)]
        if not asked:
            continue
        for pair, logits in zip(asked, encoder.judge(state(count), asked), strict=True):
            for number in pair.outputs():
                relation, forward = OUTPUTS[number]
                if relation not in relations:
                    continue
                fact = place(relation, *pair.ends(forward))
                named = min(sure.get(key, _SUREST) for key in fact[1:])
                logit = round(float(logits[number]) + NAMES * named, 3)
                if fact not in best or logit > best[fact].logit:
                    best[fact] = Opinion(logit, pair.stop)
    return best


def certainties(chunks: Sequence[Chunk], tags: Sequence[Floats], context: Context) -> dict[str, float]:
    """Return for each thing that is named the log odds of its type in the eyes of the tagger, where it is surest."""
    shares: dict[str, float] = {}
    for chunk, table in zip(chunks, tags, strict=True):
        for spot in spots(chunk, context.passages):
            if spot.status == NAMED:
                kind = 1 + 2 * TYPES.index(spot.type)
                share = float(table[spot.first - 1 : spot.last, kind : kind + 2].sum(1).mean())
                shares[spot.key] = max(share, shares.get(spot.key, 0.0))
    return {key: log_odds(share) for key, share in shares.items()}


def log_odds(share: float) -> float:
    """Return the log odds of the share, at most 5 either way."""
    share = max(1e-6, min(1 - 1e-6, share))
    return max(-_SUREST, min(_SUREST, math.log(share / (1 - share))))


def _holds_together(pair: Pair, context: Context) -> bool:
    return context.passages[pair.start].paragraph == context.passages[pair.stop].paragraph
