from __future__ import annotations

import pytest

from graph.errors import InputError
from graph.practice.city import MOST_INITIATIVES, City, build_city


def test_everything_grows_in_proportion(city: City, big_city: City) -> None:
    grown = len(big_city.names) / len(city.names)
    for part in ("alliances", "grants", "meetings", "outcomes", "partnerships"):
        ratio = len(getattr(big_city, part)) / len(getattr(city, part))
        assert ratio == pytest.approx(grown, rel=0.35), part
    assert len(big_city.people.names) / len(city.people.names) == pytest.approx(grown, rel=0.1)


def test_names_are_unique_over_initiatives_organisations_and_people(big_city: City) -> None:
    names = [*big_city.names, *(each.name for each in big_city.organisations.entries), *big_city.people.names]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("count", [0, -1, MOST_INITIATIVES + 1])
def test_a_number_out_of_range_is_refused_in_a_sentence(count: int) -> None:
    with pytest.raises(InputError, match=str(MOST_INITIATIVES)) as error:
        build_city(count, 1)
    assert str(count) in error.value.en


def test_a_negative_seed_is_refused() -> None:
    with pytest.raises(InputError, match="0 of meer"):
        build_city(10, -3)


@pytest.mark.parametrize("count", [1, 2, 3, 7, 40])
def test_small_cities_are_whole(count: int) -> None:
    city = build_city(count, 5)
    assert len(city.names) == len(city.summaries) == count
    assert len(city.organisations) >= 4 and city.areas.municipality == "Oefenstad"
