from __future__ import annotations

import pytest

from tests.graph.reports.reading import read

pytestmark = pytest.mark.usefixtures("lists")


def bodies(text: str) -> dict[str, str]:
    found = read(text)
    return {one.name: one.kind for one in (*found.initiatives, *found.organisations)}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Gisteren opende buurtkamer Zonneschijn.", "Buurtkamer Zonneschijn", "initiative"),
        ("De coöperatie ‘Ons Erf’ groeit.", "Coöperatie Ons Erf", "initiative"),
        ("Wij spraken met woningcorporatie Wonenplus.", "Wonenplus", "organisation"),
        ("Het geld komt van de gemeente Rhenen.", "Gemeente Rhenen", "organisation"),
        ("Wij belden het ministerie van VWS.", "Ministerie van VWS", "organisation"),
        ("Daarna kwam Lindewijk Zorgt aan het woord.", "Lindewijk Zorgt", "initiative"),
        ("Wij werken met WoonLink en anderen.", "WoonLink", "organisation"),
        ("Zij gaan met Quiraso praten.", "Quiraso", "organisation"),
        ("De sleutel ligt bij Moeders voor Moeders.", "Moeders voor Moeders", "initiative"),
        ("De subsidie komt van het Oranje Fonds.", "Oranje Fonds", "organisation"),
    ],
)
def test_a_body_is_found_by_head_tail_or_letters(text: str, name: str, kind: str) -> None:
    assert bodies(text) == {name: kind}


@pytest.mark.parametrize(
    "text",
    ["De AVG geldt ook hier.", "De Bewoners kwamen.", "Zij spraken op het festival Groene Stad.",
     "Op Maandag was er niets.", "Wij liepen over het Oranjeplein.", "De zorgcoöperaties in Den Haag groeien."],
)  # fmt: skip
def test_laws_words_events_and_streets_are_no_bodies(text: str) -> None:
    assert bodies(text) == {}


def test_an_acronym_in_brackets_is_another_spelling() -> None:
    (one,) = read("Wij spraken met Stichting Samen Wonen Zuid (SSWZ). Later belde SSWZ terug.").organisations
    assert "SSWZ" in one.aliases


def test_a_council_that_meets_is_no_body_there() -> None:
    assert bodies("Verslag wijkberaad Archipel, 3 mei 2020\n\nEr was koffie.") == {}


def test_an_area_in_a_name_is_kept_with_the_body() -> None:
    (one,) = read("Zorgcoöperatie Hoogeloon bestaat al lang.").initiatives
    assert one.areas == ["Hoogeloon"]


def test_an_overleg_with_a_name_is_a_meeting_and_no_initiative() -> None:
    found = read("Verslag Wijkoverleg Zonnedal, 12 maart 2024\n\nHet wijkoverleg Zonnedal kwam bijeen.\n")
    assert [one.name for one in found.meetings] == ["Wijkoverleg Zonnedal"]
    assert found.initiatives == []


def test_capitals_of_english_titles_name_no_bodies() -> None:
    text = "Minutes of the meeting\n\nExecutive Elections are scheduled for the next meeting of the members.\n"
    assert bodies(text) == {}


def test_an_acronym_joins_the_name_it_stands_for() -> None:
    text = "The Stonefield Community Association met. The members of the SCA agreed to help with the garden.\n"
    assert bodies(text) == {"Stonefield Community Association": "initiative"}
