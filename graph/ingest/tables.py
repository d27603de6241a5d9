"""Reads tables: finds the headers, and yields rows of cells with their numbers.

Bad structure (no table at all, no header, a workbook that is damaged halfway) stops before the first row; what is
wrong inside a row is for later stages.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path

from graph.errors import FileError
from graph.ingest.csv_files import csv_rows
from graph.ingest.damage import repaired_table
from graph.ingest.header_rows import find_headers
from graph.ingest.limits import MOST_COLUMNS, MOST_ROWS, ROWS_LOOKED_AT
from graph.ingest.merged_cells import filled_rows
from graph.ingest.row_mapper import PROBLEM_COLUMN, ROW_COLUMN
from graph.ingest.rows import NumberedRow, Progress, Row, SheetRows, Table, check_readable, too_many_rows
from graph.ingest.total_rows import TotalRows

TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods", ".json", ".jsonl", ".ndjson", ".geojson", ".graphml",
          ".gexf", ".ics")  # fmt: skip
"""Endings of the files that are read as tables."""

JSON = (".json", ".jsonl", ".ndjson", ".geojson")
NETWORKS = (".graphml", ".gexf")
WORKBOOKS = (".xlsx",)


@contextmanager
def open_table(
    path: Path,
    *,
    sheet: str | None = None,
    header_row: int | None = None,
    progress: Progress | None = None,
    checked: bool = True,
) -> Iterator[Table]:
    """Open a CSV, XLSX, ODS or JSON file.

    Parameters
    ----------
    path
        The file; what it is is told by its ending.
    sheet
        Sheet of a workbook, the first unless given; or list of a JSON file that holds more than one.
    header_row
        Number of the row that holds the headers, counted from 1; looked for at the top of the table unless given.
    progress
        Told how far the reading is.
    checked
        Whether to go over the whole file first, so that damage far down is known before a row is used.

    Raises
    ------
    FileError
        There is no such file or sheet, it is empty, or it is no table.
    """
    check_readable(path)
    if path.suffix.lower() not in TABLES:
        raise FileError(
            f"{path.name} kan niet worden ingelezen. Bewaar het als CSV of XLSX, of schrijf een document in YAML.",
            f"{path.name} cannot be loaded. Save it as CSV or XLSX, or write a document in YAML.",
            concerning=path,
        )
    report = progress or (lambda _part: None)
    with _opened(path, sheet, header_row, (report, checked)) as table:
        yield repaired_table(table)


@contextmanager
def _opened(path: Path, sheet: str | None, header_row: int | None, how: tuple[Progress, bool]) -> Iterator[Table]:
    """Open a table with the reader of its ending; libraries that are slow to import are imported when needed."""
    report, checked = how
    ending = path.suffix.lower()
    if ending in JSON:
        from graph.ingest.json_tables import json_table  # noqa: PLC0415 - slow to import

        with json_table(path, sheet, report) as table:
            yield table
    elif ending in NETWORKS:
        from graph.ingest.network_files import xml_network_table  # noqa: PLC0415 - slow to import

        with xml_network_table(path, report) as table:
            yield table
    elif ending == ".ics":
        from graph.ingest.calendar_files import calendar_table  # noqa: PLC0415 - slow to import

        with calendar_table(path, report) as table:
            yield table
    elif ending == ".xlsx":
        from graph.ingest.workbooks import workbook_rows  # noqa: PLC0415 - slow to import

        with workbook_rows(path, sheet, report, checked=checked) as rows:
            yield _table(path, rows, header_row)
    elif ending == ".xls":
        from graph.ingest.xls_files import xls_rows  # noqa: PLC0415 - slow to import

        with xls_rows(path, sheet, report) as rows:
            yield _table(path, rows, header_row)
    elif ending == ".ods":
        from graph.ingest.ods_files import ods_rows  # noqa: PLC0415 - slow to import

        with ods_rows(path, sheet, report) as rows:
            yield _table(path, rows, header_row)
    else:
        with csv_rows(path, report, checked=checked) as rows:
            yield _table(path, SheetRows(rows, {}), header_row, by_separators=True)


# ---------------------------------------------------------------------------------------------------- headers


def _table(path: Path, rows: SheetRows, header_row: int | None, *, by_separators: bool = False) -> Table:
    top = list(islice(rows, max(ROWS_LOOKED_AT, header_row or 0)))
    found = find_headers(top, header_row)
    if found is None:
        raise _no_header(path, header_row)
    headers, below = found
    _check_headers(path, headers)
    content = filled_rows(chain(top[below:], rows), rows.spans)
    return Table(headers, _rows_below(path, headers, content, by_separators))


def _check_headers(path: Path, headers: tuple[str, ...]) -> None:
    if len(headers) > MOST_COLUMNS:
        raise FileError(
            f"{path.name} heeft {len(headers)} kolommen; hoogstens {MOST_COLUMNS} passen.",
            f"{path.name} has {len(headers)} columns; at most {MOST_COLUMNS} fit.",
        )
    named = [header for header in headers if header]
    double = next((header for header in named if named.count(header) > 1), None)
    if double is not None:
        raise FileError(
            f"{path.name}: de kolomnaam ‘{double[:60]}’ komt twee keer voor. Geef elke kolom een eigen naam.",
            f"{path.name}: the header ‘{double[:60]}’ occurs twice. Give each column a name of its own.",
            concerning=double,
        )


def _no_header(path: Path, header_row: int | None) -> FileError:
    if header_row is not None:
        return FileError(
            f"{path.name}: in rij {header_row} staan geen kolomnamen.",
            f"{path.name}: row {header_row} holds no headers.",
            concerning=path,
        )
    return FileError(
        f"{path.name} heeft geen rij met kolomnamen.", f"{path.name} has no row with headers.", concerning=path
    )


def _rows_below(
    path: Path, headers: tuple[str, ...], rows: Iterator[tuple[NumberedRow, NumberedRow]], by_separators: bool
) -> Iterator[Row]:
    read, totals = 0, TotalRows()
    aside = {place for place, header in enumerate(headers) if header in (ROW_COLUMN, PROBLEM_COLUMN)}
    for (number, given), (_, filled) in rows:
        if not any(cell is not None for cell in given):
            continue
        is_total = totals.is_total(
            [None if place in aside else cell for place, cell in enumerate(given)] if aside else given
        )
        cells = given if is_total else filled  # what is merged over a total is not about it
        found = {header: cell for header, cell in zip(headers, cells, strict=False) if header and cell is not None}
        stray = tuple(
            cell
            for place, cell in enumerate(cells)
            if cell is not None and not (place < len(headers) and headers[place])
        )
        read += 1
        if read > MOST_ROWS:
            raise too_many_rows(path)
        shifted = by_separators and any(cell is not None for cell in given[len(headers) :])
        yield Row(number, found, stray, shifted, is_total=is_total)
