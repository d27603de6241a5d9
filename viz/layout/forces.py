"""Forces: linked nodes pull, nodes met at random push, until neighbours are near and strangers far."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from viz.layout.spectral import Floats, Ints

ROUNDS = 240
SAMPLES = 5
"""Strangers that each node meets in a round: with five the picture is as clear as with all, at a cost linear in n."""
LARGEST_STEP = 4.0
"""How far one round may move a node at first, in lengths of an edge; it shrinks to nothing."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """A disc for each node that it may not leave.

    Parameters
    ----------
    centres
        (n, 2), in lengths of an edge.
    reach
        (n,), radii >= 0; infinite for who may go anywhere.
    """

    centres: Floats
    reach: Floats


def attract_and_repel(
    edges: Ints,
    start: Floats,
    *,
    pinned: Floats | None = None,
    bounds: Bounds | None = None,
    groups: Ints | None = None,
    rounds: int = ROUNDS,
    seed: int = 0,
) -> Floats:
    """Return positions after the forces have worked.

    Parameters
    ----------
    edges
        (m, 2), positions of ends; their direction has no meaning.
    start
        (n, 2), where the nodes begin. One unit is about the length of an edge.
    pinned
        (n,), 1 for nodes that stay where they are and 0 for those that move; None to let all move.
    bounds
        Where each node may be.
    groups
        (n,), the group of each node, numbered from 0: it then meets only strangers of its own. None for one group.
    rounds
        How long.
    seed
        Same seed, same positions.

    Returns
    -------
    numpy.ndarray
        (n, 2), in the order of ``start``.

    Notes
    -----
    The gradient of UMAP's cross entropy with a = b = 1, all edges in one step and negatives sampled anew each round;
    O(rounds (n SAMPLES + m)). Loops and repeated edges do no harm; nodes without edges drift outwards.

    Source: McInnes, Healy, Melville, "UMAP: Uniform Manifold Approximation and Projection",
    doi:10.48550/arXiv.1802.03426.
    """
    count = len(start)
    points = start.astype(np.float64, copy=True)
    if count < 2:
        return points
    rng = np.random.default_rng(seed)
    free = 1.0 if pinned is None else (1.0 - pinned)[:, None]
    degree = np.maximum(np.bincount(edges.ravel(), minlength=count), 1.0)[:, None]
    everyone = np.tile(np.arange(count), SAMPLES)
    strangers = _Strangers(np.zeros(count, np.int64) if groups is None else groups)
    for number in range(rounds):
        step = LARGEST_STEP * (1.0 - number / rounds)
        force = _pull(points, edges) / np.sqrt(degree) + _push(points, everyone, strangers.draw(everyone, rng))
        points += free * np.clip(force, -1.0, 1.0) * step * 0.25
        if bounds is not None:
            points = points + free * (_inside(points, bounds) - points)
    return points


class _Strangers:
    """Draws for each node another of its group (now and then itself, which does no harm)."""

    def __init__(self, groups: Ints) -> None:
        self._order = np.argsort(groups, kind="stable")
        sizes = np.bincount(groups)
        self._size = sizes[groups]
        self._first = (np.cumsum(sizes) - sizes)[groups]

    def draw(self, nodes: Ints, rng: np.random.Generator) -> Ints:
        """Return one stranger for each of the nodes."""
        place = self._first[nodes] + (rng.random(len(nodes)) * self._size[nodes]).astype(np.int64)
        strangers: Ints = self._order[place]
        return strangers


def _pull(points: Floats, edges: Ints) -> Floats:
    apart = points[edges[:, 1]] - points[edges[:, 0]]
    force = 2.0 * apart / (1.0 + np.sum(apart**2, axis=1))[:, None]
    return _summed(force, edges[:, 0], len(points)) - _summed(force, edges[:, 1], len(points))


def _push(points: Floats, nodes: Ints, strangers: Ints) -> Floats:
    apart = points[nodes] - points[strangers]
    squared = np.sum(apart**2, axis=1)
    force = 2.0 * apart / ((0.01 + squared) * (1.0 + squared))[:, None]
    return _summed(force, nodes, len(points))


def _summed(forces: Floats, nodes: Ints, count: int) -> Floats:
    """Return the sum of forces on each node; twice as fast as numpy's ``add.at``."""
    return np.stack([np.bincount(nodes, weights=forces[:, axis], minlength=count) for axis in (0, 1)], axis=1)


def _inside(points: Floats, bounds: Bounds) -> Floats:
    """Return each point, moved to the edge of its disc where it is outside."""
    apart = points - bounds.centres
    distance = np.linalg.norm(apart, axis=1)
    factor = np.minimum(1.0, bounds.reach / np.maximum(distance, 1e-12))
    moved: Floats = bounds.centres + apart * factor[:, None]
    return moved
