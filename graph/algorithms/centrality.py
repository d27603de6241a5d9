"""Orders of nodes: how often a walk comes by, and how much two have in common."""

from __future__ import annotations

import igraph
import numpy as np
import numpy.typing as npt
from scipy import sparse

from graph.algorithms.edge_array import FloatArray, check_length, check_pairs, without_loops
from graph.errors import InputError


def page_rank(
    edges: npt.ArrayLike, n: int, *, weights: npt.ArrayLike | None = None, start: int | None = None, damping: float
) -> FloatArray:
    """Return how often a walk along the edges comes by each node.

    Parameters
    ----------
    edges : (m, 2) integers in 0..n-1; undirected, doubles add up, self-loops are left out
    n : number of nodes
    weights : (m,) > 0; None for all alike
    start : node to which the walk returns; None for any node that has an edge
    damping : chance that the walk goes on, between 0 and 1

    Returns
    -------
    (n,) that add up to one; zero for a node without any edge, and everywhere where ``start`` is such a node.

    Raises
    ------
    InputError
        When an argument has the wrong shape or range.

    Notes
    -----
    O(m) for each round of igraph's PRPACK, which is exact to 1e-10. Walks never come in another component than that
    of ``start``.

    Source
    ------
    Brin, Page, Computer Networks 30 (1998), doi:10.1016/S0169-7552(98)00110-X.
    """
    given = check_pairs(edges, n)
    weight = np.ones(len(given)) if weights is None else np.asarray(weights, np.float64)
    check_length(weight, len(given), "weights")
    if not 0 < damping < 1 or (start is not None and not 0 <= start < n):
        raise InputError("De kans of het beginpunt kan niet.", "The chance or the start cannot be.")
    weight, given = weight[given[:, 0] != given[:, 1]], without_loops(given)
    linked = np.unique(given)
    scores = np.zeros(n)
    if len(linked) and (start is None or start in linked):
        graph = igraph.Graph(n=len(linked), edges=np.searchsorted(linked, given))
        back = None if start is None else [int(np.searchsorted(linked, start))]
        scores[linked] = graph.personalized_pagerank(
            damping=damping, reset_vertices=back, weights=weight.tolist(), directed=False
        )
    return scores


def jaccard_with(held: sparse.csr_array, row: int) -> FloatArray:
    """Return how much each row has in common with one.

    Parameters
    ----------
    held : (n, k), what each has; anything but zero counts as one
    row : in 0..n-1

    Returns
    -------
    (n,) between 0 and 1: the share of what either has that both have; 0 where neither has anything.

    Raises
    ------
    IndexError
        There is no such row.

    Notes
    -----
    O(nonzero entries).
    """
    ones = sparse.csr_array((np.ones(held.nnz), held.indices, held.indptr), shape=held.shape)
    size = np.diff(ones.indptr)
    both: FloatArray = np.asarray((ones @ ones[[row]].T).toarray()).reshape(-1)
    either: FloatArray = np.maximum(size + size[row] - both, 1)
    return np.asarray(both / either)
