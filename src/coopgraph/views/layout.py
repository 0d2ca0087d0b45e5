"""Where every node of the page stands: each connected part laid out for itself, the parts packed side by side."""

from __future__ import annotations

import math
from collections.abc import Mapping

import networkx as nx
import numpy as np

from coopgraph.views.forces import Array, place

_MARGIN = 110.0  # between two parts
_CELL = (170.0, 95.0)  # the grid of nodes without links, with room for their names
_ROOM = 45.0  # the largest radius that a cell of the grid holds
_MANY = 40  # beyond so many there is no room for names
_ASPECT = 1.5  # width to height of the whole


def layout(
    graph: nx.Graph[int], radii: Mapping[int, float], seed: int = 1, tries: int = 4
) -> dict[int, tuple[int, int]]:
    """Return whole-number coordinates for every node; the same graph, radii and seed give the same.

    `graph` is simple, its edges may carry `weight`; `radii` are in the unit of the result. Connected parts don't
    overlap: the largest stands first, the others in rows below; nodes without links form a grid at the end. Of so many
    `tries` for a part of few nodes the best is taken.
    """
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    placed: list[tuple[list[int], Array]] = []
    for part in parts:
        if len(part) > 1:
            links = nx.to_scipy_sparse_array(graph, part, np.dtype(float), "weight", "csr")
            placed.append((part, place(links, np.array([radii[node] for node in part]), seed, tries)))
    alone = [part[0] for part in parts if len(part) == 1]
    if alone and max(radii[node] for node in alone) > _ROOM:
        by_size = sorted(alone, key=lambda node: -radii[node])
        placed.extend(([node], np.zeros((1, 2))) for node in by_size)
    elif alone:
        placed.append((alone, _grid(len(alone), placed[0][1] if placed else None)))
    return _pack(placed, radii)


def _grid(count: int, largest: Array | None) -> Array:
    """Return places in a grid that fits beside or below the largest part, narrow where names can't all be shown."""
    wide, high = _CELL if count <= _MANY else (_CELL[1] * 0.75, _CELL[1] * 0.75)
    columns = math.ceil(math.sqrt(count * _ASPECT * high / wide))
    if largest is not None and count > 6:
        width, height = np.ptp(largest, axis=0)
        columns = int(width / wide) + 1 if width > _ASPECT * height else math.ceil(count / (int(height / high) + 1))
    return np.array([((i % columns) * wide, (i // columns) * high) for i in range(count)], dtype=float)


def _pack(placed: list[tuple[list[int], Array]], radii: Mapping[int, float]) -> dict[int, tuple[int, int]]:
    """Set the largest part first and the others in rows, below it or beside it: where the whole can be drawn larger."""
    if not placed:
        return {}
    rims = [max(max(radii[node] for node in nodes) - _ROOM, 0.0) for nodes, _ in placed]
    sizes = [np.ptp(where, axis=0) + _MARGIN + 2 * rim for (_, where), rim in zip(placed, rims, strict=True)]
    first = sizes[0]
    below, width, height = _rows(sizes[1:], max(float(first[0]), *(float(size[0]) for size in sizes)))
    corners = [((width - first[0]) / 2, 0.0), *((x, y + first[1]) for x, y in below)]
    best = max(width / _ASPECT, height + float(first[1]))
    for columns in range(1, 13):
        beside, width, height = _rows(sizes[1:], max([columns * _CELL[0], *(float(size[0]) for size in sizes[1:])]))
        whole = max((width + float(first[0])) / _ASPECT, height, float(first[1]))
        if whole < best:
            best, middle = whole, max(height, float(first[1])) / 2
            corners = [(0.0, middle - first[1] / 2), *((x + first[0], y + middle - height / 2) for x, y in beside)]
    return {
        node: (round(float(x)), round(float(y)))
        for (nodes, where), corner, rim in zip(placed, corners, rims, strict=True)
        for node, (x, y) in zip(nodes, where - where.min(axis=0) + np.array(corner) + _MARGIN / 2 + rim, strict=True)
    }


def _rows(sizes: list[Array], width: float) -> tuple[list[tuple[float, float]], float, float]:
    """Return the upper left corner of each box, set in rows of at most this width; the whole's width and height."""
    corners: list[tuple[float, float]] = []
    left = top = high = 0.0
    for wide, tall in sizes:
        if left and left + wide > width + 1e-6:
            left, top, high = 0.0, top + high, 0.0
        corners.append((left, top))
        left, high = left + float(wide), max(high, float(tall))
    return corners, width, top + high
