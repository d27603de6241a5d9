"""Reads old spreadsheets (XLS) by value. What only bears that ending, such as a web page, is refused in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from graph.errors import FileError
from graph.files.packages import OLD_OR_LOCKED, is_locked
from graph.ingest.limits import MOST_XLS_BYTES
from graph.ingest.ods_files import calamine_cell
from graph.ingest.rows import NumberedRow, Progress, check_readable


@contextmanager
def xls_rows(path: Path, sheet: str | None, progress: Progress) -> Iterator[Iterator[NumberedRow]]:
    """Open an old spreadsheet and give the rows of one sheet.

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
        It is no XLS, is protected, damaged or too large, or has no such sheet.

    Notes
    -----
    A sheet is held in memory whole; the format itself holds no more than 65,536 rows of 256 columns.
    """
    check_readable(path, MOST_XLS_BYTES)
    data = path.read_bytes()
    if not data.startswith(OLD_OR_LOCKED):
        raise _no_xls(path)
    if is_locked(data):
        raise _locked(path)
    try:
        workbook = CalamineWorkbook.from_path(path)
        names = workbook.sheet_names
        if not names or (sheet is not None and sheet not in names):
            raise _no_sheet(path, sheet, names)
        rows = workbook.get_sheet_by_name(sheet or names[0]).to_python(skip_empty_area=False)
    except PasswordError as error:
        raise _locked(path) from error
    except FileError:
        raise
    except (CalamineError, OSError, ValueError) as error:
        raise _no_xls(path) from error
    yield ((number, [calamine_cell(cell) for cell in cells]) for number, cells in enumerate(rows, 1))
    progress(1.0)


def _no_sheet(path: Path, sheet: str | None, names: list[str]) -> FileError:
    return FileError(
        f"{path.name} heeft geen blad ‘{(sheet or '')[:60]}’. Wel: {', '.join(names)[:200]}.",
        f"{path.name} has no sheet ‘{(sheet or '')[:60]}’. It has: {', '.join(names)[:200]}.",
    )


def _no_xls(path: Path) -> FileError:
    return FileError(
        f"{path.name} is geen XLS-werkmap, of is beschadigd. Open het in een spreadsheet en bewaar het als XLSX.",
        f"{path.name} is no XLS workbook, or is damaged. Open it in a spreadsheet and save it as XLSX.",
        concerning=path,
    )


def _locked(path: Path) -> FileError:
    return FileError(
        f"{path.name} is met een wachtwoord beveiligd. Bewaar het zonder wachtwoord, als XLSX.",
        f"{path.name} is protected by a password. Save it without a password, as XLSX.",
        concerning=path,
    )
