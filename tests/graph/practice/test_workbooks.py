"""The workbook of a colleague: everything that makes a spreadsheet hard to read is in it, and so is every row."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from graph.ingest.tables import open_table
from graph.practice.city import City
from graph.practice.flaws import spoil
from graph.practice.tables.initiatives import initiatives_table
from graph.practice.workbooks import TITLE_ROWS, initiatives_workbook
from graph.practice.write import INCOMING


@pytest.fixture(scope="module")
def sheet(folder: Path) -> Any:
    return load_workbook(folder / INCOMING / "initiatieven-wijkteam.xlsx")["Lijst"]


def test_it_has_titles_merged_cells_two_header_rows_and_hidden_rows(sheet: Any) -> None:
    merged = {str(one) for one in sheet.merged_cells.ranges}
    assert {"A1:I1", "A4:D4", "E4:F4"} <= merged
    assert (sheet.cell(TITLE_ROWS + 1, 5).value, sheet.cell(TITLE_ROWS + 2, 5).value) == ("Mensen", "Leden")
    hidden = [number for number, row in sheet.row_dimensions.items() if row.hidden]
    assert hidden and all(sheet.cell(number, 4).value == "gestopt" for number in hidden)


def test_days_are_dates_and_numbers_are_numbers(sheet: Any) -> None:
    columns = list(
        zip(*sheet.iter_rows(min_row=TITLE_ROWS + 3, max_row=sheet.max_row - 2, values_only=True), strict=True)
    )
    assert {type(cell).__name__ for cell in columns[8]} == {"datetime"}
    assert "int" in {type(cell).__name__ for cell in columns[4]}
    assert str(sheet.cell(sheet.max_row, 5).value).startswith("=SUM(E")


def test_the_same_city_gives_the_same_bytes(city: City) -> None:
    table = initiatives_table(city)
    assert initiatives_workbook(table) == initiatives_workbook(table)


def test_a_list_with_flaws_has_them_in_the_workbook_too(city: City) -> None:
    (spoiled,), flaws = spoil([initiatives_table(city)], 0.3, 1)
    sheet = load_workbook(BytesIO(initiatives_workbook(spoiled)))["Lijst"]
    cells = {str(cell) for row in sheet.iter_rows(values_only=True) for cell in row}
    written = [flaw.written for flaw in flaws if flaw.column == "Naam"]
    assert written and set(written) <= cells
    assert {"datetime", "str"} <= {type(row[8]).__name__ for row in sheet.iter_rows(min_row=6, values_only=True)}


def test_our_own_reader_finds_the_header_below_the_titles(folder: Path) -> None:
    with open_table(folder / INCOMING / "initiatieven-wijkteam.xlsx") as table:
        assert any("Naam" in header for header in table.headers)
        assert len(table.headers) == 9
