"""What single cells look like."""

from __future__ import annotations

from datetime import date

import pytest

from graph.ingest.cells import Cell
from graph.ingest.proposing.codes import proposed_codes
from graph.ingest.proposing.header_words import roles_of
from graph.ingest.proposing.profiles import Profile, profiles
from graph.ingest.proposing.value_sorts import Sort, contact_in, sort_of
from graph.ingest.rows import Row
from graph.private_numbers import is_citizen_number, is_iban
from graph.schema.model import properties_of_kind


@pytest.mark.parametrize(
    ("cell", "sort"),
    [
        ("jan@example.nl", Sort.EMAIL), ("+31 6 12345678", Sort.PHONE), ("070-3456789", Sort.PHONE),
        ("NL91 ABNA 0417 1643 00", Sort.IBAN), ("NL92 ABNA 0417 1643 00", Sort.TEXT), ("111222333", Sort.CITIZEN),
        ("111222334", Sort.WHOLE), ("2512 AB", Sort.POSTCODE), ("www.dekas.nl", Sort.WEB), ("dekas.nl/over", Sort.WEB),
        ("GM0518", Sort.CBS), ("0518", Sort.CBS_BARE), ("28-06-2016", Sort.DATE), ("zomer 2016", Sort.DATE),
        (date(2016, 6, 28), Sort.DATE), (2016, Sort.YEAR), ("€ 15.000,-", Sort.MONEY), ("£1,500.50", Sort.MONEY),
        ("ongeveer 45", Sort.NUMBER), (12.5, Sort.NUMBER), ("1.250", Sort.NUMBER), ("ja", Sort.YES_NO),
        (True, Sort.YES_NO), ("(Particulier)", Sort.NOBODY), ("N.V.T.", Sort.NOBODY), ("Diversen", Sort.NOBODY),
        ("STG de Kas", Sort.BODY), ("2PLAY BV", Sort.BODY), ("De Kas", Sort.TEXT), ("woord " * 30, Sort.LONG),
    ],
)  # fmt: skip
def test_a_cell_looks_like(cell: Cell, sort: Sort) -> None:
    assert sort_of(cell) is sort


def test_a_contact_detail_is_found_inside_a_text() -> None:
    assert contact_in("Bel Jan op 06 1234 5678.") is Sort.PHONE
    assert contact_in("Mail naar j@x.nl") is Sort.EMAIL
    assert contact_in("Sinds 2016 deden 12.500 mensen mee aan 3 projecten") is None


def test_numbers_of_people_and_accounts_pass_their_checks() -> None:
    assert [is_citizen_number(one) for one in ("111222333", "123456782", "000000000", "123456789")] == [
        True,
        True,
        False,
        False,
    ]
    assert is_iban("GB82 WEST 1234 5698 7654 32")
    assert not is_iban("NL91")


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Initiatief", "initiative"), ("NAAM INITIATIEF", "initiative"), ("Wijknaam", "area:district"),
        ("Buurt", "area:neighbourhood"),
        ("Toegekend bedrag (EUR)", "amount"), ("Amount awarded", "amount"), ("KvK-nummer", "kvk_number"),
        ("E-mailadres contactpersoon", "email"), ("Doelgroep(en)", "target_group"), ("Type organisatie", "sector"),
        ("Recipient Org Name", "recipient"), ("Werkt samen met", "partner"), ("Startdatum project", "started_on"),
    ],
)  # fmt: skip
def test_a_header_says_what_its_column_holds(header: str, role: str) -> None:
    assert roles_of(header)[0][1] == role


def test_a_header_that_is_not_known_says_nothing() -> None:
    assert roles_of("Wqx") == []


def test_a_column_that_another_determines_is_told() -> None:
    rows = [Row(number, {"a": f"g{number % 2}", "b": number % 2, "c": number}) for number in range(10)]
    first, second, third = profiles(("a", "b", "c"), rows)
    assert second.determined_by(first, rows)
    assert not third.determined_by(first, rows)
    assert (first.distinct, first.filled, third.distinct) == (0.2, 10, 1.0)


def test_words_are_proposed_for_codes_that_the_model_does_not_know() -> None:
    column = Profile("Fase", 0)
    for cell in ("loopt", "Actief", "beëindigd", "wie weet"):
        column.add(cell)
    codes = proposed_codes(properties_of_kind("Initiative")["phase"], column)
    assert codes == {"Actief": "running", "beëindigd": "ended"}
