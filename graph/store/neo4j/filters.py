"""Turns questions into conditions in Cypher. Values always travel as parameters; only declared names become words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from graph.schema.declaration import Level, ValueType
from graph.schema.model import RELATIONSHIPS_BY_NAME, node_properties
from graph.store.checking import check_property, no_property
from graph.store.neo4j.layout import KEPT
from graph.store.neo4j.ordering import by_code_point, order_expressions
from graph.store.neo4j.properties import BOTH, EVERYONE, INTERNAL, PUBLIC
from graph.store.questions import BY_CHANGE, BY_NAME, PLACED_BY, Direction, NodeFilter, Order, RelationshipFilter
from graph.store.searching import Words

Key = tuple[str, bool]
"""An expression to order by, and whether it descends."""

SEARCH_TEXT = "coalesce({}.search_text, {}.long_text)"

_SYMMETRIC = tuple(name for name, type_ in RELATIONSHIPS_BY_NAME.items() if type_.symmetric)

Widened = Mapping[tuple[str, ...], Sequence[str]]
"""For each list of ids in a filter, the ids that it comes to."""


class Question:
    """A question in the making, for one level: its parameters, and the conditions that filters come to.

    Parameters
    ----------
    level
        Whose readings.
    areas, sources
        What `NodeFilter.within` and `NodeFilter.sources` come to: with the parts of areas, with merged sources.
    """

    def __init__(self, level: Level, areas: Widened = MappingProxyType({}), sources: Widened = MappingProxyType({})):
        self.public = level is Level.PUBLIC
        self.areas = areas
        self._sources = sources
        own = PUBLIC if self.public else INTERNAL
        self.parameters: dict[str, Any] = {"audiences": [EVERYONE, own], "tie_audiences": [EVERYONE, own, BOTH]}

    def bind(self, value: Any) -> str:
        """Return the words for a value that travels as a parameter."""
        name = f"p{len(self.parameters)}"
        self.parameters[name] = list(value) if isinstance(value, tuple) else value
        return f"${name}"

    # ------------------------------------------------------------------------------------------------ nodes

    def nodes(self, where: NodeFilter, n: str = "n") -> list[str]:
        """Return the conditions on a reading ``n`` that a filter comes to; who looks is among them."""
        parts = [f"{n}.audience IN $audiences"]
        if where.kinds:
            one = len(where.kinds) == 1  # the index on kind and name then gives the order
            parts.append(f"{n}.kind = {self.bind(where.kinds[0])}" if one else f"{n}.kind IN {self.bind(where.kinds)}")
        if where.ids is not None:
            parts.append(f"{n}.id IN {self.bind(where.ids)}")
        if where.text:
            parts += self.words(Words.of(where.text), n)
        return parts + self._values(where, n) + self._ties(where, n) + self._combined(where, n)

    def words(self, words: Words, n: str) -> list[str]:
        """Return the conditions that every word occurs in the search text."""
        text = SEARCH_TEXT.format(n, n)
        # Nothing but punctuation is found nowhere.
        return [f"{text} CONTAINS {self.bind(by_code_point(word))}" for word in words.words] or ["false"]

    def _values(self, where: NodeFilter, n: str) -> list[str]:
        parts = []
        for name, values in where.codes.items():
            check_property(name, (ValueType.CODE, ValueType.YES_NO))
            parts.append(f"{n}.{name} IN {self.bind(values)}")
        for name, span in where.dates.items():
            check_property(name, (ValueType.DATE,))
            parts.append(f"{n}.{name}_first IS NOT NULL")
            parts += [f"{n}.{name}_last >= {self.bind(span.first.isoformat())}"] if span.first else []
            parts += [f"{n}.{name}_first <= {self.bind(span.last.isoformat())}"] if span.last else []
        for name, numbers in where.numbers.items():
            column = number_property(name)
            parts.append(f"{n}.{column} IS NOT NULL")
            parts += [f"{n}.{column} >= {self.bind(numbers.least)}"] if numbers.least is not None else []
            parts += [f"{n}.{column} <= {self.bind(numbers.most)}"] if numbers.most is not None else []
        return parts

    def _ties(self, where: NodeFilter, n: str) -> list[str]:
        parts = []
        if where.within:
            areas = self.bind(self.areas[where.within])
            pattern = RelationshipFilter(types=PLACED_BY, direction=Direction.OUT)
            bearer, a = self._bearer(n)
            conditions = all_of([f"b.id IN {areas}", *self._standing(pattern)])
            placed = f"{bearer} MATCH ({a}){self._arrow(pattern)}(b:Thing) WHERE {conditions}"
            parts.append(f"{n}.id IN {areas} OR EXISTS {{ {placed} }}")
        parts += [self._related(one, n) for one in where.related]
        return parts + [f"NOT {self._related(one, n)}" for one in where.unrelated]

    def _combined(self, where: NodeFilter, n: str) -> list[str]:
        parts = [self._known(name, n) for name in where.known]
        for name in where.unknown:
            parts += [f"NOT {self._known(name, n)}", f"NOT {self.bind(name)} IN coalesce({n}.none, [])"]
        if where.sources:
            parts.append(f"any(source IN {n}.sources WHERE source IN {self.bind(self._sources[where.sources])})")
        if where.any_of:
            parts.append(" OR ".join(f"({all_of(self.nodes(option, n))})" for option in where.any_of))
        if where.without is not None:
            # What is unknown neither holds nor fails, and "does not hold" takes it in.
            parts.append(f"NOT coalesce({all_of(self.nodes(where.without, n))}, false)")
        return parts

    def _known(self, name: str, n: str) -> str:
        """Return the condition that a property has a value, or that there is a relationship of a type."""
        if name in RELATIONSHIPS_BY_NAME:
            return self._related(RelationshipFilter(types=(name,)), n)
        if name not in node_properties():
            raise no_property(name, (*node_properties(), *RELATIONSHIPS_BY_NAME))
        # What stands in for a name is none.
        return f"{n}.stand_in IS NULL" if name == "name" else f"{n}.{name} IS NOT NULL"

    # ------------------------------------------------------------------------------------------------ relationships

    def _related(self, where: RelationshipFilter, n: str) -> str:
        """Return the condition that a reading ``n`` has such a relationship."""
        bearer, a = self._bearer(n)
        return f"EXISTS {{ {bearer} {self.reach(where, a)} WHERE {all_of(self.ties(where, a))} }}"

    def _bearer(self, n: str) -> tuple[str, str]:
        """Return the words for the node that bears the relationships of a reading ``n``, and its variable.

        A public reading that differs stands alone: its relationships are at the node of the same id.
        """
        return (f"MATCH (a:Thing {{id: {n}.id}})", "a") if self.public else ("", n)

    def reach(self, where: RelationshipFilter, a: str) -> str:
        """Return the words that lead from a node ``a`` along a relationship ``r`` to its other end as read, ``o``."""
        if self.public:
            return f"MATCH ({a}){self._arrow(where)}(b:Thing) MATCH (o:Reading {{id: b.id}})"
        return f"MATCH ({a}){self._arrow(where)}(o:Entity)"

    def ties(self, where: RelationshipFilter, a: str) -> list[str]:
        """Return the conditions on a relationship ``r`` of a node ``a`` and on what its other end reads, ``o``."""
        parts = ["o.audience IN $audiences", *self._standing(where)]
        for expression, values in (("o.id", where.others), ("o.kind", where.other_kinds),
                                   (self.tie("status"), where.statuses), (self.tie("role"), where.roles)):  # fmt: skip
            parts += [f"{expression} IN {self.bind(values)}"] if values else []
        if where.active_on:
            day = self.bind(where.active_on.isoformat())
            since, until = self.tie("since_first"), self.tie("until_last")
            parts += [f"{since} IS NULL OR {since} <= {day}", f"{until} IS NULL OR {until} >= {day}"]
        if where.direction is not Direction.EITHER and not self._arrow_tells(where):
            side = "startNode" if where.direction is Direction.OUT else "endNode"
            parts.append(f"{side}(r) = {a} OR coalesce(r.type, type(r)) IN {self.bind(_SYMMETRIC)}")
        return parts

    def _standing(self, where: RelationshipFilter) -> list[str]:
        """Return the conditions that a level reads a relationship, and which; what bears its own type stands."""
        if where.types and not set(where.types) & RELATIONSHIPS_BY_NAME.keys():
            return ["false"]
        if not self._with_kept(where):
            return []
        types = f"NOT r:{KEPT} OR r.type IN {self.bind(_declared(where))}"
        return [types, *self.standing(with_denied=where.with_denied)]

    def asked(self) -> str:
        """Return the words for the nodes ``a`` that bear the relationships of ``$ids``, where the level reads them."""
        if self.public:
            return """MATCH (m:Reading) WHERE m.id IN $ids AND m.audience IN $audiences
                      MATCH (a:Thing {id: m.id}) WITH a"""
        return "MATCH (a:Thing) WHERE a.id IN $ids AND a:Entity"

    def visible(self, end: str) -> str:
        """Return the condition that a level reads a node that bears relationships."""
        if self.public:
            return f"EXISTS {{ MATCH (o:Reading {{id: {end}.id}}) WHERE o.audience IN $audiences }}"
        return f"{end}:Entity"

    def standing(self, *, with_denied: bool = False) -> list[str]:
        """Return the conditions that a level reads a relationship of any type, and that it is not denied."""
        denied = [] if with_denied else [f"{self.tie('denied')} IS NULL"]
        return ["r.audience IN $tie_audiences", *denied]

    def tie(self, name: str) -> str:
        """Return the expression for what a level reads of a relationship."""
        return (
            f"CASE r.audience WHEN '{EVERYONE}' THEN r.{name} ELSE r.public_{name} END" if self.public else f"r.{name}"
        )

    def _with_kept(self, where: RelationshipFilter) -> bool:
        """Whether a relationship that the internal level does not read as standing can be meant."""
        return self.public or where.with_denied

    def types(self, where: RelationshipFilter) -> str:
        """Return the types that relationships meant by a filter may bear in Neo4j."""
        return "|".join((*_declared(where), *([KEPT] if self._with_kept(where) else [])))

    def _arrow(self, where: RelationshipFilter) -> str:
        types = self.types(where)
        if not self._arrow_tells(where):
            return f"-[r:{types}]-"
        return f"-[r:{types}]->" if where.direction is Direction.OUT else f"<-[r:{types}]-"

    @staticmethod
    def _arrow_tells(where: RelationshipFilter) -> bool:
        """Whether the direction asked for is that of all types asked for: some have none."""
        return where.direction is not Direction.EITHER and not set(_declared(where)) & set(_SYMMETRIC)


def _declared(where: RelationshipFilter) -> tuple[str, ...]:
    """Return the types that a filter means: all where it names none, or none that there is."""
    types = tuple(name for name in dict.fromkeys(where.types) if name in RELATIONSHIPS_BY_NAME)
    return types or tuple(RELATIONSHIPS_BY_NAME)


def all_of(parts: Sequence[str]) -> str:
    """Return the condition that all parts hold."""
    return " AND ".join(f"({part})" for part in parts) or "true"


def number_property(name: str) -> str:
    """Return the property that holds the number of a property; a quantity's own holds it in words.

    Raises
    ------
    InputError
        It is no number or quantity.
    """
    check_property(name, (ValueType.QUANTITY, ValueType.INTEGER, ValueType.NUMBER))
    return f"{name}_number" if node_properties()[name].type is ValueType.QUANTITY else name


def sort_keys(order: Sequence[Order], level: Level, n: str = "n") -> list[Key]:
    """Return the expressions to order by; empties last, the id at the end.

    Raises
    ------
    InputError
        A property cannot be ordered by.
    """
    keys: list[Key] = []
    for one in order or (Order(),):
        if one.by == BY_NAME:
            keys += [(expression, one.descending) for expression in order_expressions(n, "sort_key")]
            continue
        column, empty = _order_column(one.by, level)
        keys += [(f"{n}.{column} IS NULL", False), (f"coalesce({n}.{column}, {empty})", one.descending)]
    return [*keys, (ordered_id(n), False)]


def _order_column(by: str, level: Level) -> tuple[str, str]:
    if by == BY_CHANGE:
        return ("public_revision" if level is Level.PUBLIC else "revision"), "0"
    check_property(by, (ValueType.DATE, ValueType.QUANTITY, ValueType.INTEGER, ValueType.NUMBER))
    if node_properties()[by].type is ValueType.DATE:
        return f"{by}_first", "''"
    return number_property(by), "0"


def ordered_id(n: str) -> str:
    """Return the expression for an id in the form that orders it."""
    return f"coalesce({n}.id_key, {n}.id)"


def after(question: Question, keys: Sequence[Key], values: Sequence[Any]) -> str:
    """Return the condition that a row comes after the row with these values of the sort keys."""
    bound = [question.bind(value) for value in values]
    options = []
    for position, (expression, descending) in enumerate(keys):
        equal = [f"{earlier} = {value}" for (earlier, _), value in zip(keys[:position], bound, strict=False)]
        options.append(all_of([*equal, f"{expression} {'<' if descending else '>'} {bound[position]}"]))
    return " OR ".join(f"({option})" for option in options)


def order_by(keys: Sequence[Key]) -> str:
    """Return the words that order rows."""
    return ", ".join(f"{expression} {'DESC' if descending else 'ASC'}" for expression, descending in keys)
