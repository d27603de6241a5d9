"""How fields, arguments and enum values are described: once, with what they cost, in the types that mypy can follow.

The library's own decorator and enum values are untyped for a strict checker; those here pass the types on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, TypeVar, cast

import strawberry
from strawberry.schema_directive import Location

Resolver = TypeVar("Resolver", bound=Callable[..., Any])

COST_ARGUMENTS = {"weight": "Points each time.", "times": "Argument whose number multiplies them."}
"""Descriptions of the arguments of the directive, which the library does not print."""


@strawberry.schema_directive(
    locations=[Location.FIELD_DEFINITION], name="cost", description="Points that a field adds to the cost of a request."
)
class Cost:
    """Points that a field adds to the cost of a request.

    Parameters
    ----------
    weight
        Points each time.
    times
        Argument whose number multiplies them.
    """

    weight: int
    times: str | None = strawberry.UNSET


def resolver(
    description: str, *, name: str | None = None, weight: int | None = None, times: str | None = None
) -> Callable[[Resolver], Resolver]:
    """Make a method the resolver of a field.

    Parameters
    ----------
    description
        What the field is.
    name
        Its name in the schema, where it is not that of the method.
    weight
        Points that it costs each time, where that is not what is usual.
    times
        Argument whose number multiplies them.

    Notes
    -----
    The description repeats the cost, because introspection leaves directives out.
    """
    directives = []
    if weight is not None:
        directives = [Cost(weight=weight, times=times) if times else Cost(weight=weight)]
        multiplied = f" times `{times}`" if times else ""
        description = f"{description} Costs {weight} point{'' if weight == 1 else 's'}{multiplied}."
    field = strawberry.field(description=description, name=name, directives=directives)
    return cast("Callable[[Resolver], Resolver]", field)


def member(value: str, description: str) -> str:
    """Return a value of an enum with its description."""
    return cast("str", strawberry.enum_value(value, description=description))


def meaning(description: str, *, name: str | None = None) -> Any:
    """Return the annotation of an argument with its description."""
    return strawberry.argument(description=description, name=name)


First = Annotated[int | None, meaning("Page size, 1 to 100.")]
"""Argument ``first`` of a page."""

After = Annotated[str | None, meaning("Cursor of the last item of the page before; of the same question only.")]
"""Argument ``after`` of a page."""
