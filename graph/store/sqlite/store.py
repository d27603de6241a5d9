"""The embedded store: one SQLite file in WAL mode, one writer, any number of readers."""

from __future__ import annotations

import itertools
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from graph.errors import FileError, StoreError
from graph.schema.keys import Key
from graph.schema.words import Words
from graph.store.answers import Known
from graph.store.codec import kind_in
from graph.store.committing import CommittingStore
from graph.store.dumping import dump, fill_as_of, find_problems, restore
from graph.store.loads import Document, Load
from graph.store.questions import Viewer
from graph.store.sqlite import tables
from graph.store.sqlite.documents import SqliteDerived, SqliteRecords
from graph.store.sqlite.errors import busy, translated
from graph.store.sqlite.filters import array
from graph.store.sqlite.transaction import SqliteTransaction
from graph.store.sqlite.view import SqliteView

WAIT_SECONDS = 30.0
"""How long a writer waits for another before it gives up with one clear error."""

DAYS_KEPT = 4
"""As-of readings that are kept in memory: each is a whole graph."""

_memory_numbers = itertools.count(1)


class SqliteStore(CommittingStore):
    """See `graph.store.base.Store`, whose promises this keeps.

    Parameters
    ----------
    path
        The file; None for a store in memory that ends with this object.
    create
        Make the file where there is none.
    wait_seconds
        How long a writer waits for another.

    Raises
    ------
    FileError
        There is no such file, and it is not to be made.
    StoreError
        The file is not ours, too new, damaged, or may not be opened.
    """

    def __init__(self, path: Path | None, *, create: bool = False, wait_seconds: float = WAIT_SECONDS) -> None:
        self.url = f"sqlite:///{path}" if path else "sqlite://"
        self._name = f"file:wijkweb-{next(_memory_numbers)}?mode=memory&cache=shared" if path is None else str(path)
        self._memory = path is None
        self._wait = wait_seconds
        self._writing = threading.Lock()
        self._idle: list[sqlite3.Connection] = []
        self._guard = threading.Lock()
        self._days_guard = threading.Lock()
        self._days: dict[tuple[date, int], SqliteStore] = {}
        if path is not None:
            _check_path(path, create=create)
        self._closed = False
        self._anchor = self._connect()  # keeps a store in memory alive
        try:
            with translated(self.url):
                self._prepare(path, create=create)
        except BaseException:
            self._anchor.close()
            raise
        self.records = SqliteRecords(self._connection)
        self.derived = SqliteDerived(self._connection)

    def _prepare(self, path: Path | None, *, create: bool) -> None:
        """Make the tables, or refuse what is there; a file that is not ours is left as it is, byte for byte."""
        if tables.is_empty(self._anchor):
            if path is not None and not create:
                raise _empty(path)
            tables.create(self._anchor)
        tables.check(self._anchor, self.url)
        if path is not None:
            self._anchor.execute(
                "PRAGMA journal_mode = WAL"
            )  # kept in the file, so that later connections need not ask

    # ------------------------------------------------------------------------------------------------ reading

    def view(self, viewer: Viewer = Viewer(), *, as_of: date | None = None) -> SqliteView:
        """Open a view."""
        return self.view_of_day(viewer, None) if as_of is None else self._on_day(as_of).view_of_day(viewer, as_of)

    def view_of_day(self, viewer: Viewer, as_of: date | None) -> SqliteView:
        """Open a view of a store whose readings were made as of a day."""
        connection = self._take()
        try:
            return SqliteView(connection, viewer, as_of, release=lambda: self._give(connection), url=self.url)
        except BaseException:
            self._give(connection)
            raise

    def _on_day(self, as_of: date) -> SqliteStore:
        with self._days_guard, self._connection() as connection:
            connection.execute("BEGIN")
            given = SqliteTransaction(connection)
            revision = given.revision()
            if (as_of, revision) not in self._days:
                while len(self._days) >= DAYS_KEPT:
                    self._days.pop(next(iter(self._days))).close()
                self._days[as_of, revision] = SqliteStore(None)
                fill_as_of(given, self._days[as_of, revision], as_of)
            return self._days[as_of, revision]

    def loads(self) -> list[Load]:
        """Return every load, newest first."""
        with self._connection() as connection:
            loads = SqliteTransaction(connection).loads()
        return [loads[number] for number in sorted(loads, reverse=True)]

    def find_by_key(self, keys: Sequence[Key]) -> dict[Key, list[Known]]:
        """Return what keys lead to, whoever may see it."""
        query = """SELECT k.scheme, k.value, t.id, t.canonical, t.book FROM json_each(?) AS asked
                   JOIN key AS k ON k.scheme = asked.value ->> 0 AND k.value = asked.value ->> 1
                   JOIN thing AS t ON t.id = k.thing ORDER BY t.id"""
        found: dict[Key, list[Known]] = {}
        with self._connection() as connection:
            for scheme, value, id_, canonical, book in connection.execute(query, (array(keys),)):
                found.setdefault((scheme, value), []).append(Known(id_, canonical, kind_in(book)))
        return found

    def existing(self, ids: Sequence[str]) -> dict[str, Known]:
        """Return which ids of nodes are taken, whoever may see them."""
        # An id that is canonical for others may have no claims of its own.
        query = """SELECT id, canonical, book FROM thing
                   WHERE tie IS NULL AND id IN (SELECT value FROM json_each(?1))
                   UNION SELECT canonical, canonical, '[]' FROM thing AS t
                   WHERE tie IS NULL AND canonical <> id AND canonical IN (SELECT value FROM json_each(?1))
                   AND NOT EXISTS (SELECT 1 FROM thing WHERE id = t.canonical)"""
        with self._connection() as connection:
            rows = connection.execute(query, (array(ids),)).fetchall()
        return {id_: Known(id_, canonical, kind_in(book)) for id_, canonical, book in rows}

    # ------------------------------------------------------------------------------------------------ whole

    def dump(self) -> Iterator[Document]:
        """Yield everything but the derived part, as documents that `restore` of any store takes."""
        with self._connection() as connection:
            connection.execute("BEGIN")
            yield from dump(SqliteTransaction(connection))

    def restore(self, documents: Iterable[Document]) -> None:
        """Fill an empty store from a dump."""
        restore(self, documents)

    def problems(self) -> list[Words]:
        """Return what is wrong with the store, in sentences; empty when it is sound."""
        with self._connection() as connection:
            connection.execute("BEGIN")
            broken = [text for (text,) in connection.execute("PRAGMA integrity_check") if text != "ok"]
            if broken:
                return [Words("Het bestand is beschadigd. Zet een reservekopie terug.",
                              "The file is damaged. Put a backup back.")]  # fmt: skip
            return find_problems(SqliteTransaction(connection))

    def close(self) -> None:
        """Close every connection."""
        for store in self._days.values():
            store.close()
        self._days.clear()
        with self._guard:
            self._closed = True
            for connection in (*self._idle, self._anchor):
                connection.close()
            self._idle.clear()

    # ------------------------------------------------------------------------------------------------ connections

    def _connect(self) -> sqlite3.Connection:
        with translated(self.url):
            connection = sqlite3.connect(
                self._name, timeout=self._wait, isolation_level=None, check_same_thread=False, uri=self._memory
            )
            try:
                connection.execute("PRAGMA foreign_keys = ON")
                connection.execute("PRAGMA secure_delete = ON")
                if not self._memory:
                    connection.execute("PRAGMA synchronous = NORMAL")
            except sqlite3.Error:
                connection.close()
                raise
        return connection

    def _take(self) -> sqlite3.Connection:
        with self._guard:
            if self._idle:
                return self._idle.pop()
        return self._connect()

    def _give(self, connection: sqlite3.Connection) -> None:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        with self._guard:
            if not self._closed:
                self._idle.append(connection)
                return
        connection.close()  # a view may outlive its store

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        connection = self._take()
        try:
            with translated(self.url):
                yield connection
        finally:
            self._give(connection)

    @contextmanager
    def whole_transaction(self) -> Iterator[SqliteTransaction]:
        """Open a transaction that commits on a clean exit, leaves nothing otherwise, and waits for other writers."""
        if not self._writing.acquire(timeout=self._wait):
            raise busy(self.url)
        try:
            with self._connection() as connection:
                connection.execute("BEGIN IMMEDIATE")
                try:
                    yield SqliteTransaction(connection)
                    connection.execute("COMMIT")
                except BaseException:
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")
                    raise
        finally:
            self._writing.release()


def _check_path(path: Path, *, create: bool) -> None:
    try:
        is_there, is_folder = path.exists(), path.is_dir()
    except (OSError, ValueError):  # a name that no file can have, or a folder that may not be looked into
        raise _no_file(path) from None
    if is_folder:
        raise _is_folder(path)
    if not is_there and not create:
        raise _no_file(path)


def _no_file(path: Path) -> FileError:
    return FileError(
        f"{path} bestaat niet. Maak een opslag met ‘wijkweb init --store sqlite:///{path}’.",
        f"{path} does not exist. Make a store with ‘wijkweb init --store sqlite:///{path}’.",
        concerning=path,
    )


def _is_folder(path: Path) -> FileError:
    return FileError(
        f"{path} is een map. Geef een bestand, bijvoorbeeld {path / 'wijkweb.sqlite'}.",
        f"{path} is a folder. Give a file, such as {path / 'wijkweb.sqlite'}.",
        concerning=path,
    )


def _empty(path: Path) -> StoreError:
    return StoreError(
        f"{path} is leeg. Maak er een opslag van met ‘wijkweb init --store sqlite:///{path}’.",
        f"{path} is empty. Make it a store with ‘wijkweb init --store sqlite:///{path}’.",
        concerning=path,
    )
