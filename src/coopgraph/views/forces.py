"""Where the nodes of one connected graph go: a layout that takes thousands of nodes in seconds.

Small graphs are laid out by the distances in them, large ones by the forces of ForceAtlas2. networkx' own layouts
compare all pairs in every step (2,500 nodes: about 0.3 s a step); here, distant nodes push as the centres of the grid
cells that they lie in, and only near ones as themselves.
"""

import math

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array  # type: ignore[import-untyped]
from scipy.sparse.csgraph import dijkstra  # type: ignore[import-untyped]
from scipy.spatial import cKDTree  # type: ignore[import-untyped]

Array = NDArray[np.float64]

_SMALL = 150  # up to so many nodes all distances are brought near to their ideal
_ROUNDS = 120  # of bringing them nearer
_EXACT = 350  # up to so many nodes every pair is compared
_CELLS = 15  # grid cells a side beyond that
_PIVOTS = 40
_SLACK = 4.0  # the length of a link at which its pull has doubled
_ASPECT = 1.5  # width to height of a screen's free part
_GAP = 16.0  # between the discs of two nodes
_LINK = 126.0  # the median length of a link in a small graph
_ROOM = 52.0  # the side of the square that a node has on average in a large one


def place(links: csr_array, radii: Array, seed: int, tries: int = 4) -> Array:
    """Return positions (n x 2) of the nodes of a connected graph, its longer axis horizontal, its middle at 0.

    `links` is the symmetric matrix of weights, `radii` the discs that must not overlap, in the unit of the result. The
    same input gives the same positions. Of a small graph, the best of so many `tries` is taken.
    """
    if links.shape[0] == 1:
        return np.zeros((1, 2))
    if links.shape[0] <= _SMALL:
        tried = [_stress(_pivots(links, seed + more), links) for more in range(tries)]
        positions = min(tried, key=lambda result: result[0])[1]
    else:
        positions = _settle(_pivots(links, seed), links)
    positions = _upright(positions * _scale(positions, links))
    # A picture that fills the screen can be drawn larger: the shorter axis is stretched a little where that helps.
    width, height = np.ptp(positions, axis=0)
    positions[:, 0] *= np.clip(_ASPECT * height / max(width, 1e-9), 1.0, 1.25)
    positions[:, 1] *= np.clip(width / _ASPECT / max(height, 1e-9), 1.0, 1.5)
    return _part(positions, radii)


def _scale(positions: Array, links: csr_array) -> float:
    """Return the factor that gives links their length and, where nodes are many, nodes their room."""
    rows, columns = links.nonzero()
    length = float(np.median(np.linalg.norm(positions[rows] - positions[columns], axis=1)))
    low, high = np.quantile(positions, (0.05, 0.95), axis=0)
    room = math.sqrt(float(np.prod(high - low)) / len(positions))
    link = _LINK if len(positions) <= 100 else _LINK * 10 / math.sqrt(len(positions))
    return max(link / max(length, 1e-9), _ROOM / max(room, 1e-9) if len(positions) > 20 else 0.0)


def _pivots(links: csr_array, seed: int) -> Array:
    """Place by the distances to a few far-apart nodes (pivot multidimensional scaling), with a little noise."""
    count = links.shape[0]
    hops = np.empty((count, min(_PIVOTS, count)))
    pivot = int(np.argmax(np.diff(links.indptr)))
    nearest = np.full(count, np.inf)
    for column in range(hops.shape[1]):
        hops[:, column] = dijkstra(links, directed=False, indices=pivot, unweighted=True)
        nearest = np.minimum(nearest, hops[:, column])
        pivot = int(np.argmax(nearest))
    squares = hops**2
    centred = squares - squares.mean(axis=0) - squares.mean(axis=1, keepdims=True) + squares.mean()
    chance = np.random.default_rng(seed)
    flat = np.einsum("ni,ik->nk", centred, _axes(np.einsum("ni,nj->ij", centred, centred), chance))
    size = 4 * np.sqrt(count)
    positions: Array = chance.uniform(-0.05 * size, 0.05 * size, size=(count, 2))
    positions[:, : flat.shape[1]] += flat / (np.abs(flat).max() or 1.0) * size
    return positions


def _axes(matrix: Array, chance: np.random.Generator) -> Array:
    """Return about the two strongest axes of a symmetric matrix.

    Where several are equally strong (a star, a ring), a library's eigenvectors are any of them, another on each
    system. Iterating from a fixed start gives the same everywhere.
    """
    axes: Array = chance.uniform(-1.0, 1.0, size=(len(matrix), min(2, len(matrix))))
    for _ in range(60):
        axes = np.einsum("ij,jk->ik", matrix, axes)
        for column in range(axes.shape[1]):
            for before in range(column):
                axes[:, column] -= axes[:, before] * (axes[:, before] * axes[:, column]).sum()
            axes[:, column] /= max(float(np.sqrt((axes[:, column] ** 2).sum())), 1e-9)
    return axes


def _stress(positions: Array, links: csr_array) -> tuple[float, Array]:
    """Bring distances near to the lengths of the shortest paths (stress majorization): even, with few crossings.

    What is left of the difference comes first.
    """
    degrees = np.diff(links.indptr)
    lengths = links.copy()
    rows, columns = links.nonzero()
    # Many leaves around one thing need a longer way to it, to stand side by side.
    lengths.data = 1.0 + 0.13 * np.sqrt(np.maximum(np.maximum(degrees[rows], degrees[columns]) - 6, 0))
    ideal = dijkstra(lengths, directed=False)
    weights = np.where(ideal > 0, 1.0, 0.0) / np.maximum(ideal, 1e-9) ** 2
    total = weights.sum(axis=1)[:, None]
    for _ in range(_ROUNDS):
        apart = positions[:, None, :] - positions[None, :, :]
        distances = np.maximum(np.sqrt((apart**2).sum(axis=2)), 1e-9)
        pull = weights * ideal / distances
        positions = (np.einsum("ij,jk->ik", weights, positions) + np.einsum("ij,ijk->ik", pull, apart)) / total
    left = weights * (np.linalg.norm(positions[:, None, :] - positions[None, :, :], axis=2) - ideal) ** 2
    return round(float(left.sum()), 3), positions


def _settle(positions: Array, links: csr_array) -> Array:
    """Let links pull and nodes push, each step shorter than the one before."""
    degrees = np.diff(links.indptr).astype(float)
    mass = 1.0 + degrees
    rows, columns = links.nonzero()
    weights = np.asarray(links[rows, columns]).reshape(-1)
    steps = 300 if len(positions) <= _EXACT else 160
    for step in range(steps):
        gaps = positions[columns] - positions[rows]
        # Long links pull harder than their length alone, so that two hubs don't drift apart.
        gaps *= (weights * (1.0 + np.linalg.norm(gaps, axis=1) / _SLACK))[:, None]
        pull = np.stack([np.bincount(rows, gaps[:, axis], len(positions)) for axis in (0, 1)], axis=1)
        push = _push_all(positions, mass) if len(positions) <= _EXACT else _push_cells(positions, mass)
        moves = 0.5 * ((pull + push) / mass[:, None] - 0.02 * positions)
        lengths = np.linalg.norm(moves, axis=1, keepdims=True)
        limit = 4.0 * (1.0 - step / steps) ** 1.5 + 0.01
        positions += moves * np.minimum(1.0, limit / np.maximum(lengths, 1e-9))
    return positions


def _push_all(positions: Array, mass: Array) -> Array:
    apart = positions[:, None, :] - positions[None, :, :]
    weight = mass[:, None] * mass[None, :] / ((apart**2).sum(axis=2) + 0.01)
    push: Array = np.einsum("ijk,ij->ik", apart, weight)
    return push


def _push_cells(positions: Array, mass: Array) -> Array:
    low = positions.min(axis=0)
    side = float((positions.max(axis=0) - low).max()) / _CELLS + 1e-9
    cell = np.floor((positions - low) / side).astype(np.int64) @ np.array([_CELLS + 1, 1])
    _, index = np.unique(cell, return_inverse=True)
    weights = np.bincount(index, mass)
    centres = np.stack([np.bincount(index, mass * positions[:, axis]) for axis in (0, 1)], axis=1) / weights[:, None]
    apart = positions.T[:, :, None] - centres.T[:, None, :]
    force = mass[:, None] * weights / (apart[0] ** 2 + apart[1] ** 2 + side**2 / 4)
    push: Array = np.stack([(apart[axis] * force).sum(axis=1) for axis in (0, 1)], axis=1)
    pairs = cKDTree(positions).query_pairs(side * 0.6, output_type="ndarray")
    if len(pairs):
        pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
        first, second = pairs.T
        gaps = positions[first] - positions[second]
        near = gaps * (mass[first] * mass[second] / ((gaps**2).sum(axis=1) + 0.01))[:, None]
        for axis in (0, 1):
            push[:, axis] += np.bincount(first, near[:, axis], len(positions))
            push[:, axis] -= np.bincount(second, near[:, axis], len(positions))
    return push


def _part(positions: Array, radii: Array) -> Array:
    """Move nodes apart until no two discs overlap, or nearly."""
    reach = 2 * float(radii.max()) + _GAP
    positions = positions.copy()
    for _ in range(60):
        pairs = cKDTree(positions).query_pairs(reach, output_type="ndarray")
        if not len(pairs):
            break
        pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
        first, second = pairs.T
        apart = positions[first] - positions[second]
        lengths = np.linalg.norm(apart, axis=1)
        missing = radii[first] + radii[second] + _GAP - lengths
        close = missing > 0.5
        if not close.any():
            break
        first, second, apart = first[close], second[close], apart[close]
        move = apart * (0.4 * missing[close] / np.maximum(lengths[close], 1e-6))[:, None]
        for axis in (0, 1):
            positions[:, axis] += np.bincount(first, move[:, axis], len(positions))
            positions[:, axis] -= np.bincount(second, move[:, axis], len(positions))
    return positions


def _upright(positions: Array) -> Array:
    """Turn the longer axis to the horizontal, since screens are wide, and its lighter ends to the right and down.

    Without a rule for the ends, a node more could mirror the picture.
    """
    across, down = (positions - positions.mean(axis=0)).T
    angle = 0.5 * math.atan2(2 * float((across * down).sum()), float((across**2 - down**2).sum()))
    cosine, sine = math.cos(angle), math.sin(angle)
    turned: Array = np.stack([across * cosine + down * sine, down * cosine - across * sine], axis=1)
    turned *= np.where((turned**3).sum(axis=0) < 0, -1.0, 1.0)
    middle: Array = (turned.max(axis=0) + turned.min(axis=0)) / 2
    turned -= middle
    return turned
