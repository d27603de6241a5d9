from __future__ import annotations

import numpy as np
import pytest

from graph.practice.acquaintance import TERMS
from graph.practice.city import City, build_city
from graph.practice.initiatives import ENDED
from graph.practice.partnerships import (
    CHANCE,
    INTRODUCED,
    LEFT_OUT,
    OVER,
    PARTNERS_AN_INITIATIVE,
    STATUSES,
)


def degrees(city: City) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    return np.bincount(city.partnerships.pairs.ravel(), minlength=len(city.names))


def test_pairs_are_sorted_distinct_and_the_lower_index_first(big_city: City) -> None:
    pairs = big_city.partnerships.pairs
    assert (pairs[:, 0] < pairs[:, 1]).all()
    assert len(np.unique(pairs, axis=0)) == len(pairs)
    assert (np.lexsort((pairs[:, 1], pairs[:, 0])) == np.arange(len(pairs))).all()


def test_most_have_none_to_three_partners_and_a_few_are_hubs(big_city: City) -> None:
    found = degrees(big_city)
    assert float(found.mean()) == pytest.approx(PARTNERS_AN_INITIATIVE, abs=0.35)
    assert (found <= 3).mean() > 0.55
    assert 0.05 < (found == 0).mean() < 0.35
    assert found.max() >= 15


def test_a_fifth_is_left_out_and_none_of_it_has_ended(city: City, big_city: City) -> None:
    for each in (city, big_city):
        ties = each.partnerships
        assert ties.left_out.sum() == round(LEFT_OUT * len(ties))
        assert not (ties.statuses[ties.left_out] == OVER).any()
        assert len(ties.hidden()) == ties.left_out.sum()


def test_groups_hold_together_far_more_than_the_rest(big_city: City) -> None:
    pairs = set(map(tuple, big_city.partnerships.pairs.tolist()))
    possible = [
        (min(one, other), max(one, other))
        for each in big_city.alliances
        for place, one in enumerate(each.members)
        for other in each.members[:place]
    ]
    density = sum(pair in pairs for pair in possible) / len(possible)
    assert 0.35 < density < 0.7
    assert density > 100 * len(pairs) / (3000 * 2999 / 2)


def test_every_reason_occurs_and_none_is_unknown(big_city: City) -> None:
    found = {
        reason for place in range(len(big_city.partnerships)) for reason in big_city.partnerships.reasons_of(place)
    }
    assert found == {*TERMS, INTRODUCED, CHANCE}


def test_an_introduction_closes_a_triangle(big_city: City) -> None:
    ties = big_city.partnerships
    partners: dict[int, set[int]] = {}
    for one, other in ties.pairs.tolist():
        partners.setdefault(one, set()).add(other)
        partners.setdefault(other, set()).add(one)
    introduced = [pair for place, pair in enumerate(ties.pairs.tolist()) if INTRODUCED in ties.reasons_of(place)]
    assert len(introduced) > 0.07 * len(ties)
    assert all(partners[one] & partners[other] for one, other in introduced)


def test_what_the_reasons_say_holds_of_the_pair(city: City) -> None:
    ties, columns = city.partnerships, city.initiatives
    for place, (one, other) in enumerate(ties.pairs.tolist()):
        reasons = ties.reasons_of(place)
        if "same_district" in reasons:
            assert columns.districts[one] == columns.districts[other]
        if "shared_theme" in reasons:
            assert columns.themes[one] & columns.themes[other]
        if "same_alliance" in reasons:
            assert any({one, other} <= set(each.members) for each in city.alliances)


def test_a_partnership_is_no_older_than_its_partners_and_ends_with_them(big_city: City) -> None:
    ties, columns = big_city.partnerships, big_city.initiatives
    assert (ties.since >= columns.began[ties.pairs].max(axis=1)).all() and ties.since.max() <= 2025
    ended = (columns.phases[ties.pairs] == ENDED).any(axis=1)
    assert (ties.statuses[ended] == OVER).all()
    stopped = np.where(columns.ended > 0, columns.ended, 2025)[ties.pairs].min(axis=1)
    assert (ties.since <= stopped).all()
    assert set(ties.statuses.tolist()) == set(range(len(STATUSES)))


@pytest.mark.parametrize("count", [1, 2, 3, 8])
def test_tiny_cities_have_as_many_as_fit(count: int) -> None:
    ties = build_city(count, 1).partnerships
    assert len(ties) <= count * (count - 1) / 2
    assert ties.pairs.shape == (len(ties), 2)
