"""Pushes discs apart until none lies over another, moving each as little as it can."""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree

from viz.layout.spectral import Floats, Ints

ROUNDS = 120
_LOOK_AGAIN = 6
"""Rounds for which the pairs that may touch are kept; nothing moves far in so few."""
_SETTLED = 0.02
"""Overlap, as a part of the distance that two discs should have, that nobody sees."""
_GOLDEN = 2.399963229728653
"""The golden angle in radians: directions that never repeat, for discs on one spot."""


def push_apart(
    points: Floats, radii: Floats, *, pinned: Floats | None = None, gravity: float = 0.0, rounds: int = ROUNDS
) -> Floats:
    """Return positions in which discs do not lie over one another.

    Parameters
    ----------
    points
        (n, 2), middles of the discs.
    radii
        (n,), >= 0, in the unit of the points.
    pinned
        (n,), 1 for discs that stay and 0 for those that move; None to let all move. Two that both stay may overlap.
    gravity
        Part of the way to the common middle that each round moves them, to close gaps; 0 for none.
    rounds
        At most so many.

    Returns
    -------
    numpy.ndarray
        (n, 2), in the order given.

    Notes
    -----
    Each round moves every overlapping pair apart by half of what it lacks; a pair with a pinned disc by all of it, on
    the free side. O(rounds n log n) for discs that lie evenly. After the last round what began as one
    heap may keep overlaps of about a tenth, which the air round signs covers.
    """
    points = points.astype(np.float64, copy=True)
    free = np.ones(len(points)) if pinned is None else 1.0 - pinned
    if len(points) < 2 or not free.any():
        return points
    # Discs of very different size: the largest pair sets how far to look, so large ones cost more.
    reach = 2.2 * float(radii.max())
    for number in range(rounds):
        pull = gravity * max(1.0 - 1.5 * number / rounds, 0.0)  # it fades, so that pushing has the last word
        points -= (pull * free)[:, None] * (points - points.mean(axis=0))
        if number % _LOOK_AGAIN == 0:
            pairs = cKDTree(points).query_pairs(reach, output_type="ndarray")
            pairs = pairs[free[pairs[:, 0]] + free[pairs[:, 1]] > 0]
        overlap = _push(points, radii, pairs, free)
        if pull == 0.0 and overlap < _SETTLED and number % _LOOK_AGAIN == 0:
            break
    return points


def _push(points: Floats, radii: Floats, pairs: Ints, free: Floats) -> float:
    """Move overlapping pairs apart in place; return the largest overlap there was, as a part of their distance."""
    apart = points[pairs[:, 0]] - points[pairs[:, 1]]
    distance = np.sqrt(np.einsum("ij,ij->i", apart, apart))
    wanted = radii[pairs[:, 0]] + radii[pairs[:, 1]]
    near = distance < wanted
    (first, second), apart, distance, wanted = pairs[near].T, apart[near], distance[near], wanted[near]
    if not len(first):
        return 0.0
    angle = _GOLDEN * (first + second)
    same_spot = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    direction = np.where(distance[:, None] > 1e-9, apart / np.maximum(distance, 1e-9)[:, None], same_spot)
    lack = (wanted - distance)[:, None] * direction
    share = (free[first] / (free[first] + free[second]))[:, None]
    both, moves = np.concatenate([first, second]), np.concatenate([share * lack, (share - 1.0) * lack])
    # A disc in a crowd is pushed by many at once: the mean of the pushes, a little enlarged, settles soonest.
    factor = 1.6 / np.maximum(np.bincount(both, minlength=len(points)), 1.6)
    for axis in (0, 1):
        points[:, axis] += factor * np.bincount(both, weights=moves[:, axis], minlength=len(points))
    return float(np.max((wanted - distance) / wanted))
