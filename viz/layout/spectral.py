"""A first guess at positions: the slowest vibrations of the network, found by repeated averaging."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

ROUNDS = 60
"""Times that neighbours are averaged: enough to tell groups apart, and far from convergence, which is not needed."""


def adjacency_matrix(edges: Ints, count: int) -> sp.csr_array:
    """Return the symmetric adjacency of edges, each pair once, without loops.

    Parameters
    ----------
    edges
        (m, 2), positions of ends in 0..count-1; repeated pairs and loops are allowed.
    count
        n, the number of nodes.

    Returns
    -------
    scipy.sparse.csr_array
        (n, n), zeros and ones.
    """
    apart = edges[edges[:, 0] != edges[:, 1]]
    rows, columns = np.concatenate([apart, apart[:, ::-1]]).T if len(apart) else (apart[:, 0], apart[:, 1])
    matrix = sp.csr_array((np.ones(len(rows)), (rows, columns)), shape=(count, count))
    matrix.data[:] = 1.0
    return matrix


def spectral_start(edges: Ints, count: int, *, seed: int = 0) -> Floats:
    """Return positions in which linked nodes are near one another.

    Parameters
    ----------
    edges
        (m, 2), positions of ends; their direction has no meaning.
    count
        n, the number of nodes.
    seed
        Same seed, same positions.

    Returns
    -------
    numpy.ndarray
        (n, 2), mean 0 and standard deviation 1 along both axes (0 for a single node).

    Notes
    -----
    Subspace iteration on the lazy random walk; O(ROUNDS (n + m)). Several components share the plane, spread by
    their random start. Solving for eigenvectors exactly takes a hundred times as long and gives no better picture
    after the forces have worked on it.
    """
    rng = np.random.default_rng(seed)
    walk = adjacency_matrix(edges, count)
    degree = np.maximum(walk.sum(axis=1), 1.0)
    points = rng.standard_normal((count, 2))
    for _ in range(ROUNDS):
        points = 0.5 * points + 0.5 * (walk @ points) / degree[:, None]
        points -= np.average(points, axis=0, weights=degree) if count else 0.0
        points[:, 1] -= points[:, 0] * _overlap(points, degree)
        points /= np.maximum(np.sqrt((points**2).sum(axis=0) / max(count, 1)), 1e-12)
    # A little of the start again: nodes with the same neighbours would lie on one spot and never part.
    return _standard(points + 0.05 * rng.standard_normal((count, 2)))


def _overlap(points: Floats, degree: Floats) -> float:
    first, second = points[:, 0] * degree, points[:, 1]
    return float(first @ second) / max(float(first @ points[:, 0]), 1e-12)


def _standard(points: Floats) -> Floats:
    if not len(points):
        return points
    centred = points - points.mean(axis=0)
    standard: Floats = centred / np.maximum(centred.std(axis=0), 1e-12)
    return standard
