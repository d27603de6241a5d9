"""Decisions on proposals: accepted ones become claims of their report in one load, rejected ones stay rejected."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.changes import ChangeSet
from graph.errors import InputError, UnknownIdError
from graph.ingest.claiming import Claimed
from graph.ingest.records import Problem
from graph.ingest.stating import state_claims
from graph.network.deciding import Decider, unknown_id
from graph.network.proposals.drafting import Drafted, claims_of, drafted, parties_of
from graph.network.proposals.kept import (
    Desk,
    KeptProposal,
    KeptReport,
    ProposalState,
    drop_proposals,
    keep_proposals,
    read_desk,
)
from graph.reports.proposals import Named
from graph.reports.wording import SURE
from graph.schema.model import VERSION
from graph.store.base import Store
from graph.store.loads import Load, LoadOrder


@dataclass(slots=True)
class Decided:
    """What became of a decision.

    Parameters
    ----------
    proposals
        Those that it changed, as they now stand.
    loads
        Loads that hold the claims of what was accepted, one for each report.
    remarks
        What of an accepted proposal could not be stated.
    """

    proposals: list[KeptProposal] = field(default_factory=list)
    loads: list[Load] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)


def accept(
    store: Store,
    numbers: Iterable[int],
    decider: Decider,
    *,
    secret: bytes = b"",
    same_as: Mapping[int, str] | None = None,
) -> Decided:
    """Accept proposals: what they say becomes claims of their report, one load for each report.

    Parameters
    ----------
    store
        Where.
    numbers
        Which. The bodies that a partnership, need or offer is about are accepted with it.
    decider
        Who, when, why.
    secret
        Key of this installation, for the ids of people.
    same_as
        Id of what a proposal is, by its number, where a person says so.

    Raises
    ------
    UnknownIdError
        There is no such proposal, or nothing under an id.
    InputError
        A proposal cannot be told from another, or speaks of a body that was rejected. Nothing has changed then.
    """
    desk = read_desk(store)
    chosen = _with_ids(store, desk.chosen(numbers), same_as or {})
    chosen = [one for one in _with_parties(desk, chosen) if one.state is not ProposalState.ACCEPTED]
    decided = Decided()
    prepared = [_prepare(store, desk, source, mine, secret) for source, mine in _by_report(chosen).items()]
    for one in prepared:
        _take_in(store, desk, one, decider, decided)
    return decided


def accept_sure(store: Store, decider: Decider, *, secret: bytes = b"", report: str = "") -> Decided:
    """Accept the open proposals that are fairly sure, of one report or of all; what cannot be told stays open.

    Raises
    ------
    UnknownIdError
        There is no such report.
    """
    desk = read_desk(store)
    check_report_known(desk, report)
    sure = [one for one in desk.proposals.values() if one.state is ProposalState.OPEN
            and one.proposal.certainty >= SURE and report in ("", one.report)]  # fmt: skip
    numbers = {one.number for one in sure}
    # What is sure may speak of a body that is not: that one is for a person to look at.
    alone = [one for one in sure if all(party.number in numbers or party.state is ProposalState.ACCEPTED
                                        for party in parties_of(one, desk.of_report(one.report)))]  # fmt: skip
    decided = Decided()
    for source, mine in _by_report(alone).items():
        one = _prepare(store, desk, source, mine, secret, careful=False)
        if one.chosen:
            _take_in(store, desk, one, decider, decided)
    return decided


def reject(store: Store, numbers: Iterable[int], decider: Decider, *, secret: bytes = b"") -> Decided:
    """Reject proposals: they are not asked about again; what an accepted one claimed is taken back.

    Raises
    ------
    UnknownIdError
        There is no such proposal.
    """
    return _put_back(store, list(numbers), decider, secret, state=ProposalState.REJECTED)


def reopen(store: Store, numbers: Iterable[int], decider: Decider, *, secret: bytes = b"") -> Decided:
    """Put proposals back on the desk; what an accepted one claimed is taken back.

    Raises
    ------
    UnknownIdError
        There is no such proposal.
    """
    return _put_back(store, list(numbers), decider, secret, state=ProposalState.OPEN)


def erase(store: Store, numbers: Iterable[int], decider: Decider, *, secret: bytes = b"") -> None:
    """Drop proposals for good; what an accepted one claimed is taken back first.

    Raises
    ------
    UnknownIdError
        There is no such proposal.
    """
    changed = reopen(store, numbers, decider, secret=secret)
    drop_proposals(store, [one.number for one in changed.proposals])


# -------------------------------------------------------------------------------------------------------- accepting


@dataclass(frozen=True, slots=True)
class _Prepared:
    """What accepting proposals of one report comes to, before anything is written."""

    report: KeptReport
    chosen: list[KeptProposal]
    changes: ChangeSet
    remarks: list[Problem]


def _with_ids(store: Store, chosen: list[KeptProposal], same_as: Mapping[int, str]) -> list[KeptProposal]:
    """Return proposals with the ids that a person gives them."""
    known = store.existing(sorted(set(same_as.values()))) if same_as else {}
    for id_ in same_as.values():
        if id_ not in known:
            raise unknown_id(id_)
    return [replace(one, proposal=replace(one.proposal, id=known[same_as[one.number]].canonical))
            if one.number in same_as and isinstance(one.proposal, Named) else one for one in chosen]  # fmt: skip


def _with_parties(desk: Desk, chosen: list[KeptProposal]) -> list[KeptProposal]:
    """Return proposals with the bodies that they are about.

    Raises
    ------
    InputError
        A person rejected one of these.
    """
    found = {one.number: one for one in chosen}
    for one in chosen:
        for party in parties_of(one, desk.of_report(one.report)):
            if party.state is ProposalState.REJECTED and party.number not in found:
                raise InputError(
                    f"Voorstel {one.number} gaat over voorstel {party.number}, en dat is afgewezen.",
                    f"Proposal {one.number} is about proposal {party.number}, which was rejected.",
                    concerning=one.number,
                )
            found.setdefault(party.number, party)
    return list(found.values())


def _by_report(chosen: Iterable[KeptProposal]) -> dict[str, list[KeptProposal]]:
    found: dict[str, list[KeptProposal]] = {}
    for one in chosen:
        found.setdefault(one.report, []).append(one)
    return found


def _prepare(
    store: Store, desk: Desk, source: str, chosen: list[KeptProposal], secret: bytes, *, careful: bool = True
) -> _Prepared:
    """Return what accepting comes to: what the report claims with these proposals, less what it does without.

    Parameters
    ----------
    careful
        Whether one that cannot be told is an error; otherwise it is left out.

    Raises
    ------
    InputError
        A proposal can be more than one thing.
    """
    report = desk.reports[source]
    mine = {one.number: one for one in chosen}
    kept = [mine.get(one.number, one) for one in desk.of_report(source)]
    before = _claims(store, report, kept, lambda one: one.state is ProposalState.ACCEPTED, secret)
    after = _claims(store, report, kept, lambda one: one.state is ProposalState.ACCEPTED or one.number in mine, secret)
    lost = {number: problems for number, problems in after.lost.items() if number in mine}
    if lost and careful:
        number, problem = next((number, problems[0]) for number, problems in sorted(lost.items()))
        raise InputError(
            f"Voorstel {number}: {problem.what.nl}", f"Proposal {number}: {problem.what.en}", concerning=number
        )
    if lost:
        return _prepare(store, desk, source, [one for one in chosen if one.number not in lost], secret, careful=False)
    remarks = [problem for number, problems in after.problems.items() if number in mine for problem in problems]
    return _Prepared(report, chosen, _less(after.claimed.changes, before.claimed.changes, source), remarks)


@dataclass(frozen=True, slots=True)
class _Made:
    """What records claim, and what could not be claimed, by number of the proposal."""

    claimed: Claimed
    lost: Mapping[int, list[Problem]]
    problems: Mapping[int, list[Problem]]


def _claims(
    store: Store,
    report: KeptReport,
    kept: Sequence[KeptProposal],
    wanted: Callable[[KeptProposal], bool],
    secret: bytes,
) -> _Made:
    drafts: Drafted = drafted(store, report, kept, wanted)
    claimed = claims_of(store, drafts, title=report.file, secret=secret)
    lost = {record.number: record.problems for record in drafts.records if record.lost}
    problems = {record.number: record.problems for record in drafts.records if record.problems and not record.lost}
    return _Made(claimed, lost, problems)


def _less(after: ChangeSet, before: ChangeSet, source: str) -> ChangeSet:
    """Return the claims that are new, with what the source says of itself: each load stands alone."""
    claims = {claim: how for claim, how in after.claims.items() if claim not in before.claims or claim.thing == source}
    things = {claim.thing for claim in claims}
    return ChangeSet(claims, {id_: tie for id_, tie in after.ties.items() if id_ in things})


def _take_in(store: Store, desk: Desk, one: _Prepared, decider: Decider, decided: Decided) -> None:
    """Write the claims of one report, then the decision; what an earlier try left half is taken back first."""
    for number in sorted({kept.load for kept in one.chosen} & desk.running):
        store.undo(number, actor=decider.actor, reason="")
    numbers = sorted(kept.number for kept in one.chosen)
    digest = hashlib.sha256(f"{VERSION}/{one.report.source}/{numbers}/{sorted(map(str, one.changes.claims))}".encode())
    count = len(numbers)
    order = LoadOrder(
        one.report.source,
        f"proposals:{one.report.source}",
        fingerprint=digest.hexdigest(),
        title=f"{one.report.file}: {count} {'voorstel' if count == 1 else 'voorstellen'}",
        actor=decider.actor,
        reason=decider.reason,
        published_on=one.report.published_on or None,
        adds=True,
    )
    load = store.begin(order)
    chosen = [replace(kept, state=ProposalState.ACCEPTED, load=load.number, actor=decider.actor,
                      on=decider.on.isoformat(), reason=decider.reason) for kept in one.chosen]  # fmt: skip
    keep_proposals(store, chosen)  # first: a load that is cut off is then known to be theirs
    counts = {"read": count, "used": count, "claims_added": len(one.changes)}
    load, _ = state_claims(store, order, one.changes, report=counts)
    decided.proposals += chosen
    decided.loads.append(load)
    decided.remarks += one.remarks


# ------------------------------------------------------------------------------------------------- taking back


def _put_back(store: Store, numbers: list[int], decider: Decider, secret: bytes, *, state: ProposalState) -> Decided:
    """Give proposals another state; what was accepted with them is taken in anew, without them.

    Notes
    -----
    All loads of proposals of a report are taken back and what stays is one new load: what one proposal says may stand
    in the load of another that refers to it.
    """
    desk = read_desk(store)
    chosen = desk.chosen(numbers)
    touched = {one.report for one in chosen if one.state is ProposalState.ACCEPTED}
    left = [one for source in sorted(touched) for one in desk.of_report(source)
            if one.state is ProposalState.ACCEPTED and one.number not in set(numbers)]  # fmt: skip
    loads = {one.load for source in touched for one in desk.of_report(source) if one.state is ProposalState.ACCEPTED}
    for number in sorted(loads, reverse=True):
        store.undo(number, actor=decider.actor, reason=decider.reason)
    changed = [_stated(one, state, decider) for one in chosen]
    keep_proposals(store, changed)
    decided = Decided(changed)
    if left:
        decided.loads = accept(store, [one.number for one in left], decider, secret=secret).loads
    return decided


def _stated(one: KeptProposal, state: ProposalState, decider: Decider) -> KeptProposal:
    if state is ProposalState.OPEN:
        return replace(one, state=state, load=0, actor="", on="", reason="")
    return replace(one, state=state, load=0, actor=decider.actor, on=decider.on.isoformat(), reason=decider.reason)


def check_report_known(desk: Desk, source: str) -> None:
    """Refuse the id of a report that is not on the desk.

    Raises
    ------
    UnknownIdError
        There is no such report.
    """
    if source and source not in desk.reports:
        raise UnknownIdError(
            f"Er is geen verslag ‘{source}’ op het bureau.", f"There is no report ‘{source}’ on the desk.",
            concerning=source,
        )  # fmt: skip
