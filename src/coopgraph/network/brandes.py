"""Betweenness for many starting points at a time, as products of matrices."""

import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np

from coopgraph.network.matrix import Vector

_BATCH_CELLS = 160_000  # nodes x starting points of one batch: its few matrices of 8 bytes stay near the processor
_LEAST, _MOST = 8, 32  # starting points of one batch


def dependencies(matrix: Any, sources: Vector) -> Vector:
    """Return for each node the sum, over the sources, of how much of the source's ways to others goes through it.

    `matrix` is symmetric, csr, with 1 for every tie. The sum over all nodes as sources is twice the betweenness that
    isn't scaled. Counts shortest ways level by level, and hands the shares back from the farthest level (Brandes 2001),
    a column a source (Kepner, J., Gilbert, J. (2011). Graph algorithms in the language of linear algebra. SIAM,
    ch. 6). The result doesn't depend on the number of processors.
    """
    width = max(_LEAST, min(_MOST, _BATCH_CELLS // max(1, matrix.shape[0])))
    batches = [sources[low : low + width] for low in range(0, len(sources), width)]
    total = np.zeros(matrix.shape[0])
    with ThreadPoolExecutor(os.cpu_count()) as threads:  # scipy and numpy let go of the interpreter's lock
        parts: Iterable[Vector] = threads.map(lambda batch: _batch(matrix, batch), batches)
        for part in parts:
            total += part
    return total


def _batch(matrix: Any, sources: Vector) -> Vector:
    """Return the dependencies summed over a few sources; works in place, since allocation would take half the time."""
    columns = np.arange(len(sources))
    ways = np.zeros((matrix.shape[0], len(sources)))
    ways[sources, columns] = 1
    front, unseen, levels = ways, ways == 0, []
    while True:
        front = matrix @ front
        front *= unseen
        level = front > 0
        if not level.any():
            break
        unseen ^= level
        ways += front
        levels.append(level)
    per_way = np.divide(1, ways, where=~unseen, out=np.zeros_like(ways))
    share, handed = np.zeros_like(ways), np.empty_like(ways)
    for nearer, farther in zip(levels[-2::-1], levels[:0:-1], strict=True):
        np.add(share, 1, out=handed)
        handed *= per_way
        handed *= farther
        back = matrix @ handed
        back *= ways
        back *= nearer
        share += back
    return np.asarray(share.sum(axis=1))
