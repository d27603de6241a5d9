"""Communities: groups of nodes that are linked among themselves more than chance would have it.

Leiden by igraph. The result is a function of the graph, the seed and the previous labels only, so that a map keeps its
groups, names and colours from one day to the next.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import igraph
import numpy as np
import numpy.typing as npt

from graph.algorithms import bounds
from graph.algorithms.edge_array import (
    FloatArray,
    IntArray,
    check_length,
    check_pairs,
    decode_pairs,
    encode_pairs,
)
from graph.algorithms.label_matching import check_labels, labels_by_size, match_labels
from graph.errors import InputError

RESOLUTIONS = (1.0, 0.7, 1.4, 0.5, 2.0)
"""Resolutions that are tried, the usual one first; beyond these a city falls into its halves or into pairs."""

RUNS = 4
"""Runs at each resolution, whose likeness says how stable it is."""

CLEARLY_MORE_STABLE = 0.1
"""How much more alike (adjusted Rand index) another resolution's runs must be before the usual one gives way."""

_RANDOM_LOCK = threading.Lock()
# igraph has one generator for the whole process; two threads that each set it would share their chance.


@dataclass(frozen=True, slots=True)
class _Run:
    """One run: the community of each node that has a link, and the quality that igraph found."""

    membership: list[int]
    quality: float


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
    About twenty runs of Leiden, each near O(m); one run above ``bounds.LEIDEN_STABILITY_EDGES`` edges. A disconnected
    graph gives each component groups of its own. Direction as such is not used.

    Source
    ------
    Traag, Waltman, van Eck, Scientific Reports 9 (2019), doi:10.1038/s41598-019-41695-z.
    """
    pairs, strength = _weighed_pairs(edges, n, weights, directed)
    before = None if previous is None else check_labels(previous, n)
    labels = np.full(n, -1, np.int64)
    linked = np.unique(pairs)
    if len(linked) == 0:
        return labels
    graph = igraph.Graph(n=len(linked), edges=np.searchsorted(linked, pairs))
    start = None if before is None else _as_membership(before[linked])
    with seeded(seed):
        run = _most_stable(graph, strength, start)
    labels[linked] = labels_by_size(np.array(run.membership))
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
    weight = np.ones(len(given)) if weights is None else np.asarray(weights, np.float64)
    check_length(weight, len(given), "weights")
    if not np.isfinite(weight).all() or (weight <= 0).any():
        raise InputError("Een gewicht moet boven 0 liggen en eindig zijn.", "A weight must be above 0 and finite.")
    real = given[:, 0] != given[:, 1]
    given, weight = given[real], weight[real]
    if weights is None:
        given = np.unique(given if directed else np.sort(given, axis=1), axis=0)
        weight = np.ones(len(given))
    keys, owner = np.unique(encode_pairs(given, n), return_inverse=True)
    # Sorted before they are added, because a sum of broken numbers depends on its order.
    order = np.lexsort((weight, owner))
    strength = np.bincount(owner[order], weights=weight[order], minlength=len(keys))
    return decode_pairs(keys, n), strength.astype(np.float64)


def _most_stable(graph: igraph.Graph, strength: FloatArray, start: list[int] | None) -> _Run:
    """Return the best run at the resolution whose runs are most alike; the usual one unless another is clearly so."""
    if graph.ecount() > bounds.LEIDEN_STABILITY_EDGES:
        return _leiden(graph, strength, start, RESOLUTIONS[0])
    chosen, best = _Run([], 0.0), -np.inf
    for resolution in RESOLUTIONS:
        runs = [_leiden(graph, strength, start, resolution) for _ in range(RUNS)]
        stability = _likeness([run.membership for run in runs], start)
        if stability > best + CLEARLY_MORE_STABLE:
            chosen, best = max(runs, key=lambda run: run.quality), stability
    return chosen


def _leiden(graph: igraph.Graph, strength: FloatArray, start: list[int] | None, resolution: float) -> _Run:
    """Return one run."""
    found = graph.community_leiden(
        objective_function="modularity",
        weights=strength.tolist(),
        resolution=resolution,
        initial_membership=start,
        n_iterations=2,
    )
    return _Run(found.membership, found.quality)


def _likeness(memberships: list[list[int]], start: list[int] | None) -> float:
    """Return the mean adjusted Rand index between runs, and with where they started, so that groups stay as they were.

    A run that puts all in one group is always like another, which says nothing: the likeness is then nil.
    """
    if any(max(membership) == 0 for membership in memberships):
        return 0.0
    compared = memberships if start is None else [*memberships, start]
    alike = [
        igraph.compare_communities(one, other, method="adjusted_rand")
        for place, one in enumerate(compared)
        for other in compared[:place]
    ]
    return float(np.mean(alike))


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
