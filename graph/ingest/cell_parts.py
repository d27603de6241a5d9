"""What a mapping does with the text of a cell before it is read: joins columns, divides lists, completes codes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from graph.ingest.cells import Cell, text_of
from graph.ingest.rows import Row
from graph.schema.words import normalise

BETWEEN = ", "
"""Stands between the cells of columns that together make one name."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Says of which rows something holds: those whose column has one of some words.

    Parameters
    ----------
    column
        Header of the column.
    words
        Normalised words.
    """

    column: str
    words: frozenset[str]

    def holds(self, row: Row) -> bool:
        """Whether a row is one of them."""
        cell = row.cells.get(self.column)
        return cell is not None and normalise(text_of(cell)) in self.words


def joined(row: Row, columns: Sequence[str]) -> Cell | None:
    """Return what the columns of a row say together; None where they are all empty.

    Parameters
    ----------
    row
        As it was read.
    columns
        Headers, in the order in which their cells are to stand.
    """
    cells = [row.cells[column] for column in columns if column in row.cells]
    if len(cells) < 2:
        return cells[0] if cells else None
    return BETWEEN.join(text_of(cell) for cell in cells)


def divided(cell: Cell, separators: tuple[str, ...]) -> list[Cell]:
    """Return the parts of a list in a cell: ``A; B en C`` divided by ``;`` and `` en `` is three.

    Examples
    --------
    >>> divided("De Kas; De Bus en Buurtmoes", (";", " en "))
    ['De Kas', 'De Bus', 'Buurtmoes']
    """
    if not separators or not isinstance(cell, str):
        return [cell]
    return [part.strip() for part in _divider(separators).split(cell) if part.strip()]


@cache
def _divider(separators: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(one) for one in sorted(separators, key=len, reverse=True)))


def completed(cell: Cell, prefix: str, digits: int) -> Cell:
    """Return a code with what it lacks: ``518`` with prefix ``GM`` and four digits is ``GM0518``.

    Examples
    --------
    >>> completed(518, "GM", 4), completed("GM0518", "GM", 4)
    ('GM0518', 'GM0518')
    """
    if not prefix and not digits:
        return cell
    text = text_of(cell)
    return text if prefix and text.upper().startswith(prefix.upper()) else prefix + text.zfill(digits)


def is_nobody(cell: Cell, nobody: frozenset[str]) -> bool:
    """Whether a cell that should name something says that there is none: ``n.v.t.``, ``(Particulier)``."""
    return bool(nobody) and normalise(text_of(cell)) in nobody
