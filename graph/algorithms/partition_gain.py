"""What a graph's links tell of a partition: how much better groups explain them than no groups do, less their cost.

Two models of who is linked. In one, nodes of a group are alike, and a large group may be as dense as a small one; in
the other each node has its own degree as well, and hubs are no group. Degrees cost what it takes to name them, so that
the graph itself says which of the two it is.
"""

from __future__ import annotations

import numpy as np
from scipy.special import gammaln, xlogy

from graph.algorithms.edge_array import FloatArray, IntArray

COST_OF_GROUPS = 0.7
"""Part of the information in who is in which group that the links must pay for. All of it would be the shortest
description, which sees fewer groups in small sparse graphs than people do; none would cut those into pairs. Between 0.6
and 0.75 it hardly matters."""

ROUNDING = 1e-9
"""Share of all weight below which links across groups are none, but what is left of adding up broken numbers."""


class PartitionGain:
    """Judges partitions of one graph.

    Parameters
    ----------
    pairs : (m, 2) edges between nodes that each have one, every pair once
    strength : (m,) weights > 0; their ratios count
    n : number of nodes, >= 1

    Source
    ------
    Both models: Karrer, Newman, Physical Review E 83, 016107 (2011), doi:10.1103/PhysRevE.83.016107, here with a rate
    of its own for each group and, across, one for all or one for each group's ends. Telling them apart by what naming
    takes: Peixoto, Physical Review E 95, 012317 (2017), doi:10.1103/PhysRevE.95.012317.
    """

    def __init__(self, pairs: IntArray, strength: FloatArray, n: int) -> None:
        self._pairs = pairs
        self._share = strength / strength.sum()
        self._volume = np.bincount(pairs.ravel(), weights=np.repeat(self._share / 2, 2), minlength=n)
        self._of_degrees = _unlikeliness(np.bincount(pairs.ravel(), minlength=n))

    def of(self, membership: list[int]) -> float:
        """Return what groups explain beyond the better model without groups, in nats; at least 0.

        Parameters
        ----------
        membership : (n,) the group of each node, from 0 without holes

        Raises
        ------
        Nothing.

        Notes
        -----
        O(m). Nothing for one group, nor for groups whose members are linked among themselves less than chance gives.
        """
        group = np.asarray(membership)
        cost = COST_OF_GROUPS * _information(group)
        told = max(self._alike(group), self._by_degree(group) + self._of_degrees)
        return max(0.0, told - max(0.0, self._of_degrees) - cost)

    def densities(self, membership: list[int]) -> tuple[float, float]:
        """Return the weight of a pair of nodes inside a group and across groups, the mean over all pairs being 1.

        Parameters
        ----------
        membership : (n,) the group of each node

        Raises
        ------
        Nothing.

        Notes
        -----
        0 for a kind of pair that there is none of.
        """
        group = np.asarray(membership)
        found, room = self._inside(group).sum(), _room(np.bincount(group)).sum()
        return float(found / room) if room > 0 else 0.0, float((1 - found) / (1 - room)) if room < 1 else 0.0

    def _alike(self, group: IntArray) -> float:
        """Return the likelihood ratio to a graph of one density: a rate for each group, and one across."""
        found, room = self._inside(group), _room(np.bincount(group))
        across, wide = max(0.0, 1 - found.sum()), 1 - room.sum()
        if len(room) == 1 or across >= wide:
            return -np.inf
        return self._nats(_divergence(found, room) + _divergence(across, wide))

    def _by_degree(self, group: IntArray) -> float:
        """Return the likelihood ratio to a graph of these degrees: a rate for each group, one for its ends across."""
        found = self._inside(group)
        volume = np.bincount(group, weights=self._volume).astype(np.float64)
        across = max(0.0, 1 - found.sum())
        if len(volume) == 1 or across >= 1 - (volume**2).sum():
            return -np.inf
        told = _divergence(found, volume**2)
        if across > ROUNDING:
            ends = np.maximum(0.0, volume - found) / across
            told += _divergence(across, 1 - (ends**2).sum()) + 2 * across * _divergence(ends, volume)
        return self._nats(told)

    def _inside(self, group: IntArray) -> FloatArray:
        """Return the share of all weight that is inside each group."""
        ends = group[self._pairs]
        same = ends[:, 0] == ends[:, 1]
        return np.bincount(ends[same, 0], weights=self._share[same], minlength=int(group.max()) + 1).astype(np.float64)

    def _nats(self, divergence: float) -> float:
        """Return what a divergence for each link comes to."""
        return len(self._pairs) * divergence


def _room(size: IntArray) -> FloatArray:
    """Return the share of all pairs of nodes that is inside each group."""
    n = size.sum()
    share: FloatArray = size * (size - 1) / max(1, n * (n - 1))
    return share


def _divergence(found: FloatArray | float, expected: FloatArray | float) -> float:
    """Return the sum of what is found times the logarithm of its ratio to what is expected, 0 of nothing found."""
    there = np.where(np.asarray(found) > 0, expected, 1.0)
    return float(xlogy(found, found / there).sum())


def _information(group: IntArray) -> float:
    """Return what it takes to say who is in which group, in nats: how many, how large, and which nodes."""
    n, size = len(group), np.bincount(group)
    which = gammaln(n + 1) - gammaln(size + 1).sum()
    sizes = gammaln(n) - gammaln(len(size)) - gammaln(n - len(size) + 1)
    return float(which + sizes + np.log(n))


def _unlikeliness(degree: IntArray) -> float:
    """Return how unlike chance degrees are, in nats: what drawing each by chance takes beyond naming them as they are.

    They are named as a way to divide all ends among nodes, of which there are about as many as Hardy and Ramanujan say,
    and as which node has which.
    """
    n, ends, often = len(degree), degree.sum(), np.bincount(degree)
    by_chance = (gammaln(degree + 1) - degree * np.log(ends / n) + ends / n).sum()
    ways = np.pi * np.sqrt(2 * ends / 3) - np.log(4 * np.sqrt(3) * ends)
    return float(by_chance - (gammaln(n + 1) - gammaln(often + 1).sum()) - ways)
