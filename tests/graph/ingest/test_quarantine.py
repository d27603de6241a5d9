"""Rows set aside: in a file of the same form, with what is wrong, that loads after repair as if it always had."""

from __future__ import annotations

import csv
from pathlib import Path

from openpyxl import load_workbook

from graph.ingest.quarantine import is_quarantine, quarantine_path
from tests.graph.ingest.desk import MAPPING, Desk, sentences


def rows(path: Path | None) -> list[list[str]]:
    assert path is not None
    return list(csv.reader(path.read_text("utf-8-sig").splitlines(), delimiter=";"))


def test_a_quarantine_stands_beside_its_file_and_is_known_by_its_name() -> None:
    path = quarantine_path(Path("map/lijst.csv"))
    assert (path, is_quarantine(path), is_quarantine(Path("lijst.csv"))) == (
        Path("map/lijst.quarantine.csv"),
        True,
        False,
    )
    assert quarantine_path(path) == path
    assert quarantine_path(Path("map/lijst.xlsx"), Path("apart")) == Path("apart/lijst.quarantine.xlsx")


def test_a_lost_row_is_kept_with_its_number_and_what_is_wrong(desk: Desk) -> None:
    report = desk.table("Naam;Leden\nDe Kas;5\n;7\n")
    header, lost = rows(report.quarantine)
    assert header == ["Naam", "Leden", "rij", "probleem"]
    assert lost[:3] == ["", "7", "3"]
    assert lost[3]


def test_a_repaired_row_is_as_if_it_had_been_right_at_once(desk: Desk) -> None:
    whole = Desk(desk.folder)
    whole.table("Naam;Leden\nDe Kas;5\nDe Bus;7\n")
    report = desk.table("Naam;Leden\nDe Kas;5\n;7\n")
    assert report.quarantine is not None
    repaired = report.quarantine.read_text("utf-8-sig").replace("\n;7;", "\nDe Bus;7;")
    again = desk.load(report.quarantine.name, repaired.encode())
    assert (again.used, again.refused, sentences(again)) == (1, 0, "")
    assert desk.export() == whole.export()
    whole.store.close()


def test_what_is_repaired_belongs_to_its_load_and_is_undone_with_it(desk: Desk) -> None:
    desk.load("ander.yaml", "wijkweb: document\nsource: {id: source/a, name: A}\ninitiatives: {a: {name: De Kas}}\n")
    before = desk.export()
    report = desk.table("Naam;Leden\nDe Kas;5\n;7\n")
    assert report.quarantine is not None
    repaired = report.quarantine.read_text("utf-8-sig").replace("\n;7;", "\nDe Bus;7;")
    again = desk.load(report.quarantine.name, repaired.encode())
    assert (report.part_of, again.part_of) == (0, report.number)
    desk.store.undo(report.number, actor="admin", reason="")
    assert {load.number: load.state.value for load in desk.store.loads()} == {1: "complete", 2: "undone", 3: "undone"}
    assert desk.export() == before


def test_a_repair_can_be_undone_by_itself(desk: Desk) -> None:
    report = desk.table("Naam;Leden\nDe Kas;5\n;7\n")
    before = desk.export()
    assert report.quarantine is not None
    repaired = report.quarantine.read_text("utf-8-sig").replace("\n;7;", "\nDe Bus;7;")
    again = desk.load(report.quarantine.name, repaired.encode())
    desk.store.undo(again.number, actor="admin", reason="")
    assert (desk.export(), desk.names("Initiative")) == (before, ["De Kas"])


def test_what_is_still_wrong_stays_set_aside(desk: Desk) -> None:
    report = desk.table("Naam;Leden\nDe Kas;5\n;7\n;8\n")
    assert report.quarantine is not None
    repaired = report.quarantine.read_text("utf-8-sig").replace("\n;7;", "\nDe Bus;7;")
    again = desk.load(report.quarantine.name, repaired.encode())
    assert (again.used, again.refused, again.quarantine) == (1, 1, report.quarantine)
    assert [one[2] for one in rows(again.quarantine)[1:]] == ["4"]


def test_a_workbook_is_set_aside_as_a_workbook(desk: Desk) -> None:
    desk.workbook("lijst.xlsx", [["Naam", "Leden"], ["De Kas", 5], [None, 7]])
    desk.file("lijst.mapping.yaml", MAPPING)
    report = desk.load("lijst.xlsx")
    assert report.quarantine is not None
    sheet = load_workbook(report.quarantine).active
    assert sheet is not None
    assert [[cell.value for cell in row][:3] for row in sheet.iter_rows()] == [["Naam", "Leden", "rij"], [None, 7, 3]]
    sheet["A2"] = "De Bus"
    assert sheet.parent is not None
    sheet.parent.save(report.quarantine)
    assert (desk.load(report.quarantine.name).used, desk.names("Initiative")) == (1, ["De Bus", "De Kas"])


def test_an_entry_is_set_aside_with_the_head_of_its_document(desk: Desk) -> None:
    report = desk.document("initiatives: {a: {name: A, at: ooit waar}, b: {name: B, level: geheim}}\n")
    assert report.quarantine is not None
    text = report.quarantine.read_text("utf-8")
    assert text.startswith("wijkweb: document\nsource:\n")
    assert ("# " in text, "  a:" in text) == (True, False)
    again = desk.load(report.quarantine.name, text.replace("level: geheim", "level: public").encode())
    assert (again.used, desk.names("Initiative")) == (1, ["A", "B"])


def test_when_all_is_well_nothing_is_set_aside(desk: Desk) -> None:
    report = desk.table("Naam;Leden\nDe Kas;5\n")
    assert (report.quarantine, sorted(one.name for one in desk.folder.glob("*quarantine*"))) == (None, [])


def test_the_problem_of_a_person_is_told_without_the_name(desk: Desk) -> None:
    report = desk.document("people: {a: {name: Anna Alders, level: geheim}, b: {name: B}}\n")
    assert report.quarantine is not None
    comments = [line for line in report.quarantine.read_text("utf-8").splitlines() if line.strip().startswith("#")]
    assert comments
    assert not any("Alders" in line for line in comments)
