from __future__ import annotations

import numpy as np
import pytest

from graph.practice.city import City
from graph.practice.initiatives import ENDED
from graph.practice.lists import DUPLICATES
from graph.schema.words import normalise


def test_lists_disagree_about_members_now_and_then(big_city: City) -> None:
    members, before = big_city.initiatives.members, big_city.lists.members_before
    there = members > 0
    assert 0.3 < (before[there] != members[there]).mean() < 1.0
    assert np.corrcoef(before[there], members[there])[0, 1] > 0.9


def test_some_phases_have_moved_on_since_the_inventory(big_city: City) -> None:
    columns, lists = big_city.initiatives, big_city.lists
    moved = lists.phases_before != columns.phases
    assert 0.1 < moved[lists.inventoried].mean() < 0.5
    alive = moved & (columns.phases != ENDED)
    assert (lists.phases_before[alive] < columns.phases[alive]).all()


def test_the_inventory_knows_only_what_there_was(big_city: City) -> None:
    began = big_city.initiatives.began[big_city.lists.inventoried]
    assert 0 < began.min() <= began.max() < 2024
    assert 0.4 < big_city.lists.inventoried.mean() < 0.8


def test_three_in_a_hundred_have_another_spelling_in_a_second_list(city: City, big_city: City) -> None:
    for each in (city, big_city):
        assert len(each.lists.spellings) == round(DUPLICATES * len(each.names))
        granted = {grant.initiative for grant in each.grants}
        for place, spelling in each.lists.spellings.items():
            assert each.lists.inventoried[place] or place in granted
            assert normalise(spelling) != normalise(each.names[place])


def test_another_spelling_is_nobody_elses_name(big_city: City) -> None:
    names = {normalise(name) for name in big_city.names}
    spellings = [normalise(spelling) for spelling in big_city.lists.spellings.values()]
    assert names.isdisjoint(spellings)
    assert len(set(spellings)) == len(spellings)


def test_every_partnership_is_mentioned_unless_it_is_left_out(big_city: City) -> None:
    lists, ties = big_city.lists, big_city.partnerships
    assert ((lists.scanned | lists.talked) == ~ties.left_out).all()
    assert (lists.scanned & lists.talked).any()
    assert ties.since[lists.talked].max() < 2024


@pytest.mark.parametrize("what", ["form", "began", "members", "volunteers", "groups", "website", "wishes"])
def test_something_is_unknown_of_many(big_city: City, what: str) -> None:
    assert 0.4 < big_city.lists.known[what].mean() < 0.95
