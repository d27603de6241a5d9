"""How loads become commits: begin, write, complete, undo. The same for every engine, on the steps that one offers.

A load is a chain of commits, each atomic, bounded and valid alone. What was cut off is resumed by repeating it: each
step looks at what stands and does the rest.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from types import TracebackType
from typing import Protocol, Self

from graph.changes import MOST_CHANGES, ChangeSet, Commit, Tie
from graph.claims import LoadFacts, restore, shelve, withdraw
from graph.collecting import without_collecting
from graph.errors import ConflictError, InputError, UnknownIdError
from graph.schema.values import PartialDate
from graph.store.engine import Transaction, WholeTransaction
from graph.store.loads import (
    Document,
    Load,
    LoadOrder,
    LoadState,
    Telling,
    facts_of,
    parts_of,
    replaced_by,
    returning_after,
    same_load,
)
from graph.store.planning import Change, CommitFacts, attesting, plan_commit
from graph.store.rows import Thing

AUDIT = "audit"
"""Collection of the records part that holds who did what, and why."""

THINGS_AT_ONCE = 2_000
"""Things that one commit of a withdrawal or undo takes on: with some ten claims each it stays within `MOST_CHANGES`."""


class CommittingStore(ABC):
    """The writing half of a store, for an engine that offers a `Transaction`."""

    @abstractmethod
    def whole_transaction(self) -> AbstractContextManager[WholeTransaction]:
        """Open a transaction that commits on a clean exit, leaves nothing otherwise, and waits for other writers."""

    @abstractmethod
    def loads(self) -> list[Load]:
        """Return every load, newest first."""

    # ------------------------------------------------------------------------------------------------ loads

    def begin(self, order: LoadOrder) -> Load:
        """Begin a load, resume one that was cut off, or return the one that already says exactly this.

        Raises
        ------
        InputError
            ``published_on`` is no stored date.
        """
        _check_order(order)
        with self.whole_transaction() as transaction:
            loads = transaction.loads()
            known = same_load(loads, order)
            if known is not None:
                return known
            load = Load(max(loads, default=0) + 1, order, LoadState.RUNNING, datetime.now(UTC))
            transaction.put_load(load)
            _audit(transaction, load, "begin", order.actor, order.reason)
            return load

    def writer(self, load: Load, *, done: int | None = None, report: Document | Telling | None = None) -> LoadWriter:
        """Open a writer for one commit of a load; progress and report are kept with it, atomically."""
        return LoadWriter(self.whole_transaction, load, done, report)

    def preview(self, changes: ChangeSet) -> Commit | None:
        """Return the commit that these claims would make, and write nothing; None when nothing would change."""
        _check_size(len(changes))
        with self.whole_transaction() as transaction:
            loads = transaction.loads()
            number = max(loads, default=0) + 1
            facts = {one: facts_of(load) for one, load in loads.items()}
            facts[number] = LoadFacts(None, datetime.now(UTC).date().isoformat())
            commit_facts = CommitFacts(facts, transaction.revision() + 1, number, datetime.now(UTC), ties=changes.ties)
            plan = plan_commit(transaction, _ids(changes), attesting(changes, number), commit_facts)
            return plan.commit if plan else None

    def complete(self, load: Load, *, report: Document | None = None) -> Load:
        """End a load: in bounded commits, withdraw what replaced loads say and it does not.

        Raises
        ------
        ConflictError
            It has been undone.
        UnknownIdError
            There is no such load.
        """
        with self.whole_transaction() as transaction:
            loads = transaction.loads()
            load = _find(loads, load.number)
            if load.state in (LoadState.UNDOING, LoadState.UNDONE):
                raise _not_running(load)
            load = load.moved(state=LoadState.WITHDRAWING, report=report if report is not None else load.report)
            transaction.put_load(load)
            replaced = replaced_by({**loads, load.number: load}, load)
            things = sorted({id_ for number in replaced for id_ in transaction.things_of(number)})
        self._in_parts(load, things, _shelving(replaced), counted="claims_withdrawn")
        return self._finish(load, LoadState.COMPLETE, "complete", load.order.actor, load.order.reason)

    def decide(self, order: LoadOrder, changes: ChangeSet) -> Load:
        """Take in a decision of a person, whole or not at all: it replaces the one before it in its scope.

        Raises
        ------
        InputError
            It holds more claims than one commit may, or ``published_on`` is no stored date.
        """
        _check_order(order)
        _check_size(len(changes))
        with self.whole_transaction() as transaction:
            loads = transaction.loads()
            load = Load(max(loads, default=0) + 1, order, LoadState.COMPLETE, datetime.now(UTC))
            replaced = replaced_by(loads, load)
            transaction.put_load(load)
            earlier = {id_ for number in replaced for id_ in transaction.things_of(number)}
            stating, shelving = attesting(changes, load.number), _shelving(replaced)

            def change(thing: Thing) -> bool:
                shelved = shelving(thing)
                return stating(thing) or shelved

            _commit(transaction, load, [*_ids(changes), *sorted(earlier)], change, loads={**loads, load.number: load})
            _audit(transaction, load, "decide", order.actor, order.reason)
            return load

    def undo(self, number: int, *, actor: str, reason: str) -> Load:
        """Take a load back, in bounded commits: what the other loads say stays, or counts again.

        What repaired rows of it goes first, each load by itself: one that is cut off is gone on with by repeating it.
        """
        for part in parts_of(self.loads(), number):
            self._undo(part.number, actor=actor, reason=reason)
        return self._undo(number, actor=actor, reason=reason)

    def _undo(self, number: int, *, actor: str, reason: str) -> Load:
        with self.whole_transaction() as transaction:
            loads = transaction.loads()
            load = _find(loads, number)
            if load.state is LoadState.UNDONE:
                return load
            load = load.moved(state=LoadState.UNDOING)
            transaction.put_load(load)
            returned = returning_after({**loads, number: load}, load)
            things = sorted({id_ for one in (number, *returned) for id_ in transaction.things_of(one)})
        self._in_parts(load, things, _undoing(number, returned))
        return self._finish(load, LoadState.UNDONE, "undo", actor, reason)

    # ------------------------------------------------------------------------------------------------ steps

    def _in_parts(self, load: Load, things: Sequence[str], change: Change, *, counted: str = "") -> None:
        """Change things in bounded commits; the claims that they withdraw are counted in the report under a name."""
        for start in range(0, len(things), THINGS_AT_ONCE):
            with self.whole_transaction() as transaction:
                loads = transaction.loads()
                commit = _commit(transaction, load, things[start : start + THINGS_AT_ONCE], change, loads=loads)
                if counted and commit is not None and commit.withdrawn:
                    now = _find(loads, load.number)
                    count = int(now.report.get(counted, 0)) + len(commit.withdrawn)
                    transaction.put_load(now.moved(report={**now.report, counted: count}))

    def _finish(self, load: Load, state: LoadState, act: str, actor: str, reason: str) -> Load:
        with self.whole_transaction() as transaction:
            load = transaction.loads()[load.number].moved(state=state)
            transaction.put_load(load)
            _audit(transaction, load, act, actor, reason)
            return load


class LoadWriter:
    """Writes one commit of a load: nothing before its context ends cleanly, and then everything."""

    def __init__(self, transaction: _Opener, load: Load, done: int | None, report: Document | Telling | None) -> None:
        self._transaction = transaction
        self._load = load
        self._done = done
        self._report = report
        self._changes = ChangeSet()
        self.commit: Commit | None = None

    def write(self, changes: ChangeSet) -> None:
        """Add claims to the commit.

        Raises
        ------
        InputError
            More than `MOST_CHANGES` claims in one commit.
        """
        _check_size(len(self._changes) + len(changes))
        self._changes.merge(changes)

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Commit on a clean exit, leave nothing otherwise."""
        if kind is not None:
            return
        with self._transaction() as transaction:
            loads = transaction.loads()
            load = _find(loads, self._load.number)
            if load.state is not LoadState.RUNNING:
                raise _not_running(load)
            change = attesting(self._changes, load.number)
            self.commit = _commit(transaction, load, _ids(self._changes), change, loads=loads, ties=self._changes.ties)
            if self._done is not None or self._report is not None:
                done = load.done if self._done is None else self._done
                told = self._report(self.commit) if callable(self._report) else self._report
                transaction.put_load(load.moved(done=done, report=told or load.report))


class _Opener(Protocol):
    def __call__(self) -> AbstractContextManager[Transaction]: ...


def _commit(
    transaction: Transaction,
    load: Load,
    ids: Sequence[str],
    change: Change,
    *,
    loads: Mapping[int, Load],
    ties: Mapping[str, Tie] | None = None,
) -> Commit | None:
    """Commit what a change makes of things; ``loads`` are all as the transaction sees them, this one included."""
    if not ids:
        return None  # the mark of a batch that is done commits nothing
    of_loads = {number: facts_of(one) for number, one in loads.items()}
    facts = CommitFacts(of_loads, transaction.revision() + 1, load.number, datetime.now(UTC), ties=ties)
    with without_collecting():
        plan = plan_commit(transaction, ids, change, facts)
        if plan is None:
            return None
        transaction.write(plan)
    return plan.commit


def _find(loads: Mapping[int, Load], number: int) -> Load:
    """Return a load by its number."""
    if number not in loads:
        raise _no_load(number)
    return loads[number]


def _ids(changes: ChangeSet) -> list[str]:
    return list(dict.fromkeys(claim.thing for claim in changes.claims))


def _shelving(replaced: Iterable[int]) -> Change:
    loads = list(replaced)

    def change(thing: Thing) -> bool:
        return shelve(thing.book, loads)

    return change


def _undoing(number: int, returned: Iterable[int]) -> Change:
    loads = list(returned)

    def change(thing: Thing) -> bool:
        withdrawn = withdraw(thing.book, number)
        return restore(thing.book, loads) or withdrawn

    return change


def _audit(transaction: Transaction, load: Load, act: str, actor: str, reason: str) -> None:
    at = datetime.now(UTC).isoformat()
    document = {"at": at, "act": act, "load": load.number, "title": load.order.title, "actor": actor, "reason": reason}
    transaction.put_record(AUDIT, f"{at}/{load.number}/{act}", document)


def _check_order(order: LoadOrder) -> None:
    """Refuse a date that every later commit would stumble over."""
    if order.published_on is not None:
        PartialDate.parse(order.published_on)


def _check_size(claims: int) -> None:
    if claims > MOST_CHANGES:
        raise InputError(
            f"{claims} uitspraken in één keer is te veel; hoogstens {MOST_CHANGES}. Verdeel ze.",
            f"{claims} claims at once are too many; at most {MOST_CHANGES}. Divide them.",
        )


def _no_load(number: int) -> UnknownIdError:
    return UnknownIdError(
        f"Er is geen inlezing {number}. ‘wijkweb loads’ laat zien welke er zijn.",
        f"There is no load {number}. ‘wijkweb loads’ shows which there are.",
        concerning=number,
    )


def _not_running(load: Load) -> ConflictError:
    return ConflictError(
        f"Inlezing {load.number} is al afgerond of teruggedraaid. Lees het bestand opnieuw in.",
        f"Load {load.number} has been completed or undone already. Load the file again.",
        concerning=load.number,
    )
