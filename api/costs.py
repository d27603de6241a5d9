"""What an operation costs, in points, before it runs.

An object is 1 and a leaf 0 unless its field says otherwise; what stands inside a list counts as often as the list is
long. How long that is, an argument says: ``first`` of the list, or of the connection that it stands in, or the number
of ids or properties asked for. Skipped and included fields all count: the price is the highest that can be.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    ListValueNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    VariableNode,
    get_named_type,
    get_nullable_type,
    is_composite_type,
    is_list_type,
)

from api.types.describing import Cost

INTROSPECTION = 2_000
"""Points of `__schema` and `__type`, whatever is asked of them: the whole schema takes some tens of milliseconds."""

UNTOLD = 3
"""Length of a list of which no argument tells it: the members of a suggestion, the things on a way."""

ALL_PROPERTIES = 15
"""Length of a list of properties where all are asked for."""

LONGEST = 500
"""Length beyond which a list is not counted: what asks for more is refused when it runs."""

_LENGTHS = ("first", "ids", "of")
"""Arguments that say how long a list is, the one that counts first."""


@dataclass(frozen=True, slots=True)
class Price:
    """What a field costs.

    Parameters
    ----------
    weight
        Points each time.
    times
        Argument whose number multiplies them; None for once, or for each item of a list that has no weight of its own.
    each
        True when a list counts the weight for each of its items.
    is_list
        Whether it is a list.
    """

    weight: int
    times: str | None
    each: bool
    is_list: bool


def price_of(field: GraphQLField) -> Price:
    """Return what a field of the schema costs."""
    is_list = is_list_type(get_nullable_type(field.type))
    declared = field.extensions.get("strawberry-definition")
    told = next((one for one in getattr(declared, "directives", ()) if isinstance(one, Cost)), None)
    if told is None:
        return Price(1 if is_composite_type(get_named_type(field.type)) else 0, None, each=is_list, is_list=is_list)
    return Price(told.weight, told.times or None, each=False, is_list=is_list)


class CostMeter:
    """Counts the points of operations on one schema.

    Parameters
    ----------
    schema
        Whose fields carry their prices.
    """

    def __init__(self, schema: GraphQLSchema) -> None:
        self._schema = schema
        self._prices: dict[tuple[str, str], Price] = {
            (type_.name, name): price_of(field)
            for type_ in schema.type_map.values()
            for name, field in getattr(type_, "fields", {}).items()
            if isinstance(field, GraphQLField)
        }

    def cost(self, document: DocumentNode, operation: OperationDefinitionNode, variables: Mapping[str, Any]) -> int:
        """Return the points of a valid operation.

        Parameters
        ----------
        document
            Its fields, with fragments written out, are bounded: each of them is walked.
        operation
            One of the operations of the document.
        variables
            As they were sent.
        """
        root = self._schema.get_root_type(operation.operation)
        count = _Count(self._schema, self._prices, _fragments(document), _known(operation, variables))
        return count.selection(operation.selection_set, root.name if root else "", UNTOLD)


def _fragments(document: DocumentNode) -> dict[str, FragmentDefinitionNode]:
    return {one.name.value: one for one in document.definitions if isinstance(one, FragmentDefinitionNode)}


def _known(operation: OperationDefinitionNode, variables: Mapping[str, Any]) -> dict[str, Any]:
    """Return the variables as sent, with defaults for those that were not."""
    declared = operation.variable_definitions or ()
    defaults = {one.variable.name.value: _literal(one.default_value) for one in declared}
    return {**defaults, **variables}


@dataclass(frozen=True, slots=True)
class _Count:
    """Counts the points of one operation."""

    schema: GraphQLSchema
    prices: Mapping[tuple[str, str], Price]
    fragments: Mapping[str, FragmentDefinitionNode]
    variables: Mapping[str, Any]

    def selection(self, selections: SelectionSetNode | None, type_: str, page: int) -> int:
        """Return the points of what is selected of one object.

        Parameters
        ----------
        selections
            What is selected.
        type_
            Name of the object's type.
        page
            Length of its lists of which no argument tells it.
        """
        return sum(self._one(node, type_, page) for node in selections.selections) if selections else 0

    def _one(self, node: SelectionNode, type_: str, page: int) -> int:
        if isinstance(node, FieldNode):
            return self._field(node, type_, page)
        inner = self.fragments[node.name.value] if isinstance(node, FragmentSpreadNode) else node
        if not isinstance(inner, FragmentDefinitionNode | InlineFragmentNode):
            return 0
        on = inner.type_condition.name.value if inner.type_condition else type_
        return self.selection(inner.selection_set, on, page)

    def _field(self, node: FieldNode, type_: str, page: int) -> int:
        name = node.name.value
        if name.startswith("__"):
            return 0 if name == "__typename" else INTROSPECTION
        price = self.prices[type_, name]
        field = getattr(self.schema.type_map[type_], "fields")[name]  # noqa: B009 - only some types have fields
        told = next((self._number(node, field, one) for one in _LENGTHS if one in field.args), None)
        length = (page if told is None else told) if price.is_list else 1
        own = price.weight * (length if price.each else 1)
        own *= self._number(node, field, price.times) if price.times else 1
        below = UNTOLD if price.is_list or told is None else told
        return own + length * self.selection(node.selection_set, get_named_type(field.type).name, below)

    def _number(self, node: FieldNode, field: GraphQLField, name: str) -> int:
        """Return the number that an argument gives: itself, or how many items it has."""
        argument = next((one.value for one in node.arguments or () if one.name.value == name), None)
        value = self.variables.get(argument.name.value) if isinstance(argument, VariableNode) else _literal(argument)
        if value is None:
            value = field.args[name].default_value
        if isinstance(value, list):
            return min(len(value), LONGEST)
        if isinstance(value, int):
            return min(max(value, 1), LONGEST)
        return ALL_PROPERTIES if name == "of" else 1


def _literal(node: object) -> Any:
    """Return a number or a list as it is written in a query; None for all else."""
    if isinstance(node, IntValueNode):
        return int(node.value) if len(node.value) < 10 else LONGEST
    return list(node.values) if isinstance(node, ListValueNode) else None
