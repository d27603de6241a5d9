from __future__ import annotations

import pytest

from graph.practice.areas import build_areas
from graph.practice.draws import Draws
from graph.practice.wording import Place, Slots

HERE = Place("Molenbuurt", "de Molenbuurt", "Molenbuurt-Noord")


def test_a_place_knows_how_it_sounds() -> None:
    areas = build_areas(154, 1)
    assert Place.of(areas, 0, 1) == Place("Molenbuurt", "de Molenbuurt", "Molenbuurt-Zuid")
    assert Place.of(areas, 1).neighbourhood == "Parkrand"


def test_a_slot_keeps_what_it_was_given() -> None:
    slots = Slots(HERE, Draws(1, "test"), ["De Pan"])
    assert slots.fill("{dag}") == slots.fill("{dag}")
    assert slots.fill("{bijnaam} {in_wijk}") == "De Pan in de Molenbuurt"
    assert slots.fill("{straat_de}") == f"de {slots['straat']}"


def test_a_text_keeps_to_the_street_of_the_name() -> None:
    slots = Slots(HERE, Draws(1, "test"))
    slots.settle_street("Buurtkast Lindelaan")
    assert slots.fill("Aan {straat_de}") == "Aan de Lindelaan"


def test_an_unknown_slot_is_refused() -> None:
    with pytest.raises(KeyError, match="kleur"):
        Slots(HERE, Draws(1, "test")).fill("{kleur}")
