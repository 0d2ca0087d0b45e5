"""Shortest ways in steps, for many starting points at a time."""

from typing import Any

import numpy as np

from coopgraph.network.matrix import Vector

_WORD = 64  # starting points that one unsigned integer holds, a bit each


def reached(matrix: Any) -> tuple[Vector, Vector, Vector]:
    """Return for each node of a symmetric csr matrix how many others it reaches, Σ steps to them, and Σ 1 / steps.

    Goes breadth first from 64 nodes at once: a bit says which of them have come by (Then, Kaufmann, Chirigati et al.
    (2014). The more the merrier: efficient multi-source graph traversal. PVLDB 8(4), 449-460). As a way back is as long
    as the way there, each node adds up what it sees of the 64.
    """
    size = matrix.shape[0]
    count, steps, inverse = np.zeros(size), np.zeros(size), np.zeros(size)
    tied = np.flatnonzero(np.diff(matrix.indptr))
    starts, neighbours = matrix.indptr[tied], matrix.indices
    for low in range(0, len(tied), _WORD):
        sources = tied[low : low + _WORD]
        seen = np.zeros(size, np.uint64)
        seen[sources] = np.uint64(1) << np.arange(len(sources), dtype=np.uint64)
        front, step = seen.copy(), 0
        while front.any():
            step += 1
            arrived = np.bitwise_or.reduceat(front[neighbours], starts)
            front = np.zeros(size, np.uint64)
            front[tied] = arrived & ~seen[tied]
            seen |= front
            new = np.bitwise_count(front)
            count += new
            steps += step * new.astype(float)
            inverse += new / step
    return count, steps, inverse
