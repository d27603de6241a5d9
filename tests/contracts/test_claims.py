"""Claims: what makes two of them one, which loads attest them, and what is withdrawn with which load."""

from __future__ import annotations

from typing import Any

import pytest

from graph.changes import ChangeSet
from graph.claims import Attestation, Claim, Modality, place
from graph.errors import InputError, UnknownIdError
from graph.schema.declaration import Level
from graph.store.loads import LoadState
from graph.store.questions import Role
from tests.contracts.build import City, says

A, B = "initiative/a", "initiative/b"
BASE = Claim(A, "summary", "Soep voor de buurt.", "source/one", "2016")


def state(city: City, *claims: Claim, **order: Any) -> None:
    said = says("one").node(A)
    for claim in claims:
        said.changes.state(claim)
    city.load(said, **order)


@pytest.mark.parametrize(
    "part",
    [{"property": "name"}, {"value": "Soep."}, {"source": "source/two"}, {"stated_on": "2017"}, {"stated_on": None},
     {"level": Level.INTERNAL}, {"language": "en"}, {"denied": True}],
    ids=lambda part: f"{part}",
)  # fmt: skip
def test_claims_that_differ_in_one_part_are_two(city: City, part: dict[str, Any]) -> None:
    state(city, BASE, BASE._replace(**part))
    found = [one.claim for one in city.statements(A, role=Role.STAFF) if one.claim.property != "kind"]
    assert set(found) == {BASE, BASE._replace(**part)}
    assert len(found) == 2


def test_a_claim_stays_with_the_id_that_it_was_stated_for(city: City) -> None:
    state(city, BASE, BASE._replace(thing=B))
    city.load(says("two").node(B))
    assert [one.claim.thing for one in city.statements(A, "summary")] == [A]
    assert [one.claim.thing for one in city.statements(B, "summary")] == [B]


def test_said_in_two_places_is_one_claim_with_both(city: City) -> None:
    here, there = place(row=10, column="Naam"), place(row=2, column="Naam")
    city.load(says("list", at=(here,)).node(A, name="Anna"), says("list", at=(there,)).node(A, name="Anna"))
    (statement,) = city.statements(A, "name")
    assert statement.places == (there, here)
    assert statement.total == 2


def test_of_many_places_the_first_twenty_stay_and_all_are_counted(city: City) -> None:
    city.load(*[says("list", at=(place(row=row),)).node(A, name="Anna") for row in range(30, 0, -1)])
    (statement,) = city.statements(A, "name")
    assert statement.places == tuple(place(row=row) for row in range(1, 21))
    assert statement.total == 30


def test_the_firmest_modality_of_the_loads_that_attest_it_counts(city: City) -> None:
    city.load(says("list", modality=Modality.PLANNED).node(A, phase="running"), scope="plan")
    assert city.node(A).reading.modalities["phase"] == "planned"
    stated = city.load(says("list").node(A, phase="running"), scope="report")
    assert "phase" not in city.node(A).reading.modalities
    assert city.statements(A, "phase")[0].modality is Modality.STATED
    city.undo(stated)
    assert city.node(A).reading.modalities["phase"] == "planned"


def test_the_same_file_again_makes_no_commit(city: City) -> None:
    first = city.load(says("list").node(A, name="Anna").tie("PARTNERS_WITH", A, B))
    assert city.load(says("list").node(A, name="Anna").tie("PARTNERS_WITH", A, B)) == first
    assert city.revision == 1
    assert [load.number for load in city.store.loads()] == [1]


def test_two_loads_that_say_one_thing_attest_one_claim(city: City) -> None:
    one = city.load(says("list").node(A, name="Anna"), scope="spring")
    two = city.load(says("list").node(A, name="Anna"), scope="autumn")
    (statement,) = city.statements(A, "name")
    assert statement.loads == (one.number, two.number)
    assert city.node(A).revision == 1, "the second load changes nothing that one reads"


@pytest.mark.parametrize("first", [0, 1])
def test_undo_of_either_load_leaves_the_word_of_the_other(city: City, first: int) -> None:
    loads = [city.load(says("list").node(A, name="Anna").node(B), scope=scope) for scope in ("spring", "autumn")]
    assert city.undo(loads[first]).state is LoadState.UNDONE
    assert city.statements(A, "name")[0].loads == (loads[1 - first].number,)
    city.undo(loads[1 - first])
    assert not city.sees(A)
    assert not city.sees(B)


def test_a_new_version_withdraws_what_it_no_longer_says(city: City) -> None:
    city.load(says("list").node(A, name="Anna", phase="idea").node(B, name="Bert"))
    city.load(says("list").node(A, name="Anna", phase="running"))
    assert city.value(A, "phase") == "running"
    assert [one.claim.value for one in city.statements(A, "phase")] == ["running"]
    assert not city.sees(B)


def test_a_file_that_adds_withdraws_nothing(city: City) -> None:
    city.load(says("list").node(A, name="Anna"))
    city.load(says("list").node(B, name="Bert"), adds=True)
    assert (city.sees(A), city.sees(B)) == (True, True)
    city.load(says("list").node(A, name="Anna", phase="idea"))
    assert (city.sees(A), city.sees(B)) == (True, False), "a newer version replaces what was added to the older"


def test_versions_of_one_source_leave_other_sources_alone(city: City) -> None:
    city.load(says("list").node(A, phase="idea"))
    city.load(says("report").node(A, phase="idea"))
    city.load(says("list").node(B))
    assert [one.claim.source for one in city.statements(A, "phase")] == ["source/report"]


def test_undo_of_a_version_brings_the_one_before_it_back(city: City) -> None:
    city.load(says("list").node(A, phase="idea"))
    second = city.load(says("list").node(A, phase="running"))
    third = city.load(says("list").node(B))
    city.undo(second)
    assert not city.sees(A), "the third version replaced both"
    city.undo(third)
    assert city.value(A, "phase") == "idea"


def test_a_fingerprint_that_was_replaced_or_undone_is_loaded_anew(city: City) -> None:
    old, new = says("list").node(A, phase="idea"), says("list").node(A, phase="running")
    city.load(old)
    second = city.load(new)
    again = city.load(old)
    assert again.number == 3
    assert city.value(A, "phase") == "idea"
    city.undo(again)
    city.undo(second)
    assert city.load(old).number == 1, "the first counts again and says exactly this"


def test_undo_twice_is_undone_once_and_an_unknown_load_is_refused(city: City) -> None:
    load = city.load(says("list").node(A))
    assert city.undo(city.undo(load)).state is LoadState.UNDONE
    assert city.revision == 2
    with pytest.raises(UnknownIdError, match="42"):
        city.store.undo(42, actor="admin", reason="")


def test_every_act_is_in_the_audit_with_actor_and_reason(city: City) -> None:
    load = city.load(says("list").node(A), actor="staff", reason="monthly")
    city.undo(load)
    acts = [document for _, document in city.store.records.list("audit")]
    assert [(act["act"], act["actor"], act["reason"]) for act in acts] == [
        ("begin", "staff", "monthly"), ("complete", "staff", "monthly"), ("undo", "admin", "a mistake"),
    ]  # fmt: skip


def test_a_load_tells_its_order_state_and_number_newest_first(city: City) -> None:
    first = city.load(says("list").node(A), title="lijst.csv", published_on="2016-05")
    second = city.start(says("report").node(B))
    assert city.store.loads() == [second, first]
    assert (first.state, second.state) == (LoadState.COMPLETE, LoadState.RUNNING)
    assert (first.order.title, first.order.published_on) == ("lijst.csv", "2016-05")


def test_preview_tells_what_a_load_would_change_and_writes_nothing(city: City) -> None:
    city.load(says("list").node(A, name="Anna"))
    said = says("report").node(A, name="Anna").node(B)
    commit = city.store.preview(said.changes)
    assert commit is not None
    assert (set(commit.added), commit.withdrawn, commit.things) == (set(said.changes.claims), (), (A, B))
    assert (city.revision, city.sees(B), len(city.store.loads())) == (1, False, 1)
    assert city.store.preview(ChangeSet()) is None


def test_a_source_may_not_have_appeared_on_a_day_that_does_not_exist(city: City) -> None:
    with pytest.raises(InputError, match="2016-02-31"):
        city.start(says("list").node(A), published_on="2016-02-31")
    assert city.store.loads() == []


def test_claims_keep_their_attestation_to_the_letter(city: City) -> None:
    said = says("list").node(A)
    said.changes.state(BASE._replace(source="source/list"), Attestation(Modality.EXPECTED, (place(page=3),), 5))
    load = city.load(said)
    (statement,) = city.statements(A, "summary")
    assert (statement.modality, statement.places, statement.total) == (Modality.EXPECTED, ("page=3",), 5)
    assert (statement.loads, statement.counts) == ((load.number,), True)
