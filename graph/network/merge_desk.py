"""The merge desk: pairs that may be one thing, as people left them. Every decision can be taken back.

A decision is a load in a scope of its own, so that later files change nothing about it, and taking it back gives each
of the two all that was said of it meanwhile. Only what is put off stands beside the claims, by ids and a reason.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from hashlib import blake2b

from graph.claims import PEOPLE
from graph.errors import InputError, UnknownIdError
from graph.network import resolving
from graph.network.deciding import Decider, merge, pair_scope
from graph.network.resolving import MACHINE, Pair, Resolution
from graph.resolution.groups import in_order_to_keep
from graph.resolution.matching import Match, Outcome
from graph.store.answers import Statement
from graph.store.base import Store
from graph.store.loads import Load, LoadKind, LoadState
from graph.store.questions import Role, Viewer

PREFIX = "match/"
"""What the id of a pair begins with: no kind of node has it."""


class MatchState(StrEnum):
    """How a pair stands."""

    OPEN = "open"
    SAME = "same"
    DIFFERENT = "different"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided on a pair.

    Parameters
    ----------
    actor
        By role.
    on
        The day, as a stored date.
    reason
        Why; empty where nobody said.
    load
        Number of the load that says so; 0 for what is put off.
    by_machine
        True for what the program merged by itself, many in one load.
    """

    actor: str
    on: str
    reason: str
    load: int = 0
    by_machine: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A pair on the desk.

    Parameters
    ----------
    id
        The same two keep the same id.
    ids
        Of the two, the one to read the other under first. Once decided, as they were when it was decided.
    kind
        Of both.
    state
        How it stands.
    match
        What speaks for and against; None once the two are one, or where nothing resembles any more.
    decision
        Who decided, and why; None while it is open.
    """

    id: str
    ids: Pair
    kind: str
    state: MatchState
    match: Match | None = None
    decision: Decision | None = None

    @property
    def is_sure(self) -> bool:
        """Whether the program would merge the two without asking."""
        return self.match is not None and self.match.outcome is Outcome.SURE


@dataclass(frozen=True)
class MergeDesk:
    """All pairs of one revision.

    Parameters
    ----------
    revision
        Of the store.
    waiting
        Open, the surest first; then those that were put off.
    decided
        The newest decision first.
    """

    revision: int
    waiting: tuple[Case, ...]
    decided: tuple[Case, ...]

    @cached_property
    def _by_id(self) -> Mapping[str, Case]:
        return {case.id: case for case in (*self.decided, *self.waiting)}

    def of(self, states: Collection[MatchState]) -> list[Case]:
        """Return the pairs in some states, in the order of the desk."""
        return [case for case in (*self.waiting, *self.decided) if case.state in states]

    def case(self, id_: str) -> Case:
        """Return a pair by its id.

        Raises
        ------
        UnknownIdError
            There is no such pair (any more).
        """
        if id_ not in self._by_id:
            raise UnknownIdError(
                "Deze twee namen staan niet (meer) bij de dubbele namen.",
                "These two names are not among the double names (any more).",
                concerning=id_,
            )
        return self._by_id[id_]

    def with_put_off(self, put_off: Mapping[Pair, Decision]) -> MergeDesk:
        """Return the desk with what people put off last."""
        marked = [_put_off(case, put_off.get(_ordered(case.ids))) for case in self.waiting]
        marked.sort(key=lambda case: case.state is MatchState.LATER)  # stable: the surest stay first
        return replace(self, waiting=tuple(marked))


def match_id(ids: Iterable[str]) -> str:
    """Return the id of a pair, whichever is named first."""
    return PREFIX + blake2b("\x00".join(sorted(ids)).encode(), digest_size=10).hexdigest()


def make_desk(store: Store, resolution: Resolution) -> MergeDesk:
    """Return all pairs of a revision; what is put off is not looked at, see `MergeDesk.with_put_off`.

    Parameters
    ----------
    store
        Where the decisions stand.
    resolution
        What may be one thing in it.

    Raises
    ------
    Nothing.

    Notes
    -----
    Linear in the pairs and in the decisions.
    """
    found = {match.ids: match for match in resolution.found}
    order = dict(zip(found, in_order_to_keep(resolution.things, list(found)), strict=True))
    waiting = tuple(
        Case(match_id(match.ids), _pair(order[match.ids]), match.one.kind, MatchState.OPEN, match)
        for match in resolution.settled.matches
        if match.outcome is not Outcome.PART
    )
    return MergeDesk(resolution.revision, waiting, tuple(_decided(store, found, order)))


def postponed(store: Store) -> dict[Pair, Decision]:
    """Return the pairs that people put off, by canonical ids in order."""
    return {pair: Decision(str(one["actor"]), str(one["on"]), str(one["reason"]))
            for pair, one in resolving.put_off_documents(store).items()}  # fmt: skip


def decide_case(store: Store, case: Case, state: MatchState, decider: Decider) -> None:
    """Decide on a pair, or take back what was decided.

    Parameters
    ----------
    store
        Where.
    case
        The pair as it stands now.
    state
        What it is to be; what it is already changes nothing.
    decider
        Who, when, why.

    Raises
    ------
    InputError
        The program merged the two, with many others: say that they are two, or take that load back. Or they stay one
        by way of a third.
    """
    if state is case.state and state is not MatchState.LATER:
        return
    by_machine = case.decision is not None and case.decision.by_machine
    if by_machine and state is not MatchState.DIFFERENT:
        raise InputError(
            "Deze twee zijn door Wijkweb samengevoegd. Zeg dat het er twee zijn, of draai die samenvoeging terug.",
            "Wijkweb merged these two. Say that they are two, or take that merge back.",
        )
    if state is MatchState.SAME:
        merge(store, *case.ids, decider)
    elif state is MatchState.DIFFERENT:
        resolving.keep_apart(store, *case.ids, decider)
    else:
        _take_back(store, case.ids, decider)
        if state is MatchState.LATER:
            resolving.postpone(store, *case.ids, decider)
            return
    resolving.take_up(store, *case.ids)
    resolving.drop_gone(store)


def _take_back(store: Store, ids: Pair, decider: Decider) -> None:
    """Undo every decision on a pair, the oldest first, so that none of them counts again in between."""
    scope = pair_scope(*ids)
    made = [load.number for load in store.loads() if load.order.scope == scope and load.state is not LoadState.UNDONE]
    for number in sorted(made):
        store.undo(number, actor=decider.actor, reason=decider.reason)


def _decided(store: Store, found: Mapping[Pair, Match], order: Mapping[Pair, tuple[str, ...]]) -> Iterator[Case]:
    """Yield the pairs that were decided, the newest first."""
    loads = {load.number: load for load in store.loads() if load.order.kind is LoadKind.DECISION}
    stated: dict[Pair, Statement] = {}
    with store.view(Viewer(Role.ADMIN)) as view:
        for source in (MACHINE, PEOPLE):  # people stand above the program
            for one in resolving.same_as(view, source):
                stated[_ordered((one.claim.thing, str(one.claim.value)))] = one
    known = store.existing(sorted({id_ for pair in stated for id_ in pair})) if stated else {}
    for pair, one in sorted(stated.items(), key=lambda item: (-max(item[1].loads), item[0])):
        here = [known[id_] for id_ in pair if id_ in known and known[id_].kind]
        if len(here) < len(pair):
            continue  # what brought one of the two in was taken back: there is nothing left to show
        ids = _pair(order.get(pair, pair)) if one.claim.denied else (str(one.claim.value), one.claim.thing)
        state = MatchState.DIFFERENT if one.claim.denied else MatchState.SAME
        match = found.get(_ordered((here[0].canonical, here[1].canonical)))
        yield Case(match_id(ids), ids, here[0].kind, state, match, _decision(one, loads.get(max(one.loads))))


def _decision(one: Statement, load: Load | None) -> Decision:
    order = load.order if load else None
    on, by_machine = str(one.claim.stated_on or ""), one.claim.source == MACHINE
    return Decision(order.actor if order else "", on, order.reason if order else "", max(one.loads), by_machine)


def _put_off(case: Case, decision: Decision | None) -> Case:
    return case if decision is None else replace(case, state=MatchState.LATER, decision=decision)


def _pair(ids: Sequence[str]) -> Pair:
    one, other = ids
    return one, other


def _ordered(ids: Pair) -> Pair:
    return ids if ids[0] < ids[1] else (ids[1], ids[0])
