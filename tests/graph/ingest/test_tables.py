"""Tables: where the headers are, which cell stands under which, and what is no table."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import FileError
from graph.ingest.limits import MOST_BYTES, MOST_COLUMNS
from graph.ingest.rows import Row, readable, text_cell
from graph.ingest.tables import open_table
from tests.graph.ingest.desk import Desk


def read(path: Path, **options: int) -> tuple[tuple[str, ...], list[Row]]:
    with open_table(path, **options) as table:  # type: ignore[arg-type]
        return table.headers, list(table.rows)


def test_rows_have_the_numbers_that_a_spreadsheet_shows(desk: Desk) -> None:
    headers, rows = read(desk.file("x.csv", 'Naam;Leden\nA;1\n\n;\n"B\nb";2\nC;\n'))
    assert headers == ("Naam", "Leden")
    assert rows == [
        Row(2, {"Naam": "A", "Leden": "1"}),
        Row(5, {"Naam": "B\nb", "Leden": "2"}),
        Row(6, {"Naam": "C"}),
    ]


def test_headers_may_hold_line_breaks(desk: Desk) -> None:
    assert read(desk.file("x.csv", '"Aantal\n  leden";" Naam "\n1;A\n'))[0] == ("Aantal leden", "Naam")


@pytest.mark.parametrize("title", ["Lijst 2025\n\n", "Lijst 2025;;\n;;\n", "\n\nLijst\nStand: juni 2025\n"])
def test_a_title_above_the_table_is_passed_over(desk: Desk, title: str) -> None:
    table = f"{title}Naam;Leden;Wijk\nA;1;Zuid\nB;2;Oost\nC;3;West\n"
    headers, rows = read(desk.file("x.csv", table.encode()))
    assert headers == ("Naam", "Leden", "Wijk")
    assert rows[0].number == title.count("\n") + 2


def test_the_row_of_the_headers_may_be_given(desk: Desk) -> None:
    path = desk.file("x.csv", "kop;kop2\nnog;iets\nNaam;Leden\nA;1\n")
    assert read(path)[0] == ("kop", "kop2")
    assert read(path, header_row=3)[0] == ("Naam", "Leden")
    for wrong in (5, 40):
        with pytest.raises(FileError, match=f"in rij {wrong} staan geen kolomnamen"):
            read(path, header_row=wrong)


def test_a_table_of_one_column_has_its_first_row_as_header(desk: Desk) -> None:
    assert read(desk.file("x.csv", "Naam\nA\nB\n"))[0] == ("Naam",)
    assert read(desk.workbook("x.xlsx", [["Naam"], ["A"]]))[1] == [Row(2, {"Naam": "A"})]


def test_a_cell_under_no_header_is_kept_apart(desk: Desk) -> None:
    _, rows = read(desk.workbook("x.xlsx", [["Naam", None, "Wijk"], ["A", "los", "Zuid", "ook los"]]))
    assert rows == [Row(2, {"Naam": "A", "Wijk": "Zuid"}, ("los", "ook los"))]


def test_a_row_of_separators_that_is_too_long_is_marked(desk: Desk) -> None:
    _, rows = read(desk.file("x.csv", "Naam;Wijk\nA; B;Zuid\nC;Oost;;\n"))
    assert [row.shifted for row in rows] == [True, False]
    assert rows[0].stray == ("Zuid",)


def test_two_columns_with_one_name_are_refused(desk: Desk) -> None:
    with pytest.raises(FileError, match="‘Naam’ komt twee keer voor"):
        read(desk.file("x.csv", "Naam;Wijk;Naam\nA;B;C\n"))


def test_a_table_has_a_bounded_number_of_columns(desk: Desk) -> None:
    assert len(read(desk.file("x.csv", ";".join(f"k{n}" for n in range(MOST_COLUMNS))))[0]) == MOST_COLUMNS
    with pytest.raises(FileError, match=f"heeft {MOST_COLUMNS + 1} kolommen"):
        read(desk.file("x.csv", ";".join(f"k{n}" for n in range(MOST_COLUMNS + 1))))


def test_what_is_no_table_is_refused(desk: Desk) -> None:
    for name, content, sentence in (
        ("leeg.csv", "", "leeg.csv is leeg"),
        ("wit.csv", "\n \n;;\n", "geen rij met kolomnamen"),
        ("lijst.doc", "{}", "Bewaar het als CSV of XLSX"),
        ("lijst.ods", "PK", "is geen ODS-werkmap"),
    ):
        with pytest.raises(FileError, match=sentence):
            read(desk.file(name, content))


def test_what_is_no_file_is_refused(desk: Desk) -> None:
    for path, sentence in (
        (desk.folder / "nergens.csv", "bestaat niet"),
        (desk.folder, "is een map"),
        (Path("/dev/null"), "is geen bestand"),
        (desk.folder / "a\0b.csv", "kan niet worden gelezen|bestaat niet"),
        (desk.folder / ("x" * 300 + ".csv"), "kan niet worden gelezen|bestaat niet"),
    ):
        with pytest.raises(FileError, match=sentence):
            read(path)


def test_a_file_that_is_too_large_is_refused_unread(desk: Desk) -> None:
    path = desk.file("groot.csv", "a;b\n")
    with path.open("r+b") as file:
        file.truncate(MOST_BYTES + 1)  # takes no room on the disk
    with pytest.raises(FileError, match="hoogstens 2000 MB past"):
        read(path)


def test_what_an_empty_cell_is() -> None:
    assert [text_cell(one) for one in ("", " ", "-", " — ", "a", "-a", "0")] == [None, None, None, None, "a", "-a", "0"]
    assert readable("caf\udce9") == "caf?"


def test_a_header_that_is_no_text_is_readable(desk: Desk) -> None:
    headers, rows = read(desk.file("x.csv", "Café;Cafés\nÉén;2\n".encode() + b"x;\n" + b"a;b\xff\n"))
    assert headers == ("Café", "Cafés")
    assert rows[-1].cells["Cafés"] == "b\udcff"
