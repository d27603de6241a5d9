"""Cities, clients and a real browser for tests of what is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import httpx
import pytest
from playwright.sync_api import Browser

from graph.network import Network
from graph.practice.write import write_city
from graph.store.questions import Role
from tests.cities import SEEDS, empty_network, loaded_network
from tests.viz.browsing import Visitor, chromium
from tests.viz.serving import Desk, asking, serving, sites_of


@pytest.fixture(scope="session")
def hague() -> Iterator[Network]:
    """Give the first city from its seeds; tests only read it."""
    network = loaded_network(SEEDS)
    yield network
    network.close()


@pytest.fixture(scope="session")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Network]:
    """Give a practice city; tests only read it."""
    folder = tmp_path_factory.mktemp("oefenstad")
    write_city(folder, initiatives=60, seed=1)
    network = loaded_network(folder)
    yield network
    network.close()


@pytest.fixture
def network() -> Iterator[Network]:
    """Give an empty city of one's own."""
    made = empty_network()
    yield made
    made.close()


@pytest.fixture
def desk() -> Iterator[Callable[..., Desk]]:
    """Give a way to look at a city: ``desk(network, role, lang)``; what it opens is closed."""
    desks: list[Desk] = []

    def look(*args: object, **more: object) -> Desk:
        desks.append(Desk.of(*args, **more))  # type: ignore[arg-type]  # passed on as they came
        return desks[-1]

    yield look
    for one in desks:
        one.view.close()


@pytest.fixture(scope="session")
def public(hague: Network, practice: Network) -> Iterator[httpx.Client]:
    """Give a visitor's client of both cities; tests only read."""
    with asking(sites_of(hague, practice)) as client:
        yield client


@pytest.fixture(scope="session")
def staff(hague: Network, practice: Network) -> Iterator[httpx.Client]:
    """Give a client of both cities for staff; tests only read."""
    with asking(sites_of(hague, practice), Role.STAFF) as client:
        yield client


# A browser for each module: a browser that stayed open would stand in the way of tests with an event loop.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Give a running Chromium."""
    with chromium() as running:
        yield running


@pytest.fixture(scope="session")
def address(hague: Network, practice: Network) -> Iterator[str]:
    """Give the address of both cities, as a facilitator sees them; tests only read."""
    with serving(sites_of(hague, practice), Role.FACILITATOR) as at:
        yield at


@pytest.fixture
def visitor(browser: Browser, address: str) -> Iterator[Visitor]:
    """Give somebody who opens pages; afterwards no page may have complained or asked another host."""
    made = Visitor(browser, address)
    yield made
    made.close()
    assert made.complaints == []
