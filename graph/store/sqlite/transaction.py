"""One writing transaction in SQLite: answers what planning asks, and writes what planning decides."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import orjson

from graph.changes import Tie
from graph.store.codec import decode_book, decode_reading, decode_tie, encode_book, encode_reading, encode_tie
from graph.store.columns import Column, node_column_types, relationship_column_types
from graph.store.committed import commit_document
from graph.store.engine import StoredReading, WritePlan
from graph.store.loads import Document, Load, decode_load, encode_load
from graph.store.rows import Audience, NodeRow, Readings, RelationshipRow, Thing, both_readings


class SqliteTransaction:
    """See `graph.store.committing.Transaction`, whose promises this keeps."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    # ------------------------------------------------------------------------------------------------ asking

    def things(self, ids: Iterable[str], ties: Mapping[str, Tie] | None = None) -> dict[str, Thing]:
        """Return the things that are stored, by id; one table holds all, so ``ties`` makes no difference."""
        return {thing.id: thing for thing in self._things("id IN (SELECT value FROM json_each(?))", ids)}

    def members(self, canonical: Iterable[str]) -> dict[str, list[Thing]]:
        """Return the things merged into these canonical ids."""
        members: dict[str, list[Thing]] = {}
        for thing in self._things("canonical <> id AND canonical IN (SELECT value FROM json_each(?))", canonical):
            members.setdefault(thing.canonical, []).append(thing)
        return members

    def _things(self, where: str, ids: Iterable[str]) -> list[Thing]:
        rows = self._connection.execute(
            f"SELECT id, canonical, tie, book, history FROM thing WHERE {where}", (_array(ids),)
        )
        return [read_thing(row) for row in rows]

    def canonical(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the canonical ids of those nodes that are merged into another."""
        query = "SELECT id, canonical FROM thing WHERE canonical <> id AND id IN (SELECT value FROM json_each(?))"
        return dict(self._connection.execute(query, (_array(ids),)).fetchall())

    def readings(self, canonical: Iterable[str]) -> dict[str, StoredReading]:
        """Return what canonical ids of nodes and relationships read now."""
        ids = _array(canonical)
        found: dict[str, StoredReading] = {}
        for table, ends in (("node", "NULL, NULL"), ("relationship", '"start", "end"')):
            query = f"""SELECT id, audience, reading, former_ids, revision, public_revision, {ends} FROM {table}
                        WHERE id IN (SELECT value FROM json_each(?))"""
            for id_, audience, reading, former, revision, public_revision, *tie in self._connection.execute(
                query, (ids,)
            ):
                merged = tuple(orjson.loads(former))
                readings = _readings(audience, reading, merged if table == "node" else ())
                merged = () if table == "node" else (*merged, *tie)
                one = StoredReading(readings, merged, revision, public_revision)
                found[id_] = _joined(found[id_], one) if id_ in found else one
        return found

    def ties_at(self, canonical: Iterable[str]) -> list[Thing]:
        """Return the relationships that are read at these canonical nodes, merged ones included."""
        ids = _array(canonical)
        query = """SELECT id FROM relationship WHERE "start" IN (SELECT value FROM json_each(?))
                   UNION SELECT id FROM relationship WHERE "end" IN (SELECT value FROM json_each(?))"""
        return self._with_merged([id_ for (id_,) in self._connection.execute(query, (ids, ids))])

    def ties_between(self, ties: Iterable[tuple[str, str, str]]) -> list[Thing]:
        """Return the relationships read with this type and these canonical start and end, merged ones included."""
        query = """SELECT DISTINCT r.id FROM json_each(?) AS asked JOIN relationship AS r
                   ON r."start" = asked.value ->> 1 AND r."end" = asked.value ->> 2 AND r.type = asked.value ->> 0"""
        asked = orjson.dumps(list(ties)).decode()
        return self._with_merged([id_ for (id_,) in self._connection.execute(query, (asked,))])

    def _with_merged(self, ids: Sequence[str]) -> list[Thing]:
        merged = [thing for members in self.members(ids).values() for thing in members]
        return [*self.things(ids).values(), *merged]

    def loads(self) -> dict[int, Load]:
        """Return every load by number."""
        rows = self._connection.execute('SELECT number, document FROM "load"')
        return {number: decode_load(orjson.loads(document)) for number, document in rows}

    def things_of(self, load: int) -> list[str]:
        """Return the ids of all things that the commits of a load touched, sorted."""
        rows = self._connection.execute('SELECT things FROM "commit" WHERE "load" = ?', (load,))
        return sorted({id_ for (things,) in rows for id_ in orjson.loads(things)})

    def revision(self) -> int:
        """Return the revision of the last commit, 0 before the first."""
        return int(self._connection.execute('SELECT coalesce(max(revision), 0) FROM "commit"').fetchone()[0])

    # ------------------------------------------------------------------------------------------------ writing

    def put_load(self, load: Load) -> None:
        """Write a load as it is now."""
        document = orjson.dumps(encode_load(load)).decode()
        self._connection.execute('INSERT OR REPLACE INTO "load" VALUES (?, ?)', (load.number, document))

    def put_record(self, collection: str, key: str, document: Document) -> None:
        """Keep a document of the records part."""
        row = (collection, key, orjson.dumps(document).decode())
        self._connection.execute("INSERT OR REPLACE INTO record VALUES (?, ?, ?)", row)

    def write(self, plan: WritePlan) -> None:
        """Write everything a plan holds."""
        connection = self._connection
        things = ((thing.id, thing.canonical, encode_tie(thing.tie) if thing.tie else None, encode_book(thing.book),
                   orjson.dumps(thing.history).decode()) for thing in plan.things)  # fmt: skip
        connection.executemany(
            """INSERT INTO thing VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET canonical = excluded.canonical,
               tie = excluded.tie, book = excluded.book, history = excluded.history""", things)  # fmt: skip
        connection.executemany("DELETE FROM thing WHERE id = ?", ((thing.id,) for thing in plan.gone))
        reread = _array(plan.reread)
        for table in ("node", "relationship"):
            connection.execute(f"DELETE FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (reread,))
        connection.executemany(_insert_node(), (node_values(row) for row in plan.nodes))
        connection.executemany(_insert_relationship(), (relationship_values(row) for row in plan.relationships))
        connection.executemany("DELETE FROM key WHERE scheme = ? AND value = ? AND thing = ?",
                               ((*key, id_) for key, id_ in plan.keys_removed))  # fmt: skip
        connection.executemany(
            "INSERT OR IGNORE INTO key VALUES (?, ?, ?)", ((*key, id_) for key, id_ in plan.keys_added)
        )
        if plan.commit is not None:
            self.put_commit(commit_document(plan, plan.commit))

    def put_commit(self, document: Document) -> None:
        """Write a commit as `all_commits` gave it."""
        things = orjson.dumps(document["things"]).decode()
        delta = zlib.compress(orjson.dumps(document["delta"]), 1)
        row = (document["revision"], document["load"], document["at"], document["structural"], things, delta)
        self._connection.execute('INSERT INTO "commit" VALUES (?, ?, ?, ?, ?, ?)', row)

    # ------------------------------------------------------------------------------------------------ whole

    def all_things(self) -> Iterator[Thing]:
        """Yield every thing, nodes before relationships, in order of id."""
        query = "SELECT id, canonical, tie, book, history FROM thing ORDER BY tie IS NOT NULL, id"
        return map(read_thing, self._connection.execute(query))

    def all_commits(self) -> Iterator[Document]:
        """Yield every commit as a document, oldest first."""
        return self._commits("1 ORDER BY revision")

    def commits(self, revisions: Iterable[int]) -> Iterator[Document]:
        """Yield some commits as documents, newest first."""
        return self._commits("revision IN (SELECT value FROM json_each(?)) ORDER BY revision DESC", _array(revisions))

    def _commits(self, where: str, *parameters: str) -> Iterator[Document]:
        query = f'SELECT revision, "load", at, structural, things, delta FROM "commit" WHERE {where}'
        for revision, load, at, structural, things, delta in self._connection.execute(query, parameters):
            yield {"revision": revision, "load": load, "at": at, "structural": bool(structural),
                   "things": orjson.loads(things), "delta": orjson.loads(zlib.decompress(delta))}  # fmt: skip

    def all_records(self) -> Iterator[tuple[str, str, Document]]:
        """Yield collection, key and document of every record, in order."""
        query = "SELECT collection, key, document FROM record ORDER BY collection, key"
        for collection, key, document in self._connection.execute(query):
            yield collection, key, orjson.loads(document)


def read_thing(row: Sequence[str]) -> Thing:
    """Return a row of ``thing`` (id, canonical, tie, book, history) as a thing."""
    id_, canonical, tie, book, history = row
    return Thing(
        id_, decode_tie(tie) if tie else None, decode_book(id_, book), canonical, orjson.loads(history), stored=True
    )


def _array(ids: Iterable[str | int]) -> str:
    return orjson.dumps(list(ids)).decode()


def _readings(audience: int, text: str, former: tuple[str, ...]) -> Readings:
    reading = decode_reading(text)
    internal, public = audience != Audience.PUBLIC, audience in (Audience.EVERYONE, Audience.PUBLIC)
    internal = internal and audience != Audience.NOBODY
    return Readings(
        reading if internal else None, reading if public else None, former if internal else (), former if public else ()
    )


def _joined(one: StoredReading, other: StoredReading) -> StoredReading:
    return one._replace(readings=both_readings(one.readings, other.readings))


@cache
def _insert_node() -> str:
    return f"INSERT INTO node VALUES (NULL, {', '.join('?' * (11 + len(node_column_types())))})"


@cache
def _insert_relationship() -> str:
    return f"INSERT INTO relationship VALUES (NULL, {', '.join('?' * (10 + len(relationship_column_types())))})"


def node_values(row: NodeRow) -> tuple[Column, ...]:
    """Return a node's reading as the values of a row of ``node``, without its number."""
    former = orjson.dumps(row.former_ids).decode()
    return (row.id, row.audience, row.kind, row.name, row.named, row.sort_key, row.search_text,
            encode_reading(row.reading), former, row.revision, row.public_revision,
            *map(row.columns.get, node_column_types()))  # fmt: skip


def relationship_values(row: RelationshipRow) -> tuple[Column, ...]:
    """Return a relationship's reading as the values of a row of ``relationship``, without its number."""
    former = orjson.dumps(row.former_ids).decode()
    return (row.id, row.audience, row.type, row.start, row.end, row.denied, encode_reading(row.reading), former,
            row.revision, row.public_revision, *map(row.columns.get, relationship_column_types()))  # fmt: skip
