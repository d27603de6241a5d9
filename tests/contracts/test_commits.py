"""Commits: whole or not at all, bounded, valid alone; loads that are cut off and go on; revisions and history."""

from __future__ import annotations

import pytest

from graph.changes import MOST_CHANGES, ChangeSet
from graph.claims import Attestation, Claim
from graph.errors import ConflictError, InputError, UnknownIdError
from graph.store.loads import LoadState
from graph.store.questions import NodeFilter, Role
from tests.contracts.build import City, Says, order_of, person, says

A, B, C = "initiative/a", "initiative/b", "initiative/c"


def many(number: int, source: str = "source/list") -> ChangeSet:
    """Return claims that as many nodes exist."""
    changes = ChangeSet()
    for index in range(number):
        changes.state(Claim(f"initiative/{index:05}", "kind", "Initiative", source))
    return changes


# ------------------------------------------------------------------------------------------------ whole or not at all


def test_a_writer_that_raises_leaves_nothing(city: City) -> None:
    load = city.store.begin(order_of(says("list").node(A)))
    with pytest.raises(RuntimeError), city.store.writer(load, done=1, report={"rows": 3}) as writer:
        writer.write(says("list").node(A).changes)
        raise RuntimeError
    assert writer.commit is None
    assert (city.sees(A), city.revision) == (False, 0)
    assert city.store.loads() == [load], "no progress and no report either"


def test_a_commit_that_fails_while_it_is_written_leaves_nothing(city: City) -> None:
    load = city.store.begin(order_of(says("list").node(A)))
    unchecked = {Claim(B, "kind", "Initiative", "source/list"): Attestation(),
                 Claim(B, "members", "veel", "source/list"): Attestation()}  # fmt: skip
    with pytest.raises(InputError, match="veel"), city.store.writer(load) as writer:
        writer.write(says("list").node(A).changes)
        writer.write(ChangeSet(unchecked))
    assert (city.sees(A), city.sees(B), city.revision) == (False, False, 0)
    assert city.store.problems()[0].en.startswith("Load 1 (list.csv) was cut off")


def test_a_commit_tells_what_came_to_life_and_what_it_touched(city: City) -> None:
    said = says("list").node(A, name="Anna").tie("PARTNERS_WITH", A, B)
    load = city.store.begin(order_of(said))
    with city.store.writer(load) as writer:
        writer.write(said.changes)
    assert writer.commit is not None
    assert (writer.commit.revision, writer.commit.load) == (1, load.number)
    assert set(writer.commit.added) == set(said.changes.claims)
    assert writer.commit.things == tuple(sorted({claim.thing for claim in said.changes.claims}))


def test_a_writer_that_writes_nothing_new_makes_no_commit(city: City) -> None:
    load = city.start(says("list").node(A))
    with city.store.writer(load) as writer:
        writer.write(says("list").node(A).changes)
    assert writer.commit is None
    assert city.revision == 1


# ------------------------------------------------------------------------------------------------ bounded


def test_a_commit_of_the_most_changes_is_taken_and_one_more_is_refused(city: City) -> None:
    load = city.store.begin(order_of(says("list").node(A)))
    with pytest.raises(InputError, match=str(MOST_CHANGES)), city.store.writer(load) as writer:
        writer.write(many(MOST_CHANGES))
        writer.write(says("list").node(A).changes)
    assert city.revision == 0
    with pytest.raises(InputError, match=str(MOST_CHANGES)):
        city.store.decide(order_of(person().node(A)), many(MOST_CHANGES + 1))
    with city.store.writer(load) as writer:
        writer.write(many(MOST_CHANGES))
    with city.view() as view:
        assert view.count(NodeFilter()) == MOST_CHANGES


def test_withdrawing_and_undoing_much_takes_several_bounded_commits(city: City) -> None:
    city.load(says("list").node(A))
    load = city.store.begin(order_of(says("list").node(B)))
    with city.store.writer(load) as writer:
        writer.write(many(4_500))
    city.store.complete(load)
    before = city.revision
    city.undo(load)
    with city.view(Role.ADMIN) as view:
        assert view.revision - before >= 3
        assert view.count(NodeFilter()) == 1
    assert city.sees(A), "what the undone version had withdrawn counts again"


# ------------------------------------------------------------------------------------------------ resumed


def test_a_load_that_was_cut_off_is_resumed_by_repeating_it(city: City) -> None:
    said = says("list").node(A).node(B)
    load = city.store.begin(order_of(said))
    with city.store.writer(load, done=1, report={"used": 1}) as writer:
        writer.write(says("list").node(A).changes)
    again = city.store.begin(order_of(said))
    assert (again.number, again.state, again.done, again.report) == (load.number, LoadState.RUNNING, 1, {"used": 1})
    with city.store.writer(again, done=2) as writer:
        writer.write(says("list").node(B).changes)
    done = city.store.complete(again, report={"used": 2})
    assert (done.done, done.report, city.sees(A), city.sees(B)) == (2, {"used": 2}, True, True)
    assert city.store.problems() == []


def test_a_report_may_be_told_from_the_commit_that_it_is_kept_with(city: City) -> None:
    said = says("list").node(A)
    load = city.store.begin(order_of(said))
    for number in (1, 2):
        with city.store.writer(load, done=number, report=lambda commit: {"new": commit is not None}) as writer:
            writer.write(said.changes)
        assert city.store.loads()[0].report == {"new": number == 1}
    assert city.revision == 1


def test_a_load_is_undone_with_what_repairs_it_and_a_repair_alone(city: City) -> None:
    whole = city.load(says("list").node(A))
    repair = city.load(says("list").node(B), adds=True, part_of=whole.number)
    city.undo(repair)
    assert (city.sees(A), city.sees(B)) == (True, False)
    again = city.load(says("list").node(B), adds=True, part_of=whole.number)
    city.undo(whole)
    assert {load.number for load in city.store.loads() if load.state is LoadState.UNDONE} == {1, 2, again.number}
    assert (city.sees(A), city.sees(B), city.store.problems()) == (False, False, [])


def test_progress_is_kept_where_a_batch_changes_nothing(city: City) -> None:
    load = city.start(says("list").node(A))
    with city.store.writer(load, done=7):
        pass
    assert city.store.loads()[0].done == 7
    assert city.revision == 1


def test_a_running_load_is_read_and_replaces_nothing_yet(city: City) -> None:
    city.load(says("list").node(A, phase="idea"))
    load = city.start(says("list").node(B))
    assert (city.sees(A), city.sees(B)) == (True, True)
    city.store.complete(load)
    assert (city.sees(A), city.sees(B)) == (False, True)


def test_completing_twice_changes_nothing_more(city: City) -> None:
    load = city.load(says("list").node(A), published_on="2016")
    assert city.store.complete(load) == load
    assert city.revision == 1


def test_a_load_that_is_over_takes_no_more(city: City) -> None:
    load = city.load(says("list").node(A))
    with pytest.raises(ConflictError, match="1"), city.store.writer(load) as writer:
        writer.write(says("list").node(B).changes)
    city.undo(load)
    with pytest.raises(ConflictError):
        city.store.complete(load)
    assert not city.sees(B)


def test_a_load_of_another_store_is_unknown(city: City) -> None:
    load = city.load(says("list").node(A)).moved(number=99)
    with pytest.raises(UnknownIdError, match="99"):
        city.store.complete(load)
    with pytest.raises(UnknownIdError, match="99"), city.store.writer(load) as writer:
        writer.write(says("list").node(B).changes)


def test_a_running_load_can_be_undone(city: City) -> None:
    city.load(says("list").node(A, phase="idea"))
    load = city.start(says("list").node(A, phase="running").node(B))
    city.undo(load)
    assert (city.value(A, "phase"), city.sees(B)) == ("idea", False)
    assert city.store.problems() == []


def test_a_running_load_that_a_newer_version_overtook_stands_below_it(city: City) -> None:
    slow = city.start(says("list").node(A, phase="idea"))
    city.load(says("list").node(A, phase="running"))
    with city.store.writer(slow) as writer:
        writer.write(says("list").node(B).changes)
    city.store.complete(slow)
    assert city.value(A, "phase") == "running"
    assert not city.sees(B)


# ------------------------------------------------------------------------------------------------ revisions


def test_the_revision_rises_by_one_with_every_commit_that_changes_something(city: City) -> None:
    assert city.revision == 0
    city.load(says("list").node(A))
    city.load(says("report").node(A))
    city.decide("x", person().about(A, phase="idea"))
    assert city.revision == 3


@pytest.mark.parametrize(
    ("said", "rises"),
    [
        (says("x").node(B), True),
        (says("x").about(A, phase="running"), True),
        (says("x").about(A, denied=True, name="Anna"), True),
        (says("x").tie("PARTNERS_WITH", A, C, since="2016"), True),
        (says("x").same(C, A), True),
        (says("x").none(A, "kind"), True),
        (says("x").no_tie("PART_OF", A, C), True),
        (says("x").about(A, website="https://example.org"), False),
        (says("x").tie("PART_OF", A, C, note="Zij doen mee."), False),
        (says("x").none(A, "NEEDS"), False),
        (says("x").node("judgement/1", verdict="accepted").tie("CONCERNS", "judgement/1", A), False),
        (says("x").node("source/x", name="Een verslag"), False),
        (says("x").node("meeting/1").tie("RESULTED_IN", "meeting/1", "outcome/1"), True),
        (says("x").about(A, phase="idea"), False),
    ],
    ids=lambda value: (
        "" if isinstance(value, bool) else ", ".join(sorted({one.property for one in value.changes.claims}))
    ),
)
def test_the_structure_revision_rises_only_with_what_the_projection_reads(city: City, said: Says, rises: bool) -> None:
    city.load(says("list").node(A, name="Anna", phase="idea").node(C).tie("PART_OF", A, C))
    with city.view() as view:
        before = view.structure_revision
    city.load(said)
    with city.view() as view:
        assert (before, view.revision) == (1, 2)
        assert view.structure_revision == (2 if rises else 1)


def test_a_newer_edition_that_turns_a_tie_between_sources_moves_the_structure(city: City) -> None:
    city.load(says("one").node(A, phase="idea"), published_on="2015")
    city.load(says("two").node(A, phase="running"), published_on="2016")
    city.load(says("one").node(A, phase="idea"), published_on="2017", fingerprint="third edition")
    with city.view() as view:
        assert city.value(A, "phase") == "idea"
        assert (view.revision, view.structure_revision) == (4, 3), "the fourth only retires the first edition"


# ------------------------------------------------------------------------------------------------ history


def test_the_history_of_a_thing_is_its_commits_newest_first(city: City) -> None:
    city.load(says("list").node(A, phase="idea").node(B))
    city.load(says("report").node(B, name="Bert"))
    city.load(says("list").node(A, phase="running").node(B))
    with city.view(Role.STAFF) as view:
        history = view.history(A)
    assert [commit.revision for commit in history] == [4, 3, 1]
    assert [claim.value for claim in history[1].added] == ["running"]
    assert [claim.value for claim in history[0].withdrawn] == ["idea"]
    assert {claim.thing for commit in history for claim in (*commit.added, *commit.withdrawn)} == {A}


def test_the_history_of_a_relationship_and_of_what_is_not_there(city: City) -> None:
    city.load(says("list").node(A).node(B).tie("PARTNERS_WITH", A, B, status="active"))
    tie = city.ties(A)[0].id
    with city.view() as view:
        assert [claim.property for claim in view.history(tie)[0].added] == ["exists", "status"]
        assert view.history("initiative/nothing") == []
