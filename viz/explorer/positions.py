"""Where every node of the map is: computed once, kept in the derived part of the store, the same tomorrow."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

import numpy as np

from graph.errors import StoreError
from graph.store.base import Derived
from viz.explorer.gathering import ON_FOCUS, Gathered
from viz.explorer.homes import patch_of_areas
from viz.layout.arrangement import Arrangement, Drawn, arrange

_NOWHERE = "-"
"""Group of the nodes that stand in no area, as it is kept; no id is so short."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was kept: positions of nodes, each with the group that it was placed in, and middles of groups."""

    points: dict[str, tuple[Point, str]]
    centres: dict[str, Point]


def find_positions(
    gathered: Gathered, homes: Mapping[int, int], derived: Derived, *, level: str, keep: bool = True
) -> dict[int, Point]:
    """Return where each node is drawn, in pixels at full size; what is new is placed amid what was there.

    Parameters
    ----------
    gathered
        The network.
    homes
        Area by node.
    derived
        Where positions are kept.
    level
        Level of the viewer. Each has its own positions: they tell what is linked, and so what is hidden.
    keep
        Whether new positions are kept; a look at an earlier day leaves the map of today as it is.

    Notes
    -----
    One question when nothing is new. When more is new than was there, the picture is made anew, as nobody would
    recognise it anyway.
    """
    groups = {node: gathered.ids[homes[node]] if node in homes else _NOWHERE for node in gathered.drawn}
    collection = f"map positions {level}"
    kept = _read(derived, collection, [gathered.ids[node] for node in gathered.drawn], sorted(set(groups.values())))
    moved = [node for node in gathered.drawn if kept.points.get(gathered.ids[node], (None, ""))[1] != groups[node]]
    if 2 * len(moved) > len(gathered.drawn):
        kept = _Kept({}, {})
    if moved:
        kept = _placed(gathered, groups, kept)
        if keep:
            with suppress(StoreError):  # a disk that cannot be written must not keep anybody from looking
                derived.put(collection, _written(kept))
    return {node: kept.points[gathered.ids[node]][0] for node in gathered.drawn}


def _placed(gathered: Gathered, groups: Mapping[int, str], kept: _Kept) -> _Kept:
    """Place what is new: first what the map opens on, so that meetings find room amid it and leave no holes."""
    without = [node for node in gathered.drawn if gathered.kinds[node] != ON_FOCUS]
    for nodes in (without, gathered.drawn):
        kept = _arranged(gathered, nodes, groups, kept)
    return kept


def _arranged(gathered: Gathered, nodes: Sequence[int], groups: Mapping[int, str], kept: _Kept) -> _Kept:
    names = sorted({groups[node] for node in nodes})
    number = {name: place for place, name in enumerate(names)}
    place = {node: index for index, node in enumerate(nodes)}
    edges = [(place[start], place[end]) for _, start, end in gathered.lines if start in place and end in place]
    anchors = _anchors(gathered)
    drawn = Drawn(
        np.array(edges, np.int64).reshape(-1, 2),
        np.array([number[groups[node]] for node in nodes], np.int64),
        np.array([anchors.get(name, (math.nan, math.nan)) for name in names]).reshape(-1, 2),
    )
    before = Arrangement(
        np.array([_known(kept, gathered.ids[node], groups[node]) for node in nodes]).reshape(-1, 2),
        np.array([kept.centres.get(name, (math.nan, math.nan)) for name in names]).reshape(-1, 2),
    )
    made = arrange(drawn, before)
    points = {gathered.ids[node]: (_point(made.points[index]), groups[node]) for node, index in place.items()}
    return _Kept(points, {name: _point(made.centres[index]) for name, index in number.items()})


def _known(kept: _Kept, id_: str, group: str) -> Point:
    point, was = kept.points.get(id_, ((math.nan, math.nan), ""))
    return point if was == group else (math.nan, math.nan)


def _point(given: Sequence[float]) -> Point:
    return round(float(given[0]), 1), round(float(given[1]), 1)


def _anchors(gathered: Gathered) -> dict[str, Point]:
    """Return where areas lie, east and south in degrees of latitude; a work area amid its parts."""
    found: dict[int, list[Point]] = {}
    for area, patch in patch_of_areas(gathered).items():
        centroid = gathered.value("centroid", area)
        if isinstance(centroid, str):
            found.setdefault(area, [])[:0] = [_east_and_south(centroid)]
            found.setdefault(patch, []).append(_east_and_south(centroid))
    own = {area for area in found if isinstance(gathered.value("centroid", area), str)}
    return {
        gathered.ids[area]: points[0] if area in own else (_mean(points, 0), _mean(points, 1))
        for area, points in found.items()
    }


def _mean(points: Sequence[Point], axis: int) -> float:
    return sum(point[axis] for point in points) / len(points)


def _east_and_south(centroid: str) -> Point:
    """Return a point such as ``POINT(4.28 52.07)`` on a flat map: nearer the pole a degree of longitude is shorter."""
    longitude, latitude = (float(part) for part in centroid[len("POINT(") : -1].split())
    return longitude * math.cos(math.radians(latitude)), -latitude


def _read(derived: Derived, collection: str, nodes: Sequence[str], groups: Sequence[str]) -> _Kept:
    values = derived.get(collection, [*nodes, *groups])
    points = {}
    for id_, value in zip(nodes, values, strict=False):
        if value is not None:
            x, y, group = value.decode().split(" ", 2)
            points[id_] = ((float(x), float(y)), group)
    centres = {}
    for name, value in zip(groups, values[len(nodes) :], strict=True):
        if value is not None:
            x, y = value.decode().split(" ")
            centres[name] = (float(x), float(y))
    return _Kept(points, centres)


def _written(kept: _Kept) -> dict[str, bytes]:
    points = {id_: f"{x} {y} {group}".encode() for id_, ((x, y), group) in kept.points.items()}
    return points | {name: f"{x} {y}".encode() for name, (x, y) in kept.centres.items()}
