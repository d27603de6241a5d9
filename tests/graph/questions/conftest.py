"""Gives the tests of the questions a small town."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.network import Network
from tests.graph.questions.town import town_network


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Network]:
    """Give the small town. Tests read it."""
    network = town_network(tmp_path_factory.mktemp("town"))
    yield network
    network.close()
