"""Texts in a form that Neo4j orders and indexes as every store does: by code point, and however long they are.

Neo4j compares texts by UTF-16 unit unless an index gives the order, and then by code point. The two differ from U+E000
on: there a character of a supplementary plane sorts before one that stands for it in Unicode.
"""

from __future__ import annotations

import hashlib

LONGEST_INDEXED = 1_000
"""Characters of a text that go into an index that orders: Neo4j refuses keys of more than 8 KB, and commits nothing."""

LONGEST_SEARCHED = 32_000
"""Bytes of a text that go into the index that searches: it refuses what is longer than 32,766."""

_FIRST_THAT_DIFFERS = 0xD800
_HIGH = 0xE000
_LOW = 0xE800


def by_code_point(text: str) -> str:
    """Return a text whose order by UTF-16 unit is that of the given one by code point; nearly always the same text.

    Parameters
    ----------
    text
        Any text without halves of surrogate pairs.

    Notes
    -----
    What sorts differently is written as two characters of the private use area, which no normalised text holds, a
    first one and a second one with values of their own. So a part of a text is a part of the other form too, and
    nothing else is. Linear in the length of the text.
    """
    if text.isascii() or ord(max(text, default="")) < _FIRST_THAT_DIFFERS:
        return text
    return "".join(_ordered(character) for character in text)


def _ordered(character: str) -> str:
    code = ord(character)
    return character if code < _FIRST_THAT_DIFFERS else chr(_HIGH + (code >> 12)) + chr(_LOW + (code & 0xFFF))


def order_properties(name: str, text: str) -> dict[str, str]:
    """Return the properties to order by: the indexed beginning, and the whole text where that is longer.

    Parameters
    ----------
    name
        Of the property; the second is called ``long_<name>``.
    text
        What to order by.
    """
    key = by_code_point(text)
    return {name: key} if len(key) <= LONGEST_INDEXED else {name: key[:LONGEST_INDEXED], f"long_{name}": key}


def order_expressions(variable: str, name: str) -> tuple[str, str]:
    """Return the Cypher expressions to order by what `order_properties` wrote, the indexed one first."""
    return f"{variable}.{name}", f"coalesce({variable}.long_{name}, '')"


def index_key(text: str) -> str:
    """Return a text that stands for the given one in an index for finding: the same, or its hash where it is long."""
    return text if len(text) <= LONGEST_INDEXED else f"#{hashlib.sha256(text.encode()).hexdigest()}"
