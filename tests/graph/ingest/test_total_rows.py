"""Rows that add up others are told from rows that say something, and end as refused with the reason."""

from __future__ import annotations

import pytest

from graph.ingest.cells import Cell
from graph.ingest.total_rows import TotalRows
from tests.graph.ingest.desk import MAPPING, Desk, sentences

LISTED: tuple[tuple[Cell | None, ...], ...] = (("De Kas", "Laak", 12), ("De Bus", "Escamp", 30), ("Repair", "Laak", 8))


def is_total(*cells: Cell | None, after: tuple[tuple[Cell | None, ...], ...] = LISTED) -> bool:
    rows = TotalRows()
    assert not any(rows.is_total(row) for row in after)
    return rows.is_total(cells)


@pytest.mark.parametrize(
    "label", ["Totaal", "TOTAAL:", "Subtotaal", "Eindtotaal", "Totaal generaal", "Total", "Sum", "Som"]
)
def test_a_word_for_a_total_with_figures_is_one(label: str) -> None:
    assert is_total(label, None, 1) and is_total(None, label, "1.250") and is_total(label, None, "=SUM(C2:C4)")
    assert is_total(label, None, None)


def test_a_longer_label_is_one_where_the_figures_add_up() -> None:
    assert is_total("Totaal aantal leden", None, 50) and is_total("Subtotaal", "Laak", 50)
    assert not is_total("Totaal Welzijn", None, 14) and not is_total("Totaal Welzijn", "Laak", 14)
    assert not is_total("Tomatentuin", "Laak", 50) and not is_total("Totaal", "Laak", 14)


def test_figures_alone_are_one_where_all_are_sums_or_counts() -> None:
    assert is_total(None, None, 50) and is_total(3, None, 50) and is_total(None, None, "€ 50,00")
    assert not is_total(None, None, 49) and not is_total(7, None, 50)
    assert not is_total(3, after=((1,), (2,))) and not is_total(6, after=((1,), (2,), (3,)))


def test_a_group_adds_up_by_itself_and_all_groups_together() -> None:
    rows = TotalRows()
    listed = [
        *LISTED,
        (None, None, 50),
        ("Tuin", "Laak", 5),
        ("Eetclub", "Laak", 6),
        (None, None, 11),
        (None, None, 61),
    ]
    assert [rows.is_total(row) for row in listed] == [False] * 3 + [True, False, False, True, True]


def test_a_total_is_refused_with_the_reason_and_the_rows_still_add_up(desk: Desk) -> None:
    desk.file("lijst.mapping.yaml", MAPPING)
    desk.workbook("lijst.xlsx", [("Naam", "Leden"), ("De Kas", 12), ("De Bus", 30), ("Totaal", 42)])
    report = desk.load("lijst.xlsx")
    assert (report.read, report.used, report.refused) == (3, 2, 1)
    assert "rij 4: deze rij telt andere rijen op" in sentences(report)
    assert "Totaal" not in desk.names("Initiative")


def test_a_total_in_a_quarantine_stays_refused(desk: Desk) -> None:
    desk.table("Naam;Leden\nDe Kas;12\nTotaal;12\n", MAPPING)
    again = desk.load("lijst.quarantine.csv")
    assert (again.used, again.refused, desk.names("Initiative")) == (0, 1, ["De Kas"])
