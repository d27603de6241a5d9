"""Values in the words of who reads them."""

from __future__ import annotations

from datetime import date

from graph.schema.declaration import Property, ValueType
from graph.schema.model import KINDS_BY_NAME, VOCABULARIES_BY_NAME
from graph.schema.values import PartialDate, Quantity, Value, number_label
from graph.schema.words import Words

YES, NO = Words("ja", "yes"), Words("nee", "no")
NONE = Words("geen", "none")
UNKNOWN = Words("onbekend", "unknown")
MODALITIES = {
    "stated": Words("", ""),
    "preliminary": Words("voorlopig", "preliminary"),
    "expected": Words("verwacht", "expected"),
    "planned": Words("gepland", "planned"),
}
"""How a statement was meant, as the pages mark it; nothing for what is simply stated."""


def value_label(property_: Property, value: Value, lang: str = "nl") -> str:
    """Return a value in words: ``loopt`` for a code, ``28 juni 2016`` for a date, ``ongeveer 45 personen``.

    Parameters
    ----------
    property_
        The property; a reference is left as the id that it is.
    value
        In its stored form.
    lang
        ``nl`` or ``en``.
    """
    if property_.name == "kind":
        kind = KINDS_BY_NAME.get(str(value))
        return kind.words.to(lang) if kind else str(value)
    if property_.type is ValueType.CODE:
        return VOCABULARIES_BY_NAME[property_.vocabulary or ""].words(str(value)).to(lang)
    if property_.type is ValueType.DATE:
        return PartialDate.parse(str(value)).label(lang)
    if property_.type is ValueType.QUANTITY:
        return Quantity.parse(str(value)).label(lang)
    if isinstance(value, bool):
        return (YES if value else NO).to(lang)
    if property_.name in ("cbs_year", "series_number", "importance"):
        return str(value)  # a year or a place in a row bears no thousands mark
    if isinstance(value, int | float):
        return number_label(value, lang)
    return value


def short_date(stored: str) -> str:
    """Return a stored date as a source is cited: ``19-12-2016``, ``12-2016`` or ``2016``."""
    return "-".join(reversed(PartialDate.parse(stored).value.split("-")))


def long_date(day: date, lang: str = "nl") -> str:
    """Return a day in words."""
    return PartialDate(day.isoformat()).label(lang)
