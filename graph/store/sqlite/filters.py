"""Turns questions into conditions in SQL. Values always travel as parameters; only declared names become words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import orjson

from graph.schema.declaration import Level, ValueType
from graph.schema.model import RELATIONSHIPS_BY_NAME, node_properties
from graph.store.checking import check_property, no_property
from graph.store.columns import node_column_types
from graph.store.questions import BY_CHANGE, BY_NAME, PLACED_BY, Direction, NodeFilter, Order, RelationshipFilter
from graph.store.rows import Audience
from graph.store.searching import Words

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")

LEAST_FOR_INDEX = 3
"""Letters that a word needs to be found in an index of trigrams; shorter ones are found by reading every text."""


SIDES = (('"start"', '"end"', Direction.OUT), ('"end"', '"start"', Direction.IN))
"""Columns of the end asked about and of the other end, for both directions."""


class Condition:
    """A condition with its parameters, joined by AND as parts are added."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.parameters: list[Any] = []

    def add(self, text: str, *parameters: Any) -> None:
        """Add a part that must hold too."""
        self.parts.append(text)
        self.parameters += parameters

    @property
    def text(self) -> str:
        """The condition in SQL."""
        return " AND ".join(f"({part})" for part in self.parts) or "1"


def audiences(level: Level) -> str:
    """Return the audiences whose readings a level reads, as a list in SQL."""
    own = Audience.PUBLIC if level is Level.PUBLIC else Audience.INTERNAL
    return f"({int(Audience.EVERYONE)}, {int(own)})"


class FilterCompiler:
    """Makes conditions for one level.

    Parameters
    ----------
    level
        Whose readings.
    """

    def __init__(self, level: Level) -> None:
        self._audiences = audiences(level)

    def nodes(self, where: NodeFilter, alias: str = "n") -> Condition:
        """Return the condition on a row of ``node`` that a filter comes to."""
        condition = Condition()
        condition.add(f"{alias}.audience IN {self._audiences}")
        if where.kinds:
            condition.add(f"{alias}.kind IN (SELECT value FROM json_each(?))", array(where.kinds))
        if where.ids is not None:
            condition.add(f"{alias}.id IN (SELECT value FROM json_each(?))", array(where.ids))
        if where.text:
            self.words(condition, Words.of(where.text), alias)
        self._values(condition, where, alias)
        self._ties(condition, where, alias)
        self._combined(condition, where, alias)
        return condition

    def words(self, condition: Condition, words: Words, alias: str) -> None:
        """Add that every word occurs in the search text."""
        long = [word for word in words.words if len(word) >= LEAST_FOR_INDEX]
        if long:
            query = " AND ".join(f'"{word}"' for word in long)
            condition.add(f"{alias}.number IN (SELECT rowid FROM node_text WHERE node_text MATCH ?)", query)
        for word in words.words:
            if len(word) < LEAST_FOR_INDEX:
                condition.add(f"instr({alias}.search_text, ?) > 0", word)
        if not words.words:
            condition.add("0")  # nothing but punctuation is found nowhere

    def _values(self, condition: Condition, where: NodeFilter, alias: str) -> None:
        for name, values in where.codes.items():
            check_property(name, (ValueType.CODE, ValueType.YES_NO))
            wanted = [int(value) if isinstance(value, bool) else value for value in values]
            condition.add(f"{alias}.{name} IN (SELECT value FROM json_each(?))", array(wanted))
        for name, span in where.dates.items():
            check_property(name, (ValueType.DATE,))
            condition.add(f"{alias}.{name}_first IS NOT NULL")
            if span.first:
                condition.add(f"{alias}.{name}_last >= ?", span.first.isoformat())
            if span.last:
                condition.add(f"{alias}.{name}_first <= ?", span.last.isoformat())
        for name, numbers in where.numbers.items():
            check_property(name, (ValueType.QUANTITY, ValueType.INTEGER, ValueType.NUMBER))
            condition.add(f"{alias}.{name} IS NOT NULL")
            if numbers.least is not None:
                condition.add(f"{alias}.{name} >= ?", numbers.least)
            if numbers.most is not None:
                condition.add(f"{alias}.{name} <= ?", numbers.most)

    def _ties(self, condition: Condition, where: NodeFilter, alias: str) -> None:
        if where.within:
            area = self._areas()
            placed = ", ".join(f"'{type_}'" for type_ in PLACED_BY)
            ids = array(where.within)
            condition.add(
                f"""{alias}.id IN ({area}) OR EXISTS (SELECT 1 FROM relationship AS p
                    WHERE p."start" = {alias}.id AND p.type IN ({placed}) AND p.denied = 0
                    AND p.audience IN {self._audiences} AND p."end" IN ({area}))""",
                ids, ids,
            )  # fmt: skip
        for wanted, word in ((where.related, "EXISTS"), (where.unrelated, "NOT EXISTS")):
            for one in wanted:
                exists, parameters = self.related(one, f"{alias}.id")
                condition.add(f"{word} ({exists})", *parameters)

    def _areas(self) -> str:
        """Return the query for areas with all their parts; its parameter is the array of ids.

        A part of which the level may not know leads to none of its own parts.
        """
        return f"""WITH RECURSIVE area (id) AS (
                   SELECT a.id FROM node AS a
                   WHERE a.id IN (SELECT value FROM json_each(?)) AND a.audience IN {self._audiences}
                   UNION SELECT a.id FROM area JOIN relationship AS part ON part."end" = area.id
                   AND part.type = 'PART_OF' AND part.denied = 0 AND part.audience IN {self._audiences}
                   JOIN node AS a ON a.id = part."start" AND a.audience IN {self._audiences})
                   SELECT id FROM area"""

    def _combined(self, condition: Condition, where: NodeFilter, alias: str) -> None:
        for name in where.known:
            condition.add(self._known(name, alias))
        for name in where.unknown:
            condition.add(f"NOT {self._known(name, alias)} AND NOT {self._none(name, alias)}")
        if where.sources:
            # A reading names sources by the ids that its claims have, whatever these were merged into since.
            condition.add(
                f"""EXISTS (SELECT 1 FROM json_each({alias}.reading, '$.s') WHERE value IN
                    (SELECT value FROM json_each(?) UNION SELECT id FROM thing
                     WHERE canonical <> id AND canonical IN (SELECT value FROM json_each(?))))""",
                array(where.sources), array(where.sources),
            )  # fmt: skip
        if where.any_of:
            options = [self.nodes(option, alias) for option in where.any_of]
            parameters = [parameter for option in options for parameter in option.parameters]
            condition.add(" OR ".join(f"({option.text})" for option in options), *parameters)
        if where.without is not None:
            excluded = self.nodes(where.without, alias)
            # Not NOT: what is unknown neither holds nor fails, and "does not hold" takes it in.
            condition.add(f"({excluded.text}) IS NOT TRUE", *excluded.parameters)

    def _known(self, name: str, alias: str) -> str:
        """Return the condition that a property has a value, or that there is a relationship of a type."""
        if name in RELATIONSHIPS_BY_NAME:
            exists, _ = self.related(RelationshipFilter(types=(name,)), f"{alias}.id", inline=True)
            return f"EXISTS ({exists})"
        if name not in node_properties():
            raise no_property(name, (*node_properties(), *RELATIONSHIPS_BY_NAME))
        return f"json_type({alias}.reading, '$.v.{name}') IS NOT NULL"

    def _none(self, name: str, alias: str) -> str:
        """Return the condition that a source says that there is none."""
        return f"EXISTS (SELECT 1 FROM json_each({alias}.reading, '$.n') WHERE value = '{name}')"

    def related(self, where: RelationshipFilter, id_: str, *, inline: bool = False) -> tuple[str, list[Any]]:
        """Return the query for relationships of the node whose id the expression ``id_`` gives."""
        condition = Condition()
        if inline:
            condition.add(f"r.type = '{where.types[0]}' AND r.denied = 0")
        else:
            self.relationships(condition, where)
        sides = [
            f"""SELECT 1 FROM relationship AS r JOIN node AS o ON o.id = r.{other} AND o.audience IN {self._audiences}
                WHERE r.{side} = {id_} AND r.audience IN {self._audiences}
                AND {self.facing(where.direction, direction)} AND {condition.text}"""
            for side, other, direction in SIDES
        ]
        return " UNION ALL ".join(sides), condition.parameters * 2

    def relationships(self, condition: Condition, where: RelationshipFilter) -> None:
        """Add what a filter says of a row ``r`` of ``relationship`` whose other end is the node ``o``."""
        if not where.with_denied:
            condition.add("r.denied = 0")
        for expression, values in (("r.type", where.types), ("o.id", where.others), ("o.kind", where.other_kinds),
                                   ("r.status", where.statuses), ("r.role", where.roles)):  # fmt: skip
            if values:
                condition.add(f"{expression} IN (SELECT value FROM json_each(?))", array(values))
        if where.active_on:
            day = where.active_on.isoformat()
            condition.add("r.since_first IS NULL OR r.since_first <= ?", day)
            condition.add("r.until_last IS NULL OR r.until_last >= ?", day)

    @staticmethod
    def facing(asked: Direction, side: Direction) -> str:
        """Return the condition that a relationship found at one side is asked for; without direction it always is."""
        symmetric = ", ".join(f"'{name}'" for name, type_ in RELATIONSHIPS_BY_NAME.items() if type_.symmetric)
        return "1" if asked in (side, Direction.EITHER) else f"r.type IN ({symmetric})"


def sort_keys(order: Sequence[Order], level: Level, alias: str = "n") -> list[tuple[str, bool]]:
    """Return the expressions to order by, each with whether it descends; empties last, the id at the end.

    Raises
    ------
    InputError
        A property cannot be ordered by.
    """
    keys: list[tuple[str, bool]] = []
    for one in order or (Order(),):
        if one.by == BY_NAME:
            keys.append((f"{alias}.sort_key", one.descending))
            continue
        if one.by == BY_CHANGE:
            name = "public_revision" if level is Level.PUBLIC else "revision"
        else:
            check_property(one.by, (ValueType.DATE, ValueType.QUANTITY, ValueType.INTEGER, ValueType.NUMBER))
            name = one.by if one.by in node_column_types() else f"{one.by}_first"
        keys += [(f"({alias}.{name} IS NULL)", False), (f"coalesce({alias}.{name}, 0)", one.descending)]
    return [*keys, (f"{alias}.id", False)]


def after(keys: Sequence[tuple[str, bool]], values: Sequence[Any]) -> tuple[str, list[Any]]:
    """Return the condition that a row comes after the row with these values of the sort keys."""
    options, parameters = [], []
    for position, (expression, descending) in enumerate(keys):
        equal = [f"{earlier} = ?" for earlier, _ in keys[:position]]
        options.append(" AND ".join([*equal, f"{expression} {'<' if descending else '>'} ?"]))
        parameters += [*values[:position], values[position]]
    return " OR ".join(f"({option})" for option in options), parameters


def array(values: Iterable[Any]) -> str:
    """Return values as the JSON array that `json_each` reads, without texts that no store can hold.

    A NUL would end a text for `json_each` and find what has the shorter id; half a surrogate pair has no bytes at all.
    """
    return orjson.dumps([value for value in values if not isinstance(value, str) or is_storable(value)]).decode()


def is_storable(text: str) -> bool:
    """Return whether a text can stand in a store."""
    return (text.isascii() and "\0" not in text) or not _UNSTORABLE.search(text)
