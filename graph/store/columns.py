"""Columns that readings are filtered and ordered by: which values have one, and what stands in it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from graph.schema.declaration import Property, ValueType
from graph.schema.model import node_properties, relationship_properties
from graph.schema.values import PartialDate, Quantity, Value

Column = str | int | float | None
"""What a column holds."""

FILTERED_TYPES = (
    ValueType.CODE,
    ValueType.DATE,
    ValueType.QUANTITY,
    ValueType.INTEGER,
    ValueType.NUMBER,
    ValueType.YES_NO,
)
"""Types of value that one filters or orders by. A date takes two columns: its first and last day."""


@cache
def node_columns() -> Mapping[str, Property]:
    """Return the properties of nodes that have a column."""
    return {name: property_ for name, property_ in node_properties().items() if property_.type in FILTERED_TYPES}


@cache
def relationship_columns() -> Mapping[str, Property]:
    """Return the properties of relationships that have a column."""
    # A role may be a code or a text, and one filters by both.
    return {name: property_ for name, property_ in relationship_properties().items()
            if (property_.type in FILTERED_TYPES and name != "exists") or name == "role"}  # fmt: skip


@cache
def node_column_types() -> Mapping[str, type[str | int | float]]:
    """Return the filter columns of nodes in order, with the type that each holds."""
    return _column_types(node_columns())


@cache
def relationship_column_types() -> Mapping[str, type[str | int | float]]:
    """Return the filter columns of relationships in order, with the type that each holds."""
    return _column_types(relationship_columns())


def _column_types(properties: Mapping[str, Property]) -> dict[str, type[str | int | float]]:
    types: dict[str, type[str | int | float]] = {}
    for name, property_ in sorted(properties.items()):
        if property_.type is ValueType.DATE:
            types |= {f"{name}_first": str, f"{name}_last": str}
        elif property_.type in (ValueType.CODE, ValueType.TEXT):
            types[name] = str
        else:
            types[name] = int if property_.type is ValueType.YES_NO else float
    return types


def columns_of(
    values: Mapping[str, Value | tuple[Value, ...]], properties: Mapping[str, Property]
) -> dict[str, Column]:
    """Return what stands in the columns of a reading's values; lists and texts have none."""
    columns: dict[str, Column] = {}
    for name, value in values.items():
        property_ = properties.get(name)
        if property_ is None or isinstance(value, tuple):
            continue
        if property_.type is ValueType.DATE:
            first, last = date_columns(str(value))
            columns |= {f"{name}_first": first, f"{name}_last": last}
        elif property_.type is ValueType.QUANTITY:
            columns[name] = _number(str(value))
        else:
            columns[name] = int(value) if isinstance(value, bool) else value
    return columns


@lru_cache(maxsize=65_536)
def _number(stored: str) -> float:
    return Quantity.parse(stored).value


@lru_cache(maxsize=65_536)
def date_columns(stored: str) -> tuple[str, str]:
    """Return the first and the last day of a stored date as ISO texts."""
    parsed = PartialDate.parse(stored)
    return parsed.earliest.isoformat(), parsed.latest.isoformat()
