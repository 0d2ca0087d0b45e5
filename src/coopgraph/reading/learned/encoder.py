"""The trained encoder: tags for the pieces of a chunk, answers for pairs of spots in it. One thread, no randomness."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from coopgraph.model import EntityType
from coopgraph.reading.learned.chunks import Chunk
from coopgraph.reading.learned.pieces import CASES, SIGN, vocabulary
from coopgraph.reading.learned.places import Pair

Floats = NDArray[np.float32]
TYPES = tuple(EntityType)
TAGS = 1 + 2 * len(TYPES)
"""Tags: 0 for no name, 1 + 2·type where a name begins, 2 + 2·type within it."""
AT_ONCE = 32  # pairs that are judged in one run, which bounds the memory
_HIDDEN = np.float32(-1e4)  # added to the attention of what must not be seen
_STATES, _BORDERS = 3, 4


@dataclass(frozen=True, slots=True)
class Encoded:
    """A chunk as the encoder left it: a distribution over TAGS for each piece, and what the pairs look at."""

    tags: Floats
    memory: Floats
    length: int


class Encoder:
    """The network, loaded."""

    def __init__(self, content: bytes) -> None:
        import onnxruntime  # a tenth of a second that the grammar alone doesn't need

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session: Any = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
        layers, heads, _, width = self._session.get_inputs()[5].shape
        self._nothing = np.zeros((layers, heads, 0, width), np.float32)

    def read(self, chunk: Chunk, grammar: Sequence[int]) -> Encoded:
        """Return the chunk encoded; `grammar` has the tag of each piece of the chunk in the eyes of the grammar."""
        ids, cases, said = chunk.ids(), chunk.cases(), [0, *grammar, 0]
        length = len(ids)
        fill = -length % _BORDERS  # the graph takes pieces in fours
        mask = np.zeros((length + fill, length + fill), np.float32)
        mask[:, length:] = _HIDDEN
        tags, _, memory = self._run(
            [*ids, *[0] * fill],
            [*cases, *[SIGN] * fill],
            [*said, *[0] * fill],
            range(length + fill),
            mask,
            self._nothing,
        )
        return Encoded(_softmax(tags[1 : length - 1]), memory[:, :, :length], length)

    def judge(self, encoded: Encoded, pairs: Sequence[Pair]) -> Floats:
        """Return for each pair a logit for each of places.OUTPUTS, (pairs, outputs)."""
        parts = [self._judge(encoded, pairs[start : start + AT_ONCE]) for start in range(0, len(pairs), AT_ONCE)]
        return np.concatenate(parts)

    def _judge(self, encoded: Encoded, pairs: Sequence[Pair]) -> Floats:
        ids: list[int] = []
        positions: list[int] = []
        words = len(vocabulary())
        for pair in pairs:
            for number, spot in enumerate((pair.one, pair.other)):
                row = words + (TYPES.index(spot.type) * _STATES + spot.status) * _BORDERS + 2 * number
                ids += [row, row + 1]
                positions += [spot.first, spot.last]
        group = np.arange(len(ids)) // _BORDERS
        beside = np.where(group[:, None] == group[None, :], np.float32(0), _HIDDEN)
        mask = np.concatenate([np.zeros((len(ids), encoded.length), np.float32), beside], 1)
        nothing = [CASES] * len(ids), [TAGS] * len(ids)
        return self._run(ids, *nothing, positions, mask, encoded.memory)[1]

    def _run(
        self,
        ids: Sequence[int],
        cases: Sequence[int],
        grammar: Sequence[int],
        positions: Sequence[int],
        mask: Floats,
        past: Floats,
    ) -> tuple[Floats, Floats, Floats]:
        numbers = {"ids": ids, "cases": cases, "grammar": grammar, "positions": positions}
        inputs = {name: np.array(values, np.int64) for name, values in numbers.items()}
        tags, answers, memory = self._session.run(None, {**inputs, "mask": mask, "past": past})
        return tags, answers, memory


def _softmax(logits: Floats) -> Floats:
    powers = np.exp(logits - logits.max(1, keepdims=True))
    return np.asarray(powers / powers.sum(1, keepdims=True), np.float32)


@cache
def encoder() -> Encoder:
    """Return the encoder that comes with the package, loaded once a process."""
    return Encoder(files("coopgraph.reading").joinpath("data", "en", "encoder", "encoder.onnx").read_bytes())
