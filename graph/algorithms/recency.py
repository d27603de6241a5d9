"""What dates of links say about pairs: who was active lately, and whose paths to each other are fresh."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp

from graph.algorithms.edge_array import FloatArray
from graph.algorithms.edge_table import EdgeTable
from graph.algorithms.sheet import Float32Array

RECENCY_NAMES = ("recent_activity", "least_activity", "latest_link", "recent_neighbours", "recent_paths")

RECENCY_HEAVY_TAILED = frozenset({"recent_neighbours", "recent_paths"})

WINDOW = 0.1
"""Share of all links that come after a link when it counts for 1/e. By count of links, not by days, so that graphs that
grow in bursts and any unit of time are treated alike."""


def ages(edges: EdgeTable) -> FloatArray:
    """Return for each edge the share of the dated edges that came later, (m,); 1 where it is not dated.

    Raises
    ------
    Nothing.
    """
    if edges.times is None:
        return np.ones(len(edges.pairs))
    dated = np.sort(edges.times[~np.isnan(edges.times)])
    later = len(dated) - np.searchsorted(dated, edges.times, side="right")
    return np.where(np.isnan(edges.times), 1.0, later / max(1, len(dated)))


def recency_tables(edges: EdgeTable) -> list[Float32Array]:
    """Return what dates say about all pairs.

    Parameters
    ----------
    edges : the graph; edges without a date count as the oldest

    Returns
    -------
    One (n, n) for each of ``RECENCY_NAMES``, symmetric: fresh links of both, of the least active of the two, how lately
    the two had their latest links, fresh neighbours in common, fresh paths of three.

    Raises
    ------
    Nothing.

    Notes
    -----
    The two products cost the wedges of the graph and O(n m). Inner nodes of paths are divided by the root of their
    degree, as in L3.
    """
    age, n = ages(edges), edges.n
    one, other = edges.pairs.T
    fresh = np.exp(-age / WINDOW)
    weights = sp.csr_array((fresh, (one, other)), shape=(n, n))
    weights = weights + weights.T
    activity = np.log1p(np.asarray(weights.sum(axis=1)).ravel())
    latest = np.ones(n)
    np.minimum.at(latest, edges.pairs.T.ravel(), np.tile(age, 2))
    degree = np.bincount(edges.pairs.ravel(), minlength=n)
    damping = sp.diags_array(1 / np.sqrt(np.maximum(degree, 1)))
    common = (weights @ damping @ weights).toarray()
    # The middle link of a path may be old: that two groups touch is remembered longer than who was active.
    known = sp.csr_array((np.sqrt(fresh), (one, other)), shape=(n, n))
    paths = (weights @ damping @ (known + known.T) @ damping @ weights).toarray()
    tables = [
        activity[:, None] + activity,
        np.minimum(activity[:, None], activity),
        -np.sqrt(latest)[:, None] - np.sqrt(latest),
        common,
        paths,
    ]
    return [np.ascontiguousarray((table + table.T) / 2, np.float32) for table in tables]
