"""Where groups lie: as on the map where that is known, else near the groups they are linked with, none over another."""

from __future__ import annotations

import numpy as np

from viz.layout.separation import push_apart
from viz.layout.spectral import Floats, Ints

FAR = 2.0
"""Distances beyond this many times the median are drawn in: one village far away must not shrink the whole city."""
ROUNDS = 400
"""Groups are few and their order is what one remembers of a map: time is well spent on them."""
_GOLDEN = 2.399963229728653
"""The golden angle in radians: spreads whatever number of groups evenly round a circle."""


def place_groups(
    radii: Floats, anchors: Floats, links: Floats, *, kept: Floats | None = None, gravity: float = 0.04
) -> Floats:
    """Return the middles of groups.

    Parameters
    ----------
    radii
        (g,), > 0, room that each group takes.
    anchors
        (g, 2), east and south in any unit, NaN where nobody knows.
    links
        (g, g), >= 0, symmetric: how many links run between groups.
    kept
        (g, 2), where groups lay before, NaN for new ones. Those stay.
    gravity
        How strongly the picture is drawn together.

    Returns
    -------
    numpy.ndarray
        (g, 2), in the unit of the radii.

    Notes
    -----
    O(g²) for the links between groups, of which a city has tens.
    """
    count = len(radii)
    if count == 0:
        return np.zeros((0, 2))
    known = kept if kept is not None else np.full((count, 2), np.nan)
    pinned = ~np.isnan(known[:, 0])
    start = np.where(pinned[:, None], known, _on_the_map(radii, anchors))
    start = _beside_linked(start, links, radii)
    return push_apart(
        start, radii, pinned=pinned.astype(np.float64), gravity=0.0 if pinned.any() else gravity, rounds=ROUNDS
    )


def _on_the_map(radii: Floats, anchors: Floats) -> Floats:
    """Return anchors in the unit of the radii, so large that the groups about fit."""
    there = ~np.isnan(anchors[:, 0])
    if there.sum() < 2:
        return np.where(there[:, None], 0.0, anchors)
    apart = anchors - np.nanmedian(anchors, axis=0)
    distance = np.linalg.norm(apart, axis=1)
    usual = max(float(np.nanmedian(distance)), 1e-12)
    beyond = np.maximum(distance / (FAR * usual), 1.0)
    drawn_in = np.where(beyond > 1.0, FAR * usual * (1.0 + np.log(beyond)), distance)
    room = float(np.sqrt(np.sum(radii[there] ** 2)))
    placed: Floats = apart * (drawn_in / np.maximum(distance, 1e-12))[:, None] * (0.7 * room / usual)
    return placed


def _beside_linked(start: Floats, links: Floats, radii: Floats) -> Floats:
    """Give groups without a place one: amid those they are linked with, or round the edge of the picture."""
    lost = np.flatnonzero(np.isnan(start[:, 0]))
    there = ~np.isnan(start[:, 0])
    found = start.copy()
    edge = float(np.linalg.norm(start[there], axis=1).max()) if there.any() else float(radii.sum()) / 3.0
    for number, group in enumerate(lost):
        weights = links[group] * there
        angle = _GOLDEN * number
        away = np.array([np.cos(angle), np.sin(angle)]) * (edge + radii[group])
        # Off the exact middle, so that two groups with the same links do not lie on one spot.
        amid = weights @ np.nan_to_num(start) / weights.sum() + 0.1 * away if weights.sum() > 0 else away
        found[group] = amid
    return found


def links_between(edges: Ints, groups: Ints, count: int) -> Floats:
    """Return how many edges run between groups.

    Parameters
    ----------
    edges
        (m, 2), positions of ends.
    groups
        (n,), the group of each node, 0..count-1.
    count
        g, the number of groups.

    Returns
    -------
    numpy.ndarray
        (g, g), symmetric, zeros on the diagonal.
    """
    table = np.zeros((count, count))
    np.add.at(table, (groups[edges[:, 0]], groups[edges[:, 1]]), 1.0)
    table += table.T
    np.fill_diagonal(table, 0.0)
    return table
