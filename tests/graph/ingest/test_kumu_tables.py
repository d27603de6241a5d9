"""Maps of Kumu in spreadsheets: two sheets, or two tables side by side."""

from __future__ import annotations

import pytest
from openpyxl import Workbook

from graph.errors import FileError
from graph.ingest.pipeline import files_to_load
from tests.graph.ingest.desk import Desk

Rows = list[list[str | None]]

ELEMENTS: Rows = [["Label", "Type", "Description", "Tags"], ["De Kas", "Initiatief", "Tuin", "groen|eten"],
            ["Zuid", "Wijk", None, None], ["Stichting X", "", None, None]]  # fmt: skip
CONNECTIONS: Rows = [["From", "To", "Type"], ["De Kas", "Zuid", ""], ["Stichting X", "De Kas", "werkt samen met"]]


def csv(rows: Rows) -> str:
    return "".join(",".join(cell or "" for cell in row) + "\n" for row in rows)


def check(desk: Desk) -> None:
    assert desk.ties("ACTIVE_IN") == [("De Kas", "Zuid")]
    assert desk.ties("PARTNERS_WITH") in ([("De Kas", "Stichting X")], [("Stichting X", "De Kas")])
    assert desk.ties("ABOUT") == [("De Kas", "eten"), ("De Kas", "groen")]
    assert desk.names("Organisation") == ["Stichting X"]


@pytest.mark.parametrize(("first", "second"), [("Elements", "Connections"), ("elementen", "verbindingen")])
def test_a_workbook_with_both_sheets_is_a_map(desk: Desk, first: str, second: str) -> None:
    book = Workbook()
    tables: dict[str, Rows] = {first: ELEMENTS, "Uitleg": [["x"]], second: CONNECTIONS}
    for title, rows in tables.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(desk.folder / "kaart.xlsx")
    assert desk.load("kaart.xlsx").refused == 0
    check(desk)


def test_two_tables_side_by_side_are_one_map(desk: Desk) -> None:
    desk.file("Stad Elements.csv", csv(ELEMENTS))
    desk.file("Stad Connections.csv", csv(CONNECTIONS))
    assert [one.name for one in files_to_load(desk.folder)] == ["Stad Elements.csv"]
    assert desk.load("Stad Elements.csv").refused == 0
    check(desk)
    desk.file("Stad Connections.csv", csv(CONNECTIONS[:2]))
    assert not desk.load("Stad Elements.csv").nothing_new
    assert desk.ties("PARTNERS_WITH") == []


def test_the_connections_by_themselves_name_what_to_load(desk: Desk) -> None:
    desk.file("elements.csv", csv(ELEMENTS))
    desk.file("connections.csv", csv(CONNECTIONS))
    with pytest.raises(FileError, match=r"Lees elements\.csv in"):
        desk.load("connections.csv")
