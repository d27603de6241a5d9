"""Areas as they lie in and beside each other, and where members are in a local plane."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from scipy import sparse

from graph.schema.wholes import with_wholes
from graph.store.answers import Snapshot

METRES_PER_DEGREE = 111_320.0
"""Length of one degree of latitude."""

_POINT = re.compile(r"POINT\((\S+) (\S+)\)")

THE_CITY = ""
"""Stands for the one city that all areas lie in where no town is known."""

TOWNS = ("municipality", "place")
"""Levels of areas that are towns."""


@dataclass(frozen=True)
class Places:
    """The areas of a snapshot.

    Parameters
    ----------
    ids
        In order of id.
    names, levels
        In that order; a level is None where unknown.
    wholes
        For each area the areas that it is part of, by id.
    adjacent
        For each area the areas that it borders on, by id.
    centroids
        Longitude and latitude by id, of those that have one.
    """

    ids: tuple[str, ...]
    names: Mapping[str, str]
    levels: Mapping[str, str | None]
    wholes: Mapping[str, tuple[str, ...]]
    adjacent: Mapping[str, frozenset[str]]
    centroids: Mapping[str, tuple[float, float]]

    @cached_property
    def _ancestors(self) -> dict[str, frozenset[str]]:
        return {id_: frozenset(with_wholes(id_, self.wholes)) for id_ in self.ids}

    def with_wholes(self, id_: str) -> frozenset[str]:
        """Return an area with all that it is part of."""
        return self._ancestors.get(id_, frozenset((id_,)))

    @cached_property
    def tells_towns(self) -> bool:
        """Whether any town is known."""
        return any(self.levels.get(one) in TOWNS for one in self.ids)

    def cities(self, id_: str) -> frozenset[str]:
        """Return the municipalities that an area lies in, or else the largest areas that it is known to be part of.

        Where no town is known at all, every area lies in `THE_CITY`: a city's own list of what there is in its
        neighbourhoods has no reason to name the city.
        """
        if not self.tells_towns:
            return frozenset((THE_CITY,))
        wholes = self.with_wholes(id_)
        municipalities = frozenset(one for one in wholes if self.levels.get(one) == "municipality")
        return municipalities or frozenset(one for one in wholes if not self.wholes.get(one))

    def districts(self, id_: str) -> frozenset[str]:
        """Return the districts that an area lies in or consists of; itself where it is larger or of no known level."""
        found = {one for one in self.with_wholes(id_) if self.levels.get(one) == "district"}
        if not found:
            found = {one for one in self.ids if self.levels.get(one) == "district" and id_ in self.wholes.get(one, ())}
        is_wide = self.levels.get(id_) in ("municipality", "borough")
        return frozenset((id_,)) if is_wide or not found else frozenset(found)

    def distance(self, one: str, other: str) -> float | None:
        """Return the metres between the middles of two areas, None where one has no known middle."""
        if one not in self.centroids or other not in self.centroids:
            return None
        plane = to_plane(np.array([self.centroids[one], self.centroids[other]]))
        return float(np.hypot(*(plane[0] - plane[1])))


def read_places(snapshot: Snapshot) -> Places:
    """Return the areas of a snapshot."""
    nodes, edges = snapshot.nodes, snapshot.relationships
    numbers = [number for number, kind in enumerate(nodes.kinds) if kind == "Area"]
    wholes: dict[str, list[str]] = {}
    adjacent: dict[str, set[str]] = {}
    for type_, start, end in zip(edges.types, edges.starts, edges.ends, strict=True):
        one, other = nodes.ids[start], nodes.ids[end]
        if type_ == "PART_OF" and nodes.kinds[start] == "Area":
            wholes.setdefault(one, []).append(other)
        elif type_ == "ADJACENT_TO":
            adjacent.setdefault(one, set()).add(other)
            adjacent.setdefault(other, set()).add(one)
    points = {nodes.ids[number]: _POINT.fullmatch(str(nodes.values["centroid"][number])) for number in numbers}
    return Places(
        tuple(nodes.ids[number] for number in numbers),
        {nodes.ids[number]: nodes.names[number] for number in numbers},
        {nodes.ids[number]: nodes.values["level"][number] for number in numbers},
        {one: tuple(sorted(others)) for one, others in wholes.items()},
        {one: frozenset(others) for one, others in adjacent.items()},
        {id_: (float(point[1]), float(point[2])) for id_, point in points.items() if point},
    )


def coordinates_of(areas: tuple[str, ...], matrix: sparse.csr_array, places: Places) -> npt.NDArray[np.float64]:
    """Return where members are: the mean of the middles of their areas.

    Parameters
    ----------
    areas
        Ids of the k columns.
    matrix
        (n, k) which member is active in which area.
    places
        The areas.

    Returns
    -------
    (n, 2) metres in a local plane, NaN where nothing is known.
    """
    known = np.array([area in places.centroids for area in areas], dtype=bool)
    degrees = np.array([places.centroids.get(area, (0.0, 0.0)) for area in areas], dtype=float).reshape(-1, 2)
    members = matrix[:, known] if len(areas) else sparse.csr_array((matrix.shape[0], 0))
    count = np.asarray(members.sum(axis=1)).reshape(-1)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = (members @ degrees[known]) / count[:, None]
    return to_plane(mean)


def to_plane(degrees: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return longitudes and latitudes as metres in a plane that fits a country: NaN stays NaN.

    Parameters
    ----------
    degrees
        (n, 2) longitude and latitude, WGS84.
    """
    latitudes = degrees[:, 1][~np.isnan(degrees[:, 1])]
    middle = float(latitudes.mean()) if len(latitudes) else 0.0
    metres: npt.NDArray[np.float64] = degrees * METRES_PER_DEGREE * np.array([np.cos(np.radians(middle)), 1.0])
    return metres
