from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.ingest.pipeline import LoadOptions, files_to_load, load_file
from graph.practice.city import City
from graph.practice.draws import Draws
from graph.practice.flaws import Flaw, mistyped, spoil
from graph.practice.tables.table import Table
from graph.practice.truth import Truth
from graph.practice.write import TABLES, write_city
from graph.schema.words import normalise
from graph.store.sqlite import SqliteStore


@pytest.fixture(scope="module")
def spoiled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Truth]:
    folder = tmp_path_factory.mktemp("fouten")
    return folder, write_city(folder, initiatives=200, seed=3, flaws=0.1)


def tables(city: City) -> list[Table]:
    return [build(city) for build in TABLES]


def rows(folder: Path, name: str) -> list[list[str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.reader(lines, delimiter=";"))


def test_without_flaws_every_byte_stays_as_it_was(folder: Path, tmp_path: Path) -> None:
    truth = write_city(tmp_path, initiatives=154, seed=1, flaws=0.0)
    assert truth.flaws == [] and "flaws" not in truth.as_json()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == {
        path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()
    }


def test_each_flaw_stands_where_the_truth_says(spoiled: tuple[Path, Truth]) -> None:
    folder, truth = spoiled
    for flaw in truth.flaws:
        header, *lines = rows(folder, flaw.file)
        if flaw.repeats and not flaw.column:
            same = sum(a == b for a, b in zip(lines[flaw.row - 2], lines[flaw.repeats - 2], strict=True))
            assert same >= len(header) - 2  # each of the two may have one flaw
        else:
            assert lines[flaw.row - 2][header.index(flaw.column)] == flaw.written != flaw.meant


def test_there_are_as_many_flaws_as_asked_and_of_every_sort(spoiled: tuple[Path, Truth]) -> None:
    folder, truth = spoiled
    places = {(flaw.file, flaw.row) for flaw in truth.flaws}
    total = sum(len(rows(folder, name)) - 1 for name in {flaw.file for flaw in truth.flaws})
    assert 0.05 < len(places) / total < 0.12
    assert set(Counter(flaw.sort for flaw in truth.flaws)) == {"typing", "cut", "row", "date", "damage"}


def test_no_name_is_spoiled_into_that_of_another_thing(city: City) -> None:
    _, flaws = spoil(tables(city), 0.3, 1)
    whole = {normalise(cell) for table in tables(city) for row in table.rows for cell in row}
    meanings: dict[str, str] = {}
    for flaw in flaws:
        if flaw.kind:
            form = normalise(flaw.written)
            assert form not in whole or form == normalise(flaw.meant)
            assert meanings.setdefault(form, flaw.meant) == flaw.meant


def test_the_same_seed_makes_the_same_flaws_and_another_makes_others(city: City) -> None:
    first, again, other = (spoil(tables(city), 0.05, seed) for seed in (1, 1, 2))
    assert first == again
    assert first[1] != other[1]


def test_the_lists_of_areas_stay_as_they_are(city: City) -> None:
    after, _ = spoil(tables(city), 0.5, 1)
    assert [table for table in after if table.name[:2] in ("01", "02", "03")] == tables(city)[:3]


@pytest.mark.parametrize("rate", [-0.01, 0.51])
def test_a_rate_that_leaves_no_list_is_refused(city: City, rate: float) -> None:
    with pytest.raises(InputError, match="fout"):
        spoil(tables(city), rate, 1)


def test_one_typing_error_changes_one_word_a_little() -> None:
    draws = Draws(1, "test")
    wrong = {mistyped("Buurtkeuken De Pollepel", draws) for _ in range(50)}
    assert len(wrong) > 20
    assert all(name.split()[1] == "De" and abs(len(name) - 23) <= 1 for name in wrong)
    assert mistyped("De Eik", draws) == "De Eik"


def test_a_spoiled_city_still_loads_and_its_truth_is_json(spoiled: tuple[Path, Truth]) -> None:
    folder, truth = spoiled
    store = SqliteStore(None)
    reports = [load_file(store, file, LoadOptions(secret=b"test")) for file in files_to_load(folder)]
    store.close()
    assert len(reports) == 20
    written = json.loads((folder / "truth.json").read_text("utf-8"))
    assert [Flaw(**one) for one in written["flaws"]] == truth.flaws
