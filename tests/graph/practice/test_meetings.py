from __future__ import annotations

from collections import Counter
from datetime import date

from graph.practice.city import City
from graph.practice.initiatives import ENDED, IDEA
from graph.practice.meetings import CAFE, NETWORK, TABLE, TODAY, day_in_words


def test_there_are_as_many_meetings_as_a_city_has_time_for(city: City, big_city: City) -> None:
    assert 20 <= len(city.meetings) <= 45
    assert 400 <= len(big_city.meetings) <= 900
    assert {each.kind for each in city.meetings} == {CAFE, NETWORK, TABLE}


def test_names_are_unique_and_say_when(big_city: City) -> None:
    names = [each.name for each in big_city.meetings]
    assert len(set(names)) == len(names)
    assert all(day_in_words(each.held_on) in each.name for each in big_city.meetings)
    assert day_in_words(date(2025, 5, 14)) == "14 mei 2025"


def test_tables_belong_to_a_meeting_that_stands_before_them(big_city: City) -> None:
    for place, each in enumerate(big_city.meetings):
        assert (each.part_of is not None) == (each.kind == TABLE)
        if each.part_of is not None:
            whole = big_city.meetings[each.part_of]
            assert each.part_of < place and whole.kind == NETWORK and whole.held_on == each.held_on
            assert set(each.initiatives) <= set(whole.initiatives)


def test_nobody_sits_at_two_tables_of_one_meeting(big_city: City) -> None:
    for place in {each.part_of for each in big_city.meetings} - {None}:
        seated = [one for each in big_city.meetings if each.part_of == place for one in each.initiatives]
        assert max(Counter(seated).values()) == 1


def test_a_meeting_follows_an_earlier_one_of_its_district(big_city: City) -> None:
    later = [each for each in big_city.meetings if each.follows is not None]
    assert later
    for each in later:
        before = big_city.meetings[each.follows or 0]
        assert before.held_on < each.held_on and before.district == each.district


def test_only_who_was_there_by_then_attends(big_city: City) -> None:
    columns = big_city.initiatives
    for each in big_city.meetings:
        for initiative in each.initiatives:
            assert columns.phases[initiative] not in (IDEA, ENDED)
            assert 0 < columns.began[initiative] <= each.held_on.year


def test_what_is_still_to_come_has_no_guests_yet(big_city: City) -> None:
    planned = [each for each in big_city.meetings if not each.held]
    assert planned and all(not each.initiatives and not each.people for each in planned)
    assert all(each.initiatives and each.people for each in big_city.meetings if each.held_on <= TODAY)


def test_meetings_are_on_working_days_outside_the_summer(big_city: City) -> None:
    assert all(each.held_on.weekday() < 5 for each in big_city.meetings)
    assert not any(each.held_on.month == 8 for each in big_city.meetings)
