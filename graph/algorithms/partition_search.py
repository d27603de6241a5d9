"""The search for communities: partitions of three kinds, at the resolution that the graph shows.

Leiden looks for groups with more links inside than the degrees of their members give by chance, and for groups that are
denser than some density, large or small; Infomap for groups that a walker seldom leaves. Each is run a few times. What
the runs agree on is in the graph; what they do not is in the dice.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import combinations

import igraph
import numpy as np

from graph.algorithms import bounds
from graph.algorithms.edge_array import FloatArray, IntArray
from graph.algorithms.partition_gain import PartitionGain

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

Membership = list[int]
Search = Callable[[], Membership]


@dataclass(frozen=True, slots=True)
class Partition:
    """A partition and how well it is supported.

    Parameters
    ----------
    membership : the group of each node, as igraph numbers them
    support : likeness of the runs, squared, times what :class:`PartitionGain` gives the best of them; 0 or more
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
    Some dozen resolutions with one run each, three where the first is worth it; Infomap, which costs ten times as much
    as one of Leiden, likewise. Draws from igraph's generator: seed it around the calls.

    Source
    ------
    Leiden: Traag, Waltman, van Eck, Scientific Reports 9 (2019), doi:10.1038/s41598-019-41695-z. Groups by density:
    Traag, Van Dooren, Nesterov, Physical Review E 84, 016114 (2011), doi:10.1103/PhysRevE.84.016114. Infomap: Rosvall,
    Bergstrom, PNAS 105 (2008), doi:10.1073/pnas.0706851105.
    """

    def __init__(self, pairs: IntArray, strength: FloatArray, n: int, start: Membership | None = None) -> None:
        self._pairs = pairs
        self._strength = strength
        self._n = n
        self._gain = PartitionGain(pairs, strength, n)
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
        usual = Partition(self._leiden(USUAL_RESOLUTION), 0.0)
        best = self._climb(self._leiden, USUAL_RESOLUTION, usual)
        best = self._climb(self._dense, self._between(best.membership), best)
        return self._better(self._infomap, best).membership

    def _climb(self, search: Callable[[float], Membership], start: float, best: Partition) -> Partition:
        """Return the better of a partition and what is found from one resolution up, then down, while it helps."""
        best = self._better(partial(search, start), best)
        for factor in (RESOLUTION_STEP, 1 / RESOLUTION_STEP):
            resolution, vain = start * factor, 0
            while vain < PATIENCE and LEAST_RESOLUTION <= resolution / start <= MOST_RESOLUTION:
                other = self._better(partial(search, resolution), best)
                best, vain = other, vain + 1 if other is best else 0
                resolution *= factor
        return best

    def _better(self, search: Search, best: Partition) -> Partition:
        """Return what the runs of a search support, if that is more than the best so far; else the best so far."""
        runs = [search()]
        # A first run that the links pay too little for saves the others: they hardly ever differ that much.
        if self._gain.of(runs[0]) <= best.support:
            return best
        runs += [search() for _ in range(RUNS - 1)]
        gains = [self._gain.of(run) for run in runs]
        likeness = _likeness(runs if self._start is None else [*runs, self._start])
        support = likeness**2 * max(gains) if likeness >= LEAST_LIKENESS else 0.0
        return Partition(runs[int(np.argmax(gains))], support) if support > best.support else best

    def _between(self, membership: Membership) -> float:
        """Return the density at which a partition like this one would be the likeliest, of the whole where it is none.

        Source
        ------
        Newman, Physical Review E 94, 052315 (2016), doi:10.1103/PhysRevE.94.052315.
        """
        inside, across = self._gain.densities(membership)
        mean = 2 * float(self._strength.sum()) / (self._n * (self._n - 1))
        return mean * (inside - across) / float(np.log(inside / across)) if inside > across > 0 else mean

    def _leiden(self, resolution: float) -> Membership:
        """Return one run of Leiden for modularity, in which a node's degree says how many links chance gives it."""
        return self._run_leiden("modularity", resolution)

    def _dense(self, density: float) -> Membership:
        """Return one run of Leiden for groups that are denser than this, large or small."""
        return self._run_leiden("CPM", density)

    def _run_leiden(self, objective: str, resolution: float) -> Membership:
        found = self._graph.community_leiden(
            objective_function=objective,
            weights=self._weights,
            resolution=resolution,
            initial_membership=self._start,
            n_iterations=2,
        )
        return list(found.membership)

    def _infomap(self) -> Membership:
        """Return one run of Infomap."""
        return list(self._graph.community_infomap(edge_weights=self._weights, trials=1).membership)


def _likeness(memberships: list[Membership]) -> float:
    """Return the mean adjusted Rand index between partitions, at least 0."""
    alike = [
        igraph.compare_communities(one, other, method="adjusted_rand") for one, other in combinations(memberships, 2)
    ]
    return max(0.0, float(np.mean(alike)))
