"""The workbook, read back by openpyxl."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from graph.errors import StoreBusyError
from graph.network import Network
from graph.network.exports import workbook
from graph.network.exports.cells import NOT_IN_XML
from graph.network.exports.statements import CSV_COLUMNS
from graph.store.sqlite import SqliteStore
from tests.contracts.build import City, says
from tests.graph.network.exports.written import NAMES, written

if TYPE_CHECKING:
    from openpyxl import Workbook


@pytest.fixture(scope="module")
def book(hostile: Network) -> Workbook:
    return load_workbook(io.BytesIO(written(hostile, "xlsx")))


def test_every_name_is_text_and_none_a_formula(book: Workbook) -> None:
    rows = list(book["initiatives"].iter_rows(min_row=2))
    assert {str(row[0].value): row[1].value for row in rows} == {
        id_: NOT_IN_XML.sub("\ufffd", name) for id_, name in NAMES.items()
    }
    types = {cell.data_type for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
    assert types <= {"s", "n", "inlineStr"}


def test_there_is_a_sheet_for_what_there_is_and_one_of_statements(book: Workbook) -> None:
    assert book.sheetnames == ["initiatives", "people", "areas", "topics", "sources", "ACTIVE_IN", "PARTNERS_WITH",
                               "INVOLVED_IN", "claims"]  # fmt: skip
    assert [cell.value for cell in book["claims"][1]] == list(CSV_COLUMNS)
    assert [cell.value for cell in book["ACTIVE_IN"][2]] == ["initiative/lines", "area/wijk", "2016 summer"]


def test_it_bears_no_moment(hostile: Network) -> None:
    with zipfile.ZipFile(io.BytesIO(written(hostile, "xlsx"))) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml")
    assert core.count(b"1980-01-01T00:00:00Z") == 2


def test_a_text_longer_than_a_cell_is_left_out_and_not_cut() -> None:
    store = SqliteStore(None)
    shape = '{"type":"Polygon","coordinates":[' + "[0.1,0.2]," * 4_000 + "[0.1,0.2]]}"
    City(store).load(says("lijst").node("area/groot", name="Groot", boundary=shape))
    sheet = load_workbook(io.BytesIO(written(Network(store), "xlsx")))["areas"]
    assert [cell.value for cell in sheet[1]] == ["id", "name", "boundary"]
    assert sheet.cell(2, 3).value is None


def test_what_does_not_fit_on_a_sheet_stands_on_the_next(hostile: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_SHEET_ROWS", 5)
    book = load_workbook(io.BytesIO(written(hostile, "xlsx")))
    assert [book[f"initiatives{more}"].max_row for more in ("", " 2", " 3")] == [5, 5, 3]
    assert book["initiatives 3"].cell(1, 1).value == "id"


def test_where_it_fails_every_sheet_is_closed(hostile: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> Iterator[tuple[str, ...]]:
        yield ("thing",)
        raise StoreBusyError("bezet", "busy")

    monkeypatch.setattr(workbook, "statement_rows", fails)
    with pytest.raises(StoreBusyError):
        written(hostile, "xlsx")
