"""Two cities for tests that ask whole questions: the first city from its seeds, and a small practice city."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.network import Network
from graph.practice.write import write_city
from tests.cities import SEEDS, loaded_network


@pytest.fixture(scope="session")
def den_haag() -> Iterator[Network]:
    """The first city, from its seeds. Tests read it; who decides something undoes it."""
    network = loaded_network(SEEDS)
    yield network
    network.close()


@pytest.fixture(scope="session")
def oefenstad(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Network]:
    """A practice city of 154 initiatives. Tests read it; who decides something undoes it."""
    folder = tmp_path_factory.mktemp("oefenstad")
    write_city(folder, initiatives=154, seed=1)
    network = loaded_network(folder)
    yield network
    network.close()
