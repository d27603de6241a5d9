"""Questions about what stands behind values: statements, history, changes."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Any

import orjson

from graph.changes import Commit
from graph.consolidation import Consolidator
from graph.schema.declaration import Level
from graph.store.answers import Change, Changes, Page, Statement
from graph.store.checking import checked_first
from graph.store.codec import decode_book
from graph.store.committed import as_seen, read_commit, told_as_removed
from graph.store.sqlite.filters import array, is_storable
from graph.store.sqlite.nodes import NodeQueries
from graph.store.sqlite.relationships import RelationshipQueries
from graph.store.sqlite.transaction import SqliteTransaction
from graph.store.statements import page_of_source, statements_of

_MEMBERS = "SELECT id FROM thing WHERE canonical = ?1 AND canonical <> id"


class ClaimQueries(NodeQueries, RelationshipQueries):
    """See `graph.store.base.View`."""

    def statements(self, things: Sequence[str]) -> dict[str, list[Statement]]:
        """Return the live claims about nodes or relationships, per property the one that counts first."""
        canonical = self.canonical(things)
        ids = list(dict.fromkeys(canonical.values()))
        readings = {node.id: node.reading for node in self.nodes(ids) if node is not None}
        readings |= {one.id: one.reading for one in self.relationships_by_id(ids) if one is not None}
        query = """SELECT canonical, id, book FROM thing WHERE id IN (SELECT value FROM json_each(?1))
                   UNION ALL SELECT canonical, id, book FROM thing
                   WHERE canonical <> id AND canonical IN (SELECT value FROM json_each(?1))"""
        books: dict[str, list[Any]] = {}
        for to, id_, book in self.rows(query, array(readings)):
            books.setdefault(to, []).append(decode_book(id_, book))
        consolidator = Consolidator(self.facts(), self.as_of)
        found = {to: statements_of(books.get(to, []), reading, consolidator, self.level)
                 for to, reading in readings.items()}  # fmt: skip
        return {id_: found.get(to, []) for id_, to in canonical.items()}

    def statements_of_source(self, source: str, *, first: int = 100, after: str | None = None) -> Page[Statement]:
        """Return what a source says, in order of thing; a page ends at the end of a thing."""
        transaction = SqliteTransaction(self.connection)
        sources = self._members(source)
        loads = [load.number for load in transaction.loads().values() if load.order.source in sources]
        things = sorted({id_ for number in loads for id_ in transaction.things_of(number)})
        things = [id_ for id_ in things if after is None or id_ > after]
        return page_of_source(things, sources, self.statements, first=checked_first(first))

    def history(self, thing: str) -> list[Commit]:
        """Return the commits that touched a thing, newest first, with what this viewer may see of them."""
        members = self._members(thing)
        rows = self.rows("SELECT history FROM thing WHERE id IN (SELECT value FROM json_each(?))", array(members))
        revisions = {revision for (history,) in rows for revision in orjson.loads(history)}
        shown = {one.claim for one in self.statements([thing])[thing]} if self.level is Level.PUBLIC else None
        return as_seen(map(read_commit, SqliteTransaction(self.connection).commits(revisions)), thing, members, shown)

    def changes_since(self, revision: int, *, most: int = 10_000) -> Changes:
        """Return what changed after a revision, in order of id."""
        if not 0 <= revision <= self.revision:
            return Changes(self.revision, resync=True)
        public = self.level is Level.PUBLIC
        column_ = "public_revision" if public else "revision"
        changed = set()
        for table, seen in (("node", "1"), ("relationship", self._ends_seen())):
            query = f"SELECT id FROM {table} AS r WHERE audience IN {self.audiences} AND {column_} > ? AND {seen}"
            changed |= {id_ for (id_,) in self.rows(query, revision)}
        removed: set[str] = set()
        for (delta,) in self.rows('SELECT delta FROM "commit" WHERE revision > ?', revision):
            removed.update(orjson.loads(zlib.decompress(delta))["vanished_public" if public else "vanished"])
        removed = told_as_removed(removed, self._visible)
        items = sorted(
            [Change(id_, False) for id_ in changed] + [Change(id_, True) for id_ in removed], key=lambda one: one.id
        )
        return Changes(self.revision, tuple(items)) if len(items) <= most else Changes(self.revision, resync=True)

    def _members(self, id_: str) -> set[str]:
        """Return every id that is one thing with an id, itself and the canonical one included."""
        canonical = self.canonical([id_])[id_]
        merged = self.rows(_MEMBERS, canonical) if is_storable(canonical) else []
        return {canonical, *(row[0] for row in merged)}

    def _visible(self, ids: Sequence[str]) -> set[str]:
        query = f"""SELECT id FROM node
                    WHERE audience IN {self.audiences} AND id IN (SELECT value FROM json_each(?1))
                    UNION SELECT id FROM relationship AS r WHERE audience IN {self.audiences}
                    AND id IN (SELECT value FROM json_each(?1)) AND {self._ends_seen()}"""
        return {id_ for (id_,) in self.rows(query, array(ids))}

    def _ends_seen(self) -> str:
        """Return the condition that the level may know both ends of a row ``r`` of ``relationship``."""
        return " AND ".join(f"EXISTS (SELECT 1 FROM node AS n WHERE n.id = r.{end} AND n.audience IN {self.audiences})"
                            for end in ('"start"', '"end"'))  # fmt: skip
