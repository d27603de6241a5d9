"""Scalars: days, moments, web addresses, GeoJSON."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NewType

import strawberry
from strawberry.types.scalar import ScalarDefinition

URL = NewType("URL", str)
"""A web address."""

GeoJSON = NewType("GeoJSON", dict[str, Any])
"""A geometry."""


_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _day(value: str) -> date:
    """Read a day; a number of seconds, a week or a month is none."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise ValueError(f"{value!r} is not a day such as 2016-06-28")
    return date.fromisoformat(value)


SCALARS: Mapping[object, ScalarDefinition] = {
    date: strawberry.scalar(
        name="Date",
        description="A day, YYYY-MM-DD.",
        specified_by_url="https://scalars.graphql.org/andimarek/local-date.html",
        serialize=lambda day: day.isoformat(),
        parse_value=_day,
    ),
    datetime: strawberry.scalar(
        name="DateTime",
        description="A moment with its offset.",
        specified_by_url="https://scalars.graphql.org/andimarek/date-time.html",
        serialize=lambda moment: moment.isoformat(),
        parse_value=datetime.fromisoformat,
    ),
    URL: strawberry.scalar(
        name="URL",
        description="A web address.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc3986",
        serialize=str,
        parse_value=str,
    ),
    GeoJSON: strawberry.scalar(
        name="GeoJSON",
        description="A geometry as GeoJSON, longitude before latitude, WGS84.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc7946",
        serialize=lambda shape: shape,
        parse_value=lambda shape: shape,
    ),
}
"""What the schema is told about Python types that it has no scalar of its own for."""
