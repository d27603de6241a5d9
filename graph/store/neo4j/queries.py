"""What every question to a Neo4j store needs: one revision for all that it reads, the level, canonical ids."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import date
from typing import Any, Concatenate, ParamSpec, TypeVar

from graph.claims import LoadFacts
from graph.schema.declaration import Level
from graph.store.loads import facts_of
from graph.store.neo4j.asking import Asking
from graph.store.neo4j.driver import Server, Statements
from graph.store.neo4j.filters import Question, all_of
from graph.store.neo4j.layout import KEPT
from graph.store.neo4j.pulse import Pulse, read_steadily
from graph.store.questions import Direction, NodeFilter, RelationshipFilter, Viewer

P = ParamSpec("P")
T = TypeVar("T")
Q = TypeVar("Q", bound="Queries")


class Queries:
    """Asks for one viewer.

    Parameters
    ----------
    server
        Of the database.
    viewer
        Who looks.
    keep_out
        Takes the writers' lock.
    """

    def __init__(self, server: Server, viewer: Viewer, keep_out: Callable[[], AbstractContextManager[object]]) -> None:
        self.viewer = viewer
        self.as_of: date | None = None
        self.level: Level = viewer.level
        self._server = server
        self._keep_out = keep_out
        self._database: Statements | None = None  # while a question is being answered
        self._pulse: Pulse | None = None

    # ------------------------------------------------------------------------------------------------ one revision

    @property
    def revision(self) -> int:
        """Revision of what was read last; of this moment where nothing was read yet."""
        return self._read_pulse().revision

    @property
    def structure_revision(self) -> int:
        """Revision of the last commit that the projection would read."""
        return self._read_pulse().structure_revision

    def _read_pulse(self) -> Pulse:
        if self._pulse is None:
            self.steadily(lambda: None)
        assert self._pulse is not None  # noqa: S101 - read just now
        return self._pulse

    def steadily(self, work: Callable[[], T]) -> T:
        """Return what a piece of work answers, all of it of one revision; within another such work just do it."""
        if self._database is not None:
            return work()

        def once(database: Statements) -> T:
            self._database = database
            try:
                return work()
            finally:
                self._database = None

        answer, self._pulse = read_steadily(self._server, once, self._pulse, self._keep_out)
        return answer

    def apart(self, work: Callable[[Statements], T]) -> T:
        """Return what a piece of work answers in a transaction of its own, as when the one before it failed."""
        return self._server.read(work)

    @property
    def url(self) -> str:
        """What the store is called in errors."""
        return self._server.url

    def rows(self, query: str, **parameters: Any) -> list[list[Any]]:
        """Return all rows of a query."""
        return self.database.rows(query, **parameters)

    @property
    def database(self) -> Statements:
        """The transaction of the question that is being answered."""
        assert self._database is not None, "only within `steadily`"  # noqa: S101 - a mistake of ours
        return self._database

    # ------------------------------------------------------------------------------------------------ ids

    def facts(self) -> Mapping[int, LoadFacts]:
        """Return the facts of every load."""
        return {number: facts_of(load) for number, load in Asking(self.database).loads().items()}

    def canonical(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the canonical id of each id, whether it is there or not."""
        ids = list(ids)
        query = f"""MATCH (n:Thing) WHERE n.id IN $ids AND n.canonical IS NOT NULL RETURN n.id AS id, n.canonical AS to
                    UNION ALL
                    MATCH ()-[r:{KEPT}]->() WHERE r.id IN $ids AND r.canonical IS NOT NULL
                    RETURN r.id AS id, r.canonical AS to"""
        merged = dict(self.rows(query, ids=ids)) if ids else {}
        return {id_: merged.get(id_, id_) for id_ in ids}

    def question(self, where: NodeFilter | None = None) -> tuple[Question, NodeFilter]:
        """Return a question and a filter whose ids are canonical, with the areas that the filter asks for."""
        where = where or NodeFilter()
        asked = where.mentioned()
        resolved = where.translated(self.canonical(asked)) if asked else where
        parts = list(_filters(resolved))
        areas = {one.within: self._with_parts(one.within) for one in parts if one.within}
        sources = {one.sources: self._with_merged(one.sources) for one in parts if one.sources}
        return Question(self.level, areas, sources), resolved

    def _with_parts(self, areas: Iterable[str]) -> list[str]:
        """Return areas with all their parts, and the parts of those; what is hidden leads to none of its parts."""
        question = Question(self.level)
        parts = RelationshipFilter(types=("PART_OF",), direction=Direction.IN)
        inside = f"{question.reach(parts, 'a')} WHERE {all_of(question.ties(parts, 'a'))}"
        found: set[str] = set()
        frontier = list(areas)
        while frontier:
            query = f"{question.asked()} RETURN a.id, COLLECT {{ {inside} RETURN DISTINCT o.id }}"
            rows = self.rows(query, ids=frontier, **question.parameters)
            found.update(id_ for id_, _ in rows)
            frontier = sorted({part for _, ids in rows for part in ids} - found)
        return sorted(found)

    def _with_merged(self, ids: Iterable[str]) -> list[str]:
        """Return nodes with all that are merged into them: a reading names sources as its claims do."""
        query = "MATCH (n:Merged) WHERE n.canonical IN $ids RETURN n.id"
        return sorted({*ids, *(id_ for (id_,) in self.rows(query, ids=list(ids)))})

    def members(self, id_: str) -> set[str]:
        """Return every id that is one thing with an id, itself and the canonical one included."""
        canonical = self.canonical([id_])[id_]
        merged = Asking(self.database).members([canonical]).get(canonical, ())
        return {canonical, *(thing.id for thing in merged)}


def _filters(where: NodeFilter) -> Iterable[NodeFilter]:
    """Yield a filter and the filters in it."""
    yield where
    for one in (*where.any_of, *([where.without] if where.without else [])):
        yield from _filters(one)


def answered(method: Callable[Concatenate[Q, P], T]) -> Callable[Concatenate[Q, P], T]:
    """Let all that a method reads be of one revision."""

    @functools.wraps(method)
    def answer(self: Q, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return self.steadily(lambda: method(self, *args, **kwargs))

    return answer
