"""What people decide: corrections stand above files until they are taken back; merges and splits lose nothing."""

from __future__ import annotations

from itertools import permutations

import pytest

from graph.changes import Tie
from graph.claims import PEOPLE
from graph.store.loads import LoadKind, LoadState
from graph.store.questions import Direction, NodeFilter, RelationshipFilter, Role
from tests.contracts.build import City, person, picture, says
from tests.contracts.conftest import Stores

A, B, C, D = "initiative/a", "initiative/b", "initiative/c", "initiative/d"
AREA = "area/x"


def tie_id(type_: str, start: str, end: str) -> str:
    return Tie.between(type_, start, end).id


# ------------------------------------------------------------------------------------------------ corrections


def test_a_correction_stands_above_files_of_any_date(city: City) -> None:
    city.load(says("one", "2016").node(A, phase="idea"))
    city.decide("phase of a", person("2016-01").about(A, phase="rooted"))
    city.load(says("two", "2019").node(A, phase="ended"))
    assert city.value(A, "phase") == "rooted"
    found = [(one.claim.source, one.claim.value) for one in city.statements(A, "phase")]
    assert found == [(PEOPLE, "rooted"), ("source/two", "ended"), ("source/one", "idea")]


def test_a_second_correction_replaces_the_first_and_undoing_it_brings_that_back(city: City) -> None:
    city.load(says("one").node(A, phase="idea"))
    first = city.decide("phase of a", person().about(A, phase="running"))
    second = city.decide("phase of a", person().about(A, phase="rooted"))
    assert city.value(A, "phase") == "rooted"
    assert [one.claim.value for one in city.statements(A, "phase")] == ["rooted", "idea"]
    city.undo(second)
    assert city.value(A, "phase") == "running"
    city.undo(first)
    assert city.value(A, "phase") == "idea"


def test_corrections_on_different_things_do_not_replace_each_other(city: City) -> None:
    city.load(says("one").node(A, phase="idea", name="Anna"))
    city.decide("phase of a", person().about(A, phase="running"))
    city.decide("name of a", person().about(A, name="Ans"))
    assert (city.value(A, "phase"), city.value(A, "name")) == ("running", "Ans")


def test_a_person_may_deny_what_a_file_says(city: City) -> None:
    city.load(says("one", "2019").node(A, phase="idea", aliases=["Ans", "Annie"]).node(B).tie("PARTNERS_WITH", A, B))
    city.decide("x", person().about(A, denied=True, aliases="Ans").none(A, "phase").no_tie("PARTNERS_WITH", A, B))
    assert (city.value(A, "phase"), city.value(A, "aliases")) == (None, ("Annie",))
    assert city.ties(A) == []


def test_a_decision_is_a_load_of_its_own_kind_complete_at_once(city: City) -> None:
    city.load(says("one").node(A))
    load = city.decide("phase of a", person().about(A, phase="running"), reason="Gebeld.")
    assert (load.state, load.order.kind, load.order.scope) == (LoadState.COMPLETE, LoadKind.DECISION, "phase of a")
    assert city.statements(A, "phase")[0].loads == (load.number,)
    audit = [document for _, document in city.store.records.list("audit")][-1]
    assert (audit["act"], audit["actor"], audit["reason"]) == ("decide", "staff", "Gebeld.")


def test_a_decision_replaces_in_one_commit(city: City) -> None:
    city.load(says("one").node(A))
    city.decide("phase of a", person().about(A, phase="running"))
    city.decide("phase of a", person().none(A, "phase"))
    with city.view(Role.STAFF) as view:
        newest = view.history(A)[0]
    assert (newest.revision, city.revision) == (3, 3)
    assert [claim.value for claim in newest.added] == [None]
    assert [claim.value for claim in newest.withdrawn] == ["running"]


# ------------------------------------------------------------------------------------------------ merges


@pytest.fixture
def merged(city: City) -> City:
    """Give a city where a was found to be b; both work in an area, with c, and with each other."""
    one = says("one", "2015").node(A, name="Anna", phase="idea", website="https://anna.example.org")
    one.node(AREA, name="Wijk").tie("ACTIVE_IN", A, AREA, since="2015")
    city.load(one.tie("PARTNERS_WITH", A, C).tie("PARTNERS_WITH", A, B))
    two = says("two", "2016").node(B, name="Bij Anna", phase="running").node(C, name="Cor")
    city.load(two.tie("PARTNERS_WITH", B, C))
    city.decide("a", person().same(A, B))
    return city


def test_a_merged_id_answers_as_the_canonical_one(merged: City) -> None:
    with merged.view() as view:
        one, other = view.nodes([A, B])
        assert one == other
        assert one is not None
        assert (one.id, one.former_ids, one.name) == (B, (A,), "Bij Anna")
        assert view.count(NodeFilter(kinds=("Initiative",))) == 2


def test_what_both_said_is_read_together_by_the_same_rules(merged: City) -> None:
    assert merged.value(A, "phase") == "running"
    assert merged.value(B, "website") == "https://anna.example.org"
    assert merged.value(B, "aliases") == ("Anna",)
    assert [(one.claim.thing, one.claim.value) for one in merged.statements(A, "phase")] == [
        (B, "running"),
        (A, "idea"),
    ]


def test_relationships_follow_and_those_between_the_two_vanish(merged: City) -> None:
    found = {(tie.type, tie.start, tie.end) for tie in merged.ties(A)}
    assert found == {("ACTIVE_IN", B, AREA), ("PARTNERS_WITH", B, C)}
    with merged.view() as view:
        assert view.relationships_by_id([tie_id("PARTNERS_WITH", A, B)]) == [None]
        one, other = view.relationships_by_id([tie_id("PARTNERS_WITH", A, C), tie_id("PARTNERS_WITH", B, C)])
    assert one is not None
    assert (one, one.id) == (other, tie_id("PARTNERS_WITH", B, C))
    assert one.reading.sources == ("source/one", "source/two")


def test_statements_and_history_of_a_merged_thing_are_those_of_all(merged: City) -> None:
    with merged.view(Role.STAFF) as view:
        assert view.statements([A])[A] == view.statements([B])[B]
        assert [commit.revision for commit in view.history(A)] == [3, 2, 1]
        assert {claim.thing for commit in view.history(B) for claim in commit.added} == {A, B}
        tie = view.statements([tie_id("PARTNERS_WITH", A, C)])[tie_id("PARTNERS_WITH", A, C)]
    assert {one.claim.source for one in tie} == {"source/one", "source/two"}


def test_a_merged_id_may_stand_in_every_argument(merged: City) -> None:
    with merged.view() as view:
        assert [node.id for node in view.find(NodeFilter(ids=(A,))).items] == [B]
        partners = NodeFilter(related=(RelationshipFilter(types=("PARTNERS_WITH",), others=(A,)),))
        assert [node.id for node in view.find(partners).items] == [C]
        assert [node.id for node in view.find(NodeFilter(without=NodeFilter(ids=(A, AREA)))).items] == [C]
        assert view.adjacency([A, C], RelationshipFilter(others=(A, AREA))) == {A: [AREA], C: [B]}
        assert view.relationship_counts([A, B]) == {A: 2, B: 2}
        assert view.find(NodeFilter(), first=1, after=A) == view.find(NodeFilter(), first=1, after=B)


def test_a_merged_relationship_is_a_cursor_too(merged: City) -> None:
    with merged.view() as view:
        page = view.relationships([A], first=1)[A]
        assert (page.items[0].id, page.more) == (tie_id("PARTNERS_WITH", B, C), True)
        rest = view.relationships([A], first=5, after=tie_id("PARTNERS_WITH", A, C))[A]
    assert [tie.type for tie in rest.items] == ["ACTIVE_IN"]


def test_a_merged_source_and_area_are_found_by_either_id(city: City) -> None:
    city.load(says("one").node(A).node("source/one", name="Lijst").tie("ACTIVE_IN", A, AREA))
    city.load(says("two").node("source/two", name="De lijst").node(AREA).node("area/y"))
    city.decide("s", person().same("source/one", "source/two").same(AREA, "area/y"))
    with city.view() as view:
        for source in ("source/one", "source/two"):
            assert A in [node.id for node in view.find(NodeFilter(sources=(source,))).items]
            assert A in [one.claim.thing for one in view.statements_of_source(source).items]
        for area in (AREA, "area/y"):
            assert {node.id for node in view.find(NodeFilter(within=(area,))).items} == {A, "area/y"}


def test_a_split_gives_each_its_own_back(merged: City) -> None:
    merged.decide("a", person().not_same(A, B))
    assert (merged.node(A).name, merged.node(A).former_ids) == ("Anna", ())
    assert (merged.node(B).name, merged.value(B, "aliases")) == ("Bij Anna", None)
    found = {(tie.type, tie.start, tie.end) for tie in (*merged.ties(A), *merged.ties(B))}
    assert found == {("ACTIVE_IN", A, AREA), ("PARTNERS_WITH", A, C), ("PARTNERS_WITH", B, C), ("PARTNERS_WITH", A, B)}


def test_undoing_a_merge_leaves_what_was_before_it(stores: Stores) -> None:
    city = City(stores.fresh())
    city.load(says("one").node(A, name="A").node(B, name="B").tie("PARTNERS_WITH", A, B).tie("PART_OF", A, B))
    city.load(says("two").tie("PARTNERS_WITH", A, C).tie("PARTNERS_WITH", B, C).node(C))
    before = picture(city.store)
    merge = city.decide("a", person().same(A, B))
    assert picture(city.store) != before
    city.undo(merge)
    assert picture(city.store) == before


@pytest.mark.parametrize("id_", [A, B])
def test_a_merge_holds_for_what_is_loaded_later_under_either_id(merged: City, id_: str) -> None:
    merged.load(
        says("three", "2018").about(id_, phase="rooted").tie("PART_OF", id_, D).node(D).tie("PARTNERS_WITH", id_, D)
    )
    assert merged.value(A, "phase") == "rooted"
    assert {tie.other(B) for tie in merged.ties(B, types=("PART_OF", "PARTNERS_WITH"))} == {C, D}
    merged.decide("a", person().not_same(A, B))
    assert merged.value(id_, "phase") == "rooted"
    assert {tie.other(id_) for tie in merged.ties(id_, types=("PART_OF",))} == {D}


def _merge_of_four(city: City, steps: list[str]) -> None:
    files = {name: says(f"f{name}").node(f"initiative/{name}", name=name) for name in "abcd"}
    files["a"].tie("PARTNERS_WITH", A, D)
    files["c"].tie("PARTNERS_WITH", C, D)
    merges = {"ab": (A, B), "ac": (A, C), "cd": (D, C)}
    for step in steps:
        if step in files:
            city.load(files[step])
        else:
            city.decide(step, person().same(*merges[step]))


def test_the_canonical_id_does_not_depend_on_the_order_of_merges_and_loads(stores: Stores) -> None:
    expected = None
    for order in list(permutations(["a", "b", "c", "d", "ab", "ac", "cd"]))[::420]:
        city = City(stores.fresh())
        _merge_of_four(city, list(order))
        assert city.node(D).id == B, f"b and c point to no other, b is the smaller: {order}"
        expected = expected or picture(city.store)
        assert picture(city.store) == expected


def test_a_merge_in_a_circle_has_the_smallest_id(city: City) -> None:
    city.load(says("one").node(A, name="A").node(B, name="B").node(C, name="C"))
    city.decide("x", person().same(C, B))
    city.decide("y", person().same(B, A))
    city.decide("z", person().same(A, C))
    assert (city.node(C).id, city.node(C).former_ids) == (A, (B, C))


def test_a_file_may_say_same_too_and_a_person_may_deny_it(city: City) -> None:
    load = city.load(says("one", "2019").node(A, name="A").node(B, name="B").same(A, B))
    assert city.node(A).id == B
    split = city.decide("x", person("2016").not_same(A, B))
    assert (city.node(A).id, city.node(B).id) == (A, B)
    city.undo(split)
    assert city.node(A).id == B
    city.undo(load)
    assert not city.sees(A)


def test_what_was_merged_with_something_unloaded_finds_it_when_it_comes_again(city: City) -> None:
    city.load(says("one").node(A, name="A").node(B, name="B"))
    other = city.load(says("two").node(C, name="C").tie("PARTNERS_WITH", C, D).node(D))
    city.decide("x", person().same(A, B))
    city.decide("y", person().same(A, C))
    city.undo(other)
    assert city.node(C).id == B, "a merged id keeps answering"
    city.load(says("two").node(C, name="C again").tie("PARTNERS_WITH", C, D).node(D))
    assert (city.node(C).id, city.node(B).name, city.value(B, "aliases")) == (B, "C again", ("A", "B"))
    assert [tie.id for tie in city.ties(B)] == [tie_id("PARTNERS_WITH", C, D)]


def test_a_relationship_that_goes_leaves_the_merged_one_under_its_own_id(city: City) -> None:
    city.load(says("one").node(A).node(B).node(C).tie("PARTNERS_WITH", A, C))
    load = city.load(says("two").tie("PARTNERS_WITH", B, C))
    city.decide("x", person().same(A, B))
    assert [tie.id for tie in city.ties(B)] == [tie_id("PARTNERS_WITH", B, C)]
    city.undo(load)
    assert [tie.id for tie in city.ties(B)] == [tie_id("PARTNERS_WITH", A, C)]
    assert city.ties(B)[0].start == B


def test_what_is_said_of_a_relationship_is_kept_until_somebody_says_that_it_exists(city: City) -> None:
    tie = Tie.between("PARTNERS_WITH", A, C)
    city.load(says("base").node(A).node(B).node(C))
    city.decide("note", person().about(tie, note="Eens per jaar."))
    city.decide("x", person().same(A, B))
    assert city.ties(B) == []
    city.load(says("two").tie("PARTNERS_WITH", B, C))
    (found,) = city.ties(B)
    assert found.value("note") == "Eens per jaar."


def test_merged_things_keep_kinds_apart_by_the_rule_of_kind(city: City) -> None:
    city.load(says("one", "2015").node(A, kind="Initiative"))
    city.load(says("two", "2016").node(B, kind="Organisation"))
    city.decide("x", person().same(B, A))
    assert (city.node(A).id, city.node(A).kind) == (A, "Organisation")
    with city.view() as view:
        assert view.facets(NodeFilter(), "kind") == [("Organisation", 1)]


def test_a_directed_relationship_between_merged_ends_keeps_its_direction(city: City) -> None:
    city.load(says("one").node(C).node(A).tie("PART_OF", C, A).node(B))
    city.decide("x", person().same(A, B))
    (tie,) = city.ties(C)
    assert (tie.start, tie.end) == (C, B)
    assert city.ties(B, direction=Direction.IN) == [tie]
    assert city.ties(B, direction=Direction.OUT) == []
