"""Tells rows that add others up (``Totaal``, a row of nothing but sums) from rows that say something of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import isclose

from graph.ingest.cells import Cell, is_formula, parse_number
from graph.schema.words import normalise

_WORD = (
    r"(?:(?:sub|eind|groot|deel|tussen)?(?:totaal|totalen)|(?:sub|grand |sub )?totals?|som|optelling|sum|"
    r"totaal generaal|algemeen totaal)"
)
_LABEL = re.compile(_WORD)
_WITHIN = re.compile(rf"\b{_WORD}\b")
_SUM = re.compile(r"=.*\b(?:SUM|SUBTOTAL|AGGREGATE|SOM|SUBTOTAAL|AGGREGAAT)\(", re.IGNORECASE)
_CURRENCY = re.compile(r"^(?:€|eur|euro)\s*|\s*(?:€|eur|euro)$", re.IGNORECASE)
_BEGINS = frozenset("0123456789-€eE")
_LONGEST_FIGURE = 30  # characters; what is longer is no sum
_LONGEST_LABEL = 60
_FEWEST_ADDED = 3  # rows below which figures without a label are no sum: 1 and 2 are followed by 3 in any list
_CENT = 0.006  # sums of amounts are rounded to it


class TotalRows:
    """Goes along with the rows of a table and says which are totals; keeps what the others add up to."""

    def __init__(self) -> None:
        self._since: dict[int, float] = {}  # by column: since the last total, and over the whole table
        self._whole: dict[int, float] = {}
        self._rows_since = self._rows = 0
        self._nameless = False  # a row of figures alone was no total: here figures alone are what rows are

    def is_total(self, cells: Sequence[Cell | None]) -> bool:
        """Return whether a row is a total of those before it; count it with them where it is none.

        Parameters
        ----------
        cells
            As they stand in the row, in the order of the columns.

        Notes
        -----
        A row whose first text is a word for a total is one where its other cells are figures, or one of them is what
        its column adds up to. A row of figures alone is one where all of them are such sums or the number of rows.
        """
        figures = {place: value for place, cell in enumerate(cells)
                   if cell is not None and (value := _figure(cell)) is not None}  # fmt: skip
        texts = [str(cell) for place, cell in enumerate(cells) if cell is not None and place not in figures]
        found = self._labelled(texts, figures) if _maybe_total(texts) else not texts and self._adds_up(figures)
        if found:
            self._since, self._rows_since = {}, 0
            return True
        self._nameless = self._nameless or (not texts and bool(figures))
        self._rows_since, self._rows = self._rows_since + 1, self._rows + 1
        for place, value in figures.items():
            self._since[place] = self._since.get(place, 0.0) + value
            self._whole[place] = self._whole.get(place, 0.0) + value
        return False

    def _labelled(self, texts: Sequence[str], figures: dict[int, float]) -> bool:
        if _SUM.match(texts[0]):  # formulas without an outcome, and no label
            return all(map(is_formula, texts))
        summed = any(_SUM.match(one) for one in texts) or any(self._is_sum(*one) for one in figures.items())
        bare = _LABEL.fullmatch(normalise(texts[0])) is not None
        return summed or (bare and all(is_formula(one) or one[0].isdecimal() for one in texts[1:]))

    def _adds_up(self, figures: dict[int, float]) -> bool:
        if self._nameless or self._rows < _FEWEST_ADDED or not figures:
            return False
        sums = [self._is_sum(*one) for one in figures.items()]
        counts = [value in (self._rows, self._rows_since) for value in figures.values()]
        return any(sums) and all(one or other for one, other in zip(sums, counts, strict=True))

    def _is_sum(self, place: int, value: float) -> bool:
        sums = (known[place] for known in (self._since, self._whole) if place in known)
        return value != 0 and any(isclose(value, one, rel_tol=1e-9, abs_tol=_CENT) for one in sums)


def _maybe_total(texts: Sequence[str]) -> bool:
    if not texts or len(texts[0]) > _LONGEST_LABEL:
        return False
    first = texts[0].lower()
    # Three letters decide nearly every row, without making its text comparable.
    worded = any(part in first for part in ("tot", "som", "sum", "tell")) and _WITHIN.search(normalise(first))
    return bool(worded or _SUM.match(first))


def _figure(cell: Cell) -> float | None:
    """Return the number in a cell, with or without a sign for euros; None where it is something else."""
    try:
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            return float(cell)
        if not isinstance(cell, str) or cell[:1] not in _BEGINS or len(cell) > _LONGEST_FIGURE:
            return None
        return float(cell) if cell.isdecimal() else parse_number(_CURRENCY.sub("", cell))
    except (ValueError, OverflowError):
        return None
