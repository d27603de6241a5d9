"""Workbooks as they come: sheets, dates, formulas, wrong sizes; and files that are no workbook or were made to harm."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart

from graph.errors import FileError
from graph.ingest.workbooks import workbook_rows


def made(path: Path, *sheets: tuple[str, Iterable[Iterable[Any]]]) -> Path:
    workbook = Workbook(write_only=True)
    for name, rows in sheets:
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    workbook.save(path)
    return path


def rows(path: Path, sheet: str | None = None, *, checked: bool = True) -> list[tuple[int, list[object]]]:
    with workbook_rows(path, sheet, lambda _part: None, checked=checked) as found:
        return [(number, list(cells)) for number, cells in found]


def rewritten(path: Path, part: str, old: bytes, new: bytes) -> Path:
    """Return a copy of a workbook in which something of one part is replaced."""
    copy = path.with_name(f"anders-{path.name}")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename.endswith(part):
                assert old in content
                content = content.replace(old, new)
            target.writestr(entry.filename, content)
    return copy


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return made(tmp_path / "lijst.xlsx", ("Blad1", [["Naam", "Leden", "Sinds"], ["A", 12, date(2016, 6, 28)]]),
                ("Oud", [["Naam"], ["B"]]))  # fmt: skip


def test_cells_come_with_their_type(path: Path) -> None:
    assert rows(path) == [(1, ["Naam", "Leden", "Sinds"]), (2, ["A", 12, datetime(2016, 6, 28)])]


def test_a_sheet_is_found_by_its_name(path: Path) -> None:
    assert rows(path, "Oud") == [(1, ["Naam"]), (2, ["B"])]
    for name in ("Nieuw", "../../etc/passwd", "x" * 5_000):
        with pytest.raises(FileError, match="Wel: Blad1, Oud") as raised:
            rows(path, name)
        assert len(raised.value.nl) < 200


def test_empty_rows_count_and_a_dash_says_nothing(tmp_path: Path) -> None:
    path = made(tmp_path / "x.xlsx", ("Blad1", [["Naam", "Leden"], [], ["A", "-"], [" ", "–"]]))
    assert [number for number, cells in rows(path) if any(cells)] == [1, 3]


def test_a_wrong_size_in_the_file_does_not_hide_its_cells(path: Path) -> None:
    small = rewritten(path, "sheet1.xml", b"<sheetData>", b'<dimension ref="A1"/><sheetData>')
    assert len(rows(small)) == 2
    assert len(rows(small)[1][1]) == 3


def test_a_formula_gives_its_outcome_and_without_one_itself(tmp_path: Path) -> None:
    path = made(tmp_path / "x.xlsx", ("Blad1", [["Naam", "Leden"], ["A", "=1+1"]]))
    with zipfile.ZipFile(path) as archive:  # openpyxl writes an empty element as its parser of XML does
        empty = b"<v />" if b"<v />" in archive.read("xl/worksheets/sheet1.xml") else b"<v/>"
    worked_out = rewritten(path, "sheet1.xml", empty, b"<v>2</v>")
    assert rows(path)[1][1] == ["A", "=1+1"]
    assert rows(worked_out)[1][1] == ["A", 2]
    assert rows(path, checked=False)[1][1] == ["A", None]


def test_progress_ends_at_the_whole(tmp_path: Path) -> None:
    path = made(tmp_path / "x.xlsx", ("Blad1", [["n"], *([number] for number in range(2_500))]))
    told: list[float] = []
    with workbook_rows(path, None, told.append, checked=True) as found:
        assert len(list(found)) == 2_501
    assert [round(part, 2) for part in told] == [0.4, 0.8, 1.0]


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\n" + bytes(99), b"Naam;Leden\nA;1\n", b"PK\x03\x04rest", b"\x00" * 99]
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "plaatje.xlsx"
    path.write_bytes(content)
    with pytest.raises(FileError, match=r"plaatje\.xlsx is geen XLSX-werkmap, of is beschadigd"):
        rows(path)


def test_an_archive_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.xlsx", "w") as archive:
        archive.writestr("readme.txt", "hoi")
    with pytest.raises(FileError, match="geen XLSX-werkmap"):
        rows(tmp_path / "x.xlsx")


def test_an_old_or_protected_workbook_is_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "oud.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(FileError, match="met een wachtwoord beveiligd, of een oud XLS-bestand"):
        rows(path)


def test_damage_far_down_is_found_before_the_first_row(tmp_path: Path) -> None:
    path = made(tmp_path / "x.xlsx", ("Blad1", [["n"], *([number] for number in range(3_000))]))
    sized = rewritten(path, "sheet1.xml", b"<sheetData>", b'<dimension ref="A1:A3001"/><sheetData>')
    broken = rewritten(sized, "sheet1.xml", b"<v>2900</v>", b"<v>2900</w>")
    with workbook_rows(broken, None, lambda _part: None, checked=False) as found:
        assert next(found) == (1, ["n"])
    with pytest.raises(FileError, match="beschadigd"):
        rows(broken)


def test_a_reference_out_of_the_file_leads_nowhere(path: Path) -> None:
    outside = rewritten(path, "workbook.xml.rels", b"/xl/worksheets/sheet1.xml", b"../../../../etc/passwd")
    with pytest.raises(FileError, match="geen blad ‘Blad1’"):
        rows(outside, "Blad1")
    assert rows(outside) == [(1, ["Naam"]), (2, ["B"])]


def test_a_workbook_of_charts_has_no_rows(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.create_chartsheet("Grafiek").add_chart(BarChart())
    assert workbook.active is not None
    workbook.remove(workbook.active)
    workbook.save(tmp_path / "x.xlsx")
    with pytest.raises(FileError, match=r"geen blad met rijen|geen XLSX-werkmap"):
        rows(tmp_path / "x.xlsx")


def test_a_workbook_that_unpacks_to_far_too_much_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bom.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"<c/>" * 10_000_000)
    assert (tmp_path / "bom.xlsx").stat().st_size < 1_000_000
    with pytest.raises(FileError, match="wordt uitgepakt te groot"):
        rows(tmp_path / "bom.xlsx")


def test_entities_that_multiply_are_refused(path: Path) -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    header = f'<!DOCTYPE x [<!ENTITY l0 "lol">{entities}]>'.encode()
    bomb = rewritten(path, "sheet1.xml", b"<sheetData>", b"<sheetData>&l11;")
    bomb = rewritten(bomb, "sheet1.xml", b"<worksheet", header + b"<worksheet")
    with pytest.raises(FileError, match="geen XLSX-werkmap"):
        rows(bomb)
