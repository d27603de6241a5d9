"""How a property of a node is read as a field, by the type of its values. The generated types are made of these.

Each function makes the resolver of one property; what it reads stands in the row already, so that no field of a list
asks the store for anything.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TypeVar

import orjson
import strawberry

from api.types import behind
from api.types.common import InLang, PartialDate, Point, Quantity
from api.types.entity import Entity
from api.types.making import thing
from api.types.scalars import URL, GeoJSON
from api.wording import value_in
from graph.schema.model import properties_of_kind
from graph.schema.values import Value
from graph.schema.wording import value_label

Code = TypeVar("Code", bound=Enum)
Read = TypeVar("Read")


def code(name: str, codes: Callable[[str], Code]) -> Callable[[Entity], Code | None]:
    """Read a value of a vocabulary."""
    return _single(name, lambda value: codes(str(value)))


def label(name: str) -> Callable[..., str | None]:
    """Read a value of a vocabulary in words."""

    def read(self: Entity, lang: InLang = strawberry.UNSET) -> str | None:
        value = self.row.value(name)
        declared = properties_of_kind(self.row.kind)[name]
        return None if value is None else value_label(declared, value, self.rows.request.said(lang))

    return read


def text(name: str) -> Callable[[Entity], str | None]:
    """Read a text, in the language of the request where there is one in it."""

    def read(self: Entity) -> str | None:
        value = value_in(self.row.reading, name, self.rows.request.lang)
        return None if value is None else str(value)

    return read


def texts(name: str) -> Callable[[Entity], list[str]]:
    """Read a list of texts."""

    def read(self: Entity) -> list[str]:
        return [str(one) for one in self.row.list_of(name)]

    return read


def date(name: str) -> Callable[[Entity], PartialDate | None]:
    """Read a date."""

    def read(self: Entity) -> PartialDate | None:
        value = self.row.value(name)
        return None if value is None else behind.date_of(self.rows, str(value))

    return read


def quantity(name: str) -> Callable[[Entity], Quantity | None]:
    """Read a quantity."""

    def read(self: Entity) -> Quantity | None:
        value = self.row.value(name)
        return None if value is None else behind.quantity_of(self.rows, str(value))

    return read


def integer(name: str) -> Callable[[Entity], int | None]:
    """Read a whole number."""
    return _single(name, int)


def number(name: str) -> Callable[[Entity], float | None]:
    """Read a number."""
    return _single(name, float)


def yes_no(name: str) -> Callable[[Entity], bool | None]:
    """Read yes or no."""
    return _single(name, bool)


def web_address(name: str) -> Callable[[Entity], URL | None]:
    """Read a web address."""
    return _single(name, lambda value: URL(str(value)))


def point(name: str) -> Callable[[Entity], Point | None]:
    """Read a place on the map."""
    return _single(name, _point)


def shape(name: str) -> Callable[[Entity], GeoJSON | None]:
    """Read a geometry."""
    return _single(name, lambda value: GeoJSON(orjson.loads(str(value))))


def reference(name: str) -> Callable[[Entity], Entity | None]:
    """Read the thing that a value points to, None where the viewer may not see it."""

    def read(self: Entity) -> Entity | None:
        value = self.row.value(name)
        return None if value is None else thing(self.rows.references, str(value))

    return read


def shown_by_role(self: Entity) -> bool:
    """Read whether the name of a person is a role."""
    return not self.row.named


def _single(name: str, to: Callable[[Value], Read]) -> Callable[[Entity], Read | None]:
    def read(self: Entity) -> Read | None:
        value = self.row.value(name)
        return None if value is None else to(value)

    return read


def _point(stored: Value) -> Point:
    longitude, latitude = str(stored).removeprefix("POINT(").removesuffix(")").split(" ")
    return Point(longitude=float(longitude), latitude=float(latitude))
