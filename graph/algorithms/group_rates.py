"""How often members of two groups are linked, against what their degrees would give: groups as evidence for links.

Groups are sought several times, because a single partition of a small graph is half chance. Where links run between two
sides, rates are those from the groups of one side to the groups of the other.
"""

from __future__ import annotations

import igraph
import numpy as np
import scipy.sparse as sp

from graph.algorithms.communities import seeded
from graph.algorithms.edge_array import FloatArray, IntArray

RUNS = 5
"""Partitions whose rates are averaged."""

PSEUDO_LINKS = 0.5
"""Added to links seen and expected, so that two groups of one node each say next to nothing."""

ROUNDS = 40
"""Steps of the mixed memberships: they change by little afterwards, and stopping early keeps chance out."""

MOST_MEMBERSHIPS = 24
"""Mixed memberships of a node at most; beyond it they follow single links."""

STARTS = 3
"""Starts whose rates are added on small graphs; large ones have links enough for one."""

SMALL = 700
"""Nodes up to which a graph counts as small here."""


class GroupRates:
    """Rates between the groups of several partitions at one resolution.

    Parameters
    ----------
    pairs : (m, 2) edges, each once
    n : number of nodes
    resolution : of the modularity; higher gives smaller groups
    sides : (n,) 0 or 1 where links run between two sides only
    seed : what chance starts from
    """

    def __init__(self, pairs: IntArray, n: int, resolution: float, *, sides: IntArray | None, seed: int = 0) -> None:
        graph = igraph.Graph(n=n, edges=pairs)
        self._runs: list[tuple[IntArray, FloatArray]] = []
        with seeded(seed):
            for _ in range(RUNS if n <= SMALL else 2):
                found = graph.community_leiden("modularity", resolution=resolution, n_iterations=2).membership
                # A node of the other side is of another kind of group: odd numbers for one side, even for the other.
                labels = np.array(found, np.int64) * (1 if sides is None else 2) + (0 if sides is None else sides)
                labels = np.unique(labels, return_inverse=True)[1].astype(np.int64)
                self._runs.append((labels, _log_rates(pairs, labels, two_sided=sides is not None)))

    def columns(self, sources: IntArray) -> FloatArray:
        """Return the mean logarithm of seen over expected links of all nodes' groups with some sources' groups, (n, b).

        Raises
        ------
        Nothing.
        """
        total = [rates[:, labels[sources]][labels] for labels, rates in self._runs]
        mean: FloatArray = np.mean(total, axis=0)
        return mean


def _log_rates(pairs: IntArray, labels: IntArray, *, two_sided: bool) -> FloatArray:
    """Return the logarithm of seen over expected links between groups, (groups, groups)."""
    count = int(labels.max(initial=-1)) + 1
    ends = labels[pairs]
    seen = np.zeros((count, count))
    np.add.at(seen, (ends[:, 0], ends[:, 1]), 1)
    seen += seen.T
    degree = seen.sum(axis=1)
    expected = np.outer(degree, degree) / max(1, (1 if two_sided else 2) * len(pairs))
    return np.log((seen + PSEUDO_LINKS) / (expected + PSEUDO_LINKS))


class MixedMemberships:
    """Memberships of several groups at a time, fitted to the links as Poisson counts.

    Parameters
    ----------
    adjacency : (n, n) CSR of ones
    seed : what chance starts from

    Notes
    -----
    O(m k) for each of some dozens of rounds, k groups.

    Source
    ------
    Ball, Karrer, Newman, Physical Review E 84 (2011), doi:10.1103/PhysRevE.84.036103.
    """

    def __init__(self, adjacency: sp.csr_array, seed: int = 0) -> None:
        n, rng = adjacency.shape[0], np.random.default_rng(seed)
        sizes = [max(2, round(np.sqrt(n) / 2)), max(3, round(np.sqrt(n)))]
        starts = STARTS if n <= SMALL else 1
        fitted = [_memberships(adjacency, min(size, MOST_MEMBERSHIPS), rng) for size in sizes for _ in range(starts)]
        self._memberships = np.hstack(fitted)

    def columns(self, sources: IntArray) -> FloatArray:
        """Return the links expected of all nodes with some sources, (n, b), added over starts.

        Raises
        ------
        Nothing.
        """
        expected: FloatArray = self._memberships @ self._memberships[sources].T
        return expected


def _memberships(adjacency: sp.csr_array, groups: int, rng: np.random.Generator) -> FloatArray:
    """Return (n, groups) memberships whose products are the expected links; maximum likelihood, held back a little."""
    degree = np.diff(adjacency.indptr)
    row = np.repeat(np.arange(len(degree)), degree)
    column = adjacency.indices
    member: FloatArray = (0.5 + rng.random((len(degree), groups))) * np.sqrt(degree / max(1, adjacency.nnz))[:, None]
    for _ in range(ROUNDS):
        expected = np.einsum("ij,ij->i", member[row], member[column])
        share = sp.csr_array((1 / np.maximum(expected, 1e-12), column, adjacency.indptr), shape=adjacency.shape)
        member = (member * (share @ member) + 0.05) / (member.sum(axis=0) + 1)
    return member
