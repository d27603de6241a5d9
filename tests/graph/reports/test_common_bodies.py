from __future__ import annotations

import pytest

from tests.graph.reports.reading import read

pytestmark = pytest.mark.usefixtures("lists")


def names(text: str) -> list[str]:
    found = read(text)
    return [one.name for one in (*found.initiatives, *found.organisations)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Smit belt morgen met de gemeente over de bank.", "Gemeente"),
        ("De provincie heeft geld voor de tuin.", "Provincie"),
        ("Karin Mulder van de woningcorporatie was er ook.", "Woningcorporatie"),
        ("Het bestuur van de wijkcommissie zoekt leden.", "Wijkcommissie"),
        ("Verslag van de dorpsraadsvergadering", "Dorpsraad"),
    ],
)
def test_a_body_named_by_an_ordinary_word_is_found_where_it_takes_part(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize("text", ["Er is subsidie van de gemeente.", "Een wijkraad kost tijd.", "In de bibliotheek."])
def test_a_mention_by_itself_is_no_body(text: str) -> None:
    assert names(text) == []


def test_the_word_stands_for_the_one_body_that_bears_it() -> None:
    found = read("Wij spraken met de gemeente Rhenen. De gemeente wil helpen.").organisations
    assert [(one.name, one.aliases) for one in found] == [("Gemeente Rhenen", ["Gemeente"])]


def test_the_word_stands_for_none_where_several_bear_it() -> None:
    text = "De gemeente Rhenen en de gemeente Ede kwamen. De gemeente wil helpen."
    assert names(text) == ["Gemeente Rhenen", "Gemeente Ede"]
