"""From records to claims: what each is about, who may see it, and what cannot be said."""

from __future__ import annotations

from graph.schema.declaration import Level
from tests.graph.ingest.desk import PUBLIC, Desk, sentences


def test_a_source_says_what_it_is_itself(desk: Desk) -> None:
    desk.document("initiatives: {a: {name: A}}\n")
    source = desk.node("Verslag")
    assert (source.id, source.kind, source.value("published_on")) == ("source/verslag", "Source", "2025-03-14")


def test_every_claim_bears_its_source_day_place_and_level(desk: Desk) -> None:
    desk.document("initiatives: {a: {name: A, at: 3, members: 5}}\n")
    (said,) = desk.said("initiative/a", "members")
    claim = said.claim
    assert (claim.source, claim.stated_on, claim.level) == ("source/verslag", "2025-03-14", Level.PUBLIC)
    assert said.places == ("paragraph=3",)


def test_the_level_of_a_file_holds_for_all_that_it_does_not_mark(desk: Desk) -> None:
    head = "wijkweb: document\nlevel: internal\nsource: {id: source/x, name: X}\n"
    desk.load("x.yaml", head + "initiatives: {a: {name: A, level: public, members: 5}, b: {name: B}}\n")
    assert desk.names("Initiative", PUBLIC) == ["A"]
    assert desk.names("Source", PUBLIC) == []
    assert desk.names("Initiative") == ["A", "B"]


def test_the_name_of_a_person_is_internal_and_the_rest_is_not(desk: Desk) -> None:
    desk.document(
        "people: {a: {name: Anna Alders, public_role: huisarts, involved_in: b}}\ninitiatives: {b: {name: B}}\n"
    )
    (person,) = desk.nodes("Person")
    assert desk.said(person.id, "name")[0].claim.level is Level.INTERNAL
    assert desk.names("Person", PUBLIC) == ["huisarts"]
    assert desk.ties("INVOLVED_IN", PUBLIC) == [("huisarts", "B")]


def test_a_property_of_another_kind_is_reported_and_the_rest_is_said(desk: Desk) -> None:
    desk.document("organisations: {a: {id: organisation/kas, name: De Kas, sector: welfare}}\n")
    head = "wijkweb: document\nsource: {id: source/x, name: X}\n"
    report = desk.load(
        "x.yaml", head + "initiatives: {a: {id: organisation/kas, phase: running, website: www.kas.nl}}\n"
    )
    assert "‘fase’ hoort hier niet: dit staat al bekend als organisatie" in sentences(report)
    assert desk.node("De Kas").value("website") == "https://www.kas.nl"


def test_ends_that_a_relationship_may_not_have_are_reported(desk: Desk) -> None:
    report = desk.document("initiatives: {a: {name: A, part_of: b, active_in: b}}\nareas: {b: {name: B}}\n")
    assert (report.problem_count, desk.ties("ACTIVE_IN")) == (1, [("A", "B")])
    assert "onderdeel a: " in sentences(report)


def test_two_grants_of_one_funder_stand_side_by_side(desk: Desk) -> None:
    desk.document("""
        organisations:
          o: {name: O, supports: [{to: i, support: funds, number: "7"}, {to: i, support: funds, number: "8"}]}
        initiatives: {i: {name: I}}
    """)
    assert desk.ties("SUPPORTS") == [("O", "I"), ("O", "I")]


def test_that_it_is_not_so_is_said_and_not_drawn(desk: Desk) -> None:
    desk.document("initiatives: {a: {name: A, partners_with: {to: b, denied: true}}, b: {name: B}}\n")
    (said,) = desk.said("tie:PARTNERS_WITH:initiative/a:initiative/b", "exists")
    assert (said.claim.denied, desk.ties("PARTNERS_WITH")) == (True, [])
