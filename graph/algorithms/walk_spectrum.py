"""Features from the spectrum of the normalised adjacency: walks of any length, resistance, and what is left of noise.

One decomposition serves them all: each is ``U f(values) U'`` for another function f.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from graph.algorithms.edge_array import FloatArray, IntArray

LONG_WALK, LONGEST_WALK, SHORT_WALK = 0.85, 0.95, 0.5
"""Chances that a walk goes on: about two steps, seven, and twenty."""

NOISE = 0.5
"""Eigenvalues of the normalised adjacency up to a half are mostly chance on the small graphs a city starts with."""

LEAST_GAP = 1e-5
"""Eigenvalues nearer to one than this stand for whole components, which no current crosses."""

LEAST_RESISTANCE = 1e-6
"""Below it two nodes are one to single precision."""


class WalkSpectrum:
    """The spectrum of one graph's normalised adjacency.

    Parameters
    ----------
    adjacency : (n, n) dense symmetric zeros and ones, in the precision to work in

    Notes
    -----
    O(n^3) once, then O(n^2) for each source.

    Source
    ------
    Personalised PageRank as link prediction: Liben-Nowell, Kleinberg, JASIST 58 (2007), doi:10.1002/asi.20591.
    Commute time and pseudo-inverse: Fouss et al., IEEE TKDE 19 (2007), doi:10.1109/TKDE.2007.46.
    """

    def __init__(self, adjacency: FloatArray) -> None:
        degree = np.maximum(adjacency.sum(axis=1), 1)
        self._root = np.sqrt(degree)
        values, vectors = np.linalg.eigh(adjacency / np.outer(self._root, self._root))
        self._values = np.clip(values, -1, 1)
        self._vectors = vectors
        profile = self._times(lambda values: 1 / (1 - LONG_WALK * values), slice(None)) / self._root[:, None]
        profile -= profile.mean(axis=0)
        length = np.linalg.norm(profile, axis=1, keepdims=True)
        self._profile = profile / np.where(length > 0, length, 1)
        # On the diagonal: n sums of n products instead of a whole matrix.
        self._own = ((vectors**2) @ _currents(self._values)) / degree

    def _times(self, shape: Callable[[FloatArray], FloatArray], sources: IntArray | slice) -> FloatArray:
        """Return the columns of ``U f(values) U'`` at some nodes."""
        columns: FloatArray = (self._vectors * shape(self._values)) @ self._vectors[sources].T
        return columns

    def columns(self, sources: IntArray) -> dict[str, FloatArray]:
        """Return the features of all nodes with some sources.

        Parameters
        ----------
        sources : (b,) node indices

        Returns
        -------
        Name -> (n, b).

        Raises
        ------
        Nothing.
        """
        root, there = self._root[:, None], self._root[sources]
        both = root / there + there / root
        short, long, longest = (
            (1 - going_on) * self._times(lambda values, a=going_on: 1 / (1 - a * values), sources)  # type: ignore[misc]
            for going_on in (SHORT_WALK, LONG_WALK, LONGEST_WALK)
        )
        currents = self._times(_currents, sources) / (root * there)
        own, theirs = self._own[:, None], self._own[sources]
        return {
            "pagerank": short * both,
            "pagerank_long": long * both,
            "pagerank_longest": longest * both,
            "even_walk": short,
            "shrunk_spectrum": self._times(_without_noise, sources) * root * there,
            "walk_profile": self._profile @ self._profile[sources].T,
            "nearness": -np.log(np.maximum(own + theirs - 2 * currents, LEAST_RESISTANCE)),
            "shared_current": currents / np.sqrt(np.maximum(own * theirs, LEAST_RESISTANCE**2)),
        }


def _currents(values: FloatArray) -> FloatArray:
    """Return the inverse of the normalised Laplacian's eigenvalues, nil for those that stand for a component."""
    gap = 1 - values
    currents: FloatArray = np.where(gap > LEAST_GAP, 1 / np.maximum(gap, LEAST_GAP), 0)
    return currents


def _without_noise(values: FloatArray) -> FloatArray:
    """Return eigenvalues drawn towards nil by what chance gives."""
    shrunk: FloatArray = np.sign(values) * np.maximum(np.abs(values) - NOISE, 0)
    return shrunk
