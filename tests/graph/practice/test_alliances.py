from __future__ import annotations

from graph.practice.alliances import plan_alliances, settle
from graph.practice.areas import build_areas
from graph.practice.city import City
from graph.practice.draws import Draws
from graph.practice.vocabulary import initiative_types


def test_there_are_four_to_eight_groups_for_a_hundred_initiatives(city: City, big_city: City) -> None:
    for each in (city, big_city):
        assert 0.04 <= len(each.alliances) / len(each.names) <= 0.08
    assert {len(alliance.members) for alliance in big_city.alliances} == {4, 5, 6, 7, 8}


def test_nobody_is_in_two_groups_and_no_group_has_a_type_twice(big_city: City) -> None:
    members = [member for alliance in big_city.alliances for member in alliance.members]
    assert len(set(members)) == len(members)
    assert all(len(set(alliance.types)) == len(alliance.types) for alliance in big_city.alliances)


def test_members_live_in_the_district_or_next_door(city: City) -> None:
    around = city.areas.around()
    for alliance in city.alliances:
        districts = {int(city.initiatives.districts[member]) for member in alliance.members}
        assert districts <= {alliance.district, *around[alliance.district]}


def test_members_have_the_types_that_were_planned(city: City) -> None:
    for alliance in city.alliances:
        assert city.initiatives.types[alliance.members].tolist() == alliance.types
        assert max(alliance.types) < len(initiative_types())


def test_names_differ_and_every_district_has_a_turn(city: City, big_city: City) -> None:
    for each in (city, big_city):
        assert len({alliance.name for alliance in each.alliances}) == len(each.alliances)
    homes = [alliance.district for alliance in city.alliances]
    assert len(set(homes)) == len(homes)


def test_a_group_with_no_district_beside_it_stays_at_home() -> None:
    areas = build_areas(14, 1)
    (alliance,) = plan_alliances(14, areas, 1)
    assert set(settle(alliance, areas.around(), Draws(1, "test"))) == {0}
