"""Reads ODS spreadsheets by value. A sheet is held in memory whole, so its size is looked at beforehand."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.sax.handler import ContentHandler

import defusedxml.sax
from python_calamine import CalamineError, CalamineWorkbook

from graph.errors import FileError
from graph.files.limits import MOST_SHARED_BYTES
from graph.files.packages import check_package
from graph.ingest.cells import Cell
from graph.ingest.limits import MOST_CELLS, MOST_ROWS, ROWS_LOOKED_AT
from graph.ingest.merged_cells import spans_of
from graph.ingest.rows import Progress, SheetRows, Spans, no_sheet, text_cell, too_many_rows


@contextmanager
def ods_rows(path: Path, sheet: str | None, progress: Progress) -> Iterator[SheetRows]:
    """Open an ODS spreadsheet and give the rows of one sheet.

    Parameters
    ----------
    path
        A readable file that is not empty.
    sheet
        Name of the sheet; the first unless given.
    progress
        Told how far the reading is.

    Raises
    ------
    FileError
        It is no ODS spreadsheet, is protected, has no such sheet, or is too large.
    """
    spans = _check(path)
    try:
        workbook = CalamineWorkbook.from_path(path)
        names = workbook.sheet_names
    except (CalamineError, OSError, ValueError) as error:
        raise _no_ods(path) from error
    if not names or (sheet is not None and sheet not in names):
        raise no_sheet(path, sheet, names)
    try:
        rows = workbook.get_sheet_by_name(sheet or names[0]).to_python(skip_empty_area=False)
    except (CalamineError, ValueError) as error:
        raise _no_ods(path) from error
    if len(rows) > MOST_ROWS + ROWS_LOOKED_AT:
        raise too_many_rows(path)
    numbered = ((number, [_cell(cell) for cell in cells]) for number, cells in enumerate(rows, 1))
    yield SheetRows(numbered, spans.get(sheet or names[0], {}))
    progress(1.0)


def _cell(cell: Any) -> Cell | None:
    if isinstance(cell, bool | int | float | datetime | date):
        return cell
    return text_cell(str(cell))


def _check(path: Path) -> dict[str, Spans]:
    """Refuse what would harm, before any of it is unfolded; return the merged cells of each sheet."""
    try:
        return _look(path)
    except FileError:
        raise
    except Exception as error:  # parsers of packages and XML pass on whatever they meet
        raise _no_ods(path) from error


def _look(path: Path) -> dict[str, Spans]:
    """Look at the package, at how many cells the repetitions in it stand for, and at what is merged."""
    if "content.xml" not in check_package(path):
        raise _no_ods(path)
    with zipfile.ZipFile(path) as archive:
        if archive.getinfo("content.xml").file_size > MOST_SHARED_BYTES:
            raise _too_large(path)
        if b"encryption-data" in _manifest(archive):
            raise _protected(path)
        with archive.open("content.xml") as content:
            measure = _Measure(path)
            defusedxml.sax.parse(content, measure, forbid_dtd=True)
    return {sheet: spans_of(path, merged) for sheet, merged in measure.merged.items()}


def _manifest(archive: zipfile.ZipFile) -> bytes:
    if "META-INF/manifest.xml" not in archive.namelist():
        return b""
    with archive.open("META-INF/manifest.xml") as manifest:
        return manifest.read(1_000_000)


class _Measure(ContentHandler):
    """Counts the cells that a sheet spans: a few bytes can say that a cell is repeated a billion times.

    What is merged over rows is noted on the way.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._rows = self._last_row = self._columns = self._widest = 0
        self._repeat = 1
        self._sheet = ""
        self.merged: dict[str, list[tuple[int, int, int]]] = {}  # by sheet: column from 0, first and last row from 1

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802 - named by the library
        if name == "table:table":
            self._rows = self._last_row = self._widest = 0
            self._sheet = attrs.get("table:name", "")
        elif name == "table:table-row":
            self._repeat = _times(attrs, "table:number-rows-repeated")
            self._columns = 0
        elif name in ("table:table-cell", "table:covered-table-cell"):
            over = _times(attrs, "table:number-rows-spanned")
            if over > 1:
                merged = self.merged.setdefault(self._sheet, [])
                merged.append((self._columns, self._rows + 1, self._rows + over))
            self._columns += _times(attrs, "table:number-columns-repeated")
            if "office:value-type" in attrs:
                self._widest = max(self._widest, self._columns)
                self._last_row = self._rows + self._repeat
                if self._widest * self._last_row > MOST_CELLS:
                    raise _too_large(self._path)

    def endElement(self, name: str) -> None:  # noqa: N802 - named by the library
        if name == "table:table-row":
            self._rows += self._repeat


def _times(attrs: Any, name: str) -> int:
    given = attrs.get(name, "1")
    return int(given) if given.isdecimal() and len(given) < 12 else 10**12


def _no_ods(path: Path) -> FileError:
    return FileError(
        f"{path.name} is geen ODS-werkmap, of is beschadigd. Open het in een spreadsheet en bewaar het opnieuw.",
        f"{path.name} is no ODS spreadsheet, or is damaged. Open it in a spreadsheet and save it again.",
        concerning=path,
    )


def _protected(path: Path) -> FileError:
    return FileError(
        f"{path.name} is met een wachtwoord beveiligd. Bewaar het zonder wachtwoord.",
        f"{path.name} is protected by a password. Save it without a password.",
        concerning=path,
    )


def _too_large(path: Path) -> FileError:
    return FileError(
        f"{path.name} heeft meer dan {MOST_CELLS} cellen. Bewaar de lijst als CSV, of knip haar in stukken.",
        f"{path.name} has more than {MOST_CELLS} cells. Save the list as CSV, or cut it into parts.",
    )
