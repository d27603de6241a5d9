"""The search for communities: partitions of two kinds, at the resolution that the graph shows.

Leiden looks for groups with more links inside than chance gives, Infomap for groups that a walker seldom leaves. Each
is run a few times. What the runs agree on is in the graph; what they do not is in the dice.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations

import igraph
import numpy as np
from scipy.special import gammaln, xlogy

from graph.algorithms import bounds
from graph.algorithms.edge_array import FloatArray, IntArray

USUAL_RESOLUTION = 1.0
"""Where the search begins: modularity as it was defined."""

RESOLUTION_STEP = 2**0.5
"""Factor between two resolutions that are tried; with twice as much the best one was stepped over."""

PATIENCE = 2
"""Steps in one direction that may bring nothing better before the search turns."""

LEAST_RESOLUTION, MOST_RESOLUTION = 0.25, 1024.0
"""Below the first every city is one group; the second tells pairs apart in a graph of thousands."""

RUNS = 3
"""Runs of a kind, whose likeness says how firm the partition is."""

LEAST_LIKENESS = 0.5
"""Runs less alike than this tell of dice, not of groups; the usual resolution then stands."""

COST_OF_GROUPS = 0.6
"""Part of the information in who is in which group that the links must pay for. All of it would be the shortest
description, which sees fewer groups in small sparse graphs than people do; none would cut those into pairs. Between 0.4
and 0.75 it hardly matters."""

Membership = list[int]
Search = Callable[[], Membership]


@dataclass(frozen=True, slots=True)
class Partition:
    """A partition and how well it is supported.

    Parameters
    ----------
    membership : the group of each node, as igraph numbers them
    support : likeness of the runs, squared, times what the links tell beyond what naming the groups takes; 0 or more
    """

    membership: Membership
    support: float


class PartitionSearch:
    """Searches one graph.

    Parameters
    ----------
    pairs : (m, 2) edges between nodes that each have one, every pair once
    strength : (m,) weights > 0
    n : number of nodes, >= 1
    start : (n,) groups of an earlier result, from 0 without holes: Leiden begins there, and being like it counts

    Notes
    -----
    About seven resolutions with three runs each, and three runs of Infomap, which costs ten times as much as one of
    Leiden. Draws from igraph's generator: seed it around the calls.

    Source
    ------
    Leiden: Traag, Waltman, van Eck, Scientific Reports 9 (2019), doi:10.1038/s41598-019-41695-z. Infomap: Rosvall,
    Bergstrom, PNAS 105 (2008), doi:10.1073/pnas.0706851105.
    """

    def __init__(self, pairs: IntArray, strength: FloatArray, n: int, start: Membership | None = None) -> None:
        self._pairs = pairs
        self._strength = strength
        self._volume = np.bincount(pairs.ravel(), weights=np.repeat(strength, 2), minlength=n)
        self._start = start
        # igraph takes a list of tuples three times as fast as an array.
        self._graph = igraph.Graph(n=n, edges=list(zip(*pairs.T.tolist(), strict=True)))
        self._weights = None if (strength == 1).all() else strength.tolist()

    def best(self) -> Membership:
        """Return the best supported partition; of a graph that shows none, what the usual resolution gives.

        Raises
        ------
        Nothing.
        """
        if len(self._pairs) > bounds.LEIDEN_STABILITY_EDGES:
            return self._leiden(USUAL_RESOLUTION)
        best = self._climb()
        flow = self._judged(self._infomap)
        return flow.membership if flow.support > best.support else best.membership

    def _climb(self) -> Partition:
        """Return the best supported partition by Leiden: from the usual resolution up, then down, while it helps."""
        best = self._at(USUAL_RESOLUTION)
        for factor in (RESOLUTION_STEP, 1 / RESOLUTION_STEP):
            resolution, vain = USUAL_RESOLUTION * factor, 0
            while vain < PATIENCE and LEAST_RESOLUTION <= resolution <= MOST_RESOLUTION:
                other = self._at(resolution)
                best, vain = (other, 0) if other.support > best.support else (best, vain + 1)
                resolution *= factor
        return best

    def _at(self, resolution: float) -> Partition:
        """Return the best of some runs at a resolution."""
        return self._judged(lambda: self._leiden(resolution))

    def _judged(self, search: Search) -> Partition:
        """Return the run that the links pay for best, and how well the runs together support it."""
        runs = [search() for _ in range(RUNS)]
        gains = [self._excess(run) - COST_OF_GROUPS * _information(run) for run in runs]
        likeness = _likeness(runs if self._start is None else [*runs, self._start])
        support = likeness**2 * max(gains) if likeness >= LEAST_LIKENESS else 0.0
        return Partition(runs[int(np.argmax(gains))], max(0.0, support))

    def _leiden(self, resolution: float) -> Membership:
        """Return one run of Leiden."""
        found = self._graph.community_leiden(
            objective_function="modularity",
            weights=self._weights,
            resolution=resolution,
            initial_membership=self._start,
            n_iterations=2,
        )
        return list(found.membership)

    def _infomap(self) -> Membership:
        """Return one run of Infomap."""
        return list(self._graph.community_infomap(edge_weights=self._weights, trials=1).membership)

    def _excess(self, membership: Membership) -> float:
        """Return how far the links inside groups exceed what degrees and chance give, in nats.

        The likelihood ratio of a block model in which each group has a rate of its own and all others share one, to a
        graph without groups. Modularity is the difference between the same found and expected numbers, for which it
        hardly matters whether a twentieth or a hundredth was expected.

        Source
        ------
        Karrer, Newman, Physical Review E 83, 016107 (2011), doi:10.1103/PhysRevE.83.016107.
        """
        group = np.asarray(membership)
        count, total = int(group.max()) + 1, self._strength.sum()
        ends = group[self._pairs]
        same = ends[:, 0] == ends[:, 1]
        found = np.bincount(ends[same, 0], weights=self._strength[same], minlength=count) / total
        expected = (np.bincount(group, weights=self._volume, minlength=count) / (2 * total)) ** 2
        across, expected_across = 1 - found.sum(), 1 - expected.sum()
        if count == 1 or across >= expected_across:
            return 0.0
        divergence = xlogy(found, found / expected).sum() + xlogy(max(across, 0.0), max(across, 0.0) / expected_across)
        return len(self._pairs) * float(divergence)


def _information(membership: Membership) -> float:
    """Return what it takes to say who is in which group, in nats: how many, how large, and which nodes."""
    n, size = len(membership), np.bincount(membership)
    which = gammaln(n + 1) - gammaln(size + 1).sum()
    sizes = gammaln(n) - gammaln(len(size)) - gammaln(n - len(size) + 1)
    return float(which + sizes + np.log(n))


def _likeness(memberships: list[Membership]) -> float:
    """Return the mean adjusted Rand index between partitions, at least 0."""
    alike = [
        igraph.compare_communities(one, other, method="adjusted_rand") for one, other in combinations(memberships, 2)
    ]
    return max(0.0, float(np.mean(alike)))
