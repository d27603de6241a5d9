"""The snapshot in columns, and what changed since a revision."""

from __future__ import annotations

from graph.changes import Tie
from graph.schema.declaration import Level
from graph.store.answers import Change
from graph.store.questions import Role
from tests.contracts.build import City, person, says

A, B, AREA, TOPIC = "initiative/a", "initiative/b", "area/x", "topic/t"
TIE, PLACE = Tie.between("PARTNERS_WITH", A, B).id, Tie.between("ACTIVE_IN", A, AREA).id


def load_some(city: City) -> None:
    one = says("one", "2016").node(A, name="Anna", aliases=["Annie", "Ans"], members="40 person").node(B, name="Bert")
    one.node(AREA, name="Zuid").node("outcome/o", text="Begin klein.", research=True)
    city.load(one.tie("PARTNERS_WITH", B, A, status="active").tie("ACTIVE_IN", A, AREA).tie("NEEDS", A, TOPIC))


# ------------------------------------------------------------------------------------------------ snapshot


def test_a_snapshot_holds_nodes_and_relationships_in_columns_in_order_of_id(city: City) -> None:
    load_some(city)
    with city.view() as view:
        snapshot = view.snapshot()
    assert snapshot.nodes.ids == [AREA, A, B, "outcome/o"]
    assert snapshot.nodes.kinds == ["Area", "Initiative", "Initiative", "Outcome"]
    assert snapshot.nodes.names == ["Zuid", "Anna", "Bert", "Begin klein."]
    assert snapshot.relationships.ids == [PLACE, TIE], "the topic that is needed is no node"
    assert snapshot.relationships.types == ["ACTIVE_IN", "PARTNERS_WITH"]
    assert (snapshot.relationships.starts, snapshot.relationships.ends) == ([1, 1], [0, 2])


def test_a_snapshot_holds_the_values_asked_for(city: City) -> None:
    load_some(city)
    with city.view() as view:
        snapshot = view.snapshot(properties=("aliases", "members", "research"), relationship_properties=["status"])
        assert view.snapshot().nodes.values == {}
    assert snapshot.nodes.values == {
        "aliases": [None, ("Annie", "Ans"), None, None],
        "members": [None, "40 person", None, None],
        "research": [None, None, None, True],
    }
    assert snapshot.relationships.values == {"status": [None, "active"]}


def test_a_snapshot_of_some_kinds_and_types_has_nothing_between_it_and_others(city: City) -> None:
    load_some(city)
    with city.view() as view:
        of_kinds = view.snapshot(kinds=["Initiative"])
        of_types = view.snapshot(types=("ACTIVE_IN", "NEEDS"))
        nothing = view.snapshot(kinds=(), types=())
    assert (of_kinds.nodes.ids, of_kinds.relationships.ids) == ([A, B], [TIE])
    assert (of_kinds.relationships.starts, of_kinds.relationships.ends) == ([0], [1])
    assert (len(of_types.nodes.ids), of_types.relationships.ids) == (4, [PLACE])
    assert (nothing.nodes.ids, nothing.relationships.ids) == ([], [])


def test_a_snapshot_bears_its_revisions(city: City) -> None:
    with city.view() as view:
        empty = view.snapshot()
    assert (empty.revision, empty.structure_revision, empty.nodes.ids) == (0, 0, [])
    load_some(city)
    city.load(says("two").about(A, website="https://example.org"))
    with city.view() as view:
        snapshot = view.snapshot()
        assert (view.revision, view.structure_revision) == (snapshot.revision, snapshot.structure_revision) == (2, 1)


def test_a_snapshot_leaves_out_what_is_denied_merged_or_hidden(city: City) -> None:
    load_some(city)
    city.load(says("two", "2017").no_tie("ACTIVE_IN", A, AREA))
    city.load(says("list", None, Level.INTERNAL).node("initiative/c").tie("PARTNERS_WITH", "initiative/c", B))
    city.decide("x", person().same(B, A))
    with city.view() as public, city.view(Role.STAFF) as staff:
        assert (public.snapshot().nodes.ids, public.snapshot().relationships.ids) == ([AREA, A, "outcome/o"], [])
        assert staff.snapshot().nodes.ids == [AREA, A, "initiative/c", "outcome/o"]
        assert staff.snapshot().relationships.starts == [1]


# ------------------------------------------------------------------------------------------------ changes


def changes(city: City, since: int, role: Role = Role.PUBLIC) -> list[tuple[str, bool]]:
    with city.view(role) as view:
        answer = view.changes_since(since)
        assert (answer.revision, answer.resync) == (view.revision, False)
    return [(one.id, one.removed) for one in answer.items]


def test_what_changed_is_told_once_in_order_of_id(city: City) -> None:
    load_some(city)
    city.load(says("two").about(B, phase="idea"))
    city.load(says("three").about(B, phase="running").tie("PART_OF", A, B))
    part = Tie.between("PART_OF", A, B).id
    assert changes(city, 1) == [(B, False), (part, False)]
    assert changes(city, 3) == []
    assert [id_ for id_, _ in changes(city, 0)] == sorted([A, B, AREA, "outcome/o", TIE, PLACE, part])


def test_what_changes_nothing_that_one_reads_is_no_change(city: City) -> None:
    load_some(city)
    city.load(says("one", "2016").about(A, members="40 person"), scope="another file", adds=True)
    assert city.revision == 2
    assert changes(city, 1) == []
    assert city.node(A).revision == 1


def test_what_went_is_removed_and_what_came_back_is_changed(city: City) -> None:
    load = city.load(says("one").node(A).node(B).tie("PARTNERS_WITH", A, B))
    city.undo(load)
    assert changes(city, 1) == [(A, True), (B, True), (TIE, True)]
    city.load(says("one").node(A))
    assert changes(city, 1) == [(A, False), (B, True), (TIE, True)]
    assert changes(city, 2) == [(A, False)]


def test_a_merge_removes_the_merged_and_changes_the_canonical(city: City) -> None:
    city.load(
        says("one").node(A, name="Anna").node(B, name="Bert").tie("PART_OF", A, AREA).tie("PART_OF", B, AREA).node(AREA)
    )
    merge = city.decide("x", person().same(B, A))
    gone = Tie.between("PART_OF", B, AREA).id
    assert [one for one in changes(city, 1) if "tie" not in one[0]] == [(A, False), (B, True)]
    assert (gone, True) in changes(city, 1)
    city.undo(merge)
    assert [one for one in changes(city, 2) if one[0] in (A, B, gone)] == [(A, False), (B, False), (gone, False)]


def test_a_relationship_whose_end_is_hidden_is_no_change(city: City) -> None:
    city.load(says("list", None, Level.INTERNAL).node(B))
    city.load(says("one").node(A).tie("PARTNERS_WITH", A, B))
    assert changes(city, 0) == [(A, False)]
    assert changes(city, 0, Role.STAFF) == [(A, False), (B, False), (TIE, False)]


def test_a_relationship_that_goes_and_comes_with_its_end_is_told_by_the_end(city: City) -> None:
    city.load(says("one").node(A).tie("PARTNERS_WITH", A, B))
    load = city.load(says("two").node(B))
    assert changes(city, 1) == [(B, False)]
    city.undo(load)
    assert changes(city, 2) == [(B, True)]
    assert city.ties(A) == []


def test_a_revision_that_is_not_ours_asks_for_a_new_start(city: City) -> None:
    load_some(city)
    with city.view() as view:
        for revision in (-1, 2, 99):
            answer = view.changes_since(revision)
            assert (answer.resync, answer.items, answer.revision) == (True, (), 1)


def test_more_changes_than_one_wants_ask_for_a_new_start(city: City) -> None:
    load_some(city)
    with city.view() as view:
        assert view.changes_since(0, most=5).resync
        answer = view.changes_since(0, most=6)
    assert (answer.resync, len(answer.items)) == (False, 6)
    assert answer.items[0] == Change(AREA, removed=False)
