"""The schema: every type together, its text, and the form in which it is executed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import Any

import strawberry
from graphql import GraphQLField, GraphQLObjectType, GraphQLSchema, get_named_type, is_leaf_type
from strawberry.schema.config import StrawberryConfig
from strawberry.types.field import StrawberryField

from api.types.common import QuantityInput
from api.types.describing import COST_ARGUMENTS
from api.types.invitations import InvitationWrites
from api.types.kinds import KIND_TYPES
from api.types.load_writes import LoadWrites
from api.types.query import Query
from api.types.scalars import SCALARS
from api.types.trails import TrailWrites
from api.types.writing import ConflictRefusal, InputRefusal, Mutation

DEFINITION = "strawberry-definition"
"""Key of a field's extensions under which the library keeps what it was made from."""


@strawberry.type(name="Mutation", description="All writes.")
class _Writes(Mutation, LoadWrites, TrailWrites, InvitationWrites):
    """All writes."""


@cache
def strawberry_schema() -> strawberry.Schema:
    """Return the schema; made once, as it takes a tenth of a second."""
    return strawberry.Schema(
        query=Query,
        mutation=_Writes,
        # The last two stand in no field yet; they are promised, and later writes and loads take them.
        types=[*KIND_TYPES, InputRefusal, ConflictRefusal, QuantityInput, datetime],
        config=StrawberryConfig(scalar_map=SCALARS),
    )


@cache
def sdl() -> str:
    """Return the text of the schema."""
    text = strawberry_schema().as_str()
    for name, description in COST_ARGUMENTS.items():
        text = text.replace(f"{name}: ", f'"{description}" {name}: ', 1)
    return text + "\n"


@cache
def executable() -> GraphQLSchema:
    """Return the schema as graphql-core executes it.

    Notes
    -----
    The library keeps it private. Its own way of executing parses and validates each time and logs what was asked;
    and its resolvers convert arguments that need no conversion, which is a fifth of the time of a large answer.
    """
    schema = strawberry_schema()._schema
    for type_ in schema.type_map.values():
        if isinstance(type_, GraphQLObjectType) and not type_.name.startswith("__"):
            for field in type_.fields.values():
                field.resolve = _direct(field) or field.resolve
    return schema


def _direct(field: GraphQLField) -> Callable[..., Any] | None:
    """Return a resolver that calls the method itself, None where it takes the request or converted arguments."""
    declared = field.extensions.get(DEFINITION)
    if not isinstance(declared, StrawberryField) or declared.base_resolver is None or declared.extensions:
        return None
    method: Any = declared.base_resolver.wrapped_func
    if "info" in declared.base_resolver.signature.parameters:
        return None
    if not all(is_leaf_type(get_named_type(argument.type)) for argument in field.args.values()):
        return None
    if any(argument.python_name != name for argument, name in zip(declared.arguments, field.args, strict=True)):
        return None

    def resolve(source: Any, _info: object, **arguments: Any) -> Any:
        return method(source, **arguments)

    return resolve
