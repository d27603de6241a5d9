"""Mappings that the store keeps: found again by the shape of a file, for a file of that shape and no other."""

from __future__ import annotations

from graph.ingest.kept_mappings import KeptMapping, forget_mapping, kept_mappings, recall, remember, shape_of
from tests.graph.ingest.desk import MAPPING, Desk

LIST = "Naam;Leden\nDe Kas;5\n"


def test_a_shape_is_the_words_of_the_headers_in_any_order() -> None:
    assert shape_of(("Naam", "Aantal léden")) == shape_of(("aantal leden", "NAAM", ""))
    assert shape_of(("Naam",)) != shape_of(("Naam", "Leden"))
    assert shape_of(("Naam", "naam")) != shape_of(("naam", "naam"))


def test_the_next_file_of_a_shape_is_read_with_the_mapping_of_the_first(desk: Desk) -> None:
    first = desk.table(LIST)
    report = desk.load("nieuw.csv", "LEDEN;Náám\n7;De Bus\n")
    assert (first.mapping_of, report.mapping_of, report.used) == ("", "lijst", 1)
    assert desk.node("De Bus").value("members") == "7 person"
    # Another file is another source: it takes nothing away of what the first said, nor is it dated as the first was.
    assert (report.source, desk.names("Initiative")) == ("source/nieuw", ["De Bus", "De Kas"])
    assert desk.said(desk.node("De Bus").id, "members")[0].claim.stated_on is None


def test_the_same_file_without_its_mapping_beside_it_is_nothing_new(desk: Desk) -> None:
    first = desk.table(LIST)
    (desk.folder / "lijst.mapping.yaml").unlink()
    again = desk.load("lijst.csv")
    assert (again.nothing_new, again.number, again.mapping_of) == (True, first.number, "lijst")
    newer = desk.load("lijst.csv", "Naam;Leden\nDe Bus;7\n")
    assert (newer.source, desk.names("Initiative")) == (first.source, ["De Bus"])


def test_a_mapping_beside_the_file_goes_before_the_kept_one_and_replaces_it(desk: Desk) -> None:
    desk.table(LIST)
    desk.table(LIST, MAPPING.replace("members", "volunteers"))
    desk.load("nieuw.csv", "Naam;Leden\nDe Bus;7\n")
    assert (desk.node("De Bus").value("volunteers"), desk.node("De Bus").value("members")) == ("7 person", None)
    assert [one.stem for one in kept_mappings(desk.store.records)] == ["lijst"]


def test_a_mapping_for_a_later_sheet_is_found_where_it_says_that_the_headers_stand(desk: Desk) -> None:
    sheets: dict[str, list[list[object]]] = {
        "Toelichting": [["Dit is een lijst"]],
        "Lijst": [["Naam", "Leden"], ["De Kas", 5]],
    }
    desk.sheets("lijst.xlsx", sheets)
    desk.file("lijst.mapping.yaml", MAPPING + "table: {sheet: Lijst}\n")
    assert desk.load("lijst.xlsx").used == 1
    desk.sheets("nieuw.xlsx", {**sheets, "Lijst": [["Naam", "Leden"], ["De Bus", 7]]})
    report = desk.load("nieuw.xlsx")
    assert (report.mapping_of, desk.names("Initiative")) == ("lijst", ["De Bus", "De Kas"])


def test_a_repaired_quarantine_finds_the_mapping_that_was_given_by_name(desk: Desk) -> None:
    desk.file("elders.yaml", MAPPING)
    report = desk.load("lijst.csv", "Naam;Leden\nDe Kas;5\n;7\n", mapping=desk.folder / "elders.yaml")
    assert report.quarantine is not None
    repaired = report.quarantine.read_text("utf-8-sig").replace("\n;7;", "\nDe Bus;7;")
    again = desk.load(report.quarantine.name, repaired.encode())
    assert (again.mapping_of, again.source, again.used) == ("lijst", report.source, 1)


def test_a_plan_keeps_nothing_and_what_is_forgotten_is_not_found(desk: Desk) -> None:
    desk.file("lijst.mapping.yaml", MAPPING)
    desk.plan("lijst.csv", LIST)
    assert list(kept_mappings(desk.store.records)) == []
    desk.load("lijst.csv")
    forget_mapping(desk.store.records, shape_of(("Naam", "Leden")))
    assert recall(desk.store.records, ("Naam", "Leden")) is None


def test_a_mapping_that_says_nothing_of_columns_is_not_kept(desk: Desk) -> None:
    remember(desk.store.records, KeptMapping({"wijkweb": "mapping", "level": "internal"}, "lijst", ("Naam",), ""))
    assert recall(desk.store.records, ("Naam",)) is None
