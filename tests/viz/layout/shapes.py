"""Graphs whose pictures are known beforehand, and graphs that ask too much: empty, in pieces, of loops."""

from __future__ import annotations

import numpy as np

from viz.layout.spectral import Floats, Ints


def edges(*pairs: tuple[int, int]) -> Ints:
    """Return edges as an array, of the right shape also where there are none."""
    return np.array(pairs, np.int64).reshape(-1, 2)


def path(count: int) -> Ints:
    return edges(*((node, node + 1) for node in range(count - 1)))


def cycle(count: int) -> Ints:
    return edges(*((node, (node + 1) % count) for node in range(count)))


def cliques(number: int, size: int) -> Ints:
    """Return complete graphs, each linked with the next by one edge."""
    inside = [(group * size + one, group * size + other) for group in range(number) for other in range(size)
              for one in range(other)]  # fmt: skip
    between = [(group * size, (group + 1) * size) for group in range(number - 1)]
    return edges(*inside, *between)


HARD = {
    "nothing": (edges(), 0),
    "one node": (edges(), 1),
    "no edges": (edges(), 7),
    "in pieces": (edges((0, 1), (2, 3), (2, 4)), 6),
    "loops and repeats": (edges((0, 0), (0, 1), (1, 0), (0, 1)), 2),
    "a star": (edges(*((0, node) for node in range(1, 12))), 12),
}
"""Edges and number of nodes, by what is hard about them."""


def lengths(points: Floats, pairs: Ints) -> Floats:
    """Return how far apart the ends of edges are."""
    found: Floats = np.linalg.norm(points[pairs[:, 0]] - points[pairs[:, 1]], axis=1)
    return found


def least_distance(points: Floats) -> float:
    """Return how far apart the two nearest points are."""
    apart = np.linalg.norm(points[:, None] - points[None], axis=2)
    return float(apart[~np.eye(len(points), dtype=bool)].min())
