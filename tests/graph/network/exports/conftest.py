"""A town whose names are hostile, and a small practice city."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.ingest.pipeline import LoadOptions, files_to_load, load_file
from graph.network import Network
from graph.practice.write import write_city
from graph.store.sqlite import SqliteStore
from tests.graph.network.exports.written import fill_hostile


@pytest.fixture(scope="session")
def small_city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Network]:
    """Give a practice city of a few initiatives, with people whom the public may not see by name."""
    folder = tmp_path_factory.mktemp("small")
    write_city(folder, initiatives=25, seed=2)
    store = SqliteStore(None)
    for file in files_to_load(folder):
        load_file(store, file, LoadOptions(secret=b"test"))
    yield Network(store, secret=b"test")
    store.close()


@pytest.fixture(scope="session")
def hostile() -> Iterator[Network]:
    """Give a town whose names are hostile; tests only read it."""
    network = fill_hostile(SqliteStore(None))
    yield network
    network.close()
