"""Damaged characters are repaired where that is certain, and said with what stood there."""

from __future__ import annotations

import pytest

from graph.ingest.damage import repaired
from graph.ingest.tables import open_table
from tests.graph.ingest.desk import Desk, sentences


@pytest.mark.parametrize(
    ("damaged", "right"),
    [
        ("CafÃ© De Kas", "Café De Kas"),
        ("A grant of Â£100,000", "A grant of £100,000"),
        ("Zorg â€“ samen", "Zorg – samen"),
        ("SÃO PAULO", "SÃO PAULO"),
        ("Café Zoë", "Café Zoë"),
        ("Fryslân", "Fryslân"),
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_only_what_is_certain_is_repaired(damaged: str, right: str) -> None:
    assert repaired(damaged) == right


def test_a_repair_is_reported_with_what_stood_there(desk: Desk) -> None:
    report = desk.table("Naam;Leden\nCafÃ© De Kas;5\nDe Bus;7\n")
    assert (desk.names("Initiative"), report.used) == (["Café De Kas", "De Bus"], 2)
    assert sentences(report) == (
        "lijst.csv, rij 2, kolom Naam: beschadigde letters: ‘CafÃ© De Kas’ is gelezen als ‘Café De Kas’.")  # fmt: skip


def test_a_header_is_repaired_too(desk: Desk) -> None:
    with open_table(desk.file("x.csv", "Naam;CategorieÃ«n\nA;x\n")) as table:
        assert table.headers == ("Naam", "Categorieën")
        assert [row.cells for row in table.rows] == [{"Naam": "A", "Categorieën": "x"}]
