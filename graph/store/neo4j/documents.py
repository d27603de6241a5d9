"""The records and the derived part of a Neo4j store: nodes of their own, tied to nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import orjson

from graph.store.loads import Document
from graph.store.neo4j.driver import Server, Statements
from graph.store.neo4j.ordering import index_key, order_expressions, order_properties

VALUES_AT_ONCE = 1_000
"""Derived values that one transaction writes: thousands of vectors of a few kilobytes each are many megabytes."""


def place(collection: str, key: str) -> str:
    """Return what a document is found by."""
    return f"{collection}/{index_key(key)}"


def put_records(database: Statements, collection: str, documents: Mapping[str, Document]) -> None:
    """Keep documents by key; one that is there is replaced."""
    rows = [
        {"place": place(collection, key), "collection": collection, "key": key,
         "document": orjson.dumps(document).decode(), **order_properties("sort_key", key)}
        for key, document in documents.items()
    ]  # fmt: skip
    database.run("UNWIND $rows AS row MERGE (r:Record {place: row.place}) SET r = row", rows=rows)


class Neo4jRecords:
    """See `graph.store.base.Records`."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def put(self, collection: str, documents: Mapping[str, Document]) -> None:
        """Keep documents by key; one that is there is replaced."""
        self._server.write(lambda database: put_records(database, collection, documents))

    def get(self, collection: str, keys: Sequence[str]) -> list[Document | None]:
        """Return documents in the order asked."""
        query = "MATCH (r:Record) WHERE r.place IN $places RETURN r.key, r.document"
        places = [place(collection, key) for key in keys]
        found = dict(_ask(self._server, query, places=places))
        return [orjson.loads(found[key]) if key in found else None for key in keys]

    def list(self, collection: str, *, first: int = 100, after: str | None = None) -> list[tuple[str, Document]]:
        """Return keys and documents in order of key."""
        key, rest = order_expressions("r", "sort_key")
        begin = order_properties("sort_key", after or "")
        query = f"""MATCH (r:Record) WHERE r.collection = $collection AND r.sort_key >= $begin
                    AND (r.sort_key > $begin OR {rest} > $rest)
                    RETURN r.key, r.document ORDER BY {key}, {rest} LIMIT $first"""
        rows = _ask(self._server, query, collection=collection, begin=begin["sort_key"],
                    rest=begin.get("long_sort_key", ""), first=first)  # fmt: skip
        return [(key, orjson.loads(document)) for key, document in rows]

    def delete(self, collection: str, keys: Sequence[str]) -> None:
        """Drop documents; what is not there is no error."""
        query = "MATCH (r:Record) WHERE r.place IN $places DELETE r"
        self._server.write(lambda database: database.rows(query, places=[place(collection, key) for key in keys]))


class Neo4jDerived:
    """See `graph.store.base.Derived`."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def put(self, collection: str, values: Mapping[str, bytes]) -> None:
        """Keep values by key."""
        rows = [{"place": place(collection, key), "collection": collection, "key": key, "value": value}
                for key, value in values.items()]  # fmt: skip
        query = "UNWIND $rows AS row MERGE (d:Derived {place: row.place}) SET d = row"
        for start in range(0, len(rows), VALUES_AT_ONCE):
            self._server.write(partial(Statements.rows, statement=query, rows=rows[start : start + VALUES_AT_ONCE]))

    def get(self, collection: str, keys: Sequence[str]) -> list[bytes | None]:
        """Return values in the order asked."""
        query = "MATCH (d:Derived) WHERE d.place IN $places RETURN d.key, d.value"
        rows = _ask(self._server, query, places=[place(collection, key) for key in keys])
        found = {key: bytes(value) for key, value in rows}
        return [found.get(key) for key in keys]

    def clear(self, collection: str | None = None) -> None:
        """Drop a collection, or everything."""
        where = "" if collection is None else "WHERE d.collection = $collection"
        query = f"MATCH (d:Derived) {where} WITH d LIMIT {VALUES_AT_ONCE} DELETE d RETURN count(*)"
        while self._server.write(lambda database: database.rows(query, collection=collection))[0][0]:
            pass


def _ask(server: Server, query: str, **parameters: Any) -> list[list[Any]]:
    return server.read(lambda database: database.rows(query, **parameters))
