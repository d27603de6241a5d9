from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.practice.city import City, build_city
from graph.practice.truth import Truth
from graph.practice.write import write_city

Rows = list[dict[str, str]]


@pytest.fixture(scope="session")
def city() -> City:
    return build_city(154, 1)


@pytest.fixture(scope="session")
def big_city() -> City:
    return build_city(3000, 2)


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Truth]:
    folder = tmp_path_factory.mktemp("oefenstad")
    return folder, write_city(folder)


@pytest.fixture(scope="session")
def folder(written: tuple[Path, Truth]) -> Path:
    return written[0]


@pytest.fixture(scope="session")
def truth(written: tuple[Path, Truth]) -> Truth:
    return written[1]


@pytest.fixture(scope="session")
def rows(folder: Path) -> Callable[[str], Rows]:
    def read(start: str) -> Rows:
        (path,) = folder.glob(f"{start}*.csv")
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file, delimiter=";"))

    return read
