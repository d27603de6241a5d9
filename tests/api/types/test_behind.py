from __future__ import annotations

from typing import Any

from graph.store.questions import Role, Viewer
from tests.api.towns import Asker
from tests.contracts.build import City, says

CLAIMS = """{ node(id: "initiative/tuin") { ... on Initiative { values(of: [%s]) {
  property label(lang: EN) state disputed modality text claims(first: %d) {
  property text denied modality counts correction visibility placeCount
  statedOn { value } date { value } quantity { value bound }
  citations(first: 2) { text(lang: EN) place passage source { name(lang: EN) } } } } } } }"""


def value(town: Asker, name: str, first: int = 20) -> Any:
    return town(CLAIMS % (name, first))["node"]["values"][0]


def test_sources_that_differ_stand_side_by_side(town: Asker) -> None:
    members = value(town, "MEMBERS")
    assert (members["disputed"], members["text"], members["label"]) == (True, "60 personen", "members")
    assert [one["text"] for one in members["claims"]] == ["60 personen", "ongeveer 40 personen"]
    assert [one["counts"] for one in members["claims"]] == [True, False]
    assert [one["quantity"]["bound"] for one in members["claims"]] == ["EXACT", "ABOUT"]


def test_a_claim_cites_each_place_with_the_fact_in_a_sentence(town: Asker) -> None:
    newest = value(town, "MEMBERS", 1)["claims"][0]
    assert newest["placeCount"] == 2
    assert [one["place"] for one in newest["citations"]] == ["rij 2, kolom Leden", "rij 9"]
    assert {one["text"] for one in newest["citations"]} == {"members: 60 people"}
    assert {one["source"]["name"] for one in newest["citations"]} == {"Krant"}


def test_a_claim_tells_when_and_how_it_was_said(town: Asker) -> None:
    (claim,) = value(town, "STARTED_ON")["claims"]
    assert (claim["property"], claim["denied"], claim["modality"]) == ("STARTED_ON", False, "STATED")
    assert (claim["visibility"], claim["correction"]) == ("PUBLIC", False)
    assert (claim["statedOn"]["value"], claim["date"]["value"]) == ("2016-06-28", "2014")


def test_a_denial_is_told_with_what_it_denies(network: Any, asked: Any) -> None:
    city = City(network.store)
    city.load(says("a", "2016").node("area/a", name="A", population="100 inhabitant"))
    city.load(says("b", "2017").about("area/a", denied=True, population="100 inhabitant").none("area/a", "summary"))
    query = """{ node(id: "area/a") { ... on Area { population { value } values(of: [POPULATION, SUMMARY]) {
               state disputed claims { text denied citations { text place } } } } } }"""
    population, summary = asked(network)(query)["node"]["values"]
    assert (population["state"], population["disputed"], summary["state"]) == ("UNKNOWN", True, "NONE")
    assert [one["denied"] for one in population["claims"]] == [True, False]
    assert population["claims"][0]["citations"] == [{"text": "inwoners: niet 100 inwoners", "place": None}]
    assert summary["claims"][0]["text"] == "geen"


def test_a_correction_by_a_person_is_marked(network: Any, asked: Any) -> None:
    City(network.store).load(says("a", "2016").node("area/a", name="A"))
    network.correct("area/a", "name", "Beter", Viewer(Role.ADMIN))
    query = """{ node(id: "area/a") { ... on Area { name values(of: [NAME]) {
               claims { text correction citations { source { name } } } } } } }"""
    area = asked(network)(query)["node"]
    assert area["name"] == "Beter"
    assert [one["correction"] for one in area["values"][0]["claims"]] == [True, False]
    assert area["values"][0]["claims"][0]["citations"][0]["source"]["name"] == "Aanpassing door mensen"


def test_a_name_that_a_source_lists_as_another_name_too_is_no_other_name(network: Any, asked: Any) -> None:
    City(network.store).load(says("a").node("area/a", name="A", aliases=["A"]))
    query = '{ node(id: "area/a") { ... on Area { aliases values(of: [ALIASES]) { state claims { text } } } } }'
    area = asked(network)(query)["node"]
    assert area == {"aliases": [], "values": [{"state": "UNKNOWN", "claims": []}]}


def test_lists_of_claims_and_places_are_bounded(town: Asker) -> None:
    assert town.code(CLAIMS % ("MEMBERS", 101)) == "BAD_INPUT"
    assert town.code(CLAIMS % ("MEMBERS", 0)) == "BAD_INPUT"
    assert value(town, "MEMBERS", 100)["claims"]
