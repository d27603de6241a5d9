"""Which nodes a change reaches: those whose partners are asked anew after it, the others keep theirs."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from graph.algorithms.edge_array import IntArray, build_adjacency, check_pairs, undirected_edges


def reached(edges: npt.ArrayLike, n: int, nodes: npt.ArrayLike, *, steps: int = 3) -> IntArray:
    """Return the nodes within some steps of others.

    Parameters
    ----------
    edges : (m, 2) integers in 0..n-1; those before a change and those after it, one after the other, where both count
    n : number of nodes
    nodes : (k,) where it begins: the ends of what was added or taken away
    steps : how far; two is how far a link is felt by paths of two steps, three by those of three, which nodes with few
        partners have

    Returns
    -------
    (c,) sorted node indices, those it began with included.

    Raises
    ------
    InputError
        As :func:`check_pairs`.

    Notes
    -----
    O(m log m), for the edges; a hub among the nodes reaches much.
    """
    began = check_pairs(np.repeat(np.asarray(nodes, np.int64), 2).reshape(-1, 2), n)[:, 0]
    adjacency = build_adjacency(undirected_edges(edges, n), n)
    within = np.zeros(n, np.float32)
    within[began] = 1
    for _ in range(steps):
        within = np.minimum(within + adjacency @ within, 1)
    return np.flatnonzero(within)
