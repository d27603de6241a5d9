"""Which relationships are asked for."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TypeVar

import strawberry

from api.bounds import checked_first, checked_list, given
from api.loading import TiesAsked
from api.request import Request
from api.types.describing import member
from api.types.vocabularies import Kind, RelationshipStatus, RelationshipType
from graph.store import questions

Code = TypeVar("Code", bound=Enum)


@strawberry.enum(description="At which end the thing asked stands.")
class RelationshipDirection(Enum):
    """At which end the thing asked stands."""

    OUT = member("out", "At the start.")
    IN = member("in", "At the end.")
    EITHER = member("either", "Either.")


@strawberry.input(description="Which relationships; all that is given must hold.")
class RelationshipFilter:
    """Which relationships; all that is given must hold."""

    types: list[RelationshipType] | None = strawberry.field(default=strawberry.UNSET, description="Of these types.")
    direction: RelationshipDirection | None = strawberry.field(
        default=RelationshipDirection.EITHER, description="Seen from the thing asked."
    )
    other: list[strawberry.ID] | None = strawberry.field(
        default=strawberry.UNSET, description="To one of these things."
    )
    other_kind: list[Kind] | None = strawberry.field(default=strawberry.UNSET, description="To a thing of these kinds.")
    status: list[RelationshipStatus] | None = strawberry.field(
        default=strawberry.UNSET, description="With this status."
    )
    role: list[str] | None = strawberry.field(default=strawberry.UNSET, description="With this role.")
    active_on: date | None = strawberry.field(default=strawberry.UNSET, description="That may have held on this day.")

    def asked(self, most: int) -> questions.RelationshipFilter:
        """Return the same as a question to a view.

        Parameters
        ----------
        most
            Items that each list may hold.

        Raises
        ------
        InputError
            A list is too long.
        """
        return questions.RelationshipFilter(
            types=_codes(self.types, "types", most),
            direction=questions.Direction(given(self.direction, RelationshipDirection.EITHER).value),
            others=tuple(str(one) for one in checked_list(self.other, "other", most)),
            other_kinds=_codes(self.other_kind, "otherKind", most),
            statuses=_codes(self.status, "status", most),
            roles=checked_list(self.role, "role", most),
            active_on=given(self.active_on, None),
        )


def _codes(values: list[Code] | None, name: str, most: int) -> tuple[str, ...]:
    return tuple(str(one.value) for one in checked_list(values, name, most))


def relationships_asked(request: Request, where: RelationshipFilter | None) -> questions.RelationshipFilter:
    """Return a filter as a question to a view; all relationships where none is given."""
    given_ = given(where, RelationshipFilter())
    return given_.asked(request.limits.ids)


def ties_asked(request: Request, where: RelationshipFilter | None, first: int | None) -> TiesAsked:
    """Return which relationships of each thing are asked for, and how many."""
    return TiesAsked(relationships_asked(request, where), checked_first(first, 20, request.limits.page))
