"""The port of the store: what every store promises, in our own nouns.

Two adapters keep these promises, `graph.store.sqlite` and `graph.store.neo4j`; `tests/contracts/` asks both for each
of them. A promise that is not asked there is no promise. No engine's query text, error or row passes this boundary.

Everything here is batched: ids go in by the list and answers come back in the same order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import TracebackType
from typing import Protocol, Self

from graph.changes import ChangeSet, Commit
from graph.schema.values import Value
from graph.schema.words import Words
from graph.store.answers import Changes, Known, Node, Page, Relationship, Snapshot, Statement
from graph.store.computing import Engine
from graph.store.loads import Document, Load, LoadOrder, Telling
from graph.store.questions import NodeFilter, Order, RelationshipFilter, Viewer


class View(Protocol):
    """Everything one viewer may see, at one moment, optionally as of a day.

    What is hidden is in no answer, no count and no search. Ids that were merged answer as the canonical one.
    A view holds one connection: use it in one thread, close it, do not keep it.
    """

    @property
    def viewer(self) -> Viewer:
        """Who looks."""

    @property
    def as_of(self) -> date | None:
        """Only what had been stated by the end of this day."""

    @property
    def revision(self) -> int:
        """Revision that the view reads."""

    @property
    def structure_revision(self) -> int:
        """Revision of the last commit that the projection would read."""

    def nodes(self, ids: Sequence[str]) -> list[Node | None]:
        """Return nodes in the order asked; None for what is not there for this viewer."""

    def find(
        self, where: NodeFilter, order: Sequence[Order] = (), *, first: int = 20, after: str | None = None
    ) -> Page[Node]:
        """Return a page of nodes, ordered by ``order`` and then id.

        Raises
        ------
        CursorError
            ``after`` is no node that this viewer may see.
        InputError
            A property cannot be filtered or ordered by, or the page is too long.
        """

    def count(self, where: NodeFilter) -> int:
        """Return how many nodes match."""

    def facets(self, where: NodeFilter, by: str, *, first: int = 50) -> list[tuple[Value | None, int]]:
        """Return how many matching nodes share each value of a property of a vocabulary or of yes/no (or ``kind``).

        Most first; what is equal goes by value, None (not known) last.
        """

    def search(
        self, text: str, where: NodeFilter | None = None, *, first: int = 20, after: str | None = None
    ) -> Page[Node]:
        """Return nodes whose `search_text` holds every normalised word, best match of the name first.

        Rank: the name equals the words, starts with them, has a word that starts with each of them, or the text
        contains them; then sort key and id.
        """

    def relationships(
        self,
        ids: Sequence[str],
        where: RelationshipFilter = RelationshipFilter(),
        *,
        first: int = 20,
        after: str | None = None,
    ) -> dict[str, Page[Relationship]]:
        """Return, for each id asked, a page of its relationships, by sort key of the other end and then id.

        ``after`` (the id of a relationship) is for a single id only.
        """

    def relationship_counts(
        self, ids: Sequence[str], where: RelationshipFilter = RelationshipFilter()
    ) -> dict[str, int]:
        """Return how many relationships each id asked has."""

    def relationships_by_id(self, ids: Sequence[str]) -> list[Relationship | None]:
        """Return relationships in the order asked; None for what is not there for this viewer."""

    def adjacency(self, ids: Sequence[str], where: RelationshipFilter = RelationshipFilter()) -> dict[str, list[str]]:
        """Return the ids at the other ends for each id asked, each once, sorted."""

    def statements(self, things: Sequence[str]) -> dict[str, list[Statement]]:
        """Return the live claims about nodes or relationships, per property the one that counts first."""

    def statements_of_source(self, source: str, *, first: int = 100, after: str | None = None) -> Page[Statement]:
        """Return what a source says, in order of thing; a page ends at the end of a thing."""

    def snapshot(
        self,
        *,
        kinds: Iterable[str] | None = None,
        properties: Iterable[str] = (),
        types: Iterable[str] | None = None,
        relationship_properties: Iterable[str] = (),
    ) -> Snapshot:
        """Return nodes of some kinds and the relationships of some types among them, in columns; None for all."""

    def engine(self) -> Engine:
        """Return the engine that computes where the data are, over what this viewer may see.

        Raises
        ------
        StoreError
            The store has none.
        """

    def history(self, thing: str) -> list[Commit]:
        """Return the commits that touched a thing, newest first, with what this viewer may see of them."""

    def changes_since(self, revision: int, *, most: int = 10_000) -> Changes:
        """Return what changed after a revision, in order of id.

        A relationship that comes or goes because one of its ends does is told by that end. More than ``most`` is
        answered with `Changes.resync`, as is a revision that is not one of ours.
        """

    def close(self) -> None:
        """Give the connection back."""

    def __enter__(self) -> Self:
        """Return itself."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""


class Writer(Protocol):
    """Writes one commit: nothing before its context ends cleanly, and then everything."""

    def write(self, changes: ChangeSet) -> None:
        """Add claims to the commit.

        Raises
        ------
        InputError
            More than `graph.changes.MOST_CHANGES` claims in one commit.
        """

    @property
    def commit(self) -> Commit | None:
        """What was committed, after the context ended; None when nothing changed."""

    def __enter__(self) -> Self:
        """Return itself."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Commit on a clean exit, leave nothing otherwise."""


class Records(Protocol):
    """Small JSON documents beside the graph: quarantine, audit, open matches, tokens, ledger."""

    def put(self, collection: str, documents: Mapping[str, Document]) -> None:
        """Keep documents by key; one that is there is replaced."""

    def get(self, collection: str, keys: Sequence[str]) -> list[Document | None]:
        """Return documents in the order asked."""

    def list(self, collection: str, *, first: int = 100, after: str | None = None) -> list[tuple[str, Document]]:
        """Return keys and documents in order of key."""

    def delete(self, collection: str, keys: Sequence[str]) -> None:
        """Drop documents; what is not there is no error."""


RECORDS_AT_ONCE = 1_000
"""Records that are read in one question when all of a collection are."""


def all_records(records: Records, collection: str) -> Iterator[tuple[str, Document]]:
    """Yield every key and document of a collection, in order of key.

    Parameters
    ----------
    records
        Records part of a store.
    collection
        Which collection; what was read already may be dropped or replaced on the way.

    Notes
    -----
    One question for each `RECORDS_AT_ONCE`.
    """
    after: str | None = None
    while True:
        found = records.list(collection, first=RECORDS_AT_ONCE, after=after)
        yield from found
        if len(found) < RECORDS_AT_ONCE:
            return
        after = found[-1][0]


class Derived(Protocol):
    """Results that can be computed again: positions, labels, the fitted model, vectors. Disposable."""

    def put(self, collection: str, values: Mapping[str, bytes]) -> None:
        """Keep values by key."""

    def get(self, collection: str, keys: Sequence[str]) -> list[bytes | None]:
        """Return values in the order asked."""

    def clear(self, collection: str | None = None) -> None:
        """Drop a collection, or everything."""


class Store(Protocol):
    """An open store. One process writes at a time; any number read."""

    @property
    def url(self) -> str:
        """Where it is, without any secret."""

    @property
    def records(self) -> Records:
        """The records part."""

    @property
    def derived(self) -> Derived:
        """The derived part."""

    def view(self, viewer: Viewer = Viewer(), *, as_of: date | None = None) -> View:
        """Open a view."""

    def begin(self, order: LoadOrder) -> Load:
        """Begin a load, resume one that was cut off, or return the one that already says exactly this.

        The caller reads the state: `LoadState.COMPLETE` means that there is nothing to do.
        """

    def writer(self, load: Load, *, done: int | None = None, report: Document | Telling | None = None) -> Writer:
        """Open a writer for one commit of a load; progress and report are kept with it, atomically.

        A report that is a function is given the commit, and what it tells is kept with that commit.
        """

    def preview(self, changes: ChangeSet) -> Commit | None:
        """Return the commit that these claims would make, and write nothing; None when nothing would change."""

    def decide(self, order: LoadOrder, changes: ChangeSet) -> Load:
        """Take in a decision of a person, whole or not at all: it replaces the one before it in its scope."""

    def complete(self, load: Load, *, report: Document | None = None) -> Load:
        """End a load: in bounded commits, withdraw what replaced loads say and it does not."""

    def undo(self, number: int, *, actor: str, reason: str) -> Load:
        """Take a load back, in bounded commits, with what repaired rows of it: what the other loads say stays.

        Raises
        ------
        UnknownIdError
            There is no such load.
        """

    def loads(self) -> list[Load]:
        """Return every load, newest first."""

    def find_by_key(self, keys: Sequence[tuple[str, str]]) -> dict[tuple[str, str], list[Known]]:
        """Return what keys lead to: pairs of a scheme (``name`` or a key property) and a normalised value.

        For the resolver: it sees every level.
        """

    def existing(self, ids: Sequence[str]) -> dict[str, Known]:
        """Return which ids of nodes are taken, whoever may see them; kind ``""`` for one that only a merge knows."""

    def dump(self) -> Iterator[Document]:
        """Yield everything but the derived part, as documents that `restore` of any store takes; the last ends it."""

    def restore(self, documents: Iterable[Document]) -> None:
        """Fill an empty store from a dump.

        Raises
        ------
        ConflictError
            The store is not empty.
        FileError
            These are not the documents of a dump, or it was cut off.
        StoreVersionError
            The dump was made by a newer version.
        """

    def problems(self) -> list[Words]:
        """Return what is wrong with the store, in sentences; empty when it is sound."""

    def close(self) -> None:
        """Close every connection."""
