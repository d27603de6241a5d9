from __future__ import annotations

from collections import Counter

from graph.practice.city import City
from graph.practice.initiatives import ENDED, IDEA
from graph.practice.vocabulary import topics


def test_some_of_a_group_want_the_same_and_nobody_else_wants_anything(big_city: City) -> None:
    wanting = [Counter(big_city.ambitions[one] for one in group.members if one in big_city.ambitions)
               for group in big_city.alliances]  # fmt: skip
    assert sum(sum(found.values()) for found in wanting) == len(big_city.ambitions)
    assert all(len(found) <= 1 and all(2 <= count <= 4 for count in found.values()) for found in wanting)
    assert 0.25 < sum(map(bool, wanting)) / len(wanting) < 0.55


def test_every_sort_of_wish_occurs_and_no_idea_has_one(big_city: City) -> None:
    assert set(big_city.ambitions.values()) == set(topics().ambitions)
    assert not {IDEA, ENDED} & {int(big_city.initiatives.phases[one]) for one in big_city.ambitions}
