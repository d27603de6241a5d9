"""Questions about nodes: by id, by filter, by words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graph.schema.declaration import Level, ValueType
from graph.schema.values import Value
from graph.store.answers import Node, Page
from graph.store.checking import bad_cursor, check_property, checked_first
from graph.store.codec import decode_reading
from graph.store.neo4j.filters import (
    Key,
    Question,
    after,
    all_of,
    order_by,
    ordered_id,
    sort_keys,
)
from graph.store.neo4j.ordering import by_code_point, order_expressions
from graph.store.neo4j.queries import Queries, answered
from graph.store.neo4j.starting import NAME_OF_KIND, ordered_by_index, start
from graph.store.questions import NodeFilter, Order
from graph.store.searching import Words

_NODE = "n.id, n.kind, n.name, n.reading, n.revision, n.public_revision, n.former_ids, n.named"


class NodeQueries(Queries):
    """See `graph.store.base.View`."""

    @answered
    def nodes(self, ids: Sequence[str]) -> list[Node | None]:
        """Return nodes in the order asked; None for what is not there for this viewer."""
        canonical = self.canonical(ids)
        query = f"MATCH (n:Reading) WHERE n.id IN $ids AND n.audience IN $audiences RETURN {_NODE}"
        rows = self.rows(query, ids=list(canonical.values()), **Question(self.level).parameters)
        found = {row[0]: self._node(row) for row in rows}
        return [found.get(canonical[id_]) for id_ in ids]

    @answered
    def find(
        self, where: NodeFilter, order: Sequence[Order] = (), *, first: int = 20, after: str | None = None
    ) -> Page[Node]:
        """Return a page of nodes, ordered by ``order`` and then id."""
        question, resolved = self.question(where)
        conditions, keys = question.nodes(resolved), sort_keys(order, self.level)
        if ordered_by_index(resolved, keys):
            keys = [(NAME_OF_KIND, keys[0][1]), *keys]
        begin = start(question, resolved, Words.of(resolved.text))
        return self._page(question, begin, conditions, keys=keys, first=first, cursor=after)

    @answered
    def count(self, where: NodeFilter) -> int:
        """Return how many nodes match."""
        question, resolved = self.question(where)
        conditions = all_of(question.nodes(resolved))
        query = f"{start(question, resolved, Words.of(resolved.text))} WHERE {conditions} RETURN count(*)"
        return int(self.rows(query, **question.parameters)[0][0])

    @answered
    def facets(self, where: NodeFilter, by: str, *, first: int = 50) -> list[tuple[Value | None, int]]:
        """Return how many matching nodes share each value of a property, most first."""
        if by != "kind":
            check_property(by, (ValueType.CODE, ValueType.YES_NO))
        question, resolved = self.question(where)
        conditions = all_of(question.nodes(resolved))
        query = f"""{start(question, resolved, Words.of(resolved.text))} WHERE {conditions}
                    WITH n.{by} AS value, count(*) AS number
                    RETURN value, number ORDER BY number DESC, value IS NULL, value LIMIT $first"""
        rows = self.rows(query, first=checked_first(first), **question.parameters)
        return [(value, number) for value, number in rows]

    @answered
    def search(
        self, text: str, where: NodeFilter | None = None, *, first: int = 20, after: str | None = None
    ) -> Page[Node]:
        """Return nodes whose `search_text` holds every normalised word, best match of the name first."""
        words = Words.of(text)
        question, resolved = self.question(where)
        conditions = [*question.nodes(resolved), *question.words(words, "n")]
        names = [(expression, False) for expression in order_expressions("n", "sort_key")]
        keys = [(_rank(question, words), False), *names, (ordered_id("n"), False)]
        begin = start(question, resolved, words)
        return self._page(question, begin, conditions, keys=keys, first=first, cursor=after)

    def _page(
        self,
        question: Question,
        begin: str,
        conditions: list[str],
        *,
        keys: Sequence[Key],
        first: int,
        cursor: str | None,
    ) -> Page[Node]:
        if cursor is not None:
            conditions = [*conditions, *self._after(question, keys, cursor)]
        elif keys[0][0] == NAME_OF_KIND:
            conditions = [*conditions, "n.sort_key >= ''"]  # all of them; without it the index is not looked at
        query = f"""{begin} WHERE {all_of(conditions)} WITH n ORDER BY {order_by(keys)} LIMIT $limit RETURN {_NODE}"""
        rows = self.rows(query, limit=checked_first(first) + 1, **question.parameters)
        return Page(tuple(self._node(row) for row in rows[:first]), more=len(rows) > first)

    def _after(self, question: Question, keys: Sequence[Key], id_: str) -> list[str]:
        """Return the conditions that a row comes after a node."""
        expressions = ", ".join(expression for expression, _ in keys)
        query = f"MATCH (n:Reading) WHERE n.id IN $cursor AND n.audience IN $audiences RETURN {expressions}"
        rows = self.rows(query, cursor=[self.canonical([id_])[id_]], **question.parameters)
        if not rows:
            raise bad_cursor()
        conditions = [after(question, keys, rows[0])]
        if keys[0][0] == NAME_OF_KIND:  # what the index can begin at follows from the rest, which no index can read
            conditions.append(f"n.sort_key {'<=' if keys[0][1] else '>='} {question.bind(rows[0][1])}")
        return conditions

    def _node(self, row: Sequence[Any]) -> Node:
        id_, kind, name, reading, revision, public_revision, former, named = row
        seen = public_revision if self.level is Level.PUBLIC else revision
        return Node(id_, kind, name, decode_reading(reading), seen, tuple(former or ()), named is not False)


def _rank(question: Question, words: Words) -> str:
    """Return the expression for how well a name fits: 0 equals, 1 starts, 2 has words that start so, 3 the rest."""
    name = "coalesce(n.long_sort_key, n.sort_key)"
    whole = question.bind(by_code_point(words.whole))
    each = question.bind([f" {by_code_point(word)}" for word in words.words])
    starts = f"size({each}) > 0 AND all(word IN {each} WHERE ' ' + {name} CONTAINS word)"
    return f"""CASE WHEN {name} = {whole} THEN 0 WHEN {name} STARTS WITH {whole} THEN 1
               WHEN {starts} THEN 2 ELSE 3 END"""
