from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from tests.contracts.build import City
from tests.viz.explorer.looking import Looking, crowd, small_town
from viz.explorer.opening import MOST, MOST_AREAS, MOST_AROUND, nodes_around

Look = Callable[..., Looking]


def test_a_small_city_opens_whole_without_its_meetings(city: City, look: Look) -> None:
    city.load(small_town())
    plan = look().plan
    assert {plan.gathered.names[node] for node in plan.opening} == {
        "De Tuin", "Soepbus", "De Brug", "Buurthuis", "Anna Alders"}  # fmt: skip


def test_each_area_opens_with_its_best_linked(city: City, look: Look) -> None:
    city.load(crowd(300, areas=5))
    plan = look().plan
    shown = {plan.gathered.ids[node] for node in plan.opening}
    assert len(shown) == MOST
    assert {f"initiative/i{area}" for area in range(5)} <= shown
    homes = Counter(plan.homes[node] for node in plan.opening)
    assert max(homes.values()) - min(homes.values()) <= 1


def test_of_many_areas_those_round_the_busiest_open(city: City, look: Look) -> None:
    city.load(crowd(400, areas=40))
    plan = look().plan
    assert len({plan.homes[node] for node in plan.opening}) <= MOST_AREAS
    assert 100 < len(plan.opening) <= MOST


def test_a_look_around_a_hub_of_everybody_is_bounded(city: City, look: Look) -> None:
    city.load(crowd(900, areas=1))
    gathered = look().plan.gathered
    hub = gathered.positions["initiative/i0"]
    around = nodes_around(gathered, hub, 1)
    assert around[0] == hub
    assert len(around) == len(set(around)) == MOST_AROUND
