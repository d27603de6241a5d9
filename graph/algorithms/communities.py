"""Communities: groups of nodes that are linked among themselves more than chance would have it.

Leiden or Infomap by igraph, whichever the links support better. The result is a function of the graph, the seed and the
previous labels only, so that a map keeps its groups, names and colours from one day to the next.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import igraph
import numpy as np
import numpy.typing as npt

from graph.algorithms.edge_array import (
    FloatArray,
    IntArray,
    check_length,
    check_pairs,
    decode_pairs,
    encode_pairs,
    without_loops,
)
from graph.algorithms.label_matching import check_labels, labels_by_size, match_labels
from graph.algorithms.partition_search import PartitionSearch
from graph.errors import InputError

_RANDOM_LOCK = threading.Lock()
# igraph has one generator for the whole process; two threads that each set it would share their chance.


def detect_communities(
    edges: npt.ArrayLike,
    n: int,
    *,
    weights: npt.ArrayLike | None = None,
    directed: bool = False,
    seed: int = 0,
    previous: npt.ArrayLike | None = None,
) -> IntArray:
    """Return the community of each node.

    Parameters
    ----------
    edges : (m, 2) integers in 0..n-1; self-loops are left out
    n : number of nodes
    weights : (m,) > 0; those of edges between the same two nodes add up. None: each pair counts once
    directed : whether (u, v) and (v, u) are two edges; the pair then weighs two where both are given
    seed : what chance starts from
    previous : (n,) labels of an earlier result, -1 for none: the search starts there, and what is still mostly the
        same group keeps its label

    Returns
    -------
    (n,) labels: 0 the largest, equal sizes by smallest node; -1 for a node without any link. With ``previous``, labels
    stay as they were and new groups take the lowest free ones, so a label may be unused.

    Raises
    ------
    InputError
        When an argument has the wrong shape, or a weight is not above zero.

    Notes
    -----
    Some three dozen runs at most, each near O(m), as :class:`PartitionSearch` says; one run of Leiden above
    ``bounds.LEIDEN_STABILITY_EDGES`` edges. A disconnected graph gives each component groups of its own. Direction as
    such is not used.
    """
    pairs, strength = _weighed_pairs(edges, n, weights, directed)
    before = None if previous is None else check_labels(previous, n)
    labels = np.full(n, -1, np.int64)
    linked = np.flatnonzero(np.bincount(pairs.ravel(), minlength=n))
    if len(linked) == 0:
        return labels
    place = np.cumsum(np.bincount(linked, minlength=n)) - 1
    start = None if before is None else _as_membership(before[linked])
    search = PartitionSearch(place[pairs], strength, len(linked), start)
    with seeded(seed):
        labels[linked] = labels_by_size(np.array(search.best()))
    return labels if before is None else match_labels(labels, before)


def community_support(edges: npt.ArrayLike, n: int, labels: npt.ArrayLike) -> FloatArray:
    """Return how well each community is supported by the links.

    Parameters
    ----------
    edges : (m, 2) integers in 0..n-1; each pair counts once, self-loops are left out
    n : number of nodes
    labels : (n,) communities from 0; -1 for none

    Returns
    -------
    (highest label + 1,) between 0 and 1. Of the ends of links that the members have: the share that stays inside,
    from 0, no more than chance would give, to 1, all. An unused label has 0, and so has a group that is the whole
    graph: there is nothing that it is set apart from.

    Raises
    ------
    InputError
        When ``labels`` are not (n,) whole numbers from -1.

    Notes
    -----
    O(m log m). As agreement is corrected for chance in Cohen's kappa: (share - expected) / (1 - expected). Modularity's
    contribution would grow with the size of a group, and conductance does not know what chance gives. Two ends that
    stay outside are added, so that a pair linked to each other only is half supported, not fully.
    """
    label = check_labels(labels, n)
    pairs, _ = _weighed_pairs(edges, n, None, directed=False)
    count = int(label.max(initial=-1)) + 1
    ends = label[pairs]
    total = np.bincount(ends[ends >= 0], minlength=count)
    inside = 2 * np.bincount(ends[(ends[:, 0] == ends[:, 1]) & (ends[:, 0] >= 0), 0], minlength=count)
    expected = np.minimum(total / max(1, 2 * len(pairs)), 1.0)
    share = inside / (total + 2)
    return np.clip((share - expected) / np.where(expected < 1, 1 - expected, np.inf), 0.0, 1.0)


def _weighed_pairs(
    edges: npt.ArrayLike, n: int, weights: npt.ArrayLike | None, directed: bool
) -> tuple[IntArray, FloatArray]:
    """Return each linked pair once, sorted, with its weight."""
    given = check_pairs(edges, n)
    if weights is None:
        return _counted_pairs(without_loops(given), n, directed)
    weight = np.asarray(weights, np.float64)
    check_length(weight, len(given), "weights")
    if not np.isfinite(weight).all() or (weight <= 0).any():
        raise InputError("Een gewicht moet boven 0 liggen en eindig zijn.", "A weight must be above 0 and finite.")
    real = given[:, 0] != given[:, 1]
    keys, owner = np.unique(encode_pairs(given[real], n), return_inverse=True)
    # Sorted before they are added, because a sum of broken numbers depends on its order.
    order = np.lexsort((weight[real], owner))
    strength = np.bincount(owner[order], weights=weight[real][order], minlength=len(keys))
    return decode_pairs(keys, n), strength.astype(np.float64)


def _counted_pairs(given: IntArray, n: int, directed: bool) -> tuple[IntArray, FloatArray]:
    """Return each linked pair once, sorted, with 1, or 2 where both directions are given and count."""
    keys = encode_pairs(given, n)
    if directed:
        backwards = given[:, 0] > given[:, 1]
        there, back = _sorted_once(keys[~backwards]), _sorted_once(keys[backwards])
        keys = np.concatenate([there, back])
    keys = np.sort(keys)
    begins = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])[: len(keys)])
    strength = np.diff(np.append(begins, len(keys))) if directed else np.ones(len(begins))
    return decode_pairs(keys[begins], n), strength.astype(np.float64)


def _sorted_once(keys: IntArray) -> IntArray:
    """Return whole numbers sorted, each once; numpy's own search for doubles takes ten times as long as a sort."""
    keys = np.sort(keys)
    once: IntArray = keys[np.append(True, keys[1:] != keys[:-1])[: len(keys)]]
    return once


@contextmanager
def seeded(seed: int) -> Iterator[None]:
    """Let igraph draw from a seed, one thread at a time, and give it back its usual source afterwards."""
    with _RANDOM_LOCK:
        igraph.set_random_number_generator(random.Random(seed))  # noqa: S311 - chance for a search, not a secret
        try:
            yield
        finally:
            igraph.set_random_number_generator(random)


def _as_membership(labels: IntArray) -> list[int]:
    """Return labels as igraph wants them: from 0 without holes, a node without a label in a group of its own."""
    own = np.where(labels < 0, labels.max(initial=-1) + 1 + np.arange(len(labels)), labels)
    membership: list[int] = np.unique(own, return_inverse=True)[1].tolist()
    return membership
