from __future__ import annotations

from datetime import date

from graph.practice.tables.table import Table, dutch_date, dutch_number, joined, some_people


def test_a_table_is_written_with_semicolons_and_quotes_where_needed() -> None:
    text = Table("x", ("Naam", "Thema's"), [("De Linde", "eten; zorg")]).as_csv()
    assert text == 'Naam;Thema\'s\r\nDe Linde;"eten; zorg"\r\n'


def test_a_table_from_excel_has_its_mark() -> None:
    assert Table("x", ("a",), [], from_excel=True).as_csv() == "\ufeffa\r\n"
    assert Table("x", ("a",), []).as_csv() == "a\r\n"


def test_dates_and_numbers_are_dutch() -> None:
    assert dutch_date(date(2025, 6, 28)) == "28-06-2025"
    assert dutch_date(None) == ""
    assert dutch_number(15000) == "15.000"
    assert joined(["a", "b"]) == "a; b"


def test_large_numbers_of_people_are_sometimes_about() -> None:
    assert some_people(0) == ""
    assert some_people(7) == "7"
    assert some_people(22) == "22"
    assert some_people(24) == "ongeveer 25"
