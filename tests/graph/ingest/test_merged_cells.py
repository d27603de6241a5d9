"""Cells that are merged over rows hold for each of these, in every kind of spreadsheet, and for no other."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import xlwt
from openpyxl import Workbook

from graph.errors import FileError
from graph.ingest import merged_cells
from graph.ingest.merged_cells import filled_rows, spans_of, xlsx_spans
from graph.ingest.rows import NumberedRow
from graph.ingest.tables import open_table
from tests.graph.ingest.test_ods_files import ods, row, text

ROWS = (
    ("Naam", "Wijk"),
    ("De Kas", "Laak"),
    ("De Bus", None),
    ("Repair", None),
    ("Eetclub", None),
    ("Tuin", "Zuid"),
)
"""``Laak`` is merged over the first three initiatives; of the fourth nobody said where it is."""


def xlsx(path: Path, *merged: str, rows: Sequence[Sequence[Any]] = ROWS) -> Path:
    workbook = Workbook()
    sheet: Any = workbook.active
    for one in rows:
        sheet.append(list(one))
    for one in merged:
        sheet.merge_cells(one)
    workbook.save(path)
    return path


def xls(path: Path) -> Path:
    workbook, content = xlwt.Workbook(), io.BytesIO()
    sheet = workbook.add_sheet("Blad1")
    for number, cells in enumerate(ROWS):
        for place, cell in enumerate(cells):
            if cell is not None and cell != "Laak":
                sheet.write(number, place, cell)
    sheet.write_merge(1, 3, 1, 1, "Laak")
    workbook.save(content)
    path.write_bytes(content.getvalue())
    return path


def ods_of(path: Path) -> Path:
    merged = text("Laak", ' table:number-rows-spanned="3"')
    covered, empty = "<table:covered-table-cell/>", "<table:table-cell/>"
    lines = [row(text("Naam"), text("Wijk")), row(text("De Kas"), merged), row(text("De Bus"), covered),
             row(text("Repair"), covered), row(text("Eetclub"), empty), row(text("Tuin"), text("Zuid"))]  # fmt: skip
    return ods(path, ("Blad1", "".join(lines)))


def places(path: Path) -> list[object]:
    with open_table(path) as table:
        return [one.cells.get("Wijk") for one in table.rows]


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_the_value_holds_for_each_row_that_is_merged_and_for_no_other(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"lijst.{ending}"
    made = xlsx(path, "B2:B4") if ending == "xlsx" else xls(path) if ending == "xls" else ods_of(path)
    assert places(made) == ["Laak", "Laak", "Laak", None, "Zuid"]


def test_nothing_is_filled_in_where_nothing_is_merged(tmp_path: Path) -> None:
    assert places(xlsx(tmp_path / "x.xlsx")) == ["Laak", None, None, None, "Zuid"]


def test_a_note_across_the_sheet_makes_no_rows_and_a_header_no_cells(tmp_path: Path) -> None:
    rows = [*ROWS, ("Let op: niet volledig", None), (None, None), (None, None)]
    assert len(places(xlsx(tmp_path / "x.xlsx", "A7:B9", "B2:B4", rows=rows))) == 6
    assert places(xlsx(tmp_path / "y.xlsx", "B1:B2", rows=[("Naam", "Wijk"), ("De Kas", None)])) == [None]


def test_a_sheet_has_its_own_merged_cells(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    workbook = Workbook()
    workbook.create_sheet("Tweede").merge_cells("C3:C8")
    workbook.save(path)
    assert (xlsx_spans(path, None), xlsx_spans(path, "Tweede")) == ({}, {2: [(3, 8)]})
    assert xlsx_spans(path, "Derde") == {}


def test_cells_merged_through_each_other_fill_nothing_twice() -> None:
    spans = spans_of(Path("x.xlsx"), [(0, 1, 3), (0, 2, 5), (3, 2, 2), (0, 7, 9)])
    rows: list[NumberedRow] = [(1, ["a", "p"]), (2, [None, "q"]), (3, [None, "r"]), (4, [None, "s"]), (8, [None, "t"])]
    assert [cells[0] for _, (_, cells) in filled_rows(rows, spans)] == ["a", "a", "a", None, None]


def test_more_merged_cells_than_fit_are_refused_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merged_cells, "MOST_MERGED", 1)
    assert places(xlsx(tmp_path / "x.xlsx", "B2:B4"))[1] == "Laak"
    with pytest.raises(FileError, match="meer dan 1 samengevoegde cellen"):
        places(xlsx(tmp_path / "y.xlsx", "B2:B4", "B5:B6"))
