"""Profiles of columns: how many cells are filled, how many differ, and what they look like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.ingest.cells import Cell, text_of
from graph.ingest.proposing.value_sorts import CONTACTS, Sort, contact_in, sort_of
from graph.ingest.rows import Row, readable
from graph.schema.words import normalise

MOST_DISTINCT = 20_000
"""Different values of a column that are counted; beyond it a column counts as one whose cells all differ."""

_LIST = re.compile(r";|\||\n")


@dataclass(slots=True)
class Profile:
    """What the cells of a column look like.

    Parameters
    ----------
    header
        Its header.
    place
        Which column it is, counted from 0.
    rows
        Rows that were looked at.
    filled
        Cells that say something.
    values
        How often each text occurs.
    sorts
        How many cells look like what.
    inside
        How many longer texts hold a contact detail or somebody's number.
    listed
        Cells that hold a divided list.
    with_and
        Cells whose last part is joined by a word: ``A, B en C``.
    """

    header: str
    place: int
    rows: int = 0
    filled: int = 0
    values: Counter[str] = field(default_factory=Counter)
    sorts: Counter[Sort] = field(default_factory=Counter)
    inside: Counter[Sort] = field(default_factory=Counter)
    listed: int = 0
    with_and: int = 0

    def add(self, cell: Cell) -> None:
        """Count a cell."""
        self.filled += 1
        text = readable(text_of(cell))
        if len(self.values) < MOST_DISTINCT or text in self.values:
            self.values[text[:300]] += 1
        sort = sort_of(cell)
        self.sorts[sort] += 1
        if sort not in CONTACTS and isinstance(cell, str) and (contact := contact_in(text[:5_000])):
            self.inside[contact] += 1
        if isinstance(cell, str) and _LIST.search(text):
            self.listed += 1
            self.with_and += any(word in text for word in (" en ", " and ", " & "))

    def share(self, *sorts: Sort) -> float:
        """Return which part of the cells that name something looks like one of some sorts."""
        telling = self.filled - self.sorts[Sort.NOBODY]
        return sum(self.sorts[one] for one in sorts) / telling if telling else 0.0

    @property
    def distinct(self) -> float:
        """Which part of the filled cells differs from all before."""
        return len(self.values) / self.filled if self.filled else 0.0

    @property
    def nobody(self) -> list[str]:
        """Words of this column that name nobody, the most frequent first."""
        return [text for text, _ in self.values.most_common() if normalise(text) and sort_of(text) is Sort.NOBODY]

    def determined_by(self, other: Profile, rows: Sequence[Row]) -> bool:
        """Whether this column says the same wherever the other says the same: it is about what the other names."""
        if other.distinct > 0.8 or len(other.values) < 2 or len(self.values) < 2:
            return False
        known: dict[str, str] = {}
        for row in rows:
            if self.header in row.cells and other.header in row.cells:
                key, value = normalise(text_of(row.cells[other.header])), text_of(row.cells[self.header])
                if known.setdefault(key, value) != value:
                    return False
        return len(known) > 1


def profiles(headers: Sequence[str], rows: Iterable[Row]) -> list[Profile]:
    """Return the profile of each named column of a table.

    Parameters
    ----------
    headers
        In order.
    rows
        Rows of the table.
    """
    made = [Profile(header, place) for place, header in enumerate(headers) if header]
    by_header = {one.header: one for one in made}
    for row in rows:
        for one in made:
            one.rows += 1
        for header, cell in row.cells.items():
            by_header[header].add(cell)
    return made
