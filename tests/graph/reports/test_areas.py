from __future__ import annotations

import pytest

from tests.graph.reports.reading import read

pytestmark = pytest.mark.usefixtures("lists")


def areas(text: str) -> dict[str, str]:
    return {one.name: one.code for one in read(text).areas}


def test_an_area_gets_the_code_of_the_municipality_that_the_text_speaks_of() -> None:
    assert areas("In Tilburg ligt de wijk Zorgvlied.")["Zorgvlied"].endswith("0855" + "0300")
    assert areas("In Den Haag wonen mensen. In Moerwijk ook.")["Moerwijk"] == "WK051836"


def test_a_name_that_is_a_word_needs_a_cue() -> None:
    assert areas("Best veel bewoners kwamen.") == {}
    assert areas("De bewoners van de gemeente Best kwamen.") == {"Best": "GM0753"}


def test_names_with_a_slash_or_a_hyphen_are_joined() -> None:
    assert "Bouwlust/Vrederust" in areas("In Den Haag gaat het om Bouwlust/Vrederust.")
    assert "Regentesse- en Valkenboskwartier" in areas("Den Haag: het Regentesse- en Valkenboskwartier doet mee.")


def test_a_compass_point_belongs_to_its_area() -> None:
    assert list(areas("Buren uit Noordelijk Scheveningen kwamen.")) == ["Noordelijk Scheveningen"]
    assert list(areas("De bus rijdt in Amsterdam Noord en verder niet.")) == ["Amsterdam Noord"]


def test_a_town_with_its_district_is_one_area() -> None:
    assert list(areas("Het gebeurde in Nijmegen-Hatert.")) == ["Nijmegen-Hatert"]


@pytest.mark.parametrize("text", ["Zij werkt bij de Universiteit Utrecht.", "Het woord is aan Jan van Rhenen.",
                                  "Zij wonen in de Utrechtsestraat.", "In Nederland gebeurt veel."])  # fmt: skip
def test_an_area_inside_another_name_is_none(text: str) -> None:
    assert areas(text) == {}


def test_an_area_that_no_list_knows_is_proposed_behind_its_word() -> None:
    assert areas("De buurt Klaverblad viert feest.") == {"Klaverblad": ""}


def test_an_area_comes_once_with_its_other_spellings() -> None:
    found = read("DEN HAAG - In Den Haag en nog eens in Den Haag.").areas
    assert len(found) == 1
    assert {found[0].name, *found[0].aliases} == {"DEN HAAG", "Den Haag"}
