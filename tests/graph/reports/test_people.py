from __future__ import annotations

import pytest

from tests.graph.reports.reading import read

pytestmark = pytest.mark.usefixtures("lists")


def names(text: str) -> list[str]:
    return [one.name for one in read(text).people]


@pytest.mark.parametrize(
    "name",
    ["Fatima Bouazza", "Jan van der Meer", "R. van Dijk", "J.P. Bakker", "Anne-Marie de Wit", "Willem op den Kamp"],
)
def test_a_name_is_found_whole(name: str) -> None:
    assert names(f"Gisteren vertelde {name} over de tuin.") == [name]


def test_a_title_or_role_before_a_surname_makes_a_person() -> None:
    assert names("Het woord was aan wethouder Klein en aan mevrouw De Boer.") == ["Klein", "De Boer"]


def test_a_name_that_no_list_knows_is_found_behind_a_role() -> None:
    assert names("Volgens opbouwwerker Xylo Qurtz gaat het goed.") == ["Xylo Qurtz"]


@pytest.mark.parametrize(
    "text",
    ["Wij lopen door de Anna Paulownastraat 3.", "In Even Buurten werken wij samen.", "Jan Zorgt heet de coöperatie.",
     "De wethouder Sociale Zaken kwam niet."],
)  # fmt: skip
def test_streets_and_bodies_are_no_people(text: str) -> None:
    assert names(text) == []


def test_parts_of_a_name_are_one_person() -> None:
    people = read("Wouter Visser opende. W. Visser sloot af, en Wouter bedankte. Daarna ging Visser naar huis.").people
    assert len(people) == 1
    assert people[0].name == "Wouter Visser"
    assert set(people[0].aliases) == {"W. Visser", "Wouter", "Visser"}


def test_two_with_one_surname_stay_two() -> None:
    assert names("Karin Mulder en Piet Mulder kwamen samen.") == ["Karin Mulder", "Piet Mulder"]


def test_first_names_count_in_a_list_of_who_was_there() -> None:
    assert names("Aanwezig: Fatima, Henk, Loes\n") == ["Fatima", "Henk", "Loes"]


def test_a_role_at_a_body_is_no_surname() -> None:
    names = [one.name for one in read("Spreker was Willem Joosten, voorzitter van Twentse Noabers.\n").people]
    assert names == ["Willem Joosten"]


def test_english_titles_go_before_people_and_are_none() -> None:
    found = read("Minutes of the meeting held on 10 January 2023\n\nApologies: Cllr Brooks and Mrs J Pettitt.\n")
    assert "Brooks" in [one.name for one in found.people]
    assert [one.name for one in found.organisations] == []


def test_a_role_of_several_people_supports_each_name() -> None:
    found = read("De wethouders Frank Speel (Zorg) en Frans Muijzers (Wonen) tekenden.\n")
    assert [one.name for one in found.people] == ["Frank Speel", "Frans Muijzers"]


def test_who_came_stands_below_a_label_of_more_words() -> None:
    text = "Verslag\n\nAanwezig volgens presentielijst:\n"
    text += "Cindy de Bok (gemeente Breda), Wim Schul, Liejan van Horen, Elma Willekes, Joyce van Zijl, Lars Hobma.\n"
    assert {"Cindy de Bok", "Wim Schul", "Liejan van Horen"} <= {one.name for one in read(text).people}


@pytest.mark.parametrize("text", ["Petra heeft de sleutel.", "Petra (voorzitter) belde.", "Petra, coördinator, kwam."])
def test_a_first_name_alone_that_does_something_is_a_person(text: str) -> None:
    assert [one.name for one in read(text).people] == ["Petra"]


def test_initials_of_two_letters_belong_to_a_name() -> None:
    names = [one.name for one in read("Aanwezig: mevrouw M.Th. Bakker en de heer C. Smit\n").people]
    assert names == ["M.Th. Bakker", "C. Smit"]
