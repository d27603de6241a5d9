"""Fixtures of the tests that look at a Neo4j store from outside: the database emptied, opened, and asked directly."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from graph.store.neo4j_server import Neo4jAccess

if TYPE_CHECKING:
    from neo4j import Driver

    from graph.store.neo4j import Neo4jStore

Ask = Callable[..., list[list[Any]]]
"""Takes Cypher and parameters, returns the values of each row."""


@pytest.fixture
def ask_neo4j(neo4j_driver: Driver) -> Ask:
    """Give a way to ask the session's database itself."""

    def run(query: str, **parameters: Any) -> list[list[Any]]:
        records = neo4j_driver.execute_query(query, parameters, database_="neo4j").records
        return [record.values() for record in records]

    return run


@pytest.fixture
def open_neo4j(empty_neo4j: Neo4jAccess) -> Iterator[Callable[..., Neo4jStore]]:
    """Give a way to open the session's database, emptied before; all stores are closed at the end."""
    from graph.store.neo4j import Neo4jStore

    stores: list[Neo4jStore] = []

    def run(uri: str = empty_neo4j.uri, **settings: Any) -> Neo4jStore:
        account = {"user": empty_neo4j.user, "password": empty_neo4j.password}
        stores.append(Neo4jStore(uri, **{**account, **settings}))
        return stores[-1]

    yield run
    for store in stores:
        store.close()
