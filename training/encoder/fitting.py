"""Trains the network on examples: tags and pairs together."""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import numpy as np
import torch
from encoder.examples import TYPES, Example
from encoder.network import Network
from numpy.typing import NDArray
from torch import Tensor, nn

from coopgraph.model import ORGANIZATIONS
from coopgraph.reading.learned.places import OUTPUTS

TOKENS = 2400  # pieces and markers in a batch, padding counted in
PAIRS = 4.0  # weight of the loss of pairs beside that of tags
THREADS = 2  # sums depend on their number
HEAD = 2.5  # how much faster the new parts learn than those that were pretrained
WARM, LAST = 0.03, 0.01  # share of the steps in which the rate grows; share of the rate at the end
# The grammar is better on the articles it was written on than elsewhere: the network must not lean on it.
SILENCED = 0.25  # share of the chunks in which the network isn't told what the grammar says
FORGOTTEN = 0.2  # share of the grammar's names that are left out in the others
MISTYPED = 0.07  # share of organisations in pairs that are given another type of organisation
SPARED = 0.5  # share of the pairs without any fact that an epoch leaves out: most pairs are such
_NEW = ("tagger", "judge", "cases", "grammar", "kinds", "states", "borders")
_ORGANIZATIONS = [number for number, kind in enumerate(TYPES) if kind in ORGANIZATIONS]
_NO_TAG = -100

Inputs = tuple[Tensor, ...]


class Batcher:
    """Makes tensors of examples; with `noise` what the grammar says and what types things have is disturbed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311  # no secrets

    def batches(self, examples: Sequence[Example]) -> list[list[Example]]:
        """Return the examples, thinned anew, in random batches of about the same size and of similar length each."""
        thinned = [self._thinned(example) for example in examples]
        ordered = sorted(thinned, key=lambda one: len(one.ids) + 4 * len(one.pairs) + 40 * self._random.random())
        found: list[list[Example]] = [[]]
        for example in ordered:
            wider = [*found[-1], example]
            size = max(len(one.ids) for one in wider) + 4 * max(len(one.pairs) for one in wider)
            if found[-1] and size * len(wider) > TOKENS:
                found.append([])
            found[-1].append(example)
        self._random.shuffle(found)
        return found

    def _thinned(self, example: Example) -> Example:
        """Return the example without some of the pairs between which there is no fact."""
        kept = [n for n, labels in enumerate(example.labels) if 1 in labels or self._random.random() >= SPARED]
        pairs, labels = ([of[n] for n in kept] for of in (example.pairs, example.labels))
        return replace(example, pairs=pairs, labels=labels)

    def tensors(self, examples: Sequence[Example], noise: bool) -> tuple[Inputs, Tensor, Tensor]:
        """Return the network's inputs, the tags and the labels of pairs (-1 where nothing is known)."""
        length = max(len(one.ids) for one in examples)
        count = max(1, *(len(one.pairs) for one in examples))
        ids, cases, grammar = (np.zeros((len(examples), length), np.int64) for _ in range(3))
        tags = np.full((len(examples), length), _NO_TAG)
        valid = np.zeros((len(examples), length), bool)
        places, kinds, states = (np.zeros((len(examples), 4 * count), np.int64) for _ in range(3))
        labels = np.full((len(examples), count, len(OUTPUTS)), -1)
        for row, one in enumerate(examples):
            own = len(one.ids)
            ids[row, :own], cases[row, :own], valid[row, :own] = one.ids, one.cases, True
            grammar[row, :own] = self._grammar(one, noise)
            tags[row, :own] = [tag if tag >= 0 else _NO_TAG for tag in one.tags]
            for number, pair in enumerate(one.pairs):
                part = slice(4 * number, 4 * number + 4)
                places[row, part] = pair.one.first, pair.one.last, pair.other.first, pair.other.last
                kinds[row, part] = np.repeat([self._kind(spot.type, noise) for spot in (pair.one, pair.other)], 2)
                states[row, part] = np.repeat([pair.one.status, pair.other.status], 2)
            labels[row, : len(one.labels)] = one.labels or np.zeros((0, len(OUTPUTS)))
        arrays: Iterator[NDArray[np.generic]] = iter((ids, cases, grammar, valid, places, kinds, states))
        return tuple(map(torch.from_numpy, arrays)), torch.from_numpy(tags), torch.from_numpy(labels)

    def _grammar(self, example: Example, noise: bool) -> list[int]:
        said = [max(tag, 0) for tag in example.grammar]
        if not noise:
            return said
        if self._random.random() < SILENCED:
            return [0] * len(said)
        forgotten = False
        for place, tag in enumerate(said):
            if tag % 2:
                forgotten = self._random.random() < FORGOTTEN
            if forgotten and tag:
                said[place] = 0
        return said

    def _kind(self, kind: object, noise: bool) -> int:
        number = next(n for n, one in enumerate(TYPES) if one is kind)
        if noise and number in _ORGANIZATIONS and self._random.random() < MISTYPED:
            return self._random.choice(_ORGANIZATIONS)
        return number


def fit(
    network: Network,
    examples: Sequence[Example],
    epochs: int,
    rate: float,
    seed: int,
    told: Callable[[str], None],
) -> None:
    """Train the network in place; `told` is given a line now and then. Embeddings of words and positions stay."""
    torch.manual_seed(seed)
    torch.set_num_threads(THREADS)
    batcher = Batcher(seed)
    network.words.weight.requires_grad = network.positions.weight.requires_grad = False
    named = [(name, weight) for name, weight in network.named_parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(
        [
            {"params": [weight for name, weight in named if not name.startswith(_NEW)], "lr": rate},
            {"params": [weight for name, weight in named if name.startswith(_NEW)], "lr": rate * HEAD},
        ],
        weight_decay=0.01,
    )
    steps = epochs * len(batcher.batches(examples))  # about: each epoch is thinned anew
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (WARM * steps)) * max(LAST, 1 - step / steps)
    )
    begun = time.monotonic()
    network.train()
    for epoch in range(epochs):
        sums = np.zeros(3)
        for batch in batcher.batches(examples):
            losses = _losses(network, *batcher.tensors(batch, noise=True))
            optimizer.zero_grad()
            (losses[0] + PAIRS * losses[1]).backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            sums += losses[0].item(), losses[1].item(), 1
        tags, pairs = sums[:2] / sums[2]
        told(f"epoch {epoch + 1}: loss of tags {tags:.3f}, of pairs {pairs:.4f}, {time.monotonic() - begun:.0f} s")
    network.eval()


def _losses(network: Network, inputs: Inputs, tags: Tensor, labels: Tensor) -> tuple[Tensor, Tensor]:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        said, answers = network(*inputs)
    known = (labels >= 0).float()
    each = nn.functional.binary_cross_entropy_with_logits(answers.float(), (labels == 1).float(), reduction="none")
    pairs = (each * known).sum() / known.sum().clamp(min=20)
    return nn.functional.cross_entropy(said.float().flatten(0, 1), tags.flatten(), ignore_index=_NO_TAG), pairs
