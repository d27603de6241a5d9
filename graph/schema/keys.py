"""Keys: the names and numbers by which a thing is found again, in the form in which they are compared."""

from __future__ import annotations

from urllib.parse import urlsplit

from graph.schema.declaration import Property, ValueType
from graph.schema.values import Value
from graph.schema.words import normalise

NAMES = "name"
"""Scheme of every name: what a thing is called, also called, or called by residents."""

SOURCE_KEYS = "source_key"
"""Scheme of the numbers by which sources know things: ``source#number``."""

_NAMES = ("name", "aliases", "resident_labels")

Key = tuple[str, str]
"""A scheme (`NAMES`, or the name of a key property) and a value in the form in which it is compared."""


def key_of(property_: Property, value: Value) -> Key | None:
    """Return the key that a value is, None when its property is no key or nothing is left to compare.

    Notes
    -----
    Names are compared as `normalise` leaves them, web addresses without protocol, ``www.`` and closing slash,
    numbers by their letters and digits; a source's own numbers as they stand, because 1.1 is not 11 there, and row 1
    of a list of 2025 is not row 51 of a list of 202.
    """
    if not property_.key:
        return None
    if property_.name in _NAMES:
        form = normalise(str(value))
        return (NAMES, form) if form else None
    if property_.name == SOURCE_KEYS:
        return (SOURCE_KEYS, str(value))
    if property_.type is ValueType.WEB_ADDRESS:
        parts = urlsplit(str(value).lower())
        form = parts.netloc.removeprefix("www.") + parts.path.rstrip("/") + (f"?{parts.query}" if parts.query else "")
    else:
        form = "".join(character for character in str(value).casefold() if character.isalnum())
    return (property_.name, form) if form else None
