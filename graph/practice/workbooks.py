"""A list of the city as a colleague keeps it in a spreadsheet: titles, merged cells, two header rows, hidden rows."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from graph.practice.tables.table import Table

MOST_ROWS = 300
"""Initiatives on the list: those of the first districts, as one colleague would keep."""

TITLE_ROWS = 3
"""Rows above the header: a title, who keeps the list, and an empty one."""

_GROUPS = (("Initiatief", ("Naam", "Wijk", "Sinds", "Fase")), ("Mensen", ("Leden", "Vrijwilligers")),
           ("Onderwerp", ("Thema's", "Voor wie")), ("", ("Bijgewerkt op",)))  # fmt: skip
_COLUMNS = tuple(header for _, headers in _GROUPS for header in headers)
_DAY = re.compile(r"\d{2}-\d{2}-\d{4}")
_MADE = datetime(2025, 12, 1, 9, 30)
_ENDED = "gestopt"


def initiatives_workbook(table: Table) -> bytes:
    """Return the list of initiatives of some districts as a workbook; the same table gives the same bytes.

    Parameters
    ----------
    table
        The list of initiatives, with the flaws that it has.

    Raises
    ------
    Nothing.

    Notes
    -----
    The initiatives that ended are in hidden rows. A district is written once, in a cell over all its rows.
    """
    workbook = Workbook()
    sheet: Any = workbook.active
    sheet.title = "Lijst"
    rows = _rows(table)
    _write_head(sheet)
    for number, row in enumerate(rows, TITLE_ROWS + 3):
        for column, cell in enumerate(row, 1):
            sheet.cell(number, column, cell)
        sheet.row_dimensions[number].hidden = row[_COLUMNS.index("Fase")] == _ENDED
    _merge_districts(sheet, rows)
    _write_total(sheet, len(rows))
    notes: Any = workbook.create_sheet("Toelichting")
    notes.append(["Oefenstad is verzonnen. Niets in deze lijst bestaat echt."])
    workbook.properties.created = workbook.properties.modified = _MADE
    return _packed(workbook)


def _rows(table: Table) -> list[list[object]]:
    places = [table.header.index(header) for header in _COLUMNS]
    rows = sorted(([row[place] for place in places] for row in table.rows), key=lambda row: row[1])
    return [[_typed(header, cell) for header, cell in zip(_COLUMNS, row, strict=True)] for row in rows[:MOST_ROWS]]


def _typed(header: str, cell: str) -> object:
    """Return a cell as a spreadsheet holds it: a day as a date, a number as a number; a day in words stays text."""
    if header == "Bijgewerkt op" and _DAY.fullmatch(cell):
        return datetime.strptime(cell, "%d-%m-%Y")
    return int(cell) if cell.isdecimal() else cell or None


def _write_head(sheet: Any) -> None:
    sheet["A1"] = "Initiatieven in Oefenstad (verzonnen)"
    sheet["A1"].font = Font(bold=True, size=14)
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(_COLUMNS))
    sheet["A2"] = "Bijgehouden door het wijkteam, stand 1 december 2025"
    column = 1
    for title, headers in _GROUPS:
        sheet.cell(TITLE_ROWS + 1, column, title or None).font = Font(bold=True)
        if len(headers) > 1:
            end = column + len(headers) - 1
            sheet.merge_cells(start_row=TITLE_ROWS + 1, start_column=column, end_row=TITLE_ROWS + 1, end_column=end)
        for header in headers:
            sheet.cell(TITLE_ROWS + 2, column, header).font = Font(bold=True)
            column += 1


def _merge_districts(sheet: Any, rows: Sequence[Sequence[object]]) -> None:
    place = _COLUMNS.index("Wijk") + 1
    for start, end in _runs(rows):
        if end > start:
            sheet.merge_cells(start_row=start, start_column=place, end_row=end, end_column=place)
            sheet.cell(start, place).alignment = Alignment(vertical="top")


def _runs(rows: Sequence[Sequence[object]]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last row of each district."""
    start = TITLE_ROWS + 3
    for _, run in groupby(rows, key=lambda row: row[1]):
        length = len(list(run))
        yield start, start + length - 1
        start += length


def _write_total(sheet: Any, count: int) -> None:
    first, last = TITLE_ROWS + 3, TITLE_ROWS + 2 + count
    place = _COLUMNS.index("Leden") + 1
    sheet.cell(last + 2, 1, "Totaal").font = Font(bold=True)
    sheet.cell(last + 2, place, f"=SUM(E{first}:E{last})")


def _packed(workbook: Workbook) -> bytes:
    """Return a workbook without the moment at which each of its parts was packed."""
    written, target = io.BytesIO(), io.BytesIO()
    workbook.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == "docProps/core.xml":  # openpyxl writes the moment of saving whatever it is told
                content = content.replace(f"{workbook.properties.modified:%Y-%m-%dT%H:%M:%SZ}".encode(), _stamp())
            made.writestr(zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0)), content)
    return target.getvalue()


def _stamp() -> bytes:
    return f"{_MADE:%Y-%m-%dT%H:%M:%SZ}".encode()
