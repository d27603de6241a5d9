"""A small city that tests of the map fill themselves, and ways to look at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest

from graph.network import Network
from graph.store.questions import Role, Viewer
from graph.store.sqlite import SqliteStore
from tests.contracts.build import City
from tests.viz.explorer.looking import Looking


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Network]:
    """Give an empty city on a disk, so that one may look while another writes."""
    store = SqliteStore(tmp_path / "stad.sqlite", create=True)
    made = Network(store, secret=b"test", today=lambda: date(2026, 1, 15))
    yield made
    made.close()


@pytest.fixture
def city(network: Network) -> City:
    """Give an empty city to say things of."""
    return City(network.store)


@pytest.fixture
def look(network: Network) -> Iterator[Callable[..., Looking]]:
    """Give a way to look at that city on the map: ``look(role)``."""
    with ExitStack() as opened:

        def looking(role: Role = Role.PUBLIC) -> Looking:
            return Looking(network, opened.enter_context(network.view(Viewer(role))))

        yield looking
