"""Cells that are merged over rows: what stands in the uppermost holds for each of them.

Spreadsheets keep such a value in the first row only. It is filled in where the file says that cells are merged, and
nowhere else: an empty cell below a filled one says nothing.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from xml.etree.ElementTree import Element

from defusedxml import ElementTree

from graph.errors import FileError
from graph.ingest.cells import Cell
from graph.ingest.limits import MOST_MERGED
from graph.ingest.rows import NumberedRow, Spans

_PART = 1 << 20  # bytes of a sheet that are looked at together
_LONGEST_MARK = 300  # bytes of the mark of one merged cell: it may stand on the border of two parts
_LARGEST = 5_000_000  # bytes of the parts that list the sheets
_MARK = re.compile(rb'<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"')
_REFERENCE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def spans_of(path: Path, ranges: Iterable[tuple[int, int, int]]) -> Spans:
    """Return merged cells by column, each column in order of rows.

    Parameters
    ----------
    path
        The file, for the error.
    ranges
        Column counted from 0, first and last row counted from 1.

    Raises
    ------
    FileError
        There are more than `MOST_MERGED`.
    """
    found: dict[int, list[tuple[int, int]]] = {}
    count = 0
    for column, first, last in ranges:
        if last > first:
            found.setdefault(column, []).append((first, last))
            count += 1
            if count > MOST_MERGED:
                raise FileError(
                    f"{path.name} heeft meer dan {MOST_MERGED} samengevoegde cellen. Bewaar het blad als CSV.",
                    f"{path.name} has more than {MOST_MERGED} merged cells. Save the sheet as CSV.",
                )
    return {column: sorted(one) for column, one in found.items()}


def xlsx_spans(path: Path, sheet: str | None) -> Spans:
    """Return the cells of a sheet of an XLSX workbook that are merged over rows.

    Parameters
    ----------
    path
        A workbook whose package was checked.
    sheet
        Name of the sheet; the first unless given.

    Raises
    ------
    FileError
        There are too many.

    Notes
    -----
    They stand below the rows, so that the whole sheet is gone through, as bytes: much faster than as XML. None are
    found where the workbook is damaged; its reader says so.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            part = _part_of(archive, sheet)
            if part is None:
                return {}
            with archive.open(part) as content:
                return spans_of(path, _marks(iter(lambda: content.read(_PART), b"")))
    except (ElementTree.ParseError, ValueError, KeyError, OSError, EOFError, zipfile.BadZipFile, zlib.error,
            NotImplementedError, RuntimeError):  # fmt: skip
        return {}


def _part_of(archive: zipfile.ZipFile, sheet: str | None) -> str | None:
    """Return where in the package a sheet stands."""
    book, links = (_tree(archive, part) for part in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"))
    targets = {one.get("Id"): one.get("Target", "") for one in links if one.get("Type", "").endswith("/worksheet")}
    for one in book.iter():
        target = targets.get(one.get(_REFERENCE)) if one.tag.rpartition("}")[2] == "sheet" else None
        if target and sheet in (None, one.get("name")):
            return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return None


def _tree(archive: zipfile.ZipFile, part: str) -> Element:
    with archive.open(part) as content:
        return ElementTree.fromstring(content.read(_LARGEST), forbid_dtd=True)


def _marks(parts: Iterable[bytes]) -> Iterator[tuple[int, int, int]]:
    rest = b""
    for part in parts:
        text, end = rest + part, 0
        for found in _MARK.finditer(text):
            yield _column(found[1]), int(found[2]), int(found[3])
            end = found.end()
        rest = text[max(end, len(text) - _LONGEST_MARK) :]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64  # A is 65
    return number - 1


def filled_rows(rows: Iterable[NumberedRow], spans: Spans) -> Iterator[tuple[NumberedRow, NumberedRow]]:
    """Yield rows as they stand, each with what it says once the cells merged over it are filled in.

    Parameters
    ----------
    rows
        Rows below the header: a cell merged with a header says nothing of them.
    spans
        Merged cells of the sheet.

    Notes
    -----
    An empty row stays empty, whatever is merged over it: a note across a sheet is no row. Linear in the rows and in
    the columns that have merged cells.
    """
    merged = [_Column(column, found) for column, found in spans.items()]
    for number, cells in rows:
        held = {one.place: value for one in merged if (value := one.held(number, cells)) is not None}
        if not held or not any(cell is not None for cell in cells):
            yield (number, cells), (number, cells)
            continue
        filled = [*cells, *[None] * (max(held) + 1 - len(cells))]
        for place, value in held.items():
            filled[place] = value if filled[place] is None else filled[place]
        yield (number, cells), (number, filled)


class _Column:
    """Goes down a column and says what is merged over the row that it is at."""

    def __init__(self, place: int, spans: Iterable[tuple[int, int]]) -> None:
        self.place = place
        self._spans = iter(spans)
        self._first, self._last = next(self._spans)
        self._value: Cell | None = None

    def held(self, number: int, cells: Sequence[Cell | None]) -> Cell | None:
        while number > self._last:
            self._first, self._last = next(self._spans, (_NEVER, _NEVER))
            self._value = None
        if number == self._first:
            self._value = cells[self.place] if self.place < len(cells) else None
        return self._value


_NEVER = 1 << 62
"""A row that no sheet has: below the last merged cell of a column."""
