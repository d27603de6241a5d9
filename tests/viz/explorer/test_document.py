from __future__ import annotations

from collections.abc import Callable

import orjson
import pytest

from graph.errors import InputError, UnknownIdError
from graph.schema.declaration import Level
from graph.store.questions import Role
from tests.contracts.build import City, says
from tests.viz.explorer.looking import WEST, Looking, crowd, small_town

Look = Callable[..., Looking]


def test_each_name_says_what_it_is_where_and_by_which_source(city: City, look: Look) -> None:
    city.load(small_town())
    document = look().document()
    tuin = next(node for node in document["network"]["nodes"] if node["id"] == "initiative/tuin")
    assert (tuin["label"], tuin["kind"], tuin["area"], tuin["phase"]) == ("De Tuin", "Initiative", WEST, "running")
    assert [list(one) for one in tuin["says"]] == [["source/gids", "bladzijde 3"]]
    assert document["sources"]["source/gids"] == {"label": "Buurtbode, 28-06-2016", "url": "https://gids.nl/1"}


def test_each_line_says_by_which_source(city: City, look: Look) -> None:
    city.load(small_town())
    document = look().document(lang="en")
    lines = document["network"]["edges"]
    partner = next(line for line in lines if line["type"] == "PARTNERS_WITH")
    assert {partner["from"], partner["to"]} == {"initiative/tuin", "initiative/soep"}
    assert all(line["says"][0][0] == "source/gids" for line in lines)
    assert document["types"]["SUPPORTS"] == ("supports", "is supported by")


def test_areas_are_patches_and_themes_filters_and_neither_are_names(city: City, look: Look) -> None:
    city.load(small_town())
    document = look().document()
    kinds = {node["kind"] for node in document["network"]["nodes"]}
    assert kinds == {"Initiative", "Organisation", "Person", "Meeting"}
    assert {area["name"] for area in document["areas"]} == {"West", "Noord"}
    assert document["themes"] == [{"id": "topic/eten", "name": "eten"}]


def test_what_is_not_public_is_not_in_the_data_of_a_visitor(city: City, look: Look) -> None:
    city.load(small_town())
    city.load(says("lijst", "2017-01-01", Level.INTERNAL).node("initiative/stil", name="Stille Kracht")
              .tie("PARTNERS_WITH", "initiative/stil", "initiative/brug")
              .about("initiative/brug", summary="Geheim plan"))  # fmt: skip
    text = orjson.dumps(look().document(everything=True)).decode()
    assert not [word for word in ("Stille Kracht", "initiative/stil", "Geheim plan", "source/lijst") if word in text]
    assert "Stille Kracht" in orjson.dumps(look(Role.STAFF).document(everything=True)).decode()


def test_somebody_shows_by_role_to_who_may_not_see_the_name(city: City, look: Look) -> None:
    city.load(small_town())
    city.load(says("intern", "2017-01-01", Level.INTERNAL).about("person/bo", name="Bo Bakker"),
              says("intern", "2017-01-01").node("person/bo", public_role="oprichter")
              .tie("INVOLVED_IN", "person/bo", "initiative/brug"))  # fmt: skip
    bo = look().nodes(everything=True)["person/bo"]
    assert "Bakker" not in str(bo)
    assert bo["label"] == "oprichter"
    assert look(Role.STAFF).nodes(everything=True)["person/bo"]["label"] == "Bo Bakker"


def test_a_large_city_opens_on_at_most_150_names_and_says_how_many_there_are(city: City, look: Look) -> None:
    city.load(crowd(220))
    looking = look()
    nodes = looking.nodes()
    assert sum(node["opening"] for node in nodes.values()) == len(nodes) == 150
    assert looking.document()["counts"] == {"names": 220}
    assert len(looking.nodes(everything=True)) == 220


def test_around_a_name_lies_what_it_is_linked_with_and_a_meeting_leads_no_further(city: City, look: Look) -> None:
    city.load(small_town())
    near = look().nodes(around="initiative/soep", steps=1)
    assert set(near) == {"initiative/soep", "initiative/tuin", "person/anna"}
    two = look().nodes(around="initiative/brug", steps=3)
    assert set(two) == {"initiative/brug", "meeting/avond"}


def test_around_an_area_lies_what_is_drawn_in_it(city: City, look: Look) -> None:
    city.load(small_town())
    inside = look().nodes(around=WEST)
    assert {"initiative/tuin", "initiative/soep", "person/anna"} <= set(inside)
    assert "initiative/brug" not in inside


@pytest.mark.parametrize("id_", ["initiative/weg", "topic/eten", "<script>", "x" * 400])
def test_what_is_not_on_the_map_is_refused(city: City, look: Look, id_: str) -> None:
    city.load(small_town())
    with pytest.raises(UnknownIdError):
        look().document(around=id_)


@pytest.mark.parametrize("steps", [0, 4, -1])
def test_steps_out_of_range_are_refused(city: City, look: Look, steps: int) -> None:
    city.load(small_town())
    with pytest.raises(InputError):
        look().document(around="initiative/tuin", steps=steps)


def test_an_empty_city_is_an_empty_map(look: Look) -> None:
    document = look().document()
    assert (document["network"]["nodes"], document["network"]["edges"], document["areas"]) == ([], [], [])
    assert document["network"]["options"]["physics"] == {"enabled": False}


def test_a_denied_relationship_is_no_line(city: City, look: Look) -> None:
    city.load(small_town())
    city.load(says("krant", "2018-01-01").no_tie("SUPPORTS", "organisation/huis", "initiative/tuin"))
    types = [line["type"] for line in look().document()["network"]["edges"]]
    assert "SUPPORTS" not in types
    assert "PARTNERS_WITH" in types
