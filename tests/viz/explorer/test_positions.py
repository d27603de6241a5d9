from __future__ import annotations

from collections.abc import Callable
from datetime import date

import numpy as np

from graph.network import Network
from graph.schema.declaration import Level
from graph.store.questions import Role, Viewer
from tests.contracts.build import City, says
from tests.viz.explorer.looking import Looking, crowd, small_town
from viz.explorer.plan import Plans, make_plan

Look = Callable[..., Looking]


def test_a_map_looks_the_same_tomorrow(city: City, look: Look) -> None:
    city.load(crowd(30))
    first = look().plan.points
    assert look().plan.points == first
    assert len(set(first.values())) == len(first)


def test_two_stores_with_the_same_city_draw_it_the_same(city: City, look: Look) -> None:
    city.load(crowd(30))
    kept = look().plan.points
    city.store.derived.clear()
    assert look().plan.points == kept


def test_what_is_new_finds_a_place_and_moves_nobody(city: City, look: Look) -> None:
    city.load(crowd(40))
    ids = [f"initiative/i{number}" for number in range(40)]
    before = look().positions(ids)
    new = says("krant", "2021-01-01").node("initiative/nieuw", name="Nieuw")
    new.tie("ACTIVE_IN", "initiative/nieuw", "area/a1").tie("PARTNERS_WITH", "initiative/nieuw", "initiative/i1")
    city.load(new)
    after = look()
    assert after.positions(ids) == before
    assert after.positions(["initiative/nieuw"])[0] not in before


def test_those_of_one_area_are_drawn_together(city: City, look: Look) -> None:
    city.load(crowd(45))
    looking = look()
    points = [looking.positions(f"initiative/i{number}" for number in range(area, 45, 3)) for area in range(3)]
    middles = [np.mean(part, axis=0) for part in points]
    for area, part in enumerate(points):
        away = np.linalg.norm(np.array(part)[:, None] - np.array(middles)[None], axis=2)
        assert (away.argmin(axis=1) == area).mean() > 0.9


def test_each_level_has_positions_of_its_own_so_that_none_tells_what_another_hides(city: City, look: Look) -> None:
    city.load(crowd(20))
    public = look().plan.points
    city.load(says("intern", "2021-01-01", Level.INTERNAL).node("initiative/stil", name="Stil")
              .tie("PARTNERS_WITH", "initiative/stil", "initiative/i3"))  # fmt: skip
    assert len(look(Role.STAFF).plan.points) == 21
    assert look().plan.points == public


def test_a_look_at_an_earlier_day_leaves_the_map_of_today_as_it_is(city: City, network: Network, look: Look) -> None:
    city.load(small_town(), crowd(12))
    with network.view(Viewer(Role.PUBLIC), as_of=date(2017, 1, 1)) as then:
        earlier = make_plan(then, network.store.derived)
    assert len(earlier.points) == 6
    city.store.derived.clear()
    with network.view(Viewer(Role.PUBLIC), as_of=date(2017, 1, 1)) as then:
        make_plan(then, network.store.derived)
    assert city.store.derived.get("map positions public", ["initiative/tuin"]) == [None]


def test_a_plan_is_made_once_for_a_revision_and_a_level(city: City, network: Network) -> None:
    city.load(small_town())
    plans = Plans(network.store.derived)
    with network.view(Viewer(Role.PUBLIC)) as public, network.view(Viewer(Role.STAFF)) as staff:
        assert plans.plan(public) is plans.plan(public)
        assert plans.plan(public) is not plans.plan(staff)
    city.load(crowd(3))
    with network.view(Viewer(Role.PUBLIC)) as later:
        assert len(plans.plan(later).points) == 9
