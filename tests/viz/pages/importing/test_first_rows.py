from __future__ import annotations

from collections.abc import Callable

from tests.contracts.build import City, says
from tests.uploads import LIST
from tests.viz.pages.importing.conftest import Pages
from viz.pages.importing.first_rows import Card, card_of


def cards(one: Pages, content: bytes = LIST) -> list[Card]:
    plan = one.taking.keep(content).plan
    assert plan is not None
    return [card_of(row, one.shell) for row in plan.first]


def test_a_row_becomes_a_card_with_its_values_and_relationships(pages: Callable[..., Pages]) -> None:
    first, second, lost = cards(pages())
    assert (first.number, first.kind, first.name, first.state) == (2, "Initiative", "Buurtkeuken", "Nieuw.")
    assert first.values == (
        ("Begonnen", "2019"), ("Werkt in", "Molenbuurt"), ("Werkt samen met", "Dagkamer De Linde"),
    )  # fmt: skip
    assert ("Begonnen", "maart 2021") in second.values
    assert (lost.name, lost.state, lost.linked) == ("niet te gebruiken", "Wordt apart gezet.", None)
    assert lost.problems[0].startswith("Rij 4, kolom Naam initiatief: de naam ontbreekt")


def test_what_is_known_leads_to_its_page(pages: Callable[..., Pages]) -> None:
    one = pages("en")
    City(one.shell.site.network.store).load(says("krant").node("initiative/soepbus", name="Soepbus"))
    known = cards(one)[1]
    assert known.state == "Exists already. Is added to."
    assert known.linked is not None
    assert (known.linked.id, known.linked.kind) == ("initiative/soepbus", "Initiative")


def test_names_of_people_and_contact_details_are_not_told(pages: Callable[..., Pages]) -> None:
    rows = b"Naam initiatief;Contactpersoon;Omschrijving\nTuin;Els de Vries;bel 06-12345678 of kom langs op dinsdag\n"
    (card,) = cards(pages(), rows)
    assert all("Els" not in text and "06-" not in text for _, text in card.values)
    assert "naam, intern" in [text for _, text in card.values]
