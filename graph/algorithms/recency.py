"""What dates of links say about pairs: who was active lately, and whose paths to each other are fresh."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp

from graph.algorithms.edge_array import FloatArray, IntArray
from graph.algorithms.edge_table import EdgeTable
from graph.algorithms.sheet import Float32Array

RECENCY_NAMES = (
    "recent_activity",
    "least_activity",
    "latest_link",
    "recent_neighbours",
    "recent_paths",
    "lasting_activity",
    "lasting_least_activity",
    "lasting_neighbours",
)

RECENCY_HEAVY_TAILED = frozenset({"recent_neighbours", "recent_paths", "lasting_neighbours"})

WINDOW = 0.1
"""Share of all links that come after a link when it counts for 1/e. By count of links, not by days, so that graphs that
grow in bursts and any unit of time are treated alike."""

LONG_WINDOW = 0.3
"""The same for what lasts: on graphs where most links come once a short window leaves too few to count."""


def ages(edges: EdgeTable) -> FloatArray:
    """Return for each statement of an edge the share of the dated ones that came later, (k,); 1 where it has no date.

    Raises
    ------
    Nothing.
    """
    _, times = edges.statements()
    dated = np.sort(times[~np.isnan(times)])
    later = len(dated) - np.searchsorted(dated, times, side="right")
    return np.where(np.isnan(times), 1.0, later / max(1, len(dated)))


def recency_tables(edges: EdgeTable) -> list[Float32Array]:
    """Return what dates say about all pairs.

    Parameters
    ----------
    edges : the graph; edges without a date count as the oldest

    Returns
    -------
    One (n, n) for each of ``RECENCY_NAMES``, symmetric: fresh links of both, of the least active of the two, how lately
    the two had their latest contacts, fresh neighbours in common, fresh paths of three; the first, second and fourth
    over a longer window. A link that is stated several times counts as often.

    Raises
    ------
    Nothing.

    Notes
    -----
    The two products cost the wedges of the graph and O(n m). Inner nodes of paths are divided by the root of their
    degree, as in L3.
    """
    age, n = ages(edges), edges.n
    place, _ = edges.statements()
    weights, lasting = (_weights(edges, place, np.exp(-age / window)) for window in (WINDOW, LONG_WINDOW))
    latest = np.ones(n)
    np.minimum.at(latest, edges.pairs[place].T.ravel(), np.tile(age, 2))
    degree = np.bincount(edges.pairs.ravel(), minlength=n)
    damping = sp.diags_array(1 / np.sqrt(np.maximum(degree, 1)))
    common = (weights @ damping @ weights).toarray()
    # The middle link of a path may be old: that two groups touch is remembered longer than who was active.
    paths = (weights @ damping @ weights.sqrt() @ damping @ weights).toarray()
    tables = [
        *_activities(weights),
        -np.sqrt(latest)[:, None] - np.sqrt(latest),
        common,
        paths,
        *_activities(lasting),
        (lasting @ damping @ lasting).toarray(),
    ]
    return [np.ascontiguousarray((table + table.T) / 2, np.float32) for table in tables]


def _weights(edges: EdgeTable, place: IntArray, fresh: FloatArray) -> sp.csr_array:
    """Return the (n, n) freshness of links, added up over their statements."""
    one, other = edges.pairs[place].T
    half = sp.csr_array((fresh, (one, other)), shape=(edges.n, edges.n))
    return sp.csr_array(half + half.T)


def _activities(weights: sp.csr_array) -> tuple[FloatArray, FloatArray]:
    """Return fresh links of both nodes of all pairs, and of the least active of the two."""
    activity = np.log1p(np.asarray(weights.sum(axis=1)).ravel())
    return activity[:, None] + activity, np.minimum(activity[:, None], activity)
