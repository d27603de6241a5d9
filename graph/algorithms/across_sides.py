"""What the two sides of a two-sided graph say apart: who is alike on either side, and how many links each end has.

Added up over both sides, as elsewhere, a likeness of bodies hides one of members, and a hub of one side a small node of
the other. Where each node is asked for its best partners it matters which of the two it is.
"""

from __future__ import annotations

import numpy as np

from graph.algorithms.edge_array import FloatArray, IntArray
from graph.algorithms.edge_table import EdgeTable
from graph.algorithms.sheet import Float32Array

ACROSS_NAMES = ("filtering_0", "filtering_1", "likest_0", "likest_1", "degree_0", "degree_1")
"""By side: likeness to all partners of the other end, to the likest of them, and degree."""

ACROSS_HEAVY_TAILED = frozenset({"filtering_0", "filtering_1"})


def across_tables(edges: EdgeTable, sides: IntArray) -> list[Float32Array]:
    """Return what the sides say of all pairs.

    Parameters
    ----------
    edges : the graph; edges within a side say nothing here
    sides : (n,) 0 or 1

    Returns
    -------
    One (n, n) for each of ``ACROSS_NAMES``, symmetric; nil within a side. For a pair of node i of side 0 and node j of
    side 1: the cosines of i with the other partners of j, summed; those of j with the other partners of i; the largest
    of the first; of the second; the logarithm of one more than the degree of i; of j.

    Raises
    ------
    Nothing.

    Notes
    -----
    O(n m), and n^2 numbers a table. A side without nodes or links gives nil.

    Source
    ------
    Item- and user-based filtering: Sarwar et al., WWW 2001, doi:10.1145/371920.372071.
    """
    places = [np.flatnonzero(sides == side) for side in (0, 1)]
    linked = np.zeros((edges.n, edges.n))
    linked[edges.pairs[:, 0], edges.pairs[:, 1]] = 1
    linked[edges.pairs[:, 1], edges.pairs[:, 0]] = 1
    across = linked[np.ix_(*places)]
    first, second = _by_side(across), [table.T for table in _by_side(across.T)]
    return [_spread(table, places) for pair in zip(first, second, strict=True) for table in pair]


def _by_side(across: FloatArray) -> list[FloatArray]:
    """Return filtering, likest and degree of the nodes in the rows."""
    degree = across.sum(axis=1)
    root = np.sqrt(np.maximum(degree, 1))
    cosine = (across @ across.T) / np.outer(root, root)
    np.fill_diagonal(cosine, 0)
    likest = np.zeros_like(across)
    for column in range(across.shape[1]):
        likest[:, column] = cosine[:, across[:, column] > 0].max(axis=1, initial=0)
    return [cosine @ across, likest, np.broadcast_to(np.log1p(degree)[:, None], across.shape)]


def _spread(table: FloatArray, places: list[IntArray]) -> Float32Array:
    """Return a table of one side by the other as one of all nodes, both ways round."""
    n = len(places[0]) + len(places[1])
    whole = np.zeros((n, n), np.float32)
    whole[np.ix_(*places)] = table
    whole[np.ix_(*places[::-1])] = table.T
    return whole
