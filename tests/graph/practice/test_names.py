from __future__ import annotations

import pytest

from graph.practice.city import City, build_city
from graph.practice.draws import Draws
from graph.practice.names import Names, candidates, other_spelling
from graph.practice.wording import Place
from graph.schema.model import LONGEST_NAME
from graph.schema.words import normalise

HERE = Place("Molenbuurt", "de Molenbuurt", "Molenbuurt-Noord")


def test_no_two_initiatives_have_one_name(big_city: City) -> None:
    assert len({normalise(name) for name in big_city.names}) == len(big_city.names)
    assert max(map(len, big_city.names)) < LONGEST_NAME


def test_names_are_not_numbered_in_a_city_of_some_thousands(big_city: City) -> None:
    numbered = [name for name in big_city.names if name[-1].isdigit() and not name.endswith("Perron 3")]
    assert numbered == []


def test_a_name_that_is_taken_gives_way_to_the_next() -> None:
    names = Names()
    assert names.take(["De Linde"]) == "De Linde"
    assert names.take(["de linde!", "De Eik"]) == "De Eik"
    assert names.take(["De Linde"]) == "De Linde 2"
    assert not names.is_free("DE EIK")


def test_a_name_needs_a_candidate() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Names().take([])


def test_candidates_become_more_precise() -> None:
    found = list(candidates(["Keuken {bijnaam}"], ["De Pan"], HERE, Draws(1, "test")))
    assert found[:2] == ["Keuken De Pan", "Keuken De Pan"]
    assert "Keuken De Pan Molenbuurt" in found
    assert "Keuken Molenbuurt-Noord" in list(candidates(["Keuken {wijk}"], [], HERE, Draws(1, "test")))


def test_another_spelling_is_another_name_for_a_program() -> None:
    found = set(other_spelling("Buurtkeuken De Pollepel", "foundation", HERE, Draws(1, "test")))
    assert {"Stichting Buurtkeuken De Pollepel", "Buurtkeuken Pollepel", "De Pollepel (buurtkeuken)"} <= found
    assert "Buurtkeuken De Pollepel Molenbuurt" in found
    assert all(normalise(each) != "buurtkeuken de pollepel" for each in found)


def test_an_association_is_not_called_one_twice() -> None:
    found = list(other_spelling("Speeltuinvereniging De Wip", "association", HERE, Draws(1, "test")))
    assert not any(each.startswith("Vereniging") for each in found)
    assert "Buurtkar in de Molenbuurt" in set(other_spelling("Buurtkar Molenbuurt", "informal", HERE, Draws(1, "test")))


@pytest.mark.parametrize("count", [1, 2, 5, 20])
def test_small_cities_have_names_too(count: int) -> None:
    assert len(set(build_city(count, 3).names)) == count
