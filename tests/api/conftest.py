"""A small town in a store, ways to ask it, and a real server for what only HTTP shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from api.limits import ApiLimits
from graph.network import Network
from graph.practice.write import write_city
from graph.store.questions import Role
from tests.api.towns import Asker, Server, fill_town
from tests.cities import SEEDS, empty_network, loaded_network


@pytest.fixture
def network() -> Iterator[Network]:
    """Give an empty town of one's own."""
    made = empty_network()
    yield made
    made.close()


@pytest.fixture(scope="session")
def town() -> Iterator[Asker]:
    """Give a small town to ask; tests only read it. As staff, who see everything."""
    made = empty_network()
    fill_town(made)
    asker = Asker(made, Role.STAFF)
    yield asker
    asker.close()
    made.close()


@pytest.fixture
def asked() -> Iterator[Callable[..., Asker]]:
    """Give a way to ask any network as any role, within any limits."""
    askers: list[Asker] = []

    def make(network: Network, role: Role = Role.STAFF, limits: ApiLimits | None = None) -> Asker:
        askers.append(Asker(network, role, limits or ApiLimits()))
        return askers[-1]

    yield make
    for asker in askers:
        asker.close()


@pytest.fixture(scope="session")
def server(town: Asker) -> Iterator[Server]:
    """Give the small town as it is served, over real HTTP; tests only read it."""
    with Server.of(town.network, role=Role.STAFF) as running:
        yield running


@pytest.fixture(scope="session")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asker]:
    """Give a practice city with advice, asked as a facilitator; who judges uses `judging`."""
    folder = tmp_path_factory.mktemp("practice")
    write_city(folder, initiatives=60, seed=1)
    made = loaded_network(folder)
    asker = Asker(made, Role.FACILITATOR)
    yield asker
    asker.close()
    made.close()


@pytest.fixture(scope="session")
def den_haag() -> Iterator[Asker]:
    """Give the first city from its seeds, asked as the public."""
    made = loaded_network(SEEDS)
    asker = Asker(made, Role.PUBLIC)
    yield asker
    asker.close()
    made.close()
