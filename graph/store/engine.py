"""What an engine offers to the shared half of a store: answers to planning, and a place to write plans.

An engine decides nothing: it reads and writes what it is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from graph.changes import Commit, Tie
from graph.schema.keys import Key
from graph.store.loads import Document, Load
from graph.store.rows import NodeRow, Readings, RelationshipRow, Thing


class StoredReading(NamedTuple):
    """What a canonical id reads in the store: what each level reads, and since which revision.

    Parameters
    ----------
    readings
        What each level reads.
    merged
        Of a relationship: the ids merged into it, followed by its canonical start and end.
    revision, public_revision
        Of the last change that each level could see.
    """

    readings: Readings
    merged: tuple[str, ...]
    revision: int
    public_revision: int


class Stored(Protocol):
    """What planning asks an engine, within the transaction that will write the answer."""

    def things(self, ids: Iterable[str], ties: Mapping[str, Tie] | None = None) -> dict[str, Thing]:
        """Return the things that are stored, by id.

        ``ties`` are the relationships among them where those are known, so that an engine need not seek each id
        among all types; every other id is then that of a node.
        """

    def members(self, canonical: Iterable[str]) -> dict[str, list[Thing]]:
        """Return the things merged into these canonical ids, themselves not included; ids without any are left out."""

    def canonical(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the canonical ids of those nodes that are merged into another."""

    def readings(self, canonical: Iterable[str]) -> dict[str, StoredReading]:
        """Return what canonical ids of nodes and relationships read now; ids that read nothing are left out."""

    def ties_at(self, canonical: Iterable[str]) -> list[Thing]:
        """Return the relationships that are read at these canonical nodes, merged ones included."""

    def ties_between(self, ties: Iterable[tuple[str, str, str]]) -> list[Thing]:
        """Return the relationships read with this type and these canonical start and end, merged ones included."""


@dataclass(slots=True)
class WritePlan:
    """Everything that one commit writes. An engine writes it whole or not at all.

    Parameters
    ----------
    commit
        What the commit says of itself; None when things are taken over as they are.
    things, gone
        Things to write, and ids of things that no load attests any more.
    nodes, relationships
        Readings to write, in place of all readings of the ids in ``reread``.
    reread
        Canonical ids whose readings are replaced.
    keys_added, keys_removed
        Changes of the key index: key and id as stated.
    vanished, vanished_public
        Canonical ids that the internal, or the public level, saw before and no longer sees.
    """

    commit: Commit | None
    things: list[Thing] = field(default_factory=list)
    gone: list[Thing] = field(default_factory=list)
    nodes: list[NodeRow] = field(default_factory=list)
    relationships: list[RelationshipRow] = field(default_factory=list)
    reread: list[str] = field(default_factory=list)
    keys_added: list[tuple[Key, str]] = field(default_factory=list)
    keys_removed: list[tuple[Key, str]] = field(default_factory=list)
    vanished: list[str] = field(default_factory=list)
    vanished_public: list[str] = field(default_factory=list)


class Transaction(Stored, Protocol):
    """A transaction that writes. While it is open no other process writes."""

    def loads(self) -> dict[int, Load]:
        """Return every load by number."""

    def put_load(self, load: Load) -> None:
        """Write a load as it is now."""

    def things_of(self, load: int) -> list[str]:
        """Return the ids of all things that the commits of a load touched, sorted."""

    def revision(self) -> int:
        """Return the revision of the last commit, 0 before the first."""

    def write(self, plan: WritePlan) -> None:
        """Write everything a plan holds."""

    def put_record(self, collection: str, key: str, document: Document) -> None:
        """Keep a document of the records part."""


class WholeTransaction(Transaction, Protocol):
    """A transaction that can also be read and filled whole."""

    def all_things(self) -> Iterator[Thing]:
        """Yield every thing, nodes before relationships, in order of id."""

    def all_commits(self) -> Iterator[Document]:
        """Yield every commit as a document, oldest first."""

    def all_records(self) -> Iterator[tuple[str, str, Document]]:
        """Yield collection, key and document of every record, in order."""

    def put_commit(self, document: Document) -> None:
        """Write a commit as `all_commits` gave it."""
