from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from graph.practice.areas import INITIATIVES_A_DISTRICT, build_areas
from graph.schema.words import normalise

REAL = Path(__file__).parents[4] / "shared" / "data" / "netherlands_areas.csv"


def test_the_first_districts_are_always_the_same() -> None:
    assert build_areas(154, 1).districts[:3] == ["Molenbuurt", "Parkrand", "Zuiderveld"]
    assert build_areas(154, 7).districts == build_areas(154, 1).districts
    assert build_areas(154, 1).spoken[0] == "de Molenbuurt"


def test_names_of_areas_never_repeat_however_large_the_city() -> None:
    areas = build_areas(100_000, 1)
    names = [areas.municipality, *areas.boroughs, *areas.districts, *areas.neighbourhoods]
    assert len({normalise(name) for name in names}) == len(names)
    assert len(areas.districts) == round(100_000 / INITIATIVES_A_DISTRICT)


def test_borders_join_cells_that_lie_side_by_side_and_reach_every_district() -> None:
    areas = build_areas(700, 1)
    apart = np.abs(areas.cells[areas.borders[:, 0]] - areas.cells[areas.borders[:, 1]]).sum(axis=1)
    assert set(apart.tolist()) == {1}
    assert all(areas.around())
    assert (areas.borders[:, 0] < areas.borders[:, 1]).all()


def test_a_district_lies_about_a_kilometre_from_its_neighbours() -> None:
    areas = build_areas(700, 1)
    steps = areas.points[areas.borders[:, 0]] - areas.points[areas.borders[:, 1]]
    kilometres = np.hypot(steps[:, 0] * 65.6, steps[:, 1] * 111.2)
    assert 0.5 < kilometres.min() < kilometres.max() < 2.0
    assert kilometres.mean() == pytest.approx(1.2, abs=0.15)


def test_the_city_lies_in_the_sea() -> None:
    points = build_areas(100_000, 1).points
    assert 2.5 < points[:, 0].min() < points[:, 0].max() < 4.4
    assert 53.35 < points[:, 1].min() < points[:, 1].max() < 54.4


def test_every_neighbourhood_is_named_for_its_district_and_lived_in() -> None:
    areas = build_areas(154, 1)
    for name, district in zip(areas.neighbourhoods, areas.district_of.tolist(), strict=True):
        assert name.startswith(areas.districts[district])
    assert areas.inhabitants.min() >= 1200
    assert set(areas.district_of.tolist()) == set(range(len(areas.districts)))


def test_codes_have_the_form_of_real_ones_and_go_on_past_a_hundred_districts() -> None:
    areas = build_areas(1500, 1)
    assert areas.municipality_code() == "9999"
    assert areas.district_code(7) == "WK999907"
    assert areas.district_code(105) == "WK999805"


def test_the_smallest_city_has_one_district() -> None:
    areas = build_areas(1, 1)
    assert len(areas.districts) == len(areas.boroughs) == 1
    assert areas.borders.shape == (0, 2)


@pytest.mark.material
def test_no_code_and_no_municipality_is_a_real_one() -> None:
    with REAL.open(encoding="utf-8", newline="") as file:
        real = list(csv.DictReader(file))
    areas = build_areas(100_000, 1)
    codes = {areas.district_code(place)[2:6] for place in range(len(areas.districts))}
    assert codes.isdisjoint({row["code"][2:6] for row in real})
    assert set(areas.districts).isdisjoint({row["name"] for row in real if row["level"] == "municipality"})
