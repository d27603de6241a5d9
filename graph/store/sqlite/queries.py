"""What every question to a SQLite store needs: the connection, the level, canonical ids."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from graph.claims import LoadFacts
from graph.schema.declaration import Level
from graph.store.loads import facts_of
from graph.store.questions import NodeFilter, Viewer
from graph.store.sqlite.errors import translated
from graph.store.sqlite.filters import FilterCompiler, array, audiences
from graph.store.sqlite.transaction import SqliteTransaction


class Queries:
    """A connection in one read transaction, with who looks.

    Parameters
    ----------
    connection
        In autocommit mode; the transaction begins here.
    viewer, as_of
        Who looks, and as of which day; the rows that the connection reaches are of that day.
    url
        What the store is called in errors.
    """

    def __init__(self, connection: sqlite3.Connection, viewer: Viewer, as_of: date | None, url: str) -> None:
        self.connection = connection
        self.viewer = viewer
        self.as_of = as_of
        self.level: Level = viewer.level
        self.audiences = audiences(viewer.level)
        self.compile = FilterCompiler(viewer.level)
        self._url = url
        self.rows("BEGIN")
        revisions = """SELECT coalesce(max(revision), 0), coalesce(max(revision) FILTER (WHERE structural), 0)
                       FROM "commit\""""
        self.revision: int
        self.structure_revision: int
        self.revision, self.structure_revision = self.rows(revisions)[0]

    def rows(self, query: str, *parameters: Any) -> list[tuple[Any, ...]]:
        """Return all rows of a query."""
        with translated(self._url):
            return self.connection.execute(query, parameters).fetchall()

    def facts(self) -> Mapping[int, LoadFacts]:
        """Return the facts of every load."""
        return {number: facts_of(load) for number, load in SqliteTransaction(self.connection).loads().items()}

    def canonical(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the canonical id of each id, whether it is there or not."""
        ids = list(ids)
        query = "SELECT id, canonical FROM thing WHERE canonical <> id AND id IN (SELECT value FROM json_each(?))"
        merged = dict(self.rows(query, array(ids)))
        return {id_: merged.get(id_, id_) for id_ in ids}

    def resolved(self, where: NodeFilter) -> NodeFilter:
        """Return a filter whose ids are canonical."""
        asked = where.mentioned()
        return where.translated(self.canonical(asked)) if asked else where
