"""Which thing is it: by declared id, the source's own number, a key, then name and kind; else new, or in doubt."""

from __future__ import annotations

from graph.ingest.resolve import own_number
from tests.graph.ingest.desk import Desk, sentences

HEAD = "wijkweb: mapping\nsource: {id: source/lijst, name: Lijst, published_on: 2025-12-01}\n"

AREAS = """nodes:
  i: {kind: Initiative, name: Naam}
  d: {kind: Area, called: Wijk}
  m: {kind: Area, level: {value: municipality}, called: Gemeente}
relationships:
  - {type: ACTIVE_IN, from: i, to: d}
  - {type: PART_OF, from: d, to: m}
"""


def other(desk: Desk, entries: str) -> None:
    """Load what another source says."""
    head = "wijkweb: document\nsource: {id: source/ander, name: Ander, published_on: 2024-01-01}\n"
    desk.load("ander.yaml", head + entries)


def test_a_declared_id_goes_before_all(desk: Desk) -> None:
    other(desk, "initiatives: {a: {name: De Kas}}\n")
    desk.document("initiatives: {a: {id: initiative/kas-zuid, name: De Kas}, b: {id: initiative/de-kas, name: Kas}}\n")
    assert {node.id for node in desk.nodes("Initiative")} == {"initiative/de-kas", "initiative/kas-zuid"}
    assert len(desk.said("initiative/de-kas", "name")) == 2


def test_the_number_of_the_source_itself_survives_a_new_name(desk: Desk) -> None:
    mapping = HEAD + "nodes: {i: {kind: Initiative, name: Naam, key: Nr}}\n"
    desk.table("Nr;Naam\n7;De Kas\n", mapping)
    desk.table("Nr;Naam\n7;De Nieuwe Kas\n", mapping)
    (node,) = desk.nodes("Initiative")
    assert (node.id, node.name) == ("initiative/de-kas", "De Nieuwe Kas")
    assert own_number("source/lijst", "7") == "source/lijst#7"


def test_a_number_means_nothing_to_another_source(desk: Desk) -> None:
    mapping = HEAD + "nodes: {i: {kind: Initiative, name: Naam, key: Nr}}\n"
    desk.table("Nr;Naam\n7;De Kas\n", mapping)
    desk.table("Nr;Naam\n7;De Bus\n", mapping.replace("source/lijst", "source/tweede"))
    assert desk.names("Initiative") == ["De Bus", "De Kas"]


def test_a_key_goes_before_a_name(desk: Desk) -> None:
    other(desk, "initiatives: {a: {name: De Kas, kvk_number: '12345678'}, b: {name: Kas Zuid}}\n")
    desk.document("initiatives: {a: {name: Kas Zuid, kvk_number: '12345678'}}\n")
    assert {node.id for node in desk.nodes("Initiative")} == {"initiative/de-kas", "initiative/kas-zuid"}
    assert {one.claim.value for one in desk.said("initiative/de-kas", "name")} == {"De Kas", "Kas Zuid"}


def test_a_name_is_compared_without_capitals_and_accents_and_within_its_kind(desk: Desk) -> None:
    other(desk, "initiatives: {a: {name: Café Zuid, called: De Kantine}}\nareas: {b: {name: De Kas}}\n")
    desk.document("initiatives: {a: {name: CAFE ZUID}, b: {called: de kantine}, c: {name: De Kas}}\n")
    assert {node.id for node in desk.nodes("Initiative")} == {"initiative/cafe-zuid", "initiative/de-kas"}
    assert desk.names("Area") == ["De Kas"]


def test_namesakes_are_told_apart_by_what_their_kind_says(desk: Desk) -> None:
    other(desk, "areas: {a: {name: Zuid, level: borough}, b: {name: Zuid, level: district}}\n")
    desk.document("areas: {a: {name: Zuid, level: district, population: 5}, b: {name: Zuid, level: place}}\n")
    found = {node.id: (node.value("level"), node.value("population")) for node in desk.nodes("Area")}
    assert sorted(map(str, found.values())) == ["('borough', None)", "('district', '5 inhabitant')", "('place', None)"]


def test_every_town_has_a_centre_of_its_own(desk: Desk) -> None:
    towns = "a: {name: Aalst, level: municipality}, b: {name: Zeist, level: municipality}"
    centres = "c: {name: Centrum, part_of: {to: a}}, d: {name: Centrum, part_of: {to: b}}"
    other(desk, f"areas: {{{towns}, {centres}}}\n")
    again = "z: {name: zeist, level: municipality}, y: {name: Centrum, part_of: {to: z}, population: 5}"
    desk.document(f"areas: {{{again}}}\n")
    found = {node.id: node.value("population") for node in desk.nodes("Area") if node.name == "Centrum"}
    assert found == {"area/centrum": None, "area/centrum-2": "5 inhabitant"}


def test_an_area_of_which_no_town_is_said_is_in_doubt_where_two_have_one(desk: Desk) -> None:
    areas = "a: {name: Aalst, level: municipality}, c: {name: Centrum, part_of: {to: a}}"
    other(desk, f"areas: {{{areas}}}\n")
    report = desk.table("Naam;Wijk;Gemeente\nTuin;Centrum;Zeist\nKas;Centrum;\n", HEAD + AREAS)
    assert len([name for name in desk.names("Area") if name == "Centrum"]) == 2
    assert "rij 3: ‘Centrum’ kan meer dan één zijn" in sentences(report)


def test_an_ambiguous_main_thing_waits_in_quarantine(desk: Desk) -> None:
    other(desk, "areas: {a: {name: Zuid, level: borough}, b: {name: Zuid, level: district}}\n")
    report = desk.document("areas: {a: {name: Zuid, population: 5}, b: {name: Noord}}\n")
    assert (report.doubtful, report.used, desk.names("Area")) == (1, 1, ["Noord", "Zuid", "Zuid"])
    assert "‘Zuid’ kan meer dan één zijn: area/zuid, area/zuid-2. Zeg welke" in sentences(report)
    assert report.quarantine is not None


def test_an_ambiguous_reference_is_kept_out_and_the_row_is_used(desk: Desk) -> None:
    other(desk, "areas: {a: {name: Zuid, level: borough}, b: {name: Zuid, level: district}}\n")
    mapping = HEAD + (
        "nodes: {i: {kind: Initiative, name: Naam}, w: {kind: Area, called: Wijk}}\n"
        "relationships: [{type: ACTIVE_IN, from: i, to: w}]\n"
    )
    report = desk.table("Naam;Wijk\nDe Kas;Zuid\n", mapping)
    assert (report.used, report.doubtful, desk.ties("ACTIVE_IN")) == (1, 0, [])
    assert "‘Zuid’ kan meer dan één zijn" in sentences(report)


def test_two_people_of_one_name_are_one_unless_their_roles_differ(desk: Desk) -> None:
    other(desk, "people: {a: {name: Anna Alders, public_role: wethouder}}\n")
    desk.document("people: {a: {name: Anna Alders, public_role: huisarts}, b: {name: anna alders}}\n")
    assert sorted(str(node.value("public_role")) for node in desk.nodes("Person")) == ["huisarts", "wethouder"]


def test_no_doubt_tells_the_name_of_a_person(desk: Desk) -> None:
    other(desk, "people: {a: {name: Anna Alders, public_role: wethouder}, b: {name: Anna Alders, public_role: arts}}\n")
    report = desk.document("people: {a: {name: Anna Alders}}\n")
    assert report.doubtful == 1
    assert "Alders" not in sentences(report) + sentences(report, "en")


def test_what_is_not_named_is_never_taken_for_another(desk: Desk) -> None:
    other(desk, "initiatives: {a: {members: 5}, b: {members: 5}}\n")
    desk.document("initiatives: {a: {members: 5}}\n")
    assert [node.name for node in desk.nodes("Initiative")] == ["naam niet genoemd"] * 3


def test_ids_are_minted_once_and_never_tell_a_person(desk: Desk) -> None:
    desk.document("initiatives: {a: {name: Anna's Gedoe}, b: {name: '!!!'}}\npeople: {p: {name: Anna Alders}}\n")
    assert {"initiative/annas-gedoe"} < {node.id for node in desk.nodes("Initiative")}
    (person,) = desk.nodes("Person")
    assert "anna" not in person.id
