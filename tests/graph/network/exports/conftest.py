"""A town whose names are hostile."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.network import Network
from graph.store.sqlite import SqliteStore
from tests.graph.network.exports.written import fill_hostile


@pytest.fixture(scope="session")
def hostile() -> Iterator[Network]:
    """Give a town whose names are hostile; tests only read it."""
    network = fill_hostile(SqliteStore(None))
    yield network
    network.close()
