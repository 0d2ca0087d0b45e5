"""Burt's structural holes: how far the partners of a party are tied among themselves."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from coopgraph.network.matrix import Network, Vector, arrays

_PRODUCTS = 20_000_000  # products of entries that one block of rows may need: some 300 MB


def constraint(network: Network, *, weighted: bool = False) -> dict[str, float]:
    """Tell how far the ties of a party lead back to each other: low values have those who bridge separate groups.

    c(v) = Σ (p(v, u) + Σ p(v, q) p(q, u))² over the neighbours u and all other parties q, with p(v, u) the share that
    the tie with u has in the strength of v (in its number of ties, without `weighted`). A party without ties has no
    constraint: nan, as in networkx. Reference: Burt, R. S. (2004). Structural holes and good ideas. American Journal
    of Sociology 110, 349-399.
    """
    network = arrays(network)
    matrix = network.weights if weighted else network.steps
    strength = matrix.sum(axis=1)
    share = _scaled(matrix, strength)
    values = np.concatenate(
        [((share[low:high] + roundabout) ** 2).sum(axis=1) for low, high, roundabout in _at_ties(share, share)]
        or [np.zeros(0)]
    )
    values[strength == 0] = np.nan
    return network.by_node(values)


def effective_size(network: Network, *, weighted: bool = False) -> dict[str, float]:
    """Count the partners of a party, less what they are tied among themselves: high values have those who broker.

    e(v) = Σ (1 - Σ p(v, q) m(u, q)) over the neighbours u and all other parties q, with p as for `constraint` and
    m(u, q) the tie of u and q as a share of the heaviest tie of u. Without `weighted` that is n - 2t / n for n
    partners with t ties among them (Borgatti). networkx has nan for a party without ties; here it is 0, so that it can
    be ranked. References: Burt, R. S. (1995). Structural Holes. Harvard University Press; Borgatti, S. P. (1997).
    Structural holes: unpacking Burt's redundancy measures. Connections 20(1), 35-38.
    """
    network = arrays(network)
    matrix = network.weights if weighted else network.steps
    share = _scaled(matrix, matrix.sum(axis=1))
    of_heaviest = _scaled(matrix, matrix.max(axis=1).toarray() if len(network) else np.zeros(0))
    redundancy = [roundabout.sum(axis=1) for _, _, roundabout in _at_ties(share, of_heaviest.T.tocsr())]
    return network.by_node(np.diff(matrix.indptr) - np.concatenate(redundancy or [np.zeros(0)]))


def _scaled(matrix: Any, by: Vector) -> Any:
    """Return the matrix with each row divided by a number; rows without entries stay empty."""
    return type(matrix)(
        (matrix.data / np.repeat(by, np.diff(matrix.indptr)), matrix.indices, matrix.indptr), matrix.shape
    )


def _at_ties(left: Any, right: Any) -> Iterator[tuple[int, int, Any]]:
    """Yield left @ right where left has entries, in blocks of rows: first row, row after the last, block."""
    degrees = np.diff(right.indptr)
    products = np.concatenate(([0], np.cumsum(degrees[left.indices])))[left.indptr]  # before each row
    low = 0
    while low < left.shape[0]:
        high = max(low + 1, int(np.searchsorted(products, products[low] + _PRODUCTS, "right")) - 1)
        rows = left[low:high]
        pattern = type(rows)((np.ones(rows.nnz), rows.indices, rows.indptr), rows.shape)
        yield low, high, (rows @ right).multiply(pattern).tocsr()
        low = high
