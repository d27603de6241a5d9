"""Reads tables: CSV with its encoding and separator found, XLSX by value. Yields rows of cells with their numbers.

Bad structure (no table at all, no header) stops before the first row; what is wrong inside a cell is for later stages.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from graph.errors import FileError
from graph.ingest.cells import Cell
from graph.ingest.limits import LONGEST_CELL, MOST_BYTES, MOST_COLUMNS, MOST_ROWS, MOST_UNPACKED_BYTES

_SEPARATORS = (";", ",", "\t", "|")
_SAMPLE_BYTES = 65_536
csv.field_size_limit(LONGEST_CELL)

Progress = Callable[[float], None]
"""Called with the part of the file that has been read, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as a spreadsheet shows it, and its cells under their headers; empty cells are left out."""

    number: int
    cells: dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """A table that is being read.

    Parameters
    ----------
    headers
        Headers in order, trimmed.
    rows
        Rows below the header, read as they are asked for. Wholly empty ones are left out.
    """

    headers: tuple[str, ...]
    rows: Iterator[Row]


@contextmanager
def open_table(
    path: Path, *, sheet: str | None = None, header_row: int | None = None, progress: Progress | None = None
) -> Iterator[Table]:
    """Open a CSV or XLSX file.

    Parameters
    ----------
    path
        The file; what it is is told by its ending.
    sheet
        Sheet of a workbook; the first unless given.
    header_row
        Number of the row that holds the headers, counted from 1; the first row that is not empty unless given.
    progress
        Told how far the reading is.

    Raises
    ------
    FileError
        There is no such file or sheet, it is empty, or it is no table.
    """
    check_readable(path)
    report = progress or (lambda _part: None)
    if path.suffix.lower() == ".xlsx":
        with _workbook_rows(path, sheet, report) as rows:
            yield _table(path, rows, header_row)
    else:
        with path.open("rb") as file:
            yield _table(path, _csv_rows(path, file, report), header_row)


def check_readable(path: Path, most_bytes: int = MOST_BYTES) -> None:
    """Refuse what is no file to read.

    Raises
    ------
    FileError
        It is missing, a folder, empty, too large, or may not be read.
    """
    if path.is_dir():
        raise FileError(f"{path} is een map. Geef een bestand.", f"{path} is a folder. Give a file.", concerning=path)
    try:
        size = path.stat().st_size
        path.open("rb").close()
    except FileNotFoundError:
        raise FileError(f"{path} bestaat niet.", f"{path} does not exist.", concerning=path) from None
    except OSError as error:
        raise FileError(
            f"{path} kan niet worden gelezen. Mag u het bestand openen?",
            f"{path} cannot be read. May you open the file?",
            concerning=path,
        ) from error
    if size == 0:
        raise FileError(f"{path.name} is leeg.", f"{path.name} is empty.", concerning=path)
    if size > most_bytes:
        raise FileError(
            f"{path.name} is {size // 1_000_000} MB; hoogstens {most_bytes // 1_000_000} MB past. Knip het in stukken.",
            f"{path.name} is {size // 1_000_000} MB; at most {most_bytes // 1_000_000} MB fit. Cut it into parts.",
            concerning=path,
        )


def _table(path: Path, rows: Iterator[tuple[int, Sequence[Cell | None]]], header_row: int | None) -> Table:
    for number, cells in rows:
        if (header_row is None and any(cell is not None for cell in cells)) or number == header_row:
            headers = tuple("" if cell is None else str(cell).strip() for cell in cells)
            _check_headers(path, headers)
            return Table(headers, _rows_below(path, headers, rows))
    raise FileError(
        f"{path.name} heeft geen rij met kolomnamen.", f"{path.name} has no row with headers.", concerning=path
    )


def _check_headers(path: Path, headers: tuple[str, ...]) -> None:
    named = [header for header in headers if header]
    double = sorted({header for header in named if named.count(header) > 1})
    if double:
        raise FileError(
            f"{path.name}: de kolomnaam ‘{double[0]}’ komt twee keer voor. Geef elke kolom een eigen naam.",
            f"{path.name}: the header ‘{double[0]}’ occurs twice. Give each column a name of its own.",
            concerning=double,
        )
    if len(headers) > MOST_COLUMNS:
        raise FileError(
            f"{path.name} heeft {len(headers)} kolommen; hoogstens {MOST_COLUMNS} passen.",
            f"{path.name} has {len(headers)} columns; at most {MOST_COLUMNS} fit.",
        )


def _rows_below(
    path: Path, headers: tuple[str, ...], rows: Iterator[tuple[int, Sequence[Cell | None]]]
) -> Iterator[Row]:
    read = 0
    for number, cells in rows:
        found = {header: cell for header, cell in zip(headers, cells, strict=False) if header and cell is not None}
        if found:
            read += 1
            if read > MOST_ROWS:
                raise FileError(
                    f"{path.name} heeft meer dan {MOST_ROWS} rijen. Knip het in stukken.",
                    f"{path.name} has more than {MOST_ROWS} rows. Cut it into parts.",
                )
            yield Row(number, found)


# ---------------------------------------------------------------------------------------------------- CSV


def _csv_rows(path: Path, file: BinaryIO, progress: Progress) -> Iterator[tuple[int, Sequence[Cell | None]]]:
    sample = file.read(_SAMPLE_BYTES)
    encoding = _encoding(path, sample)
    separator = _separator(sample.decode(encoding, errors="replace"))
    file.seek(0)
    size = path.stat().st_size
    text = io.TextIOWrapper(file, encoding=encoding, errors="surrogateescape", newline="")
    reader = csv.reader(text, delimiter=separator)
    # A cell with line breaks takes several lines but is one row, as a spreadsheet counts them.
    try:
        for number, cells in enumerate(reader, 1):
            if number % 1000 == 0:
                progress(min(file.tell() / size, 1.0))
            yield number, [cell.strip() or None for cell in cells]
    except csv.Error as error:
        raise FileError(
            f"{path.name}, rij {reader.line_num}: een cel is langer dan {LONGEST_CELL} tekens, of de aanhalingstekens "
            "kloppen niet.",
            f"{path.name}, row {reader.line_num}: a cell is longer than {LONGEST_CELL} characters, or its quotes do "
            "not match.",
        ) from error
    finally:
        text.detach()  # the file is its opener's to close
    progress(1.0)


def _encoding(path: Path, sample: bytes) -> str:
    """Return the encoding of a text: by its mark, else UTF-8 if it is that, else Windows-1252."""
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if sample.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    # Text has no NUL, and hardly any control characters; a picture or workbook called .csv has both.
    controls = sum(byte < 32 and byte not in b"\t\r\n\x0b\x0c" for byte in sample)
    if sample[:2] == b"PK" or (b"\x00" in sample and controls > len(sample) // 50):
        raise FileError(
            f"{path.name} is geen tekst. Bewaar de lijst als CSV of XLSX.",
            f"{path.name} is no text. Save the list as CSV or XLSX.",
            concerning=path,
        )
    # A few bytes that are no UTF-8 in a text that otherwise is, are damage to report; many are another encoding.
    text = sample[: sample.rfind(b"\n") + 1 or None].decode("utf-8", errors="surrogateescape")
    damaged = sum("\udc80" <= character <= "\udcff" for character in text)
    accented = sum(character > "\x7f" for character in text) - damaged
    return "utf-8" if damaged <= accented or not damaged else "cp1252"


def _separator(sample: str) -> str:
    """Return the separator that divides the first lines into the same number of parts, and the most."""
    best, most = ",", 0
    for separator in _SEPARATORS:
        widths = [
            len(cells)
            for cells, _ in zip(csv.reader(io.StringIO(sample), delimiter=separator), range(20), strict=False)
        ]
        if widths and widths[0] > 1:
            agreeing = widths.count(widths[0]) * widths[0]
            if agreeing > most:
                best, most = separator, agreeing
    return best


# ---------------------------------------------------------------------------------------------------- XLSX


@contextmanager
def _workbook_rows(
    path: Path, sheet: str | None, progress: Progress
) -> Iterator[Iterator[tuple[int, Sequence[Cell | None]]]]:
    from openpyxl import load_workbook  # noqa: PLC0415 - only where a workbook is read: it is slow to import

    _check_workbook(path)
    try:
        workbook = load_workbook(path, read_only=True, data_only=True)
    except Exception as error:  # openpyxl passes on whatever its parsers raise
        raise _no_workbook(path) from error
    try:
        if sheet is not None and sheet not in workbook.sheetnames:
            names = ", ".join(workbook.sheetnames)
            raise FileError(
                f"{path.name} heeft geen blad ‘{sheet}’. Wel: {names}.",
                f"{path.name} has no sheet ‘{sheet}’. It has: {names}.",
            )
        worksheet = workbook[sheet] if sheet else workbook.worksheets[0]
        yield _worksheet_rows(path, worksheet.iter_rows(values_only=True), worksheet.max_row or 0, progress)
    finally:
        workbook.close()


def _worksheet_rows(
    path: Path, rows: Iterator[tuple[object, ...]], total: int, progress: Progress
) -> Iterator[tuple[int, Sequence[Cell | None]]]:
    try:
        for number, cells in enumerate(rows, 1):
            if total and number % 1000 == 0:
                progress(min(number / total, 1.0))
            yield number, [_worksheet_cell(cell) for cell in cells]
    except FileError:
        raise
    except Exception as error:  # a damaged sheet shows only when its rows are parsed
        raise _no_workbook(path) from error
    progress(1.0)


def _worksheet_cell(cell: object) -> Cell | None:
    if cell is None or isinstance(cell, bool | int | float | datetime | date):
        return cell
    return str(cell).strip() or None


def _check_workbook(path: Path) -> None:
    with path.open("rb") as file:
        if file.read(8) == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
            raise FileError(
                f"{path.name} is met een wachtwoord beveiligd, of een oud XLS-bestand. Bewaar het zonder dat als XLSX.",
                f"{path.name} is protected by a password, or an old XLS file. Save it without a password as XLSX.",
            )
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, OSError) as error:
        raise _no_workbook(path) from error
    if unpacked > MOST_UNPACKED_BYTES:
        raise FileError(
            f"{path.name} wordt uitgepakt groter dan {MOST_UNPACKED_BYTES // 1_000_000} MB. Zo groot past niet.",
            f"{path.name} unpacks to more than {MOST_UNPACKED_BYTES // 1_000_000} MB. That does not fit.",
        )


def _no_workbook(path: Path) -> FileError:
    return FileError(
        f"{path.name} is geen XLSX-werkmap, of is beschadigd. Open het in een spreadsheet en bewaar het opnieuw.",
        f"{path.name} is no XLSX workbook, or is damaged. Open it in a spreadsheet and save it again.",
        concerning=path,
    )
