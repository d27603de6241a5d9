"""What one viewer reads from a Neo4j store."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from graph.store.computing import Engine
from graph.store.neo4j.gds import GdsEngine
from graph.store.neo4j.snapshot import SnapshotQueries


class Neo4jView(SnapshotQueries):
    """See `graph.store.base.View`, whose promises this keeps.

    Notes
    -----
    Neo4j gives no snapshot that lasts: each answer is of one revision, two answers may be of two, and `revision` is
    that of the last. A connection is borrowed for each answer, so that a view which is not closed holds none.
    """

    def engine(self) -> Engine:
        """Return Graph Data Science, over what the viewer may see."""
        return GdsEngine(self)

    def close(self) -> None:
        """Nothing is held."""

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()
