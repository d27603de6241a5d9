"""What one viewer reads from a SQLite store, within one read transaction: a snapshot that no writer moves."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from types import TracebackType
from typing import Any, Self

import orjson

from graph.errors import StoreError
from graph.store.answers import NodeColumns, RelationshipColumns, Snapshot
from graph.store.computing import Engine
from graph.store.questions import Viewer
from graph.store.sqlite.claims import ClaimQueries
from graph.store.sqlite.filters import array


class SqliteView(ClaimQueries):
    """See `graph.store.base.View`, whose promises this keeps.

    Parameters
    ----------
    connection
        Of this view alone, until it is closed.
    viewer, as_of
        Who looks, and as of which day.
    release
        Takes the connection back.
    url
        What the store is called in errors.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        viewer: Viewer,
        as_of: date | None,
        *,
        release: Callable[[], None],
        url: str,
    ) -> None:
        super().__init__(connection, viewer, as_of, url)
        self._release = release

    def close(self) -> None:
        """Give the connection back."""
        release, self._release = self._release, lambda: None
        release()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def engine(self) -> Engine:
        """Say that a file does not compute."""
        raise StoreError(
            "Rekenen in de opslag kan alleen in een Neo4j met Graph Data Science (‘make neo4j GDS=1’, en "
            "‘--store bolt://…’). Laat ‘--engine gds’ weg: dan rekent Wijkweb zelf.",
            "Only a Neo4j with Graph Data Science computes in the store (‘make neo4j GDS=1’, and "
            "‘--store bolt://…’). Leave out ‘--engine gds’: Wijkweb then computes by itself.",
        )

    def snapshot(
        self,
        *,
        kinds: Iterable[str] | None = None,
        properties: Iterable[str] = (),
        types: Iterable[str] | None = None,
        relationship_properties: Iterable[str] = (),
    ) -> Snapshot:
        """Return nodes of some kinds and the relationships of some types among them, in columns; None for all."""
        wanted, wanted_of_ties = tuple(properties), tuple(relationship_properties)
        of_kinds = "1" if kinds is None else "n.kind IN (SELECT value FROM json_each(?))"
        query = f"""SELECT n.id, n.kind, n.name, n.reading FROM node AS n
                    WHERE n.audience IN {self.audiences} AND {of_kinds} ORDER BY n.id"""
        rows = self.rows(query, *([] if kinds is None else [array(kinds)]))
        ids, names_of_kinds, names = _columns(rows, 3)
        nodes = NodeColumns(ids, names_of_kinds, names, _values([row[3] for row in rows], wanted))
        position = {id_: number for number, id_ in enumerate(nodes.ids)}
        of_types = "1" if types is None else "r.type IN (SELECT value FROM json_each(?))"
        query = f"""SELECT r.id, r.type, r."start", r."end", r.reading FROM relationship AS r
                    WHERE r.denied = 0 AND r.audience IN {self.audiences} AND {of_types} ORDER BY r.id"""
        ties = [row for row in self.rows(query, *([] if types is None else [array(types)]))
                if row[2] in position and row[3] in position]  # fmt: skip
        tie_ids, tie_types, starts, ends = _columns(ties, 4)
        relationships = RelationshipColumns(
            tie_ids,
            tie_types,
            [position[id_] for id_ in starts],
            [position[id_] for id_ in ends],
            _values([row[4] for row in ties], wanted_of_ties),
        )
        return Snapshot(self.revision, self.structure_revision, nodes, relationships)


def _columns(rows: Sequence[Sequence[Any]], number: int) -> list[list[Any]]:
    return [[row[column_] for row in rows] for column_ in range(number)]


def _values(readings: Sequence[str], wanted: Sequence[str]) -> dict[str, list[Any]]:
    if not wanted:
        return {}
    values = [orjson.loads(reading)["v"] for reading in readings]
    return {
        name: [tuple(one) if isinstance(one := value.get(name), list) else one for value in values] for name in wanted
    }
