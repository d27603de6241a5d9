"""Which nodes the map opens on: all of a small network, the best linked of each area of a large one."""

from __future__ import annotations

import math
from collections.abc import Mapping

from viz.explorer.gathering import ON_FOCUS, Gathered
from viz.explorer.positions import Point
from viz.layout.arrangement import WIDTH

MOST = 150
"""Names that one can still take in at a glance on an ordinary screen."""
MOST_AREAS = 13
"""Areas that the map opens on: with more, each would show a name or two, and its patch would be a dot."""
MOST_ON_FOCUS = 60
"""Meetings that are sent along to show when one looks closer."""
MOST_AROUND = 400
"""Names that a look around one name may bring: more is the whole city again."""


def opening_nodes(gathered: Gathered, homes: Mapping[int, int], points: Mapping[int, Point]) -> list[int]:
    """Return the nodes that the map opens on, in order of position.

    Parameters
    ----------
    gathered
        The network.
    homes
        Area by node.
    points
        Where each node is drawn.

    Notes
    -----
    The best linked of every area in turn, so that each area shows its hubs. Of a city with many areas those round the
    busiest one are taken, so that the picture is of one part of it and not of dots. The same network always opens
    the same way.
    """
    candidates = [node for node in gathered.drawn if gathered.kinds[node] != ON_FOCUS]
    if len(candidates) > MOST:
        about = _areas_about_the_busiest(gathered, homes, points)
        candidates = _in_turn(gathered, homes, [node for node in candidates if homes.get(node) in about])[:MOST]
    return sorted(candidates)


def _areas_about_the_busiest(
    gathered: Gathered, homes: Mapping[int, int], points: Mapping[int, Point]
) -> set[int | None]:
    """Return the area whose nodes are linked most, and those nearest to it."""
    members: dict[int | None, list[int]] = {}
    for node in gathered.drawn:
        members.setdefault(homes.get(node), []).append(node)
    # Drawn wider than high: divided by that, the areas near one fill a screen and not a strip.
    middles = {
        area: tuple(sum(points[node][axis] for node in nodes) / len(nodes) / (WIDTH, 1.0)[axis] for axis in (0, 1))
        for area, nodes in members.items()
    }
    busiest = max(members, key=lambda area: (sum(gathered.weight[node] for node in members[area]), str(area)))
    return set(sorted(members, key=lambda area: math.dist(middles[area], middles[busiest]))[:MOST_AREAS])


def _in_turn(gathered: Gathered, homes: Mapping[int, int], nodes: list[int]) -> list[int]:
    """Return nodes so that the first of every area come before the second of any, and nodes without a link last."""
    best_first = sorted(nodes, key=lambda node: (-gathered.weight[node], node))
    places: dict[int | None, int] = {}
    turn = {}
    for node in best_first:
        home = homes.get(node)
        places[home] = turn[node] = places.get(home, 0) + 1
    return sorted(best_first, key=lambda node: (gathered.weight[node] == 0, turn[node]))  # stable: best first


def meetings_of(gathered: Gathered, nodes: list[int]) -> list[int]:
    """Return the meetings that link some nodes, those that link most first, at most `MOST_ON_FOCUS`.

    Parameters
    ----------
    gathered
        The network.
    nodes
        Positions of nodes that are shown.
    """
    shown = set(nodes)
    linked = {
        node: len(gathered.neighbours[node] & shown) for node in gathered.drawn if gathered.kinds[node] == ON_FOCUS
    }
    found = [node for node in sorted(linked, key=lambda node: (-linked[node], node)) if linked[node]]
    return sorted(found[:MOST_ON_FOCUS])


def nodes_around(gathered: Gathered, start: int, steps: int) -> list[int]:
    """Return a node and what lies within some steps of it, at most `MOST_AROUND`, nearest and best linked first.

    Parameters
    ----------
    gathered
        The network.
    start
        Position of the node in the middle.
    steps
        1 or more. A walk does not go on through a meeting: who once sat in one room is not linked by it.
    """
    found = [start]
    seen = {start}
    edge = [start]
    for _ in range(steps):
        reached = {other for node in edge for other in gathered.neighbours[node]} - seen
        seen |= reached
        found += sorted(reached, key=lambda node: (-gathered.weight[node], node))
        edge = [node for node in reached if gathered.kinds[node] != ON_FOCUS]
    return found[:MOST_AROUND]
