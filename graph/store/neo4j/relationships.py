"""Questions about relationships: of nodes, by id, what lies at the other end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from graph.schema.declaration import Level
from graph.store.answers import Page, Relationship
from graph.store.checking import bad_cursor, check_continued, checked_first
from graph.store.codec import decode_reading
from graph.store.neo4j.asking import ids_by_type, rows_of_types
from graph.store.neo4j.filters import Question, all_of, order_by
from graph.store.neo4j.filters import after as coming_after
from graph.store.neo4j.ordering import order_expressions
from graph.store.neo4j.queries import Queries, answered
from graph.store.questions import RelationshipFilter


class RelationshipQueries(Queries):
    """See `graph.store.base.View`."""

    @answered
    def relationships(
        self,
        ids: Sequence[str],
        where: RelationshipFilter = RelationshipFilter(),
        *,
        first: int = 20,
        after: str | None = None,
    ) -> dict[str, Page[Relationship]]:
        """Return, for each id asked, a page of its relationships, by sort key of the other end and then id."""
        check_continued(ids, after)
        canonical = self.canonical(ids)
        question = Question(self.level)
        reach, conditions = self._reach(question, where)
        keys = [(expression, False) for expression in (*order_expressions("o", "sort_key"), "r.id")]
        if after is not None:
            conditions.append(coming_after(question, keys, self._anchor(canonical[ids[0]], after)))
        query = f"""{question.asked()} CALL (a) {{ {reach} WHERE {all_of(conditions)}
                    RETURN r ORDER BY {order_by(keys)} LIMIT $limit }}
                    RETURN a.id, {_columns(question)}"""
        found: dict[str, list[Relationship]] = {id_: [] for id_ in canonical.values()}
        asked = list(found)
        for id_, *row in self.rows(query, ids=asked, limit=checked_first(first) + 1, **question.parameters):
            found[id_].append(self._relationship(row))
        return {id_: Page(tuple(found[to][:first]), more=len(found[to]) > first) for id_, to in canonical.items()}

    @answered
    def relationship_counts(
        self, ids: Sequence[str], where: RelationshipFilter = RelationshipFilter()
    ) -> dict[str, int]:
        """Return how many relationships each id asked has."""
        canonical = self.canonical(ids)
        question = Question(self.level)
        reach, conditions = self._reach(question, where)
        query = f"{question.asked()} {reach} WHERE {all_of(conditions)} RETURN a.id, count(*)"
        rows = self.rows(query, ids=list(dict.fromkeys(canonical.values())), **question.parameters)
        counts: dict[str, int] = dict(rows)
        return {id_: counts.get(to, 0) for id_, to in canonical.items()}

    @answered
    def relationships_by_id(self, ids: Sequence[str]) -> list[Relationship | None]:
        """Return relationships in the order asked; None for what is not there for this viewer."""
        canonical = self.canonical(ids)
        question = Question(self.level)
        ends = [question.visible(end) for end in ("s", "e")]
        where = all_of([*question.standing(with_denied=True), *ends])
        asked = ids_by_type(dict.fromkeys(canonical.values()), {})
        rows = rows_of_types(self.rows, _columns(question), asked, where=f"WHERE {where}", **question.parameters)
        found = {row[0]: self._relationship(row) for row in rows}
        return [found.get(canonical[id_]) for id_ in ids]

    @answered
    def adjacency(self, ids: Sequence[str], where: RelationshipFilter = RelationshipFilter()) -> dict[str, list[str]]:
        """Return the ids at the other ends for each id asked, each once, sorted."""
        canonical = self.canonical(ids)
        question = Question(self.level)
        reach, conditions = self._reach(question, where)
        query = f"{question.asked()} {reach} WHERE {all_of(conditions)} RETURN a.id, collect(DISTINCT o.id)"
        rows = self.rows(query, ids=list(dict.fromkeys(canonical.values())), **question.parameters)
        found = {id_: sorted(others) for id_, others in rows}
        return {id_: found.get(to, []) for id_, to in canonical.items()}

    def _reach(self, question: Question, where: RelationshipFilter) -> tuple[str, list[str]]:
        """Return the words that lead from a node ``a`` to what its relationships lead to, and their conditions."""
        others = self.canonical(where.others).values() if where.others else ()
        where = replace(where, others=tuple(others))
        return question.reach(where, "a"), question.ties(where, "a")

    def _anchor(self, id_: str, cursor: str) -> list[Any]:
        """Return the values of the sort keys of a relationship seen from a node."""
        canonical = self.canonical([cursor])[cursor]
        found = self.relationships_by_id([canonical])[0]
        if found is None or id_ not in (found.start, found.end):
            raise bad_cursor()
        keys = ", ".join(order_expressions("o", "sort_key"))
        query = f"MATCH (o:Reading) WHERE o.id = $id AND o.audience IN $audiences RETURN {keys}"
        rows = self.rows(query, id=found.other(id_), **Question(self.level).parameters)
        if not rows:
            raise bad_cursor()
        return [*rows[0], canonical]

    def _relationship(self, row: Sequence[Any]) -> Relationship:
        id_, type_, start, end, reading, revision, public_revision, denied = row
        seen = public_revision if self.level is Level.PUBLIC else revision
        return Relationship(id_, type_, start, end, decode_reading(reading), seen, bool(denied))


def _columns(question: Question) -> str:
    """Return the expressions that `_relationship` takes."""
    return ", ".join(("r.id", "coalesce(r.type, type(r))", "startNode(r).id", "endNode(r).id", question.tie("reading"),
                      "r.revision", "r.public_revision", question.tie("denied")))  # fmt: skip
