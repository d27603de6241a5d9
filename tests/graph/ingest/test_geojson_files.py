"""Features of GeoJSON are rows with a middle and a boundary."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.errors import FileError
from graph.ingest.proposing.proposal import propose
from graph.ingest.proposing.writing import proposal_yaml
from graph.ingest.tables import open_table
from tests.graph.ingest.desk import Desk, sentences

SQUARE = [[4.0, 52.0], [4.2, 52.0], [4.2, 52.1], [4.0, 52.1], [4.0, 52.0]]


def collection(*features: tuple[dict[str, Any] | None, dict[str, Any] | None]) -> str:
    made = [{"type": "Feature", "properties": properties, "geometry": geometry} for properties, geometry in features]
    return json.dumps({"type": "FeatureCollection", "name": "x", "features": made})


def cells(path: Path, content: str) -> list[dict[str, Any]]:
    path.write_text(content, "utf-8")
    with open_table(path) as table:
        return [row.cells for row in table.rows]


def test_a_feature_is_a_row_of_its_properties_and_its_middle(tmp_path: Path) -> None:
    content = collection(
        ({"naam": "Plek", "n": 1}, {"type": "Point", "coordinates": [4.3, 52.1]}),
        ({"naam": "Vlak"}, {"type": "Polygon", "coordinates": [SQUARE]}),
        ({"naam": "Lijn"}, {"type": "LineString", "coordinates": [[4.0, 52.0], [4.2, 52.2]]}),
        ({"naam": "Nergens"}, None),
    )
    point, area, line, nowhere = cells(tmp_path / "x.geojson", content)
    assert point == {"naam": "Plek", "n": 1, "centroid": "POINT(4.300000 52.100000)"}
    assert (area["centroid"], line["centroid"]) == ("POINT(4.100000 52.050000)", "POINT(4.100000 52.100000)")
    assert json.loads(area["boundary"]) == {"type": "Polygon", "coordinates": [SQUARE]}
    assert nowhere == {"naam": "Nergens"}


def test_the_middle_is_that_of_the_largest_part(tmp_path: Path) -> None:
    island = [[[5.0, 53.0], [5.001, 53.0], [5.001, 53.001], [5.0, 53.0]]]
    shape = {"type": "MultiPolygon", "coordinates": [island, [SQUARE]]}
    assert cells(tmp_path / "x.json", collection(({"naam": "A"}, shape)))[0]["centroid"] == "POINT(4.100000 52.050000)"


def test_a_map_of_areas_can_be_loaded_as_proposed(desk: Desk) -> None:
    features = [({"buurtnaam": f"Buurt {n}", "buurtcode": f"BU0518000{n}", "inwoners": 100 + n},
                 {"type": "Polygon", "coordinates": [SQUARE]}) for n in range(3)]  # fmt: skip
    path = desk.file("buurten.geojson", collection(*features))
    desk.file("buurten.mapping.yaml", proposal_yaml(propose(path)))
    report = desk.load(path.name)
    assert (sentences(report), report.used) == ("", 3)
    area = desk.node("Buurt 1")
    assert [area.value(name) for name in ("level", "cbs_code", "population", "centroid")] == [
        "neighbourhood", "BU05180001", "101 inhabitant", "POINT(4.100000 52.050000)"]  # fmt: skip


@pytest.mark.parametrize(
    "geometry", [{"type": "Point"}, {"type": "Point", "coordinates": ["a", None]}, {"coordinates": [[]]}]
)
def test_a_shape_that_is_none_leaves_the_rest(tmp_path: Path, geometry: dict[str, Any]) -> None:
    assert cells(tmp_path / "x.geojson", collection(({"naam": "A"}, geometry))) == [{"naam": "A"}]


def test_features_without_properties_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="geen eigenschappen"):
        cells(tmp_path / "x.geojson", collection((None, {"type": "Point", "coordinates": [4.3, 52.1]})))
