from __future__ import annotations

import numpy as np

from graph.practice.acquaintance import TERMS, Ground, keys_of, needs_met, pairs_that_could_meet
from graph.practice.city import City
from graph.practice.draws import Draws


def ground_of(city: City) -> Ground:
    return Ground(city.initiatives, city.areas, city.alliances, city.people, city.meetings)


def bit(name: str) -> int:
    return 1 << list(TERMS).index(name)


def test_keys_are_sorted_and_hold_each_pair_once() -> None:
    assert keys_of([(3, 1), (1, 3), (2, 2), (0, 4)], 5).tolist() == [4, 8]
    assert keys_of([], 5).tolist() == []


def test_every_pair_of_a_group_could_meet(city: City) -> None:
    keys, mask = pairs_that_could_meet(ground_of(city), Draws(1, "test"))
    wanted = keys_of([(one, other) for each in city.alliances for one in each.members for other in each.members], 154)
    assert np.isin(wanted, keys).all()
    assert (mask & bit("same_alliance") > 0).sum() == len(wanted)


def test_place_holds_where_the_districts_say_so(city: City) -> None:
    keys, mask = pairs_that_could_meet(ground_of(city), Draws(1, "test"))
    one, other = (city.initiatives.districts[ends] for ends in np.divmod(keys, 154))
    assert ((mask & bit("same_district") > 0) == (one == other)).all()
    border = {(int(a), int(b)) for a, b in city.areas.borders}
    near = [(min(a, b), max(a, b)) in border for a, b in zip(one.tolist(), other.tolist(), strict=True)]
    assert ((mask & bit("adjacent_district") > 0) == np.array(near)).all()


def test_all_pairs_of_a_district_could_meet(city: City) -> None:
    keys, _ = pairs_that_could_meet(ground_of(city), Draws(1, "test"))
    there = np.flatnonzero(city.initiatives.districts == 0).tolist()
    assert np.isin(keys_of([(one, other) for one in there for other in there], 154), keys).all()


def test_a_need_is_met_in_either_direction(city: City) -> None:
    pairs = np.array([(one, other) for one in range(30) for other in range(one + 1, 30)])
    columns, met = city.initiatives, needs_met(city.initiatives, pairs)
    swapped = needs_met(columns, pairs[:, ::-1])
    assert (met == swapped).all() and (met > 0).any() and (met == 0).any()


def test_candidates_grow_with_the_city_and_not_with_its_square(city: City, big_city: City) -> None:
    small, _ = pairs_that_could_meet(ground_of(city), Draws(1, "test"))
    large, _ = pairs_that_could_meet(ground_of(big_city), Draws(1, "test"))
    assert len(large) / 3000 < 2 * len(small) / 154
