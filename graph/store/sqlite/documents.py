"""The records and the derived part of a SQLite store."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager

import orjson

from graph.store.loads import Document
from graph.store.sqlite.filters import array

Connect = Callable[[], AbstractContextManager[sqlite3.Connection]]


class SqliteRecords:
    """See `graph.store.base.Records`."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect

    def put(self, collection: str, documents: Mapping[str, Document]) -> None:
        """Keep documents by key; one that is there is replaced."""
        rows = [(collection, key, orjson.dumps(document).decode()) for key, document in documents.items()]
        with self._connect() as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany("INSERT OR REPLACE INTO record VALUES (?, ?, ?)", rows)
            connection.execute("COMMIT")

    def get(self, collection: str, keys: Sequence[str]) -> list[Document | None]:
        """Return documents in the order asked."""
        query = "SELECT key, document FROM record WHERE collection = ? AND key IN (SELECT value FROM json_each(?))"
        with self._connect() as connection:
            found = dict(connection.execute(query, (collection, array(keys))).fetchall())
        return [orjson.loads(found[key]) if key in found else None for key in keys]

    def list(self, collection: str, *, first: int = 100, after: str | None = None) -> list[tuple[str, Document]]:
        """Return keys and documents in order of key."""
        query = "SELECT key, document FROM record WHERE collection = ? AND key > ? ORDER BY key LIMIT ?"
        with self._connect() as connection:
            rows = connection.execute(query, (collection, after or "", first)).fetchall()
        return [(key, orjson.loads(document)) for key, document in rows]

    def delete(self, collection: str, keys: Sequence[str]) -> None:
        """Drop documents; what is not there is no error."""
        query = "DELETE FROM record WHERE collection = ? AND key IN (SELECT value FROM json_each(?))"
        with self._connect() as connection:
            connection.execute(query, (collection, array(keys)))


class SqliteDerived:
    """See `graph.store.base.Derived`."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect

    def put(self, collection: str, values: Mapping[str, bytes]) -> None:
        """Keep values by key."""
        rows = [(collection, key, value) for key, value in values.items()]
        with self._connect() as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany("INSERT OR REPLACE INTO derived VALUES (?, ?, ?)", rows)
            connection.execute("COMMIT")

    def get(self, collection: str, keys: Sequence[str]) -> list[bytes | None]:
        """Return values in the order asked."""
        query = "SELECT key, value FROM derived WHERE collection = ? AND key IN (SELECT value FROM json_each(?))"
        with self._connect() as connection:
            found = dict(connection.execute(query, (collection, array(keys))).fetchall())
        return [found.get(key) for key in keys]

    def clear(self, collection: str | None = None) -> None:
        """Drop a collection, or everything."""
        with self._connect() as connection:
            connection.execute("DELETE FROM derived WHERE ?1 IS NULL OR collection = ?1", (collection,))
