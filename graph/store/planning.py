"""What one commit changes, worked out from the things as they are: the same for every engine.

Pure but for its questions to a `Stored`. An engine answers them, and writes the `WritePlan` that comes back; it
decides nothing. Longer than most files, because the steps of a plan share what it has read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache

from graph.changes import ChangeSet, Commit, Tie
from graph.claims import Book, Claim, LoadFacts, attest, live
from graph.consolidation import Consolidator, Reading
from graph.schema.keys import Key, key_of
from graph.schema.model import (
    KINDS_BY_NAME,
    RELATIONSHIPS_BY_NAME,
    node_properties,
    properties_of_relationship,
)
from graph.store.engine import Stored, StoredReading, WritePlan
from graph.store.merging import canonical_ids, tie_groups
from graph.store.rows import (
    Readings,
    Thing,
    node_rows,
    read_node,
    read_relationship,
    relationship_rows,
)

Change = Callable[[Thing], bool]
"""Changes the book of a thing and says whether it did."""


def attesting(changes: ChangeSet, load: int) -> Change:
    """Return the change by which a load attests what a change set holds."""
    by_thing: dict[str, list[Claim]] = {}
    for claim in changes.claims:
        by_thing.setdefault(claim.thing, []).append(claim)

    def change(thing: Thing) -> bool:
        thing.tie = thing.tie or changes.ties.get(thing.id)
        changed = [attest(thing.book, claim, load, changes.claims[claim]) for claim in by_thing.get(thing.id, ())]
        return any(changed)

    return change


@dataclass(frozen=True, slots=True)
class CommitFacts:
    """What planning must know of the commit and of the loads before it.

    Parameters
    ----------
    loads
        Facts of every load, by number.
    revision, load, at
        Of the commit.
    as_of
        Read only what had been stated by the end of this day.
    ties
        The relationships among the things that change, by id; None where it is not known which are relationships.
    """

    loads: Mapping[int, LoadFacts]
    revision: int
    load: int
    at: datetime
    as_of: date | None = None
    ties: Mapping[str, Tie] | None = None


def plan_commit(stored: Stored, ids: Iterable[str], change: Change, facts: CommitFacts) -> WritePlan | None:
    """Work out what a change of some things comes to.

    Parameters
    ----------
    stored
        Answers what is stored.
    ids
        Ids of the things that the change is for.
    change
        Changes one thing.
    facts
        Facts of the commit and the loads.

    Returns
    -------
    WritePlan | None
        None when nothing changes, and then there is no commit.

    Notes
    -----
    Linear in the claims of the things touched; one question of each sort to the engine, whatever their number.
    """
    return _Planner(stored, facts).plan(list(dict.fromkeys(ids)), change)


def plan_adoption(stored: Stored, things: Mapping[str, Thing], facts: CommitFacts) -> WritePlan | None:
    """Work out the readings of things that are taken over as they are, from a backup or for a reading as of a day.

    Parameters
    ----------
    stored
        Answers what was taken over before.
    things
        By id; nodes come before the relationships between them.
    facts
        Facts of the loads, the revision that the readings bear, and the day.
    """

    def take_over(thing: Thing) -> bool:
        given = things[thing.id]
        thing.tie, thing.book, thing.history = given.tie, given.book, given.history
        return True

    ties = {thing.id: thing.tie for thing in things.values() if thing.tie is not None}
    return _Planner(stored, replace(facts, ties=ties)).plan(list(things), take_over, commits=False)


class _Planner:
    """Holds the things that one plan has read; its methods are the steps of `plan_commit`."""

    def __init__(self, stored: Stored, facts: CommitFacts) -> None:
        self._stored = stored
        self._facts = facts
        self._consolidator = Consolidator(facts.loads, facts.as_of)
        self._things: dict[str, Thing] = {}
        self._to_write: dict[str, Thing] = {}
        self._structural = False  # whether a reading changes that the projection reads

    def plan(self, ids: list[str], change: Change, *, commits: bool = True) -> WritePlan | None:
        things = self._load(ids)
        before = {thing.id: (live(thing.book), _keys(thing)) for thing in things if thing.stored}
        changed = [thing for thing in things if change(thing)]
        if not changed:
            return None
        self._to_write.update((thing.id, thing) for thing in changed)
        plan = WritePlan(None)
        moved = self._plan_nodes(plan, [thing for thing in changed if thing.tie is None])
        self._plan_relationships(plan, [thing for thing in changed if thing.tie is not None], moved)
        if commits:
            plan.commit = self._commit(changed, before)
        self._plan_things(plan, changed, before)
        return plan

    def _load(self, ids: Iterable[str]) -> list[Thing]:
        """Return the things with these ids, each as one object for the whole plan; new ones are made."""
        ids = list(ids)
        missing = [id_ for id_ in ids if id_ not in self._things]
        if missing:
            self._adopt(self._stored.things(missing, self._facts.ties).values())
        return [self._things.setdefault(id_, Thing(id_, canonical=id_)) for id_ in ids]

    def _adopt(self, things: Iterable[Thing]) -> list[Thing]:
        return [self._things.setdefault(thing.id, thing) for thing in things]

    def _commit(self, changed: Sequence[Thing], before: Mapping[str, _Before]) -> Commit:
        added: list[Claim] = []
        withdrawn: list[Claim] = []
        for thing in sorted(changed, key=lambda one: one.id):
            lives = [claim for claim, attested in thing.book.items() if attested.by]
            if thing.id in before:
                lived = before[thing.id][0]
                withdrawn += _sorted(lived.difference(lives))
                lives = [claim for claim in lives if claim not in lived]
            added += lives
        ids = tuple(sorted(thing.id for thing in changed))
        facts = self._facts
        return Commit(facts.revision, facts.load, facts.at, tuple(added), tuple(withdrawn), ids, self._structural)

    # ---------------------------------------------------------------------------------------------- nodes

    def _plan_nodes(self, plan: WritePlan, changed: Sequence[Thing]) -> set[str]:
        """Plan the readings of changed nodes; return the canonical ids that won or lost members."""
        groups = self._groups(thing.canonical for thing in changed)
        moved = self._regroup(changed, groups)
        affected = sorted({thing.canonical for thing in changed} | moved)
        stored = self._stored.readings(affected)
        for id_ in affected:
            members = groups.get(id_, [])
            readings = read_node(id_, members, self._consolidator)
            self._structural = self._structural or _moves_node(stored.get(id_), readings)
            revisions = self._note(plan, id_, readings, (), stored.get(id_))
            if revisions:
                plan.nodes += node_rows(id_, readings, revisions)
        return moved

    def _groups(self, canonical: Iterable[str]) -> dict[str, list[Thing]]:
        """Return the members of canonical ids, themselves included."""
        ids = list(dict.fromkeys(canonical))
        groups = {id_: [thing] for id_, thing in zip(ids, self._load(ids), strict=True) if thing.canonical == id_}
        for id_, members in self._stored.members(ids).items():
            groups.setdefault(id_, []).extend(self._adopt(members))
        return groups

    def _regroup(self, changed: Sequence[Thing], groups: dict[str, list[Thing]]) -> set[str]:
        """Give nodes whose `same as` may have changed their canonical id; return the canonical ids concerned."""
        start = [
            thing
            for thing in changed
            if _points(thing) or len(groups.get(thing.canonical, ())) > 1 or thing.canonical != thing.id
        ]
        if not start:
            return set()
        reach = self._reach(start, groups)
        assigned = canonical_ids(reach, self._consolidator)
        moved = set()
        for thing in reach.values():
            if assigned[thing.id] != thing.canonical:
                moved |= {thing.canonical, assigned[thing.id]}
                thing.canonical = assigned[thing.id]
                self._to_write[thing.id] = thing
        for id_ in moved:
            groups[id_] = [thing for thing in reach.values() if thing.canonical == id_]
        return moved

    def _reach(self, start: Iterable[Thing], groups: dict[str, list[Thing]]) -> dict[str, Thing]:
        """Return the nodes that groups and `same as` claims tie to some nodes, by id."""
        reach: dict[str, Thing] = {}
        frontier = {thing.id for thing in start}
        while frontier:
            found = self._load(sorted(frontier))
            reach.update((thing.id, thing) for thing in found)
            new = {thing.canonical for thing in found} - groups.keys()
            groups.update(self._groups(sorted(new)))
            targets = {str(claim.value) for thing in found for claim in thing.book if claim.property == "same_as"}
            targets |= {member.id for thing in found for member in groups.get(thing.canonical, ())}
            frontier = targets - reach.keys()
        return reach

    # ---------------------------------------------------------------------------------------------- relationships

    def _plan_relationships(self, plan: WritePlan, changed: Sequence[Thing], moved: set[str]) -> None:
        things = {thing.id: thing for thing in (*changed, *self._adopt(self._stored.ties_at(moved) if moved else ()))}
        if not things:
            return
        ends = self._canonical_ends(things.values())
        merged = self._merged_ends(ends)
        between = {
            (tie.type, tie.start, tie.end) for tie in map(ends.__getitem__, things) if {tie.start, tie.end} & merged
        }
        siblings = self._adopt(self._stored.ties_between(sorted(between)) if between else ())
        ends |= self._canonical_ends(siblings)
        things |= {thing.id: thing for thing in siblings}
        types = {thing.canonical: thing.tie.type for thing in things.values() if thing.tie}
        groups = tie_groups({id_: thing for id_, thing in things.items() if thing.book}, ends)
        for id_, members in groups.items():
            for thing in members:
                if thing.canonical != id_:
                    thing.canonical = id_
                    self._to_write[thing.id] = thing
        types |= {id_: ends[id_].type for id_ in groups}
        stored = self._stored.readings(sorted(types))
        for id_ in sorted(types):
            tie = ends[id_] if id_ in groups else None
            self._plan_relationship(plan, (id_, types[id_], tie), groups.get(id_, []), stored.get(id_))

    def _plan_relationship(
        self,
        plan: WritePlan,
        what: tuple[str, str, Tie | None],
        members: Sequence[Thing],
        stored: StoredReading | None,
    ) -> None:
        id_, type_, tie = what
        readings = Readings(None, None)
        if tie is not None and tie.start != tie.end:  # a merge of both ends leaves nothing between them
            ties = [member.tie for member in members if member.tie]
            readings = read_relationship([member.book for member in members], ties, self._consolidator)
        former = tuple(sorted(member.id for member in members if member.id != id_))
        merged = (*former, tie.start, tie.end) if tie else former
        self._structural = self._structural or _moves_relationship(type_, stored, readings, merged)
        revisions = self._note(plan, id_, readings, merged, stored)
        if revisions and tie is not None:
            plan.relationships += relationship_rows(id_, tie, readings, former, revisions)

    def _canonical_ends(self, things: Iterable[Thing]) -> dict[str, Tie]:
        """Return each relationship's tie with canonical ends, sorted where it has no direction."""
        ties = {thing.id: thing.tie for thing in things if thing.tie}
        claimed = {end for tie in ties.values() for end in (tie.start, tie.end)}
        unknown = claimed - self._things.keys()
        canonical = {id_: self._things[id_].canonical for id_ in claimed - unknown}
        canonical |= self._stored.canonical(sorted(unknown))
        found = {}
        for id_, tie in ties.items():
            start, end = canonical.get(tie.start, tie.start), canonical.get(tie.end, tie.end)
            if RELATIONSHIPS_BY_NAME[tie.type].symmetric and end < start:
                start, end = end, start
            found[id_] = Tie(tie.type, start, end, tie.key)
        return found

    def _merged_ends(self, ends: Mapping[str, Tie]) -> set[str]:
        """Return the canonical ends that others are merged into: only there can two ties be one."""
        ids = {end for tie in ends.values() for end in (tie.start, tie.end)}
        here = {thing.canonical for thing in self._things.values() if thing.tie is None and thing.canonical != thing.id}
        return (ids & here) | set(self._stored.members(sorted(ids)))

    # ---------------------------------------------------------------------------------------------- things

    def _note(
        self, plan: WritePlan, id_: str, readings: Readings, merged: tuple[str, ...], stored: StoredReading | None
    ) -> tuple[int, int] | None:
        """Note what became of a canonical id; return its revisions, or None when its readings stay as they are."""
        now = self._facts.revision
        if stored is None:
            return (now, now)
        before = stored.readings
        kept = stored.merged == merged
        same_public = kept and (before.public, before.former_public) == (readings.public, readings.former_public)
        same_internal = kept and (before.internal, before.former) == (readings.internal, readings.former)
        if same_internal and same_public:
            return None
        plan.reread.append(id_)
        plan.vanished += [id_] if before.internal is not None and readings.internal is None else []
        plan.vanished_public += [id_] if before.public is not None and readings.public is None else []
        return (stored.revision if same_internal else now, stored.public_revision if same_public else now)

    def _plan_things(self, plan: WritePlan, changed: Iterable[Thing], before: Mapping[str, _Before]) -> None:
        for thing in changed:
            if plan.commit is not None:
                thing.history.append(self._facts.revision)
            known, holds = before[thing.id][1] if thing.id in before else frozenset(), _keys(thing)
            if holds != known:
                plan.keys_added += [(key, thing.id) for key in sorted(holds - known)]
                plan.keys_removed += [(key, thing.id) for key in sorted(known - holds)]
        for thing in self._to_write.values():
            # What only a merge knows is kept without claims, so that it is read as the other when it is loaded later.
            merged_away = thing.tie is None and thing.canonical != thing.id
            if not thing.book:
                thing.history = []
            if thing.book or merged_away:
                plan.things.append(thing)
            elif thing.stored:
                plan.gone.append(thing)


_Before = tuple[frozenset[Claim], frozenset[Key]]


def _points(thing: Thing) -> bool:
    return any(claim.property == "same_as" for claim in thing.book)


def _keys(thing: Thing) -> frozenset[Key]:
    """Return the keys that lead to a node: of every live claim, whoever may see it."""
    if thing.tie is not None:
        return frozenset()
    return _book_keys(thing.book)


def _book_keys(book: Book) -> frozenset[Key]:
    declared = node_properties()
    found = set()
    for claim, attested in book.items():
        property_ = declared.get(claim.property)
        if attested.by and not claim.denied and property_ is not None and property_.key and claim.value is not None:
            key = key_of(property_, claim.value)
            if key:
                found.add(key)
    return frozenset(found)


def _sorted(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=repr)


def _moves_node(stored: StoredReading | None, now: Readings) -> bool:
    """Whether the projection reads what changes of a node, at either level."""
    before = stored.readings if stored else Readings(None, None)
    levels = ((before.internal, now.internal), (before.public, now.public))
    return any(
        (before.former != now.former or _structural_values(old) != _structural_values(new))
        and any(KINDS_BY_NAME[str(one.values["kind"])].structural for one in (old, new) if one is not None)
        for old, new in levels
    )


def _structural_values(reading: Reading | None) -> dict[str, object] | None:
    names = _structural_properties()
    return None if reading is None else {name: value for name, value in reading.values.items() if name in names}


@cache
def _structural_properties() -> frozenset[str]:
    return frozenset(name for name, property_ in node_properties().items() if property_.structural)


def _moves_relationship(type_: str, stored: StoredReading | None, now: Readings, merged: tuple[str, ...]) -> bool:
    """Whether the projection reads what changes of a relationship, at either level."""
    if not RELATIONSHIPS_BY_NAME[type_].structural:
        return False
    before, ends = (stored.readings, stored.merged[-2:]) if stored else (Readings(None, None), ())
    names = {name for name, property_ in properties_of_relationship(type_).items() if property_.structural}

    def seen(reading: Reading | None, ends: tuple[str, ...]) -> object:
        stands = reading is not None and "exists" in reading.values
        return (ends, {name: reading.values.get(name) for name in names}) if reading is not None and stands else None

    levels = ((before.internal, now.internal), (before.public, now.public))
    return any(seen(old, ends) != seen(new, merged[-2:]) for old, new in levels)
