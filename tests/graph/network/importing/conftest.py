"""Imports over a store of one's own, and ways to take a file as far as a test needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.network import Network
from graph.store.questions import Role, Viewer
from tests.cities import empty_network
from tests.graph.network.importing.taking import Taking


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Network]:
    """Give an empty city whose store is a file."""
    made = empty_network(tmp_path / "stad.sqlite", uploads=tmp_path / "uploads")
    yield made
    made.close()


@pytest.fixture
def taking(network: Network) -> Taking:
    """Give somebody of the staff who takes files in."""
    return Taking(network.imports, Viewer(Role.STAFF))


@pytest.fixture
def taking_in() -> Callable[[Network], Taking]:
    """Give a way to take files into any network."""
    return lambda network: Taking(network.imports, Viewer(Role.STAFF))
