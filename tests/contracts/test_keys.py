"""Keys: finding a thing by its names and numbers, at every level, and which ids are taken. For the resolver."""

from __future__ import annotations

from graph.schema.declaration import Level
from graph.store.answers import Known
from graph.store.questions import Role
from tests.contracts.build import City, person, says

A, B, C = "initiative/a", "initiative/b", "initiative/c"


def test_a_thing_is_found_by_its_names_as_they_are_compared(city: City) -> None:
    city.load(says("one").node(A, name="Anna’s Gedoe", aliases="Bij ANNA!").node("topic/t", resident_labels="plek"))
    keys = [("name", "annas gedoe"), ("name", "bij anna"), ("name", "plek"), ("name", "anna"), ("name", "Anna’s Gedoe")]
    found = city.store.find_by_key(keys)
    assert found == {
        keys[0]: [Known(A, A, "Initiative")], keys[1]: [Known(A, A, "Initiative")],
        keys[2]: [Known("topic/t", "topic/t", "Topic")],
    }  # fmt: skip
    assert city.store.find_by_key([]) == {}


def test_a_thing_is_found_by_its_numbers_and_web_address(city: City) -> None:
    one = says("one").node(A, kvk_number="12 34.56 78", website="https://www.Anna.example.org/over/")
    city.load(one.node("area/x", cbs_code="WK051838"))
    keys = [
        ("kvk_number", "12345678"),
        ("website", "anna.example.org/over"),
        ("cbs_code", "wk051838"),
        ("rsin", "12345678"),
    ]
    assert [[known.id for known in city.store.find_by_key([key]).get(key, [])] for key in keys] == [
        [A],
        [A],
        ["area/x"],
        [],
    ]


def test_several_things_may_share_a_key_in_order_of_id(city: City) -> None:
    city.load(says("one").node(B, name="Bouwlust").node(A, aliases="bouwlust").node("area/x", name="Bouwlust"))
    found = city.store.find_by_key([("name", "bouwlust")])[("name", "bouwlust")]
    assert [known.id for known in found] == ["area/x", A, B]
    assert [known.kind for known in found] == ["Area", "Initiative", "Initiative"]


def test_keys_of_every_level_and_of_every_live_claim_lead_somewhere(city: City) -> None:
    city.load(says("one", "2015").node(A, name="Oude naam"))
    city.load(says("list", "2016", Level.INTERNAL).about(A, name="Nieuwe naam"))
    city.load(says("two", "2017").about(A, name="Verkeerd", denied=True))
    keys = [("name", "oude naam"), ("name", "nieuwe naam"), ("name", "verkeerd")]
    assert set(city.store.find_by_key(keys)) == set(keys[:2])


def test_a_key_goes_with_the_last_claim_that_holds_it(city: City) -> None:
    one = city.load(says("one").node(A, name="Anna"))
    two = city.load(says("two").node(A, name="ANNA"))
    city.undo(one)
    assert city.store.find_by_key([("name", "anna")])[("name", "anna")] == [Known(A, A, "Initiative")]
    city.undo(two)
    assert city.store.find_by_key([("name", "anna")]) == {}


def test_a_replaced_version_leaves_no_keys_until_it_counts_again(city: City) -> None:
    city.load(says("one").node(A, name="Anna"))
    new = city.load(says("one").node(A, name="Bij Anna"))
    assert city.store.find_by_key([("name", "anna")]) == {}
    city.undo(new)
    assert set(city.store.find_by_key([("name", "anna"), ("name", "bij anna")])) == {("name", "anna")}


def test_a_merged_thing_is_found_with_its_canonical_id(city: City) -> None:
    city.load(says("one").node(A, name="Anna").node(B, name="Bert"))
    city.decide("x", person().same(A, B))
    assert city.store.find_by_key([("name", "anna")])[("name", "anna")] == [Known(A, B, "Initiative")]
    assert city.store.existing([A, B]) == {A: Known(A, B, "Initiative"), B: Known(B, B, "Initiative")}


def test_ids_are_taken_whoever_may_see_them_and_relationships_are_no_nodes(city: City) -> None:
    city.load(says("one", None, Level.INTERNAL).node(A).node(B).tie("PARTNERS_WITH", A, B))
    tie = city.ties(A, Role.STAFF)[0].id
    assert city.store.existing([A, C, tie]) == {A: Known(A, A, "Initiative")}


def test_an_id_that_only_a_merge_knows_is_taken_too(city: City) -> None:
    city.load(says("one").node(A).node(B))
    city.decide("x", person().same(A, "initiative/z"))
    city.decide("y", person().same(A, B))
    city.decide("z", person().same("initiative/only", C))
    found = city.store.existing(["initiative/z", "initiative/only", C, "initiative/none"])
    assert found == {
        "initiative/z": Known("initiative/z", B, ""),
        "initiative/only": Known("initiative/only", C, ""),
        C: Known(C, C, ""),
    }


def test_the_kind_is_the_one_that_most_say_the_first_by_name_where_several_do(city: City) -> None:
    city.load(says("one").node(A, kind="Organisation").node(B, kind="Programme"))
    city.load(says("two").node(A).node(B, kind="Organisation"))
    assert city.store.existing([A, B]) == {A: Known(A, A, "Initiative"), B: Known(B, B, "Organisation")}
    city.load(says("three").node(A, kind="Organisation"))
    assert city.store.existing([A])[A].kind == "Organisation"
