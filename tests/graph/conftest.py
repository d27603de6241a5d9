"""Two cities for tests that ask whole questions: the first city from its seeds, and a small practice city."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from graph.ingest.pipeline import LoadOptions, files_to_load, load_file
from graph.network import Network
from graph.practice.write import write_city
from graph.store.sqlite import SqliteStore

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def _loaded(folder: Path) -> Network:
    store = SqliteStore(None)
    for file in files_to_load(folder):
        load_file(store, file, LoadOptions(secret=b"test"))
    return Network(store, secret=b"test", today=lambda: date(2026, 1, 15))


@pytest.fixture(scope="session")
def den_haag() -> Iterator[Network]:
    """The first city, from its seeds. Tests read it; who decides something undoes it."""
    network = _loaded(SEEDS)
    yield network
    network.close()


@pytest.fixture(scope="session")
def oefenstad(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Network]:
    """A practice city of 154 initiatives. Tests read it; who decides something undoes it."""
    folder = tmp_path_factory.mktemp("oefenstad")
    write_city(folder, initiatives=154, seed=1)
    network = _loaded(folder)
    yield network
    network.close()
