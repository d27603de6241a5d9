"""The stores that the contract is asked of.

Every test in this folder runs on each store that `store` names. A new adapter keeps the contract when its name stands
there and nothing fails.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from graph.store.base import Store
from graph.store.neo4j import Neo4jStore
from graph.store.neo4j_server import Neo4jAccess
from graph.store.sqlite import SqliteStore
from tests.contracts.build import City


@dataclass
class Stores:
    """Stores of one engine, each empty at first, all closed at the end of the test.

    Parameters
    ----------
    name
        Of the engine.
    make
        Empties a place and opens a store there; the number says which place, where an engine has several.
    open_again
        Opens the store that was made last once more, as another process would; ``wait_seconds`` may be given.
    told
        What another process must be told to open it: `killed_writer.py` takes it.
    """

    name: str
    make: Callable[[int], Store]
    again: Callable[..., Store]
    told: Callable[[], dict[str, Any]]
    closing: ExitStack = field(default_factory=ExitStack)
    made: int = 0

    def fresh(self) -> Store:
        """Return an empty store. Where an engine has one place only, what was made before is gone."""
        self.made += 1
        store = self.make(self.made)
        self.closing.callback(store.close)
        return store

    def open_again(self, **settings: Any) -> Store:
        """Open the store that was made last once more."""
        store = self.again(**settings)
        self.closing.callback(store.close)
        return store


def _sqlite(folder: Path) -> Stores:
    def last() -> Path:
        return max(folder.glob("*.sqlite"), key=lambda path: int(path.stem))

    return Stores(
        "sqlite",
        lambda number: SqliteStore(folder / f"{number}.sqlite", create=True),
        lambda **settings: SqliteStore(last(), **settings),
        lambda: {"path": str(last())},
    )


def _neo4j(request: pytest.FixtureRequest) -> Stores:
    access: Neo4jAccess = request.getfixturevalue("empty_neo4j")
    driver = request.getfixturevalue("neo4j_driver")

    def open_store(**settings: Any) -> Store:
        store: Store = Neo4jStore(access.uri, user=access.user, password=access.password, **settings)
        return store

    def make(_number: int) -> Store:
        with driver.session(database="neo4j") as session:
            session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS").consume()
        return open_store()

    return Stores(
        "neo4j", make, open_store, lambda: {"uri": access.uri, "user": access.user, "password": access.password}
    )


@pytest.fixture(params=["sqlite", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def stores(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stores]:
    """Give stores of each engine on demand."""
    found = _sqlite(tmp_path) if request.param == "sqlite" else _neo4j(request)
    with found.closing:
        yield found


@pytest.fixture
def store(stores: Stores) -> Store:
    """Give an empty store of each engine."""
    return stores.fresh()


@pytest.fixture
def city(store: Store) -> City:
    """Give an empty store of each engine, with a quick way in and out."""
    return City(store)
