"""From filters and orders as they are asked to the questions that a view takes. Lists and nesting are bounded here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from api.bounds import checked_list, checked_text, given
from api.limits import ApiLimits
from graph.errors import InputError
from graph.schema.declaration import Property, ValueType
from graph.schema.model import KINDS_BY_NAME
from graph.schema.values import Value
from graph.store.questions import DateSpan, NodeFilter, NumberSpan, Order
from graph.store.searching import LONGEST_QUERY

CODES = (ValueType.CODE,)
TRUTHS = (ValueType.YES_NO,)
DATES = (ValueType.DATE,)
NUMBERS = (ValueType.QUANTITY, ValueType.INTEGER, ValueType.NUMBER)
"""Types of value by the form in which one filters by them. A text is found by ``text``; an address is not filtered."""


class FilterReader:
    """Reads filters of one kind of node, counting their parts.

    Parameters
    ----------
    kind
        Name of the kind.
    limits
        How large lists and how deep filters may be.
    """

    def __init__(self, kind: str, limits: ApiLimits) -> None:
        self._kind = KINDS_BY_NAME[kind]
        self._limits = limits
        self._parts = 0

    def read(self, where: Any, depth: int = 1) -> NodeFilter:
        """Return a filter as a question to a view.

        Parameters
        ----------
        where
            An input type of the schema that was generated for the kind; what it leaves out holds for all.
        depth
            How deep it is nested, 1 for the outermost.

        Raises
        ------
        InputError
            It is nested too deeply, has too many parts, or holds a list that is too long.
        """
        self._parts += 1
        if depth > self._limits.filter_depth or self._parts > self._limits.filter_parts:
            raise _too_much(self._limits)
        most = self._limits.ids
        related, unrelated = (checked_list(one, name, most) for name, one in
                              (("related", where.related), ("unrelated", where.unrelated)))  # fmt: skip
        options = checked_list(where.any_of, "anyOf", self._limits.filter_parts)
        without = given(where.not_, None)
        ids = given(where.ids, None)
        return NodeFilter(
            kinds=(self._kind.name,),
            ids=None if ids is None else tuple(map(str, checked_list(ids, "ids", most))),
            text=checked_text(where.text, "text", LONGEST_QUERY),
            codes={**self._codes(where), **self._truths(where)},
            dates=self._dates(where),
            numbers=self._numbers(where),
            within=tuple(map(str, checked_list(where.within, "within", most))),
            related=tuple(one.asked(most) for one in related),
            unrelated=tuple(one.asked(most) for one in unrelated),
            known=_names(where.known, "known", most),
            unknown=_names(where.unknown, "unknown", most),
            sources=tuple(map(str, checked_list(where.sources, "sources", most))),
            any_of=tuple(self.read(one, depth + 1) for one in options),
            without=None if without is None else self.read(without, depth + 1),
        )

    def _given(self, where: Any, types: Sequence[ValueType]) -> Iterator[tuple[Property, Any]]:
        for property_ in self._kind.properties:
            if property_.type in types:
                value = given(getattr(where, property_.name), None)
                if value is not None:
                    yield property_, value

    def _codes(self, where: Any) -> Mapping[str, tuple[Value, ...]]:
        return {
            property_.name: _names(values, property_.name, self._limits.ids)
            for property_, values in self._given(where, CODES)
            if values  # an empty list asks nothing, as everywhere but in ``ids``
        }

    def _truths(self, where: Any) -> Mapping[str, tuple[Value, ...]]:
        return {property_.name: (value,) for property_, value in self._given(where, TRUTHS)}

    def _dates(self, where: Any) -> Mapping[str, DateSpan]:
        return {
            property_.name: DateSpan(given(span.from_, None), given(span.to, None))
            for property_, span in self._given(where, DATES)
        }

    def _numbers(self, where: Any) -> Mapping[str, NumberSpan]:
        return {
            property_.name: NumberSpan(given(span.min, None), given(span.max, None))
            for property_, span in self._given(where, NUMBERS)
        }


def read_orders(orders: Sequence[Any] | None, limits: ApiLimits) -> tuple[Order, ...]:
    """Return sort keys as a question to a view.

    Raises
    ------
    InputError
        There are too many.
    """
    found = checked_list(orders, "orderBy", limits.orders)
    return tuple(
        Order(one.by.value, descending=one.direction is not None and one.direction.value == "desc") for one in found
    )


def _names(values: Sequence[Any] | None, name: str, most: int) -> tuple[str, ...]:
    return tuple(str(one.value) for one in checked_list(values, name, most))


def _too_much(limits: ApiLimits) -> InputError:
    return InputError(
        f"Een filter heeft hoogstens {limits.filter_depth} lagen en {limits.filter_parts} delen.",
        f"A filter has at most {limits.filter_depth} layers and {limits.filter_parts} parts.",
    )
