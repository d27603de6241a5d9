"""Cells of tables as text: harmless in a spreadsheet, and read back as the same value by our own import."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from decimal import Decimal

from graph.schema.declaration import Property, ValueType
from graph.schema.values import Bound, Quantity, Value

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
"""Lets spreadsheets see that a text is UTF-8."""

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML may hold, and formats made of XML therefore cannot."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What spreadsheets take for the beginning of a formula, or drop before they look for one."""


def harmless(cell: object) -> object:
    """Keep a spreadsheet from running a cell as a formula: an apostrophe before it says that it is text."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in _FORMULA else cell


def csv_row(cells: Iterable[object], delimiter: str = ";") -> bytes:
    """Return one row of CSV in UTF-8; a lone half of a character becomes a question mark."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerow([harmless(cell) for cell in cells])
    return text.getvalue().encode("utf-8", "replace")


def cell_text(property_: Property, value: Value) -> str:
    """Return a value as a cell that our import reads back as that value."""
    if property_.type is ValueType.QUANTITY:
        quantity = Quantity.parse(str(value))
        bound = "" if quantity.bound is Bound.EXACT else f"{quantity.bound.value} "
        return f"{bound}{number_text(quantity.value)} {quantity.unit}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else number_text(value)


def number_text(number: float) -> str:
    """Return a number without exponent or mark of thousands.

    One with three decimals gets a nought behind them: ``2.125`` is two thousand to whoever writes Dutch.
    """
    if float(number).is_integer():
        return str(int(number))
    text = format(Decimal(repr(float(number))), "f")
    return f"{text}0" if len(text.partition(".")[2]) == 3 else text
