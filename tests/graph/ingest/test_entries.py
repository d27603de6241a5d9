"""Entries of a document: values, relationships, who may see them; what is wrong in one part keeps the rest."""

from __future__ import annotations

import pytest

from graph.claims import Modality
from graph.schema.declaration import Level
from tests.graph.ingest.desk import PUBLIC, Desk, sentences


def test_a_value_may_say_how_it_is_meant(desk: Desk) -> None:
    report = desk.document("""
        initiatives:
          a:
            name: A
            at: 3
            members: {value: about 40 person, at: [7, 8], modality: expected, stated_on: 2024-06, level: internal}
            summary@en: {value: Soup}
            summary: {value: Soep, language: nl}
    """)
    (said,) = desk.said("initiative/a", "members")
    assert (sentences(report), said.modality, said.places) == ("", Modality.EXPECTED, ("paragraph=7&paragraph=8",))
    assert (said.claim.value, said.claim.stated_on, said.claim.level) == ("about 40 person", "2024-06", Level.INTERNAL)
    assert {one.claim.language for one in desk.said("initiative/a", "summary")} == {"en", "nl"}


def test_an_entry_may_have_a_date_and_a_level_of_its_own(desk: Desk) -> None:
    desk.document("""
        initiatives:
          a: {name: A, stated_on: 2020, level: internal, active_in: b, members: {value: 5, stated_on: 2021}}
        areas: {b: {name: B}}
    """)
    dates = {one: desk.said("initiative/a", one)[0].claim.stated_on for one in ("kind", "name", "members")}
    assert dates == {"kind": "2020", "name": "2020", "members": "2021"}
    assert (desk.names("Initiative", PUBLIC), desk.names("Area", PUBLIC)) == ([], ["B"])
    assert desk.ties("ACTIVE_IN") == [("A", "B")]


def test_a_list_states_several_values(desk: Desk) -> None:
    desk.document("initiatives: {a: {name: A, aliases: [B, {value: C, at: 2}], called: D}}\n")
    assert desk.node("A").list_of("aliases") == ("B", "C", "D")


def test_there_is_none_and_it_is_not_so(desk: Desk) -> None:
    report = desk.document("""
        initiatives:
          a: {name: A, website: {denied: true}, phase: {value: ended, denied: true}, needs: {denied: true}}
          b: {name: B, partners_with: [{to: a, denied: true, at: 4}]}
    """)
    reading = desk.node("A").reading
    assert (sentences(report), reading.none, "phase" in reading.values) == ("", ("NEEDS", "website"), False)
    assert desk.ties("PARTNERS_WITH") == []


def test_a_relationship_is_written_from_either_end(desk: Desk) -> None:
    report = desk.document("""
        meetings: {m: {name: M, attended_by: {to: i, role: speaker}}}
        initiatives:
          i: {name: I, partners_with: [{to: j, status: talking, form: kennismaken, since: 2025-01, note: Op de markt.}]}
          j: {name: J, supported_by: [{to: o, support: funds, number: "7"}, {to: o, support: funds, number: "8"}]}
        organisations: {o: {name: O}}
    """)
    assert (sentences(report), desk.ties("ATTENDED")) == ("", [("I", "M")])
    assert (desk.ties("PARTNERS_WITH"), desk.ties("SUPPORTS")) == ([("I", "J")], [("O", "J"), ("O", "J")])
    (said,) = desk.said("tie:PARTNERS_WITH:initiative/i:initiative/j", "form")
    assert said.claim.value == "visit"


def test_a_reference_is_to_a_key(desk: Desk) -> None:
    report = desk.document("topics: {a: {name: A, broader: b}, b: {name: B}, c: {name: C, broader: nergens}}\n")
    assert desk.node("A").value("broader") == "topic/b"
    assert sentences(report) == (
        "verslag.yaml, onderdeel c: ‘nergens’ staat nergens in dit bestand, of kon niet worden gebruikt. Geef het een "
        "eigen onderdeel."
    )


def test_a_relationship_to_nowhere_keeps_the_entry(desk: Desk) -> None:
    report = desk.document("initiatives: {a: {name: A, active_in: [nergens, b]}}\nareas: {b: {name: B}}\n")
    assert "‘nergens’ staat nergens in dit bestand" in sentences(report)
    assert (report.used, desk.ties("ACTIVE_IN")) == (2, [("A", "B")])


def test_a_number_may_be_a_key(desk: Desk) -> None:
    report = desk.document("initiatives: {1: {name: A, partners_with: 2}, 2: {name: B}}\n")
    assert (sentences(report), desk.ties("PARTNERS_WITH")) == ("", [("A", "B")])


def test_a_source_may_count_in_a_unit_of_its_own(desk: Desk) -> None:
    report = desk.document(
        "initiatives: {a: {name: A, members: 12 huishoudens}, b: {name: B, members: 1.250 person}}\n"
    )
    assert (sentences(report), desk.node("A").value("members")) == ("", "12 huishoudens")
    assert desk.node("B").value("members") == "1250 person"


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ("started_on: 2016-02-31", "onderdeel a, bij started_on: ‘2016-02-31’ past niet bij begonnen"),
        ("members: veel", "past niet bij leden"),
        ("members: {value: 5, unit: person}", "‘unit’ hoort hier niet"),
        ("members: {at: 3}", "leden heeft hier geen bruikbare waarde"),
        ("members:", "leden heeft hier geen bruikbare waarde"),
        ("members: [[5]]", "leden heeft hier geen bruikbare waarde"),
        ("members: {value: 5, denied: ja}", "‘denied’ is true of false"),
        ("members: {value: 5, modality: zeker}", "‘modality’ is één van stated"),
        ("members: {value: 5, level: geheim}", "public of internal"),
        ("members: {value: 5, stated_on: ooit}", "is geen datum"),
        ("summary: {value: x, language: Nederlands}", "een taal is een code"),
        ("members: {value: 5, at: {p: 3}}", "‘at’ is een getal"),
        ("schoenmaat: 42", "‘schoenmaat’ is geen eigenschap of relatie van Initiative. Kies uit: called, name"),
        ("needs@en: b", "‘needs@en’ is geen eigenschap of relatie"),
        ("result_of: b", "‘result_of’ is geen eigenschap of relatie van Initiative"),
        ("same_as: b", "geen eigenschap of relatie"),
        ("source_key: b", "geen eigenschap of relatie"),
        ("partners_with: [{with: b}]", "‘with’ hoort hier niet"),
        ("partners_with: {to: [b]}", "verwijst met ‘to’ naar een sleutel"),
        ("partners_with: {to: true}", "verwijst met ‘to’ naar een sleutel"),
        ("partners_with: {status: talking}", "verwijst met ‘to’ naar een sleutel"),
        ("partners_with: {denied: true, since: 2020}", "‘since’ hoort hier niet"),
    ],
)
def test_what_is_wrong_in_an_entry_is_reported_and_the_rest_is_used(desk: Desk, wrong: str, sentence: str) -> None:
    report = desk.document(f"initiatives:\n  a:\n    name: A\n    {wrong}\n    phase: running\n  b: {{name: B}}\n")
    assert sentence in sentences(report)
    assert (report.problem_count, report.used, report.refused) == (1, 2, 0)
    assert desk.node("A").value("phase") == "running"


def test_one_wrong_value_keeps_the_others_of_its_list(desk: Desk) -> None:
    report = desk.document("""
        initiatives:
          a: {name: A, aliases: [B, "", C], partners_with: [{to: b, since: 31 februari, status: talking}, {oops: 1}, c]}
          b: {name: Bee}
          c: {name: Cee}
    """)
    assert report.problem_count == 3
    assert desk.node("A").list_of("aliases") == ("B", "C")
    assert desk.ties("PARTNERS_WITH") == [("A", "Bee"), ("A", "Cee")]


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        ("A", "onder ‘x’ staan geen eigenschappen"),
        ("", "onder ‘x’ staan geen eigenschappen"),
        ("[{name: A}]", "onder ‘x’ staan geen eigenschappen"),
        ("{name: A, level: intern}", "public of internal"),
        ("{name: A, level: }", "public of internal"),
        ("{name: A, id: 5}", "‘5’ kan geen id zijn"),
        ("{name: A, id: 'a b'}", "kan geen id zijn"),
        ('{name: A, id: "initiative/a\\0"}', "kan geen id zijn"),
        ("{name: A, at: [[3]]}", "‘at’ is een getal"),
        ("{name: A, stated_on: ooit}", "is geen datum"),
    ],
)
def test_an_entry_of_which_nothing_is_sure_is_set_aside_whole(desk: Desk, entry: str, sentence: str) -> None:
    report = desk.document(f"initiatives:\n  x: {entry}\n  y: {{name: Y}}\n")
    assert sentence in sentences(report)
    assert (report.refused, report.used, desk.names("Initiative")) == (1, 1, ["Y"])
    assert report.quarantine is not None


def test_a_person_is_named_in_public_only_with_a_public_role(desk: Desk) -> None:
    report = desk.document("""
        people:
          a: {name: Anna Alders, public_role: wethouder, level: public}
          b: {name: Bea Blok, level: public}
          c: {name: Cor Coster, public_role: tafelleider}
          d: {name: {value: Dirk Drost, level: public}}
    """)
    assert desk.names("Person", PUBLIC) == ["Anna Alders", "persoon", "persoon", "tafelleider"]
    assert desk.names("Person") == ["Anna Alders", "Bea Blok", "Cor Coster", "Dirk Drost"]
    assert sentences(report).count("vraagt om een rol (public_role). De naam blijft intern") == 2


def test_no_problem_tells_the_name_of_a_person(desk: Desk) -> None:
    report = desk.document("""
        people: {a: {name: Anna Alders, public_role: [{}], member_of: b}, b: {name: Anna Alders, level: geheim}}
    """)
    assert report.problem_count == 3
    assert "Alders" not in sentences(report) + sentences(report, "en")


def test_the_level_of_an_area_is_what_sort_it_is(desk: Desk) -> None:
    report = desk.document(
        "areas: {a: {name: A, level: district}, b: {name: B, level: internal}, c: {name: C, level: x}}\n"
    )
    assert (desk.node("A").value("level"), desk.names("Area", PUBLIC)) == ("district", ["A", "C"])
    assert "‘x’ past niet bij soort gebied" in sentences(report)
