"""How a reader knows that what it read is of one revision, in a database that gives no snapshot.

While Neo4j commits, a reader may see part of what is being committed, and also the revision before it. So the revision
alone does not tell. A commit is therefore announced before and settled after, each in a small transaction of its own:
what is read between two looks at the same settled pulse is of that revision.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import NamedTuple, TypeVar

from graph.errors import StoreAccessError
from graph.store.neo4j.driver import Server, Statements

PAUSES = (0.005, 0.01, 0.02, 0.04, 0.08, 0.16, 0.32)
"""Seconds between readings of what keeps moving. A commit settles in less than all of them together."""

T = TypeVar("T")


class Pulse(NamedTuple):
    """What stands committed.

    Parameters
    ----------
    announced
        Revision of the newest commit that was about to be written.
    revision, structure_revision
        Of the newest commit that is there whole.
    """

    announced: int
    revision: int
    structure_revision: int

    @property
    def settled(self) -> bool:
        """Whether no commit is being written."""
        return self.announced == self.revision


_PULSE = "MATCH (p:Wijkweb {id: 'pulse'}) RETURN p.announced, p.revision, p.structure_revision"


def read_pulse(database: Statements) -> Pulse:
    """Return the pulse."""
    return Pulse(*database.rows(_PULSE)[0])


def announce(database: Statements, revision: int) -> None:
    """Say that a commit is about to be written."""
    database.rows("MATCH (p:Wijkweb {id: 'pulse'}) SET p.announced = $revision", revision=revision)


def settle(database: Statements) -> None:
    """Say that what is committed stands whole. Only who holds the writers' lock, or held it for the commit, may."""
    database.rows(
        """MATCH (w:Wijkweb {id: 'store'}) MATCH (p:Wijkweb {id: 'pulse'})
           SET p.announced = w.revision, p.revision = w.revision, p.structure_revision = w.structure_revision"""
    )


def read_steadily(
    server: Server,
    work: Callable[[Statements], T],
    known: Pulse | None,
    keep_out: Callable[[], AbstractContextManager[object]],
) -> tuple[T, Pulse]:
    """Return what a piece of work answers, all of one revision, with the pulse of that revision.

    Parameters
    ----------
    server
        Of the database.
    work
        Only reads; it is run again when the revision moved meanwhile.
    known
        A settled pulse seen before, which saves a look at it.
    keep_out
        Takes the writers' lock, and settles what a writer that died left unsettled.

    Raises
    ------
    StoreBusyError
        The revision kept moving, and the writers' lock was not to be had.
    """

    def once(database: Statements) -> tuple[Pulse, T, Pulse]:
        before = known or read_pulse(database)
        return before, work(database), read_pulse(database)

    for pause in PAUSES:
        before, answer, after = server.read(once)
        if before == after and after.settled:
            return answer, after
        known = None
        time.sleep(pause)
    try:
        with keep_out():
            _, answer, after = server.read(once)
    except StoreAccessError:
        # An account that may only read cannot keep writers out, and takes what it saw last.
        _, answer, after = server.read(once)
    return answer, after
