from __future__ import annotations

import pytest

from graph.resolution.names import read_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Stg. Welzijn Laakoever", "STICHTING WELZIJN LAAKOEVER"),
        ("St. Buurthuis De Karavaan", "Buurthuis de Karavaan"),
        ("Zorgcoöperatie Duinzicht U.A.", "zorgcooperatie duinzicht"),
        ("Linde, Stichting De", "Stichting De Linde"),
        ("Merelhof Vastgoed N.V.", "Merelhof Vastgoed bv"),
        ("Gemeente ’s-Gravenhage", "gem. Den Haag"),
        ("Welzijn The Hague", "Welzijn Den Haag"),
        ("Bewonersplatform 's-Hertogenbosch", "Bewonersplatform Den Bosch"),
        ("Anna's Eettafel", "Annas eettafel"),
        ("'t Winkeltje van Bouwlust", "Het winkeltje Bouwlust"),
        ("De Regenboogtafel (eetclub)", "Eetclub De Regenboogtafel"),
        ("Natuurploeg in het Geestbos", "Natuurploeg Geestbos"),
        ("Repair CafÃ©", "Café Repair"),
        ("Brood & Rozen", "Brood en Rozen"),
        ("Zeynep Yıldırımlı", "Zeynep Yildirimli"),
        ("Dhr. Gijsbert Kruidenier", "Kruidenier, Gijsbert"),
        ("Vierde Wijkschool", "Wijkschool 4"),
    ],
)
def test_ways_to_write_one_name_have_one_key(one: str, other: str) -> None:
    assert read_name(one).key == read_name(other).key


@pytest.mark.parametrize(
    ("one", "other"),
    [("Tafel 1", "Tafel 2"), ("Doek", "Doek Op"), ("Laak-Noord", "Laak"), ("Buurtkas I", "Buurtkas II")],
)
def test_what_tells_two_apart_stays_in_the_key(one: str, other: str) -> None:
    assert read_name(one).key != read_name(other).key


def test_a_name_knows_its_legal_form_and_numbers() -> None:
    assert read_name("Coöperatie Ons Huis 12 U.A.").form == "cooperative"
    assert read_name("Ver. Ons Huis").form == "association"
    assert read_name("Wijkcafé 03").numbers == ("3",)
    assert read_name("Huis van de vereniging Zuid").form == ""


@pytest.mark.parametrize("text", ["Stichting", "De", "U.A.", "24", "van het"])
def test_a_name_of_which_nothing_would_be_left_keeps_its_words(text: str) -> None:
    assert read_name(text).words
    assert read_name(text).key


def test_a_name_without_letters_or_digits_has_no_words() -> None:
    assert read_name("???").words == ()
    assert read_name("").words == ()


def test_blanks_and_hyphens_alone_make_no_other_run() -> None:
    assert read_name("Zorg-Coöperatie Zon").joined == read_name("Zorgcoöperatie Zon").joined
