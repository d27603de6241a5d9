"""A whole graph in columns: gathered in the database, so that a hundred thousand values travel as one row."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import Any

import orjson

from graph.schema.model import RELATIONSHIPS_BY_NAME
from graph.store.answers import NodeColumns, RelationshipColumns, Snapshot
from graph.store.neo4j.asking import Asking
from graph.store.neo4j.claims import ClaimQueries
from graph.store.neo4j.filters import Question, all_of
from graph.store.neo4j.layout import KEPT
from graph.store.neo4j.properties import EVERYONE, node_columns, tie_columns
from graph.store.neo4j.queries import answered

ROWS_IN_PAGE = 100_000
"""Nodes or relationships that one question gathers: tens of megabytes."""

_NOTHING = "''"
"""Stands for null, which gathering passes over; no value is an empty text."""

Columns = list[list[Any]]


class SnapshotQueries(ClaimQueries):
    """See `graph.store.base.View`."""

    @answered
    def snapshot(
        self,
        *,
        kinds: Iterable[str] | None = None,
        properties: Iterable[str] = (),
        types: Iterable[str] | None = None,
        relationship_properties: Iterable[str] = (),
    ) -> Snapshot:
        """Return nodes of some kinds and the relationships of some types among them, in columns; None for all."""
        nodes = self._node_columns(None if kinds is None else list(kinds), list(dict.fromkeys(properties)))
        known = RELATIONSHIPS_BY_NAME if types is None else [name for name in types if name in RELATIONSHIPS_BY_NAME]
        wanted = list(dict.fromkeys(relationship_properties))
        ties = self._tie_columns(list(dict.fromkeys(known)), wanted)
        position = {id_: number for number, id_ in enumerate(nodes.ids)}
        ids, types_, starts, ends, *values = _ordered(ties, position)
        relationships = RelationshipColumns(
            ids,
            types_,
            [position[id_] for id_ in starts],
            [position[id_] for id_ in ends],
            dict(zip(wanted, map(_values, values), strict=True)),
        )
        revision, structure_revision = Asking(self.database).revisions()
        return Snapshot(revision, structure_revision, nodes, relationships)

    def _node_columns(self, kinds: list[str] | None, wanted: Sequence[str]) -> NodeColumns:
        question = Question(self.level)
        conditions = ["n.id > $after", "n.audience IN $audiences"]
        conditions += [] if kinds is None else [f"n.kind IN {question.bind(kinds)}"]
        values = [_property(question, "n", name, node_columns()) for name in wanted]
        # The index gives the order, which is then by code point, as is that of the condition on the id.
        query = f"""MATCH (n:Reading) USING INDEX n:Reading(id) WHERE {all_of(conditions)}
                    WITH n ORDER BY n.id LIMIT {ROWS_IN_PAGE}
                    RETURN {_gathered(["n.id", "n.kind", "n.name", *values])}"""
        ids, kinds_, names, *columns = self._pages(query, question, 3 + len(wanted))
        return NodeColumns(ids, kinds_, names, dict(zip(wanted, map(_values, columns), strict=True)))

    def _tie_columns(self, types: Sequence[str], wanted: Sequence[str]) -> Columns:
        """Return id, type, start, end and values of the relationships that stand, in order of id for each type."""
        found: Columns = [[] for _ in range(4 + len(wanted))]
        for type_ in types:
            _extend(found, self._ties_of_type(type_, type_, wanted))
            if self.level_is_public:  # what everybody reads as standing, the internal level may not
                _extend(found, self._ties_of_type(type_, KEPT, wanted))
        return found

    def _ties_of_type(self, type_: str, label: str, wanted: Sequence[str]) -> Columns:
        question = Question(self.level)
        conditions = ["r.id > $after"]
        conditions += question.standing() if question.public else []
        conditions += [f"r.type = {question.bind(type_)}"] if label == KEPT else []
        values = [_property(question, "r", name, tie_columns()) for name in wanted]
        differing = (
            [f"CASE r.audience WHEN '{EVERYONE}' THEN null ELSE r.public_reading END"] if question.public else []
        )
        query = f"""MATCH (s)-[r:{label}]->(e) USING INDEX r:{label}(id) WHERE {all_of(conditions)}
                    WITH s, r, e ORDER BY r.id LIMIT {ROWS_IN_PAGE}
                    RETURN {_gathered(["r.id", "s.id", "e.id", *values, *differing])}"""
        ids, starts, ends, *columns = self._pages(query, question, 3 + len(values) + len(differing))
        if question.public:
            _patch(columns[:-1], columns[-1], wanted)
        return [ids, [type_] * len(ids), starts, ends, *columns[: len(wanted)]]

    def _pages(self, query: str, question: Question, number: int) -> Columns:
        """Return all pages of a query as one; the first of its columns is the id that a next page comes after."""
        found: Columns = [[] for _ in range(number)]
        after = ""
        while True:
            page = self.rows(query, after=after, **question.parameters)[0]
            _extend(found, page)
            if len(page[0]) < ROWS_IN_PAGE:
                return found
            after = page[0][-1]

    @property
    def level_is_public(self) -> bool:
        """Whether the public level looks."""
        return Question(self.level).public


def _gathered(expressions: Iterable[str]) -> str:
    return ", ".join(f"collect(coalesce({expression}, {_NOTHING}))" for expression in expressions)


def _property(question: Question, variable: str, name: str, declared: Container[str]) -> str:
    """Return the expression for a value; nothing where no such property is declared."""
    if name == "exists":
        return "true"
    if name.partition("@")[0] not in declared:
        return "null"
    value = f"{variable}[{question.bind(name)}]" if "@" in name else f"{variable}.{name}"
    return f"CASE WHEN n.stand_in THEN null ELSE {value} END" if (variable, name) == ("n", "name") else value


def _patch(columns: Columns, readings: Sequence[str], wanted: Sequence[str]) -> None:
    """Put the values of public readings that differ in the place of the internal ones."""
    for number, reading in enumerate(readings):
        if reading and wanted:
            values = orjson.loads(reading)["v"]
            for name, column in zip(wanted, columns, strict=True):
                column[number] = values.get(name)


def _extend(columns: Columns, more: Iterable[list[Any]]) -> None:
    for column, part in zip(columns, more, strict=True):
        column.extend(part)


def _ordered(columns: Columns, position: Container[str]) -> Columns:
    """Return the rows whose ends are known, in order of id."""
    ids, _, starts, ends, *_ = columns
    rows = [
        row for row, (start, end) in enumerate(zip(starts, ends, strict=True)) if start in position and end in position
    ]
    rows.sort(key=ids.__getitem__)
    return [[column[row] for row in rows] for column in columns]


def _values(column: Iterable[Any]) -> list[Any]:
    return [None if value == "" else tuple(value) if isinstance(value, list) else value for value in column]
