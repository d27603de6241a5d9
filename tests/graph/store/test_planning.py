"""What one commit comes to, worked out from the things as they are, without an engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from graph.changes import ChangeSet, Tie
from graph.claims import Claim, LoadFacts, withdraw
from graph.schema.declaration import Level
from graph.store.engine import StoredReading, WritePlan
from graph.store.planning import Change, CommitFacts, attesting, plan_commit
from graph.store.rows import Audience, NodeRow, Readings, RelationshipRow, Thing

A, B, C = "initiative/a", "initiative/b", "initiative/c"


@dataclass
class Shelf:
    """A store of dictionaries: keeps what plans hold and answers what planning asks, in the plainest way."""

    kept: dict[str, Thing] = field(default_factory=dict)
    rows: dict[str, list[NodeRow | RelationshipRow]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def things(self, ids: Iterable[str], ties: Mapping[str, Tie] | None = None) -> dict[str, Thing]:
        self.asked.append("things")
        return {id_: deepcopy(self.kept[id_]) for id_ in ids if id_ in self.kept}

    def members(self, canonical: Iterable[str]) -> dict[str, list[Thing]]:
        self.asked.append("members")
        found: dict[str, list[Thing]] = {}
        for thing in self.kept.values():
            if thing.canonical != thing.id and thing.canonical in set(canonical):
                found.setdefault(thing.canonical, []).append(deepcopy(thing))
        return found

    def canonical(self, ids: Iterable[str]) -> dict[str, str]:
        self.asked.append("canonical")
        return {id_: self.kept[id_].canonical for id_ in ids if id_ in self.kept and self.kept[id_].canonical != id_}

    def readings(self, canonical: Iterable[str]) -> dict[str, StoredReading]:
        self.asked.append("readings")
        return {id_: _stored(self.rows[id_]) for id_ in canonical if self.rows.get(id_)}

    def ties_at(self, canonical: Iterable[str]) -> list[Thing]:
        return self._ties(lambda row: row.start in set(canonical) or row.end in set(canonical))

    def ties_between(self, ties: Iterable[tuple[str, str, str]]) -> list[Thing]:
        return self._ties(lambda row: (row.type, row.start, row.end) in set(ties))

    def _ties(self, fits: Callable[[RelationshipRow], bool]) -> list[Thing]:
        self.asked.append("ties")
        heads = {id_ for id_, rows in self.rows.items() for row in rows
                 if isinstance(row, RelationshipRow) and fits(row)}  # fmt: skip
        return [deepcopy(thing) for thing in self.kept.values() if thing.tie and thing.canonical in heads]

    def keep(self, plan: WritePlan) -> None:
        """Write a plan."""
        for thing in plan.things:
            thing.stored = True
            self.kept[thing.id] = deepcopy(thing)
        for thing in plan.gone:
            del self.kept[thing.id]
        for id_ in plan.reread:
            self.rows.pop(id_, None)
        rows: tuple[NodeRow | RelationshipRow, ...] = (*plan.nodes, *plan.relationships)
        for row in rows:
            self.rows.setdefault(row.id, []).append(row)


def _stored(rows: list[NodeRow | RelationshipRow]) -> StoredReading:
    internal = [row.reading for row in rows if row.audience in (Audience.EVERYONE, Audience.INTERNAL)]
    public = [row.reading for row in rows if row.audience in (Audience.EVERYONE, Audience.PUBLIC)]
    row = rows[0]
    merged = (*row.former_ids, row.start, row.end) if isinstance(row, RelationshipRow) else ()
    former = {row.audience: row.former_ids for row in rows if isinstance(row, NodeRow)}
    everyone = former.get(Audience.EVERYONE, ())
    readings = Readings(
        internal[0] if internal else None,
        public[0] if public else None,
        former.get(Audience.INTERNAL, everyone),
        former.get(Audience.PUBLIC, everyone),
    )
    return StoredReading(readings, merged, row.revision, row.public_revision)


@dataclass
class Desk:
    """Plans commits one after another on a shelf."""

    shelf: Shelf = field(default_factory=Shelf)
    revision: int = 0

    def plan(self, change: Change, ids: Iterable[str], load: int = 1) -> WritePlan | None:
        """Plan a commit and keep what it holds."""
        loads = {number: LoadFacts(None, "2026-01-01") for number in range(1, 10)}
        facts = CommitFacts(loads, self.revision + 1, load, datetime(2026, 1, 1, tzinfo=UTC))
        plan = plan_commit(self.shelf, ids, change, facts)
        if plan is not None:
            self.revision += 1
            self.shelf.keep(plan)
        return plan

    def state(self, *claims: Claim, ties: Iterable[Tie] = (), load: int = 1) -> WritePlan | None:
        """Plan a commit in which a load attests claims."""
        changes = ChangeSet({}, {tie.id: tie for tie in ties})
        for claim in claims:
            changes.state(claim, tie=changes.ties.get(claim.thing))
        return self.plan(attesting(changes, load), dict.fromkeys(claim.thing for claim in claims), load)


@pytest.fixture
def desk() -> Desk:
    """Give an empty desk."""
    return Desk()


def is_there(id_: str, kind: str = "Initiative", **more: object) -> Claim:
    return Claim(id_, "kind", kind, "source/one", **more)  # type: ignore[arg-type]


def partner(start: str, end: str) -> tuple[Tie, Claim]:
    tie = Tie.between("PARTNERS_WITH", start, end)
    return tie, Claim(tie.id, "exists", True, "source/one")


def test_nothing_changed_is_no_plan(desk: Desk) -> None:
    assert desk.state(is_there(A)) is not None
    assert desk.state(is_there(A)) is None
    assert desk.plan(lambda thing: False, [A, B]) is None


def test_a_new_thing_has_a_row_a_commit_and_keys(desk: Desk) -> None:
    plan = desk.state(is_there(A), Claim(A, "name", "Anna’s", "source/one"))
    assert plan is not None
    assert plan.commit is not None
    assert ([thing.id for thing in plan.things], plan.gone, plan.reread) == ([A], [], [])
    (row,) = plan.nodes
    assert (row.id, row.audience, row.name, row.sort_key, row.revision) == (A, Audience.EVERYONE, "Anna’s", "annas", 1)
    assert plan.keys_added == [(("name", "annas"), A)]
    assert (plan.commit.things, plan.commit.structural, plan.things[0].history) == ((A,), True, [1])


def test_a_thing_that_two_levels_read_differently_has_two_rows(desk: Desk) -> None:
    plan = desk.state(is_there(A), Claim(A, "phase", "idea", "source/one", level=Level.INTERNAL))
    assert plan is not None
    assert {row.audience: row.columns.get("phase") for row in plan.nodes} == {
        Audience.INTERNAL: "idea",
        Audience.PUBLIC: None,
    }
    hidden = desk.state(is_there(B, level=Level.INTERNAL))
    assert hidden is not None
    assert [row.audience for row in hidden.nodes] == [Audience.INTERNAL]


def test_an_attestation_more_writes_the_thing_and_no_reading(desk: Desk) -> None:
    desk.state(is_there(A))
    plan = desk.state(is_there(A), load=2)
    assert plan is not None
    assert plan.commit is not None
    assert ([thing.id for thing in plan.things], plan.nodes, plan.reread) == ([A], [], [])
    assert (plan.commit.added, plan.commit.withdrawn, plan.commit.structural) == ((), (), False)


def test_each_level_has_the_revision_of_what_it_can_see(desk: Desk) -> None:
    desk.state(is_there(A))
    plan = desk.state(Claim(A, "phase", "idea", "source/one", level=Level.INTERNAL))
    assert plan is not None
    assert plan.reread == [A]
    assert {(row.revision, row.public_revision) for row in plan.nodes} == {(2, 1)}


def test_a_thing_without_claims_is_gone_with_its_rows_and_keys(desk: Desk) -> None:
    desk.state(is_there(A), Claim(A, "name", "Anna", "source/one"))
    plan = desk.plan(lambda thing: withdraw(thing.book, 1), [A])
    assert plan is not None
    assert ([thing.id for thing in plan.gone], plan.things, plan.nodes, plan.reread) == ([A], [], [], [A])
    assert (plan.vanished, plan.vanished_public, plan.keys_removed) == ([A], [A], [(("name", "anna"), A)])
    assert desk.shelf == Shelf(asked=desk.shelf.asked)


def test_a_merge_moves_rows_and_leaves_claims(desk: Desk) -> None:
    desk.state(is_there(A), is_there(B))
    plan = desk.state(Claim(A, "same_as", B, "source/people"), load=2)
    assert plan is not None
    assert [(thing.id, thing.canonical) for thing in plan.things] == [(A, B)]
    assert (plan.reread, plan.vanished, [row.id for row in plan.nodes]) == ([A, B], [A], [B])
    assert plan.nodes[0].former_ids == (A,)
    split = desk.plan(lambda thing: withdraw(thing.book, 2), [A])
    assert split is not None
    assert sorted(row.id for row in split.nodes) == [A, B]


def test_a_merge_takes_relationships_along(desk: Desk) -> None:
    (one, stated), (other, too) = partner(A, C), partner(A, B)
    desk.state(is_there(A), is_there(B), is_there(C), stated, too, ties=[one, other])
    plan = desk.state(Claim(A, "same_as", B, "source/people"), load=2)
    assert plan is not None
    rows = {row.id: (row.start, row.end, row.audience) for row in plan.relationships}
    assert rows == {one.id: (B, C, Audience.EVERYONE), other.id: (B, B, Audience.NOBODY)}
    assert plan.vanished == [A, other.id]


def test_what_only_a_merge_knows_is_kept_without_claims(desk: Desk) -> None:
    desk.state(is_there(A), Claim(A, "same_as", B, "source/one"), Claim(A, "same_as", C, "source/one"))
    assert {id_: (thing.canonical, thing.book) for id_, thing in desk.shelf.kept.items() if id_ != A} == {C: (B, {})}
    plan = desk.state(is_there(C), load=2)
    assert plan is not None
    assert [(row.id, row.former_ids) for row in plan.nodes] == [(B, (A, C))]
    assert desk.shelf.kept[C].canonical == B
    desk.plan(lambda thing: withdraw(thing.book, 1), [A])
    assert (set(desk.shelf.kept), desk.shelf.kept[C].canonical) == ({C}, C)


@pytest.mark.parametrize("number", [2, 100])
def test_the_engine_is_asked_as_often_for_many_things_as_for_one(number: int) -> None:
    asked = []
    for many in (1, number):
        desk = Desk()
        ids = [f"initiative/{index:03}" for index in range(many)]
        ties = [partner(id_, f"{id_}x") for id_ in ids]
        desk.state(*[is_there(id_) for id_ in ids], *[claim for _, claim in ties], ties=[tie for tie, _ in ties])
        asked.append(desk.shelf.asked)
    assert asked[0] == asked[1]
    assert len(asked[0]) <= 7


def test_a_relationship_of_which_nobody_says_whether_it_exists_is_kept_for_nobody(desk: Desk) -> None:
    tie, _ = partner(A, B)
    plan = desk.state(Claim(tie.id, "note", "x", "source/one"), ties=[tie])
    assert plan is not None
    assert [(row.audience, row.start, row.end) for row in plan.relationships] == [(Audience.NOBODY, A, B)]
    assert plan.vanished == []


def test_a_commit_lists_claims_in_a_fixed_order(desk: Desk) -> None:
    claims = [is_there(B), is_there(A), Claim(A, "phase", "idea", "source/one")]
    plan = desk.state(*claims)
    assert plan is not None
    assert plan.commit is not None
    assert plan.commit.added == tuple(sorted(claims, key=repr))
