from __future__ import annotations

import pytest

from graph.reports.proposals import Person
from tests.graph.reports.reading import read

pytestmark = pytest.mark.usefixtures("lists")


def only(text: str) -> Person:
    (person,) = read(text).people
    return person


@pytest.mark.parametrize(
    ("text", "role", "organisation"),
    [
        ("Aan tafel zat Karin Mulder (coördinator, Stichting Zonnehoek).", "coördinator", "Stichting Zonnehoek"),
        ("Aan tafel zat Karin Mulder (Vilans).", "", "Vilans"),
        (
            "Aan tafel zat Karin Mulder, directeur van Stichting Zonnehoek, met koffie.",
            "directeur",
            "Stichting Zonnehoek",
        ),
        ("Daarna sprak algemeen coördinator Karin Mulder.", "algemeen coördinator", ""),
        ("Aan tafel zat Karin Mulder van Stichting Zonnehoek.", "", "Stichting Zonnehoek"),
        ("Voorzitter: Karin Mulder\n", "voorzitter", ""),
    ],
)
def test_role_and_organisation_stand_beside_the_name(text: str, role: str, organisation: str) -> None:
    person = only(text)
    assert (person.role, person.organisation) == (role, organisation)


def test_the_portfolio_of_an_alderman_is_no_organisation() -> None:
    found = read("Daar was wethouder Karin Mulder (Zorg, Jeugd en Volksgezondheid).")
    assert found.people[0].organisation == ""
    assert found.organisations == []


def test_only_a_public_role_makes_a_name_public() -> None:
    assert only("Daar sprak wethouder Karin Mulder.").public
    assert not only("Daar zat vrijwilliger Karin Mulder.").public
