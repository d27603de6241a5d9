"""Gives the tests of loading a desk to work at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.graph.ingest.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Give a folder to write files in, with a store in memory."""
    made = Desk(tmp_path)
    yield made
    made.store.close()
