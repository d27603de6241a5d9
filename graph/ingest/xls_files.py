"""Reads old spreadsheets (XLS) by value. What only bears that ending, such as a web page, is refused in words."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from graph.errors import FileError
from graph.files.packages import OLD_OR_LOCKED, is_locked
from graph.ingest import xls_child
from graph.ingest.cells import Cell
from graph.ingest.limits import MOST_XLS_BYTES, MOST_XLS_MEMORY, MOST_XLS_SECONDS
from graph.ingest.merged_cells import spans_of
from graph.ingest.rows import Progress, SheetRows, check_readable, no_sheet, text_cell


@contextmanager
def xls_rows(path: Path, sheet: str | None, progress: Progress) -> Iterator[SheetRows]:
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
    It is read by a process of its own, with bounds of memory and time: see `graph.ingest.xls_child`. The format itself
    holds no more than 65,536 rows of 256 columns.
    """
    check_readable(path, MOST_XLS_BYTES)
    data = path.read_bytes()
    if not data.startswith(OLD_OR_LOCKED):
        raise _no_xls(path)
    if is_locked(data):
        raise _locked(path)
    merged, *lines = _read(path, sheet)
    rows = ((number, [_cell(cell) for cell in json.loads(line)]) for number, line in enumerate(lines, 1))
    yield SheetRows(rows, spans_of(path, json.loads(merged)))
    progress(1.0)


def _read(path: Path, sheet: str | None) -> list[bytes]:
    """Return the merged cells of a sheet and its rows, each as JSON."""
    command = [sys.executable, "-I", xls_child.__file__, str(path.resolve()), sheet or "", str(MOST_XLS_MEMORY)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=MOST_XLS_SECONDS, check=False)  # noqa: S603 - our own
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise _no_xls(path) from error
    names, *rows = done.stdout.splitlines() or [b"[]"]
    if done.returncode == xls_child.LOCKED:
        raise _locked(path)
    if done.returncode == xls_child.NO_SHEET:
        raise no_sheet(path, sheet, json.loads(names))
    if done.returncode != 0 or not rows:
        raise _no_xls(path)
    return rows


def _cell(cell: Any) -> Cell | None:
    if isinstance(cell, dict):
        given = cell.get("datetime")
        return datetime.fromisoformat(given) if given else date.fromisoformat(cell["date"])
    return cell if isinstance(cell, bool | int | float) else text_cell(str(cell))


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
