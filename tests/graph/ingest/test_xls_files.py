"""Old spreadsheets: cells with their type, and a sentence for what only bears the ending."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

import msoffcrypto
import pytest
import xlwt
from openpyxl import Workbook

from graph.errors import FileError
from graph.ingest.tables import open_table
from graph.ingest.xls_files import xls_rows
from tests.graph.ingest.desk import MAPPING, Desk


def book() -> bytes:
    made, content = xlwt.Workbook(), io.BytesIO()
    sheet = made.add_sheet("Lijst")
    made.add_sheet("Leeg")
    rows: list[list[Any]] = [["Naam", "Leden", "Sinds"], ["De Kas", 12, date(2016, 6, 28)], ["De Bus", "-", None]]
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            form = xlwt.easyxf(num_format_str="YYYY-MM-DD") if isinstance(cell, date) else xlwt.Style.default_style
            sheet.write(number, place, cell, form)
    made.save(content)
    return content.getvalue()


def file(folder: Path, content: bytes) -> Path:
    path = folder / "lijst.xls"
    path.write_bytes(content)
    return path


def test_cells_come_with_their_type(tmp_path: Path) -> None:
    with open_table(file(tmp_path, book())) as table:
        rows = list(table.rows)
    assert table.headers == ("Naam", "Leden", "Sinds")
    assert [one.cells for one in rows] == [
        {"Naam": "De Kas", "Leden": 12, "Sinds": date(2016, 6, 28)},
        {"Naam": "De Bus"},
    ]


def test_it_loads_and_its_quarantine_is_a_workbook(desk: Desk) -> None:
    desk.file("lijst.mapping.yaml", MAPPING + "leave_out: {Sinds: x}\n")
    report = desk.load("lijst.xls", book())
    assert (report.used, desk.node("De Kas").value("members")) == (2, "12 person")


def test_a_sheet_is_found_by_its_name(tmp_path: Path) -> None:
    path = file(tmp_path, book())
    with pytest.raises(FileError, match="Wel: Lijst, Leeg"), xls_rows(path, "Anders", lambda _part: None):
        pass


def test_what_is_locked_damaged_or_something_else_is_said_in_one_sentence(tmp_path: Path) -> None:
    content, office = io.BytesIO(), io.BytesIO()
    Workbook().save(office)
    msoffcrypto.OfficeFile(office).encrypt("geheim", content)
    cases = {"wachtwoord": content.getvalue(), "geen XLS": b"<table><tr><td>Naam</table>",
             "beschadigd": book()[:900], "XLSX": office.getvalue()}  # fmt: skip
    for said, data in cases.items():
        with pytest.raises(FileError, match=said) as raised, open_table(file(tmp_path, data)):
            pass
        assert "\n" not in str(raised.value)
