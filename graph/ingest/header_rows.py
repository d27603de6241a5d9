"""Finds the headers of a table: below titles, and over two rows where the upper one spans columns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from graph.ingest.cells import Cell
from graph.ingest.rows import NumberedRow, readable

_LONGEST_TITLE = 3
"""Filled cells of a line above a table, such as ``Bron: | gemeente | 2020``; a row with more is a header."""
_LONGEST_HEADER = 100
"""Characters of a header in a second row; what is longer is a text of a row."""


def find_headers(top: Sequence[NumberedRow], header_row: int | None) -> tuple[tuple[str, ...], int] | None:
    """Return the headers of a table, and how many of its first rows stand above or hold them.

    Parameters
    ----------
    top
        Its first rows.
    header_row
        Number of the row that holds the headers, counted from 1; looked for unless given.

    Returns
    -------
    tuple or None
        None where no row holds headers.
    """
    place = _place(top, header_row)
    if place is None:
        return None
    upper = top[place][1]
    lower = top[place + 1][1] if place + 1 < len(top) else ()
    if header_row is None and _spans(upper, lower, [cells for _, cells in top[place + 2 :]]):
        return _joined(upper, lower), place + 2
    return tuple(_text(cell) for cell in upper), place + 1


def _place(top: Sequence[NumberedRow], header_row: int | None) -> int | None:
    """Return where among the first rows the headers stand: the first that is filled, but not a title above the table.

    A title is one cell above a row with more, or a few above a row of headers that is at least twice as wide.
    """
    filled = [sum(cell is not None for cell in cells) for _, cells in top]
    if header_row is not None:
        return next((place for place, (number, _) in enumerate(top) if number == header_row and filled[place]), None)
    first = next((place for place, count in enumerate(filled) if count > 1), None)
    if first is None:
        return next((place for place, count in enumerate(filled) if count), None)
    wider = [place for place in range(first + 1, len(top)) if filled[place] >= max(2 * filled[first], 4)]
    titled = filled[first] <= _LONGEST_TITLE and wider and _is_header(top[wider[0]][1])
    # A header has rows below it; a wide row at the end is one with cells under no header.
    return wider[0] if titled and any(2 * count > filled[wider[0]] for count in filled[wider[0] + 1 :]) else first


def _is_header(cells: Sequence[Cell | None]) -> bool:
    given = [cell for cell in cells if cell is not None]
    short = all(isinstance(cell, str) and len(cell) <= _LONGEST_HEADER for cell in given)
    return short and len(set(given)) == len(given) and not any(str(cell)[:1].isdecimal() for cell in given)


def _spans(upper: Sequence[Cell | None], lower: Sequence[Cell | None], below: Sequence[Sequence[Cell | None]]) -> bool:
    """Whether two rows hold the headers: the upper has gaps that the lower fills, and only below stand numbers."""
    pairs = [(upper[place] if place < len(upper) else None, cell) for place, cell in enumerate(lower)]
    again = [cell for cell in upper if cell is not None and list(upper).count(cell) > 1]
    gaps = [one for one in pairs if one[0] is None or one[0] in again]
    if len(gaps) < 1 or any(cell is None for _, cell in gaps) or not _is_header(lower):
        return False
    return any(
        cell is not None and any(place < len(row) and _is_figure(row[place]) for row in below)
        for place, cell in enumerate(lower)
    )


def _is_figure(cell: Cell | None) -> bool:
    if isinstance(cell, str):
        return cell.replace(".", "").replace(",", "").replace("-", "").isdecimal()
    return isinstance(cell, int | float | date)


def _joined(upper: Sequence[Cell | None], lower: Sequence[Cell | None]) -> tuple[str, ...]:
    """Return headers of two rows: what spans columns stands before what stands below it."""
    headers: list[str] = []
    spanning = ""
    for place in range(max(len(upper), len(lower))):
        above = _text(upper[place]) if place < len(upper) else ""
        below = _text(lower[place]) if place < len(lower) else ""
        spanning = above or spanning
        headers.append(f"{spanning} {below}".strip() if below else above)
    return tuple(headers)


def _text(cell: Cell | None) -> str:
    return "" if cell is None else readable(" ".join(str(cell).split()))
