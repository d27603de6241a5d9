"""A whole picture: groups side by side, each node within its group and near its links, no disc over another.

What was placed before stays where it was, so that a map looks the same tomorrow; what is new finds room amid it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from viz.layout.forces import Bounds, attract_and_repel
from viz.layout.groups import links_between, place_groups
from viz.layout.separation import push_apart
from viz.layout.spectral import Floats, Ints, spectral_start

_WAVES = 0.7
"""How much the start follows the network; the rest parts nodes that it would leave on one spot."""
_MOST_STRETCH = 8.0
"""A group of a few nodes that lie close stays close."""
_GOLDEN = 2.399963229728653
"""The golden angle in radians: a spiral with it fills a disc evenly."""
UNIT = 46.0
"""Pixels, at full size, between two nodes side by side: a disc, and a little air."""
WIDTH = 1.35
"""Everything is drawn so much wider than high: names lie flat, and so do screens."""
_ROOM = 1.3
"""Radius of a group for the room of its members: looser than discs that lie by chance, so that names fit between."""
_MARGIN = 0.5
"""Units around a group for the edge of its patch and its name."""
_HUBS = 12
"""Nodes of each group, the best linked, that get room for a name beside them."""
_RADIUS = (0.6, 0.45)
"""Radius of the room of a hub and of another node, in units: who wants to read all names looks closer."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A network to be drawn.

    Parameters
    ----------
    edges
        (m, 2), positions of ends.
    groups
        (n,), the group of each node, 0..g-1.
    anchors
        (g, 2), where groups lie, east and south in any unit, NaN where nobody knows.
    """

    edges: Ints
    groups: Ints
    anchors: Floats


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where everything is, in pixels at full size, x to the right and y down.

    Parameters
    ----------
    points
        (n, 2), middles of nodes.
    centres
        (g, 2), middles of groups.
    """

    points: Floats
    centres: Floats


def arrange(drawn: Drawn, kept: Arrangement | None = None, *, seed: int = 0) -> Arrangement:
    """Return where to draw a network.

    Parameters
    ----------
    drawn
        The network.
    kept
        Where nodes and groups were before, NaN for new ones; None for a first picture.
    seed
        Same seed, same picture.

    Returns
    -------
    Arrangement
        In the order of ``drawn``.

    Notes
    -----
    O(rounds (n + m)) for the forces and O(n log n) a round for pushing apart; about four seconds for 10,000
    nodes and 30,000 edges in one group, half a second for 1,000. Nothing but the new nodes moves where ``kept`` has
    the others.
    """
    before = _in_units(kept) if kept is not None else _nowhere(drawn)
    rooms = np.where(_ranks(drawn) < _HUBS, *_RADIUS)
    reach = _ROOM * np.sqrt(np.maximum(np.bincount(drawn.groups, rooms**2, len(drawn.anchors)), _RADIUS[0] ** 2))
    links = links_between(drawn.edges, drawn.groups, len(reach))
    centres = place_groups(reach + _MARGIN, drawn.anchors, links, kept=before.centres)
    pinned = (~np.isnan(before.points[:, 0])).astype(np.float64)
    start = np.where(pinned[:, None] > 0, before.points, _start(drawn, before.points, centres, reach, seed))
    bounds = Bounds(centres[drawn.groups], _reaches(drawn, rooms))
    points = attract_and_repel(drawn.edges, start, pinned=pinned, bounds=bounds, groups=drawn.groups, seed=seed)
    points = points + (1.0 - pinned)[:, None] * (_filling(drawn, points, centres, reach) - points)
    points = push_apart(points, rooms, pinned=pinned)
    return Arrangement(points * (UNIT * WIDTH, UNIT), centres * (UNIT * WIDTH, UNIT))


def _in_units(kept: Arrangement) -> Arrangement:
    return Arrangement(kept.points / (UNIT * WIDTH, UNIT), kept.centres / (UNIT * WIDTH, UNIT))


def _nowhere(drawn: Drawn) -> Arrangement:
    return Arrangement(np.full((len(drawn.groups), 2), np.nan), np.full((len(drawn.anchors), 2), np.nan))


def _ranks(drawn: Drawn) -> Ints:
    """Return the place of each node in its group, from 0, the most linked first."""
    order = _order(drawn)
    sizes = np.bincount(drawn.groups, minlength=len(drawn.anchors))
    ranks = np.empty(len(order), np.int64)
    ranks[order] = np.arange(len(order)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return ranks


def _order(drawn: Drawn) -> Ints:
    """Return the nodes group by group, the most linked first."""
    degree = np.bincount(drawn.edges.ravel(), minlength=len(drawn.groups))
    return np.lexsort((np.arange(len(degree)), -degree, drawn.groups))


def _reaches(drawn: Drawn, rooms: Floats) -> Floats:
    """Return how far from the middle of its group each node may be: no further than those before it need room."""
    order = _order(drawn)
    taken = np.cumsum(rooms[order] ** 2)
    firsts = np.flatnonzero(_ranks(drawn)[order] == 0)
    before = np.repeat(np.concatenate([[0.0], taken])[firsts], np.diff([*firsts, len(order)]))
    reaches = np.empty(len(order))
    reaches[order] = _ROOM * np.sqrt(taken - before)
    return reaches


def _filling(drawn: Drawn, points: Floats, centres: Floats, reach: Floats) -> Floats:
    """Return points stretched about the middles of their groups until each group fills its room.

    Forces leave communities as tight knots; pushing the discs of a knot apart pair by pair takes ten times as long.
    """
    apart = points - centres[drawn.groups]
    squared = np.einsum("ij,ij->i", apart, apart)
    sizes = np.maximum(np.bincount(drawn.groups, minlength=len(reach)), 1)
    # Points that fill a disc evenly have a mean square distance of half the square of its radius.
    usual = np.sqrt(2.0 * np.bincount(drawn.groups, squared, len(reach)) / sizes)
    stretch = np.clip(reach / np.maximum(usual, 1e-9), 1.0, _MOST_STRETCH)
    stretched = np.sqrt(squared) * stretch[drawn.groups]
    factor = stretch[drawn.groups] * np.minimum(1.0, reach[drawn.groups] / np.maximum(stretched, 1e-9))
    filled: Floats = centres[drawn.groups] + apart * factor[:, None]
    return filled


def _start(drawn: Drawn, before: Floats, centres: Floats, reach: Floats, seed: int) -> Floats:
    """Return where new nodes begin: amid those of their group that they are linked with, else as the graph vibrates."""
    count = len(drawn.groups)
    middles = centres[drawn.groups]
    start = _spread(drawn, count, seed) * 0.8 * reach[drawn.groups][:, None]
    there = ~np.isnan(before[:, 0])
    both = np.concatenate([drawn.edges, drawn.edges[:, ::-1]])
    both = both[there[both[:, 1]] & ~there[both[:, 0]] & (drawn.groups[both[:, 0]] == drawn.groups[both[:, 1]])]
    total = np.bincount(both[:, 0], minlength=count)
    amid = np.stack([np.bincount(both[:, 0], before[both[:, 1], axis], count) for axis in (0, 1)], axis=1)
    beside = amid / np.maximum(total, 1)[:, None] + 0.1 * start
    return np.where(total[:, None] > 0, beside, middles + start)


def _spread(drawn: Drawn, count: int, seed: int) -> Floats:
    """Return a point of the unit disc for each node: linked nodes near one another, no two on one spot."""
    # A spiral by number: the same each time, and it parts nodes with the same neighbours.
    angle = _GOLDEN * np.arange(count)
    spiral = np.stack([np.cos(angle), np.sin(angle)], axis=1) * np.sqrt((np.arange(count) % 97 + 0.5) / 97)[:, None]
    inside = drawn.edges[drawn.groups[drawn.edges[:, 0]] == drawn.groups[drawn.edges[:, 1]]]
    waves = spectral_start(inside, count, seed=seed)
    length = np.linalg.norm(waves, axis=1)[:, None]
    spread: Floats = _WAVES * waves / (1.0 + length) + (1.0 - _WAVES) * spiral
    return spread
