"""What one asks a view: who looks, which nodes, which relationships, in which order. Part of the port of the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from graph.schema.declaration import Level
from graph.schema.values import Value

LONGEST_PAGE = 1_000
"""Rows that one page may hold. Who needs all of it takes the snapshot."""


class Role(StrEnum):
    """What somebody may see and do."""

    PUBLIC = "public"
    STAFF = "staff"
    FACILITATOR = "facilitator"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks. Everyone reads the public level; signed-in roles read both and differ in what they may do."""

    role: Role = Role.PUBLIC

    @property
    def level(self) -> Level:
        """The level that the viewer reads."""
        return Level.PUBLIC if self.role is Role.PUBLIC else Level.INTERNAL


class Direction(StrEnum):
    """At which end of a relationship the thing asked about stands."""

    OUT = "out"
    IN = "in"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class RelationshipFilter:
    """Which relationships; all that is given must hold, and what is left empty holds for all.

    Parameters
    ----------
    types, others, other_kinds, statuses, roles
        Any of these.
    direction
        Seen from the thing asked about.
    active_on
        May have held on this day: not surely over before it, not surely begun after it.
    with_denied
        Also those whose newest statement denies them.
    """

    types: tuple[str, ...] = ()
    direction: Direction = Direction.EITHER
    others: tuple[str, ...] = ()
    other_kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    active_on: date | None = None
    with_denied: bool = False


@dataclass(frozen=True, slots=True)
class DateSpan:
    """From a day to a day, both included and both optional; a partial date matches when it can lie inside."""

    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class NumberSpan:
    """From a number to a number, both included and both optional; for quantities the unit is not looked at."""

    least: float | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True)
class NodeFilter:
    """Which nodes; all that is given must hold, and what is left empty holds for all.

    Parameters
    ----------
    kinds, ids
        Any of these.
    text
        These words, as search reads them.
    codes
        For each property (of a vocabulary or yes/no) any of the values.
    dates, numbers
        For each property a span.
    within
        Active in or concerning one of these areas or a part of it (`PLACED_BY`), or one of those areas itself.
    related, unrelated
        For each of these at least one, or no, such relationship.
    known, unknown
        Properties (or relationship types) with a value, or of which nobody said anything.
    sources
        Spoken of by one of these.
    any_of
        At least one of these holds too.
    without
        This does not hold.
    """

    kinds: tuple[str, ...] = ()
    ids: tuple[str, ...] | None = None
    text: str = ""
    codes: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    dates: Mapping[str, DateSpan] = field(default_factory=dict)
    numbers: Mapping[str, NumberSpan] = field(default_factory=dict)
    within: tuple[str, ...] = ()
    related: tuple[RelationshipFilter, ...] = ()
    unrelated: tuple[RelationshipFilter, ...] = ()
    known: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    any_of: tuple[NodeFilter, ...] = ()
    without: NodeFilter | None = None

    def mentioned(self) -> set[str]:
        """Return every id that the filter names."""
        nested = [*self.any_of, *([self.without] if self.without else [])]
        ids = {*(self.ids or ()), *self.within, *self.sources}
        ids |= {id_ for one in (*self.related, *self.unrelated) for id_ in one.others}
        return ids.union(*(one.mentioned() for one in nested))

    def translated(self, ids: Mapping[str, str]) -> NodeFilter:
        """Return the same filter with other ids in it."""

        def to(given: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(ids.get(id_, id_) for id_ in given)

        return replace(
            self,
            ids=None if self.ids is None else to(self.ids),
            within=to(self.within),
            sources=to(self.sources),
            related=tuple(replace(one, others=to(one.others)) for one in self.related),
            unrelated=tuple(replace(one, others=to(one.others)) for one in self.unrelated),
            any_of=tuple(one.translated(ids) for one in self.any_of),
            without=self.without.translated(ids) if self.without else None,
        )


PLACED_BY = ("ACTIVE_IN", "CONCERNS")
"""Relationships whose end says where something is, for ``within``; areas themselves are followed along PART_OF."""

BY_NAME = "name"
BY_CHANGE = "changed"


@dataclass(frozen=True, slots=True)
class Order:
    """What to order nodes by: a date, number or quantity property, `BY_NAME` or `BY_CHANGE`.

    Empties come last in both directions, and the id decides what is equal; by code point.
    """

    by: str = BY_NAME
    descending: bool = False
