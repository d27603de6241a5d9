"""Values that many types share: languages, partial dates, quantities, ranges, where a page lies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from enum import Enum
from typing import Annotated, TypeVar

import strawberry

from api.bounds import checked_first, given
from api.cursors import Cursors, place_after
from api.request import Request
from api.types.describing import meaning, member, resolver
from graph.schema import values

T = TypeVar("T")


@strawberry.enum(description="Language of labels.")
class Lang(Enum):
    """Language of labels."""

    NL = member("nl", "Dutch.")
    EN = member("en", "English.")


@strawberry.enum(description="Part of a period.")
class DateQualifier(Enum):
    """Part of a period, where that is all a source says."""

    MID = member("mid", "Middle.")
    SPRING = member("spring", "From March.")
    SUMMER = member("summer", "From June.")
    AUTUMN = member("autumn", "From September.")
    WINTER = member("winter", "From December.")


@strawberry.enum(description="How firm a number is.")
class Bound(Enum):
    """How firm a number is."""

    EXACT = member("exact", "Exactly.")
    ABOUT = member("about", "About.")
    AT_LEAST = member("at least", "At least.")
    AT_MOST = member("at most", "At most.")


@strawberry.enum(description="Direction of an order.")
class Direction(Enum):
    """Direction of an order."""

    ASC = member("asc", "Low to high, empties last.")
    DESC = member("desc", "High to low, empties last.")


@strawberry.enum(description="Roles.")
class Role(Enum):
    """What somebody may see and do."""

    PUBLIC = member("public", "Anyone.")
    STAFF = member("staff", "Programme staff.")
    FACILITATOR = member("facilitator", "Facilitator of meetings.")
    ADMIN = member("admin", "Administrator.")


InLang = Annotated[Lang | None, meaning("Language; of the request unless told.")]
"""Argument ``lang`` of a label or sentence."""


@strawberry.type(description="A date as precise as the source gives it.")
class PartialDate:
    """A date as precise as the source gives it."""

    request: strawberry.Private[Request]
    stored: strawberry.Private[values.PartialDate]

    @resolver("YYYY, YYYY-MM or YYYY-MM-DD.")
    def value(self) -> str:
        """Return the date."""
        return self.stored.value

    @resolver("Part of the period where that is all a source says.")
    def qualifier(self) -> DateQualifier | None:
        """Return the part of the period."""
        return DateQualifier(self.stored.qualifier.value) if self.stored.qualifier else None

    @resolver("First day it can be.")
    def earliest(self) -> date:
        """Return the first day."""
        return self.stored.earliest

    @resolver("Last day it can be.")
    def latest(self) -> date:
        """Return the last day."""
        return self.stored.latest

    @resolver("In words: 'mid 2017'.")
    def label(self, lang: InLang = strawberry.UNSET) -> str:
        """Return the date in words."""
        return self.stored.label(self.request.said(lang))


@strawberry.type(description="A number with its unit and how firm it is.")
class Quantity:
    """A number with its unit and how firm it is."""

    request: strawberry.Private[Request]
    stored: strawberry.Private[values.Quantity]

    @resolver("The number.")
    def value(self) -> float:
        """Return the number."""
        return self.stored.value

    @resolver("Code of the unit, such as person, EUR, m2.")
    def unit(self) -> str:
        """Return the code of the unit."""
        return self.stored.unit

    @resolver("Whether the number is exact.")
    def bound(self) -> Bound:
        """Return how firm the number is."""
        return Bound(self.stored.bound.value)

    @resolver("In words: 'about 600 members'.")
    def label(self, lang: InLang = strawberry.UNSET) -> str:
        """Return the quantity in words."""
        return self.stored.label(self.request.said(lang))


@strawberry.type(description="A place on the map, WGS84.")
class Point:
    """A place on the map."""

    longitude: float = strawberry.field(description="Degrees east.")
    latitude: float = strawberry.field(description="Degrees north.")


@strawberry.type(description="Where a page lies.")
class PageInfo:
    """Where a page lies."""

    has_next_page: bool = strawberry.field(description="More follows.")
    has_previous_page: bool = strawberry.field(description="Something came before.")
    start_cursor: str | None = strawberry.field(description="Cursor of the first item.")
    end_cursor: str | None = strawberry.field(description="Cursor of the last item: the next `after`.")


def page_info(cursors: Sequence[str], *, after: str | None, more: bool) -> PageInfo:
    """Return where a page lies.

    Parameters
    ----------
    cursors
        Of its items.
    after
        Id of the row that it begins after.
    more
        Whether something follows.
    """
    return PageInfo(
        has_next_page=more,
        has_previous_page=after is not None,
        start_cursor=cursors[0] if cursors else None,
        end_cursor=cursors[-1] if cursors else None,
    )


class Paging:
    """A page of a list that is at hand; what is wrong with the request is said before the list is made.

    Parameters
    ----------
    cursors
        Cursors of the question.
    first, after
        What was asked.
    default
        Rows of a page where nothing was asked.
    most
        Rows that a page may have.

    Raises
    ------
    CursorError
        The cursor is none, or of another question.
    InputError
        There are to be no rows, or too many.
    """

    def __init__(self, cursors: Cursors, *, first: int | None, after: str | None, default: int, most: int) -> None:
        self._cursors = cursors
        self._start = cursors.after(given(after, None))
        self._size = checked_first(first, default, most)

    def of(self, found: Sequence[T], id_of: Callable[[T], str]) -> tuple[Sequence[T], PageInfo]:
        """Return the rows of the page, and where it lies.

        Parameters
        ----------
        found
            All rows, in order.
        id_of
            Gives the id of a row.

        Raises
        ------
        CursorError
            The row that the page comes after is not in the list any more.
        """
        begin = place_after([id_of(one) for one in found], self._start)
        shown = found[begin : begin + self._size]
        cursors = [self._cursors.of(id_of(one)) for one in shown]
        return shown, page_info(cursors, after=self._start, more=begin + self._size < len(found))


@strawberry.input(description="Range of numbers, both ends included.")
class NumberRange:
    """Range of numbers, both ends included."""

    min: float | None = strawberry.field(default=strawberry.UNSET, description="Least.")
    max: float | None = strawberry.field(default=strawberry.UNSET, description="Most.")


@strawberry.input(description="Range of days; a partial date matches when it can lie inside.")
class DateRange:
    """Range of days."""

    from_: date | None = strawberry.field(default=strawberry.UNSET, name="from", description="First day.")
    to: date | None = strawberry.field(default=strawberry.UNSET, description="Last day.")


@strawberry.input(description="A partial date as input.")
class PartialDateInput:
    """A partial date as input."""

    value: str = strawberry.field(description="YYYY, YYYY-MM or YYYY-MM-DD.")
    qualifier: DateQualifier | None = strawberry.field(default=strawberry.UNSET, description="Part of the period.")


@strawberry.input(description="A quantity as input.")
class QuantityInput:
    """A quantity as input."""

    value: float = strawberry.field(description="The number.")
    unit: str = strawberry.field(description="Code of the unit.")
    bound: Bound | None = strawberry.field(default=Bound.EXACT, description="How firm.")
