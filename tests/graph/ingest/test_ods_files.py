"""ODS spreadsheets by value, and those that were made to harm."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest

from graph.errors import FileError
from graph.ingest import ods_files
from graph.ingest.tables import open_table
from tests.graph.ingest.desk import MAPPING, Desk

HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
    "<office:body><office:spreadsheet>"
)
TAIL = "</office:spreadsheet></office:body></office:document-content>"


def text(value: str, repeated: str = "") -> str:
    return f'<table:table-cell office:value-type="string"{repeated}><text:p>{value}</text:p></table:table-cell>'


def number(value: float) -> str:
    return f'<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="{value}"/>'


def ods(path: Path, *tables: tuple[str, str], manifest: str = "", before: str = "") -> Path:
    sheets = "".join(f'<table:table table:name="{name}">{rows}</table:table>' for name, rows in tables)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", manifest or "<manifest/>")
        archive.writestr("content.xml", f"<?xml version='1.0'?>{before}{HEAD}{sheets}{TAIL}")
    return path


def row(*cells: str, repeated: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{repeated}">{"".join(cells)}</table:table-row>'


SINCE = '<table:table-cell office:value-type="date" office:date-value="2016-06-28"/>'
LIST = row(text("Naam"), text("Leden"), text("Sinds")) + row(text("De Kas"), number(12), SINCE)


def test_cells_come_by_value_with_their_type(tmp_path: Path) -> None:
    path = ods(tmp_path / "x.ods", ("Blad1", LIST), ("Oud", row(text("Titel"), text("N")) + row(text("A"), text("-"))))
    with open_table(path) as table:
        assert (table.headers, [one.cells for one in table.rows]) == (
            ("Naam", "Leden", "Sinds"), [{"Naam": "De Kas", "Leden": 12, "Sinds": date(2016, 6, 28)}])  # fmt: skip
    with open_table(path, sheet="Oud") as table:
        assert [one.cells for one in table.rows] == [{"Titel": "A"}]
    with pytest.raises(FileError, match="Wel: Blad1, Oud"), open_table(path, sheet="Nieuw"):
        pytest.fail("it was opened")  # pragma: no cover - it is not reached


def test_a_row_keeps_the_number_that_a_spreadsheet_shows(tmp_path: Path) -> None:
    path = ods(tmp_path / "x.ods", ("Blad1", row("<table:table-cell/>", repeated=3) + LIST))
    with open_table(path) as table:
        assert [one.number for one in table.rows] == [5]


def test_rows_set_aside_stand_in_a_workbook_that_can_be_loaded(desk: Desk) -> None:
    desk.file("lijst.mapping.yaml", MAPPING)
    ods(
        desk.folder / "lijst.ods",
        ("B", row(text("Naam"), text("Leden")) + row(text("A"), number(1)) + row(text("n" * 400), number(2))),
    )
    report = desk.load("lijst.ods")
    assert (report.used, report.refused) == (1, 1)
    assert report.quarantine is not None
    assert report.quarantine.name == "lijst.quarantine.xlsx"
    assert desk.plan(report.quarantine.name).refused == 1


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (row(text("x", ' table:number-columns-repeated="1000000000"')), "meer dan 20000000 cellen"),
        (row(text("x"), repeated=10**9), "meer dan 20000000 cellen"),
        (row('<table:table-cell table:number-columns-repeated="16384"/>', repeated=10**6) + row(text("x")) * 2, ""),
        ("<broken", "is geen ODS-werkmap, of is beschadigd"),
    ],
)
def test_repetitions_are_counted_before_they_are_unfolded(tmp_path: Path, rows: str, sentence: str) -> None:
    path = ods(tmp_path / "x.ods", ("Blad1", rows))
    if sentence:
        with pytest.raises(FileError, match=sentence), open_table(path):
            pytest.fail("it was opened")  # pragma: no cover - it is not reached
    else:
        ods_files._check(path)


def test_what_is_no_ods_is_protected_or_harms_is_refused(tmp_path: Path) -> None:
    locked = ods(tmp_path / "a.ods", ("B", LIST), manifest="<manifest:encryption-data/>")
    entities = ods(tmp_path / "b.ods", ("B", LIST), before='<!DOCTYPE x [<!ENTITY a "b">]>')
    (tmp_path / "c.ods").write_bytes(b"PK\x03\x04rest")
    for path, sentence in (
        (locked, "wachtwoord"),
        (entities, "geen ODS-werkmap"),
        (tmp_path / "c.ods", "geen ODS-werkmap"),
    ):
        with pytest.raises(FileError, match=sentence), open_table(path):
            pytest.fail("it was opened")  # pragma: no cover - it is not reached
