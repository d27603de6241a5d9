"""Reads GeoJSON as a table: a row for each feature, of its properties, its middle and its boundary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

import orjson

from graph.errors import FileError
from graph.ingest.cells import Cell
from graph.ingest.json_files import flattened, iter_objects
from graph.ingest.json_survey import Survey
from graph.ingest.rows import Progress, Row, Table

MIDDLE, BOUNDARY = "centroid", "boundary"
"""Headers of the middle of a feature, and of its boundary where it is an area."""

_FEATURES = ("features",)
_PROPERTIES = "properties."
_OUTLINES = {"Polygon": 1, "MultiPolygon": 2}

Position = tuple[float, float]


def is_geojson(found: Survey) -> bool:
    """Whether a JSON file is a collection of features."""
    return found.words.get("type") == "FeatureCollection" and _FEATURES in found.parts


@contextmanager
def geojson_table(path: Path, found: Survey, progress: Progress) -> Iterator[Table]:
    """Open a GeoJSON file as a table.

    Parameters
    ----------
    path
        The file.
    found
        What it holds.
    progress
        Told how far the reading is.

    Raises
    ------
    FileError
        Its features have no properties.
    """
    columns = [one for one in found.parts[_FEATURES].columns if one.startswith(_PROPERTIES)]
    headers = tuple(one.removeprefix(_PROPERTIES) for one in columns)
    if not headers:
        raise FileError(
            f"{path.name}: de vlakken of punten hebben geen eigenschappen, ook geen naam.",
            f"{path.name}: the features have no properties, not even a name.",
        )
    with closing(iter_objects(path, _FEATURES, progress)) as features:
        yield Table((*(one for one in headers if one not in (MIDDLE, BOUNDARY)), MIDDLE, BOUNDARY), _rows(features))


def _rows(features: Iterator[Any]) -> Iterator[Row]:
    for number, feature in enumerate(features, 1):
        given = feature if isinstance(feature, dict) else {}
        properties = given.get("properties")
        cells: dict[str, Cell] = flattened(properties) if isinstance(properties, dict) else {}
        cells.pop("", None)
        geometry = given.get("geometry")
        if isinstance(geometry, dict):
            cells |= _shape(geometry)
        if cells:
            yield Row(number, cells)


def _shape(geometry: dict[str, Any]) -> dict[str, Cell]:
    """Return the middle of a geometry, and its boundary where it is an area; nothing where it is none that we know."""
    try:
        middle = _middle(_rings(geometry.get("coordinates")))
    except (TypeError, ValueError, ArithmeticError, LookupError):
        return {}
    cells: dict[str, Cell] = {MIDDLE: f"POINT({middle[0]:.6f} {middle[1]:.6f})"}
    if geometry.get("type") in _OUTLINES:
        shape = {"type": geometry["type"], "coordinates": geometry["coordinates"]}
        cells[BOUNDARY] = orjson.dumps(shape, default=float).decode()
    return cells


def _rings(coordinates: Any) -> list[list[Position]]:
    """Return the lines of positions in coordinates of any depth; a point is a line of one."""
    if not isinstance(coordinates, list) or not coordinates:
        raise ValueError("no coordinates")
    if not isinstance(coordinates[0], list):
        return [[(float(coordinates[0]), float(coordinates[1]))]]
    if not isinstance(coordinates[0][0], list):
        return [[(float(one[0]), float(one[1])) for one in coordinates]]
    return [ring for one in coordinates for ring in _rings(one)]


def _middle(rings: Sequence[Sequence[Position]]) -> Position:
    """Return the centre of gravity of the largest ring; of a line or point the mean of its positions."""
    ring = max(rings, key=lambda one: abs(_area(one)))
    area = _area(ring)
    if abs(area) < 1e-12:  # a point or a line
        return sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)
    first = ring[0]  # measured from there: far from nought, differences of large products lose their digits
    moved = [(x - first[0], y - first[1]) for x, y in ring]
    terms = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in pairwise(moved)]
    x = sum((a[0] + b[0]) * cross for a, b, cross in terms) / (6 * area)
    y = sum((a[1] + b[1]) * cross for a, b, cross in terms) / (6 * area)
    return first[0] + x, first[1] + y


def _area(ring: Sequence[Position]) -> float:
    first = ring[0]
    moved = [(x - first[0], y - first[1]) for x, y in ring]
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(moved)) / 2
