"""The server store: one database of a Neo4j server or cluster, one writer, any number of readers."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date

from graph.errors import StoreError
from graph.schema.keys import Key
from graph.schema.words import Words
from graph.store.answers import Known
from graph.store.base import View
from graph.store.committing import CommittingStore
from graph.store.dumping import dump, fill_as_of, find_problems, restore
from graph.store.loads import Document, Load
from graph.store.neo4j import layout
from graph.store.neo4j.asking import Asking
from graph.store.neo4j.documents import Neo4jDerived, Neo4jRecords
from graph.store.neo4j.driver import Server, Statements
from graph.store.neo4j.errors import Trouble
from graph.store.neo4j.pulse import announce, read_pulse, read_steadily, settle
from graph.store.neo4j.transaction import LOCK, Neo4jTransaction
from graph.store.neo4j.view import Neo4jView
from graph.store.neo4j.writing import key_text
from graph.store.questions import Viewer
from graph.store.rows import Thing
from graph.store.sqlite import SqliteStore

WAIT_SECONDS = 30.0
"""How long a writer waits for another before it gives up with one clear error."""

DAYS_KEPT = 4
"""As-of readings that are kept in memory: each is a whole graph."""


class Neo4jStore(CommittingStore):
    """See `graph.store.base.Store`, whose promises this keeps.

    Parameters
    ----------
    uri
        ``bolt://host:port`` for one server, ``neo4j://host:port`` for a cluster; with ``+s`` encrypted.
    user, password
        The account.
    database
        Name of the database; None for the account's own. Neo4j Community has one.
    wait_seconds
        How long a writer waits for another.
    create
        Make an empty database a store.

    Raises
    ------
    StoreAwayError
        Nothing answers there.
    StoreAccessError
        Name or password is wrong.
    StoreError
        The database holds other data, is too new, or is empty and not to be made a store.
    """

    def __init__(
        self,
        uri: str,
        *,
        user: str = "neo4j",
        password: str,
        database: str | None = None,
        wait_seconds: float = WAIT_SECONDS,
        create: bool = True,
    ) -> None:
        self._server = Server(uri, user=user, password=password, database=database)
        self.url = self._server.url
        self._wait = wait_seconds
        self._writing = threading.Lock()
        self._days_guard = threading.Lock()
        self._days: dict[tuple[date, int], SqliteStore] = {}
        try:
            layout.prepare(self._server, create=create)
        except BaseException:
            self._server.close()
            raise
        self.records = Neo4jRecords(self._server)
        self.derived = Neo4jDerived(self._server)

    # ------------------------------------------------------------------------------------------------ reading

    def view(self, viewer: Viewer = Viewer(), *, as_of: date | None = None) -> View:
        """Open a view."""
        if as_of is not None:
            return self._on_day(as_of).view_of_day(viewer, as_of)
        return Neo4jView(self._server, viewer, self.whole_transaction)

    def _on_day(self, as_of: date) -> SqliteStore:
        """Return the whole graph as of a day, in memory: there its claims are consolidated anew."""
        with self._days_guard:
            revision = self._server.read(read_pulse).revision
            if (as_of, revision) not in self._days:
                filled, pulse = read_steadily(
                    self._server, lambda database: _filled(database, as_of), None, self.whole_transaction
                )
                revision = pulse.revision
                while len(self._days) >= DAYS_KEPT:
                    self._days.pop(next(iter(self._days))).close()
                self._days[as_of, revision] = filled
            return self._days[as_of, revision]

    def loads(self) -> list[Load]:
        """Return every load, newest first."""
        loads = self._server.read(lambda database: Asking(database).loads())
        return [loads[number] for number in sorted(loads, reverse=True)]

    def find_by_key(self, keys: Sequence[Key]) -> dict[Key, list[Known]]:
        """Return what keys lead to, whoever may see it."""
        asked = {key_text(key): key for key in keys}

        def find(database: Statements) -> tuple[list[list[str]], dict[str, Thing]]:
            pairs = database.rows("MATCH (k:Key) WHERE k.key IN $keys RETURN k.key, k.thing", keys=list(asked))
            return pairs, Asking(database).things({id_ for _, id_ in pairs}, {})

        pairs, things = self._server.read(find)
        found: dict[Key, list[Known]] = {}
        for text, id_ in sorted(pairs, key=lambda pair: pair[1]):
            found.setdefault(asked[text], []).append(_known(things[id_]))
        return found

    def existing(self, ids: Sequence[str]) -> dict[str, Known]:
        """Return which ids of nodes are taken, whoever may see them."""
        # An id that is canonical for others may have no claims of its own.
        query = "MATCH (n:Merged) WHERE n.canonical IN $ids RETURN DISTINCT n.canonical"

        def find(database: Statements) -> dict[str, Known]:
            found = {id_: Known(id_, id_, "") for (id_,) in database.rows(query, ids=list(ids))}
            return found | {id_: _known(thing) for id_, thing in Asking(database).things(ids, {}).items()}

        return self._server.read(find)

    # ------------------------------------------------------------------------------------------------ whole

    def dump(self) -> Iterator[Document]:
        """Yield everything but the derived part, as documents that `restore` of any store takes.

        Writers wait until the last one was taken: what is read over many pages is then of one revision.
        """
        with self.whole_transaction() as transaction:
            yield from dump(transaction)

    def restore(self, documents: Iterable[Document]) -> None:
        """Fill an empty store from a dump."""
        restore(self, documents)

    def problems(self) -> list[Words]:
        """Return what is wrong with the store, in sentences; empty when it is sound."""
        found, _ = read_steadily(
            self._server, lambda database: find_problems(Neo4jTransaction(database)), None, self.whole_transaction
        )
        return found

    def close(self) -> None:
        """Close every connection."""
        for store in self._days.values():
            store.close()
        self._days.clear()
        self._server.close()

    # ------------------------------------------------------------------------------------------------ writing

    @contextmanager
    def whole_transaction(self) -> Iterator[Neo4jTransaction]:
        """Open a transaction that commits on a clean exit, leaves nothing otherwise, and waits for other writers."""
        if not self._writing.acquire(timeout=self._wait):
            raise Trouble.BUSY.error(self.url)
        try:
            with self._server.exclusive(LOCK, self._wait) as database:
                self._settle_what_was_left()
                transaction = Neo4jTransaction(database)
                yield transaction
                if transaction.commits_as is None:
                    database.commit()
                    return
                self._change_pulse(lambda pulse: announce(pulse, transaction.commits_as or 0))
                database.commit()
                with suppress(StoreError):  # it is committed; who takes the lock next settles it
                    self._change_pulse(settle)
        finally:
            self._writing.release()

    def _settle_what_was_left(self) -> None:
        """Settle the commit of a writer that died, whether it came to be or not."""
        if not self._server.read(read_pulse).settled:
            self._change_pulse(settle)

    def _change_pulse(self, change: Callable[[Statements], None]) -> None:
        self._server.write(change)


def _filled(database: Statements, as_of: date) -> SqliteStore:
    filled = SqliteStore(None)
    fill_as_of(Neo4jTransaction(database), filled, as_of)
    return filled


def _known(thing: Thing) -> Known:
    """Return a thing with the kind that most live claims give it, the first by name where several do."""
    kinds = Counter(str(claim.value) for claim, attested in thing.book.items()
                    if claim.property == "kind" and attested.by and not claim.denied)  # fmt: skip
    return Known(thing.id, thing.canonical, min(kinds, key=lambda kind: (-kinds[kind], kind), default=""))
