from __future__ import annotations

from typing import Any

from graph.store.questions import Role
from tests.api.towns import NORTH, Asker
from tests.contracts.build import City, says

TUIN, RIT = "initiative/tuin", "initiative/rit"


def values_of(town: Asker, id_: str, *properties: str, fields: str = "property state text") -> Any:
    query = """query ($id: ID!, $of: [Property!]) { node(id: $id) { ... on Entity { values(of: $of) { %s } } } }"""
    return town(query % fields, id=id_, of=list(properties) or None)["node"]["values"]


def test_a_thing_tells_what_is_read_of_it(town: Asker) -> None:
    thing = town("""query ($id: ID!) { node(id: $id) { ... on Initiative { id kind name aliases phase phaseLabel website
                    members { value unit bound label(lang: EN) } startedOn { value earliest latest label } } } }""",
                 id=TUIN)["node"]  # fmt: skip
    assert (thing["kind"], thing["name"], thing["aliases"]) == ("INITIATIVE", "De Tuin", ["Buurttuin"])
    assert (thing["phase"], thing["phaseLabel"], thing["website"]) == ("RUNNING", "loopt", "https://tuin.nl")
    assert thing["members"] == {"value": 60.0, "unit": "person", "bound": "EXACT", "label": "60 people"}
    assert (thing["startedOn"]["value"], thing["startedOn"]["latest"]) == ("2014", "2014-12-31")


def test_known_none_and_unknown_are_told_apart(town: Asker) -> None:
    found = values_of(town, RIT, "PHASE", "WEBSITE", "VOLUNTEERS")
    assert [one["state"] for one in found] == ["KNOWN", "NONE", "UNKNOWN"]
    assert [one["text"] for one in found] == ["loopt", None, None]


def test_all_properties_of_the_kind_are_given_where_none_is_named(town: Asker) -> None:
    found = {one["property"] for one in values_of(town, RIT)}
    assert {"NAME", "SUMMARY", "PHASE", "MEMBERS", "WEBSITE"} <= found
    assert not found & {"KIND", "SAME_AS", "SOURCE_KEY", "PUBLISHER"}


def test_a_property_that_the_kind_lacks_is_left_out(town: Asker) -> None:
    assert [one["property"] for one in values_of(town, RIT, "PUBLISHER", "PHASE", "PHASE")] == ["PHASE"]


def test_texts_come_in_the_language_asked_where_there_is_one(town: Asker) -> None:
    query = """{ node(id: "initiative/tuin") { ... on Entity { summary } }
               other: node(id: "topic/groen") { ... on Topic { name english: name(lang: EN) } } }"""
    dutch, english = town(query), town(query, lang="en")
    assert dutch["node"]["summary"] == "A garden for everyone."  # in no other language there is one
    assert dutch["other"] == {"name": "groen", "english": "green"}
    assert english["other"]["name"] == "green"


def test_a_value_that_points_to_a_thing_gives_the_thing_and_its_name(town: Asker) -> None:
    query = """{ node(id: "topic/groen") { ... on Topic { broader { id name }
               values(of: [BROADER]) { text claims { text } } } } }"""
    topic = town(query)["node"]
    assert topic["broader"] == {"id": "topic/natuur", "name": "natuur"}
    assert topic["values"] == [{"text": "natuur", "claims": [{"text": "natuur"}]}]


def test_a_page_is_an_address_within_the_site(town: Asker) -> None:
    page = town(f'{{ node(id: "{NORTH}") {{ ... on Entity {{ page }} }} }}')["node"]["page"]
    assert page == "http://127.0.0.1:8000/gebied/area/north"


def test_sources_come_newest_first_and_each_place_once(town: Asker) -> None:
    query = """{ node(id: "initiative/tuin") { ... on Entity { sources(first: 3) {
               text(lang: EN) place source { id name publisher } } } } }"""
    first, second, third = town(query)["node"]["sources"]
    assert first["source"] is None  # nothing is known of that source but its id
    assert (second["source"]["name"], second["place"]) == ("Krant", "rij 2, kolom Leden")
    assert (third["source"]["name"], third["place"]) == ("Krant", "rij 9")


def test_what_is_hidden_reads_as_unknown_and_is_in_no_list(town: Asker, asked: Any) -> None:
    public = asked(town.network, Role.PUBLIC)
    query = """{ node(id: "initiative/eethuis") { ... on Initiative { volunteers { value }
               values(of: [VOLUNTEERS]) { state claims { text } } relationships { totalCount } } } }"""
    hidden, seen = public(query)["node"], town(query)["node"]
    assert hidden["volunteers"] is None
    assert hidden["values"] == [{"state": "UNKNOWN", "claims": []}]
    assert (hidden["relationships"]["totalCount"], seen["relationships"]["totalCount"]) == (1, 2)


def test_a_person_is_shown_by_role_where_the_name_is_hidden(town: Asker) -> None:
    query = "{ people { edges { node { name shownByRole publicRole } } } }"
    assert town(query)["people"]["edges"] == [
        {"node": {"name": "Els", "shownByRole": False, "publicRole": "oprichter"}}
    ]


def test_a_merged_id_answers_with_the_thing_under_its_canonical_id(network: Any, asked: Any) -> None:
    City(network.store).load(says("a").node("area/a", name="A").node("area/b", name="B").same("area/b", "area/a"))
    query = """{ node(id: "area/b") { ... on Area { id formerIds values(of: [NAME]) { text claims { text } }
               sources { text } } } }"""
    area = asked(network)(query)["node"]
    assert (area["id"], area["formerIds"]) == ("area/a", ["area/b"])
    assert {one["text"] for one in area["values"][0]["claims"]} == {"A", "B"}
