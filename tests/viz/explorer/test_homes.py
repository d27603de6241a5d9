from __future__ import annotations

from collections.abc import Callable

from tests.contracts.build import City, says
from tests.viz.explorer.looking import NORTH, WEST, Looking, small_town

Look = Callable[..., Looking]


def _home(looking: Looking, id_: str) -> str:
    gathered, homes = looking.plan.gathered, looking.plan.homes
    home = homes.get(gathered.positions[id_])
    return gathered.ids[home] if home is not None else ""


def test_a_name_is_drawn_where_a_source_says_that_it_works(city: City, look: Look) -> None:
    city.load(small_town())
    looking = look()
    assert _home(looking, "initiative/tuin") == WEST
    assert _home(looking, "initiative/brug") == NORTH


def test_supporting_somebody_makes_an_organisation_no_part_of_the_place(city: City, look: Look) -> None:
    city.load(small_town())
    assert _home(look(), "organisation/huis") == ""


def test_somebody_is_drawn_with_what_they_belong_to(city: City, look: Look) -> None:
    city.load(small_town())
    assert _home(look(), "person/anna") == WEST


def test_of_several_areas_the_finest_counts_and_then_where_its_friends_are(city: City, look: Look) -> None:
    city.load(
        small_town(),
        says("gids").tie("ACTIVE_IN", "initiative/soep", NORTH).tie("ACTIVE_IN", "initiative/soep", "area/stad"),
    )
    assert _home(look(), "initiative/soep") == WEST


def test_a_neighbourhood_is_drawn_as_part_of_its_district(city: City, look: Look) -> None:
    city.load(
        small_town(),
        says("gids").node("area/hoek", name="De Hoek", level="neighbourhood").tie("PART_OF", "area/hoek", NORTH)
        .node("initiative/hoek", name="Hoekhuis").tie("ACTIVE_IN", "initiative/hoek", "area/hoek"),
    )  # fmt: skip
    looking = look()
    assert _home(looking, "initiative/hoek") == NORTH
    assert {area["name"] for area in looking.document()["areas"]} == {"West", "Noord"}
