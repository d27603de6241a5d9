"""Damaged characters: text that was saved in one encoding and opened in another, such as ``CafÃ©``.

Repaired where the damage tells how it came about, and then said with the original; else said and left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from graph.ingest.cells import Cell
from graph.ingest.rows import Row, Table
from graph.schema.words import Words

LOST = "\ufffd"
"""Stands where a letter was lost in an earlier conversion."""

_LONGEST_REPAIRED = 100_000  # characters: what is longer takes long, and is no name
# The first byte of a letter in UTF-8 and one that follows it, both read as Windows-1252 or Latin-1.
_SUSPECT = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2013-\u2122]")


def repaired(text: str) -> str:
    """Return a text with its damaged characters repaired where that is certain; else as it is.

    Examples
    --------
    >>> repaired("CafÃ© De Kas"), repaired("SÃO PAULO"), repaired("Café")
    ('Café De Kas', 'SÃO PAULO', 'Café')
    """
    if text.isascii() or len(text) > _LONGEST_REPAIRED or not _SUSPECT.search(text):
        return text
    import ftfy  # noqa: PLC0415 - few files are damaged

    better = ftfy.fix_encoding(text)
    return text if LOST in better or not better.isprintable() else better


def repaired_table(table: Table) -> Table:
    """Return a table whose headers and cells are repaired; a row that was knows what stood there."""
    headers = tuple(map(repaired, table.headers))
    if len(set(headers)) < len(headers):  # two headers that only their damage told apart
        headers = table.headers
    names = {old: new for old, new in zip(table.headers, headers, strict=True) if old != new}
    return Table(headers, _repaired_rows(table.rows, names))


def _repaired_rows(rows: Iterator[Row], names: Mapping[str, str]) -> Iterator[Row]:
    for row in rows:
        if not names and not any(isinstance(cell, str) and _SUSPECT.search(cell) for cell in row.cells.values()):
            yield row  # nearly every row
            continue
        cells = {names.get(header, header): _repaired_cell(cell) for header, cell in row.cells.items()}
        originals = {names.get(header, header): cell for header, cell in row.cells.items()
                     if isinstance(cell, str) and cell != cells[names.get(header, header)]}  # fmt: skip
        yield replace(row, cells=cells, damaged=originals) if originals or names else row


def _repaired_cell(cell: Cell) -> Cell:
    return repaired(cell) if isinstance(cell, str) else cell


def was_repaired(original: str, now: str) -> Words:
    """Return the sentence for a cell whose damage was repaired."""
    before, after = _around(original, now), _around(now, original)
    return Words(
        f"beschadigde letters: ‘{before}’ is gelezen als ‘{after}’.",
        f"damaged letters: ‘{before}’ was read as ‘{after}’.",
    )


def _around(text: str, other: str) -> str:
    """Return the part of a text where it differs from another, on one line."""
    same = next((place for place, (one, two) in enumerate(zip(text, other, strict=False)) if one != two), 0)
    start = max(same - 20, 0)
    return " ".join(
        ("…" if start else "", "".join(one if one.isprintable() else "?" for one in text[start : same + 30]))
    ).strip()
