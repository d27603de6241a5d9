"""Reads XLSX workbooks by value: the outcomes of formulas, and dates as dates. Guards against files made to harm."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from graph.errors import FileError
from graph.files.packages import OLD_OR_LOCKED, check_package
from graph.ingest.cells import Cell
from graph.ingest.limits import MOST_ROWS, ROWS_LOOKED_AT
from graph.ingest.merged_cells import xlsx_spans
from graph.ingest.rows import NumberedRow, Progress, SheetRows, Spans, text_cell, too_many_rows

_Worksheet = Any
"""A sheet that is read row by row; the types of openpyxl describe the other sort, which is held in memory whole."""

_Formulas = dict[tuple[int, int], str]
"""Formulas by place: row and column, the row counted from 1 and the column from 0."""


@contextmanager
def workbook_rows(path: Path, sheet: str | None, progress: Progress, *, checked: bool) -> Iterator[SheetRows]:
    """Open a workbook and give the rows of one sheet.

    Parameters
    ----------
    path
        A readable file that is not empty.
    sheet
        Name of the sheet; the first unless given.
    progress
        Told how far the reading is.
    checked
        Whether to go over the whole sheet first: damage shows only when rows are parsed, and merged cells stand last.

    Raises
    ------
    FileError
        It is no workbook, has no such sheet, is damaged, or unpacks to more than can be.
    """
    _check_package(path)
    formulas: _Formulas = {}
    spans: Spans = {}
    total = 0
    if checked:
        spans = xlsx_spans(path, sheet)
        with _worksheet(path, sheet, values=False) as worksheet:
            total = _check(path, worksheet, formulas)
    with _worksheet(path, sheet, values=True) as worksheet:
        yield SheetRows(_read(path, worksheet, formulas, (total, progress)), spans)


@contextmanager
def _worksheet(path: Path, sheet: str | None, *, values: bool) -> Iterator[_Worksheet]:
    with path.open("rb") as file:  # opened here, because openpyxl leaves a file that it refuses open
        try:
            workbook = load_workbook(file, read_only=True, data_only=values)
            sheets = {one.title: one for one in workbook.worksheets}
        except Exception as error:  # openpyxl passes on whatever its parsers raise
            raise _no_workbook(path) from error
        if not sheets or (sheet is not None and sheet not in sheets):
            raise _no_sheet(path, sheet, ", ".join(sheets))
        worksheet: _Worksheet = sheets[sheet] if sheet is not None else next(iter(sheets.values()))
        worksheet.reset_dimensions()  # what a file says of its own size is often wrong
        yield worksheet


@contextmanager
def open_sheets(path: Path) -> Iterator[Callable[[str], Iterator[NumberedRow]]]:
    """Open a workbook once for several of its sheets, and give what reads the rows of one by its name.

    Parameters
    ----------
    path
        A readable file that is not empty.

    Raises
    ------
    FileError
        It is no workbook, or unpacks to more than can be; while rows are read: it is damaged or too long.
    """
    _check_package(path)
    with path.open("rb") as file:
        try:
            workbook = load_workbook(file, read_only=True, data_only=True)
        except Exception as error:  # as above
            raise _no_workbook(path) from error

        def rows(name: str) -> Iterator[NumberedRow]:
            worksheet: _Worksheet = {one.title: one for one in workbook.worksheets}.get(name)
            if worksheet is None:  # the package names a sheet that the library cannot find
                raise _no_workbook(path)
            worksheet.reset_dimensions()
            for number, cells in _read(path, worksheet, {}, (0, lambda _part: None)):
                if number > MOST_ROWS + ROWS_LOOKED_AT:
                    raise too_many_rows(path)
                yield number, cells

        yield rows


def _check(path: Path, worksheet: _Worksheet, formulas: _Formulas) -> int:
    """Go over a whole sheet, note where formulas stand, and return how many rows it has."""
    number = 0
    try:
        for number, cells in enumerate(worksheet.iter_rows(), 1):
            formulas.update(
                ((number, place), _formula(cell.value)) for place, cell in enumerate(cells) if cell.data_type == "f"
            )
            if number > MOST_ROWS + ROWS_LOOKED_AT:
                break
    except Exception as error:
        raise _no_workbook(path) from error
    if number > MOST_ROWS + ROWS_LOOKED_AT:
        raise too_many_rows(path)
    return number


def _read(path: Path, worksheet: _Worksheet, formulas: _Formulas, known: tuple[int, Progress]) -> Iterator[NumberedRow]:
    total, progress = known
    try:
        for number, cells in enumerate(worksheet.iter_rows(values_only=True), 1):
            if total and number % 1000 == 0:
                progress(min(number / total, 1.0))
            # A formula that nobody has worked out yet has no value: it is shown, and refused where it is read.
            yield (
                number,
                [formulas.get((number, place)) if cell is None else _cell(cell) for place, cell in enumerate(cells)],
            )
    except Exception as error:
        raise _no_workbook(path) from error
    progress(1.0)


def _formula(value: object) -> str:
    return str(getattr(value, "text", value)) or "="  # one that fills several cells is an object


def _cell(cell: object) -> Cell | None:
    if isinstance(cell, bool | int | float | datetime | date):
        return cell
    return text_cell(str(cell))


def _check_package(path: Path) -> None:
    with path.open("rb") as file:
        if file.read(8) == OLD_OR_LOCKED:
            raise FileError(
                f"{path.name} is met een wachtwoord beveiligd, of een oud XLS-bestand. Bewaar het zonder dat als XLSX.",
                f"{path.name} is protected by a password, or an old XLS file. Save it without a password as XLSX.",
                concerning=path,
            )
    try:
        check_package(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise _no_workbook(path) from error


def _no_sheet(path: Path, sheet: str | None, names: str) -> FileError:
    if not names:
        return FileError(f"{path.name} heeft geen blad met rijen.", f"{path.name} has no sheet with rows.")
    return FileError(
        f"{path.name} heeft geen blad ‘{(sheet or '')[:60]}’. Wel: {names}.",
        f"{path.name} has no sheet ‘{(sheet or '')[:60]}’. It has: {names}.",
    )


def _no_workbook(path: Path) -> FileError:
    return FileError(
        f"{path.name} is geen XLSX-werkmap, of is beschadigd. Open het in een spreadsheet en bewaar het opnieuw.",
        f"{path.name} is no XLSX workbook, or is damaged. Open it in a spreadsheet and save it again.",
        concerning=path,
    )
