from __future__ import annotations

from collections import Counter

import numpy as np

from graph.practice.city import City, build_city
from graph.practice.initiatives import ENDED, IDEA
from graph.practice.vocabulary import names_in, topics


def test_their_number_grows_with_the_city(city: City, big_city: City) -> None:
    assert len(city.organisations) == 31
    assert len(big_city.organisations) == 600
    assert build_city(5, 1).organisations.entries[0].name == "Gemeente Oefenstad"


def test_names_are_unique_and_every_district_has_about_as_many(big_city: City) -> None:
    names = [each.name for each in big_city.organisations.entries]
    assert len(set(names)) == len(names)
    per_district = Counter(each.district for each in big_city.organisations.entries if each.district is not None)
    assert max(per_district.values()) - min(per_district.values()) <= 1


def test_support_goes_to_what_lives_and_names_a_way_of_the_organisation(city: City) -> None:
    for each in city.organisations.support:
        assert city.initiatives.phases[each.initiative] not in (IDEA, ENDED)
        assert each.how in city.organisations.entries[each.organisation].how
        assert city.initiatives.began[each.initiative] <= each.since <= 2025


def test_support_mostly_fits_the_theme(big_city: City) -> None:
    fits = [
        bool(
            set(names_in(int(big_city.initiatives.themes[each.initiative]), topics().themes))
            & set(big_city.organisations.entries[each.organisation].themes)
        )
        for each in big_city.organisations.support
    ]
    assert np.mean(fits) > 0.6


def test_no_one_supports_the_same_initiative_twice(big_city: City) -> None:
    pairs = [(each.organisation, each.initiative) for each in big_city.organisations.support]
    assert len(set(pairs)) == len(pairs)
    per_initiative = np.bincount([initiative for _, initiative in pairs], minlength=3000)
    assert per_initiative.max() == 3 and (per_initiative == 0).mean() > 0.3
