"""Questions about nodes: by id, by filter, by words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import orjson

from graph.schema.declaration import Level, ValueType
from graph.schema.model import node_properties
from graph.schema.values import Value
from graph.store.answers import Node, Page
from graph.store.checking import bad_cursor, check_property, checked_first
from graph.store.codec import decode_reading
from graph.store.questions import NodeFilter, Order
from graph.store.searching import Words
from graph.store.sqlite.filters import Condition, array, is_storable, sort_keys
from graph.store.sqlite.filters import after as coming_after
from graph.store.sqlite.queries import Queries

_NODE = "n.id, n.kind, n.name, n.reading, n.revision, n.public_revision, n.former_ids, n.named"


class NodeQueries(Queries):
    """See `graph.store.base.View`."""

    def nodes(self, ids: Sequence[str]) -> list[Node | None]:
        """Return nodes in the order asked; None for what is not there for this viewer."""
        canonical = self.canonical(ids)
        query = f"""SELECT {_NODE} FROM node AS n
                    WHERE n.audience IN {self.audiences} AND n.id IN (SELECT value FROM json_each(?))"""
        found = {row[0]: self._node(row) for row in self.rows(query, array(canonical.values()))}
        return [found.get(canonical[id_]) for id_ in ids]

    def find(
        self, where: NodeFilter, order: Sequence[Order] = (), *, first: int = 20, after: str | None = None
    ) -> Page[Node]:
        """Return a page of nodes, ordered by ``order`` and then id."""
        condition = self.compile.nodes(self.resolved(where))
        return self._page(condition, sort_keys(order, self.level), first, after)

    def count(self, where: NodeFilter) -> int:
        """Return how many nodes match."""
        condition = self.compile.nodes(self.resolved(where))
        query = f"SELECT count(*) FROM node AS n WHERE {condition.text}"
        return int(self.rows(query, *condition.parameters)[0][0])

    def facets(self, where: NodeFilter, by: str, *, first: int = 50) -> list[tuple[Value | None, int]]:
        """Return how many matching nodes share each value of a property, most first."""
        if by != "kind":
            check_property(by, (ValueType.CODE, ValueType.YES_NO))
        condition = self.compile.nodes(self.resolved(where))
        query = f"""SELECT n.{by}, count(*) AS number FROM node AS n WHERE {condition.text} GROUP BY 1
                    ORDER BY number DESC, (n.{by} IS NULL), n.{by} LIMIT ?"""
        rows = self.rows(query, *condition.parameters, checked_first(first))
        if by != "kind" and node_properties()[by].type is ValueType.YES_NO:
            return [(None if value is None else bool(value), number) for value, number in rows]
        return [(value, number) for value, number in rows]

    def search(
        self, text: str, where: NodeFilter | None = None, *, first: int = 20, after: str | None = None
    ) -> Page[Node]:
        """Return nodes whose `search_text` holds every normalised word, best match of the name first."""
        words = Words.of(text)
        condition = self.compile.nodes(self.resolved(where or NodeFilter()))
        self.compile.words(condition, words, "n")
        rank = _rank(words)
        return self._page(condition, [(rank, False), ("n.sort_key", False), ("n.id", False)], first, after)

    def _page(
        self, condition: Condition, keys: Sequence[tuple[str, bool]], first: int, after: str | None
    ) -> Page[Node]:
        if after is not None:
            condition.add(*self._after(keys, after))
        by = ", ".join(f"{expression} {'DESC' if descending else 'ASC'}" for expression, descending in keys)
        query = f"SELECT {_NODE} FROM node AS n WHERE {condition.text} ORDER BY {by} LIMIT ?"
        rows = self.rows(query, *condition.parameters, checked_first(first) + 1)
        return Page(tuple(self._node(row) for row in rows[:first]), more=len(rows) > first)

    def _after(self, keys: Sequence[tuple[str, bool]], id_: str) -> tuple[Any, ...]:
        expressions = ", ".join(expression for expression, _ in keys)
        query = f"SELECT {expressions} FROM node AS n WHERE n.id = ? AND n.audience IN {self.audiences}"
        rows = self.rows(query, self.canonical([id_])[id_]) if is_storable(id_) else []
        if not rows:
            raise bad_cursor()
        text, parameters = coming_after(keys, rows[0])
        return (text, *parameters)

    def _node(self, row: Sequence[Any]) -> Node:
        id_, kind, name, reading, revision, public_revision, former, named = row
        seen = public_revision if self.level is Level.PUBLIC else revision
        return Node(id_, kind, name, decode_reading(reading), seen, tuple(orjson.loads(former)), bool(named))


def _rank(words: Words) -> str:
    """Return the expression for how well a name fits: 0 equals, 1 starts, 2 has words that start so, 3 the rest."""
    # The words hold letters and digits only (`normalise`), so they cannot end the text that they stand in.
    starts = " AND ".join(f"instr(' ' || n.sort_key, ' {word}') > 0" for word in words.words) or "0"
    whole = words.whole
    return f"""CASE WHEN n.sort_key = '{whole}' THEN 0
               WHEN substr(n.sort_key, 1, {len(whole)}) = '{whole}' THEN 1 WHEN {starts} THEN 2 ELSE 3 END"""
