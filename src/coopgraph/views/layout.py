"""Where every node of the page stands: each connected part laid out for itself, the parts packed side by side."""

from __future__ import annotations

import math
from collections.abc import Mapping

import networkx as nx
import numpy as np

from coopgraph.views.forces import Array, place

_MARGIN = 110.0  # between two parts
_CELL = 150.0  # the grid of nodes without links
_ASPECT = 1.5  # width to height of the whole


def layout(graph: nx.Graph[int], radii: Mapping[int, float], seed: int = 1) -> dict[int, tuple[int, int]]:
    """Return whole-number coordinates for every node; the same graph, radii and seed give the same.

    `graph` is simple, its edges may carry `weight`; `radii` are in the unit of the result. Connected parts don't
    overlap: the largest stands first, the others in rows below; nodes without links form a grid at the end.
    """
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    placed: list[tuple[list[int], Array]] = []
    for part in parts:
        if len(part) > 1:
            links = nx.to_scipy_sparse_array(graph, part, np.dtype(float), "weight", "csr")
            placed.append((part, place(links, np.array([radii[node] for node in part]), seed)))
    alone = [part[0] for part in parts if len(part) == 1]
    if alone:
        placed.append((alone, _grid(len(alone), max((np.ptp(where, axis=0)[0] for _, where in placed), default=0.0))))
    return _pack(placed)


def _grid(count: int, width: float) -> Array:
    columns = max(math.ceil(math.sqrt(count * _ASPECT)), min(count, int(width / _CELL)))
    return np.array([((i % columns) * _CELL, (i // columns) * _CELL) for i in range(count)], dtype=float)


def _pack(placed: list[tuple[list[int], Array]]) -> dict[int, tuple[int, int]]:
    """Set the parts in rows, left to right, each row as high as its highest part."""
    sizes = [np.ptp(where, axis=0) + _MARGIN for _, where in placed]
    area = sum(float(size.prod()) for size in sizes)
    width = max([math.sqrt(area * _ASPECT), *(float(size[0]) for size in sizes)], default=0.0)
    rows: list[list[int]] = []
    room = -1.0
    for index, size in enumerate(sizes):
        if size[0] > room + 1e-6:
            rows.append([])
            room = width
        rows[-1].append(index)
        room -= float(size[0])
    result: dict[int, tuple[int, int]] = {}
    top = 0.0
    for row in rows:
        height = max(float(sizes[index][1]) for index in row)
        left = (width - sum(float(sizes[index][0]) for index in row)) / 2
        for index in row:
            nodes, where = placed[index]
            corner = np.array([left, top + (height - float(sizes[index][1])) / 2]) + _MARGIN / 2
            for node, (x, y) in zip(nodes, where - where.min(axis=0) + corner, strict=True):
                result[node] = (round(float(x)), round(float(y)))
            left += float(sizes[index][0])
        top += height
    return result
