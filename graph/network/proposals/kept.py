"""Proposals as the store keeps them: records beside the claims, each with a number that stays its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum

from graph.errors import UnknownIdError
from graph.reports.proposals import (
    AreaFound,
    Body,
    MeetingFound,
    Named,
    OutcomeFound,
    PartnershipFound,
    Person,
    Place,
    Proposal,
    Proposals,
    Where,
    WishFound,
)
from graph.reports.tokens import fold
from graph.schema.words import Words
from graph.store.base import Store, all_records
from graph.store.loads import Document, LoadState

REPORTS = "reports"
"""Collection of the reports that were read, by the id of their source."""
PROPOSALS = "report_proposals"
"""Collection of what they propose, by number."""

_DIGITS = 9
"""Digits of a number as a key, so that keys stand in order of number."""


class ProposalState(StrEnum):
    """What a person made of a proposal."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class ProposalKind(StrEnum):
    """What is proposed."""

    MEETING = "meeting"
    INITIATIVE = "initiative"
    ORGANISATION = "organisation"
    PERSON = "person"
    AREA = "area"
    OUTCOME = "outcome"
    PARTNERSHIP = "partnership"
    NEED = "need"
    OFFER = "offer"

    @property
    def words(self) -> Words:
        """Return what it is called."""
        return _WORDS[self]


_WORDS = {
    ProposalKind.MEETING: Words("bijeenkomst", "meeting"),
    ProposalKind.INITIATIVE: Words("initiatief", "initiative"),
    ProposalKind.ORGANISATION: Words("organisatie", "organisation"),
    ProposalKind.PERSON: Words("persoon", "person"),
    ProposalKind.AREA: Words("gebied", "area"),
    ProposalKind.OUTCOME: Words("uitkomst", "outcome"),
    ProposalKind.PARTNERSHIP: Words("samenwerking", "partnership"),
    ProposalKind.NEED: Words("gezocht", "need"),
    ProposalKind.OFFER: Words("geboden", "offer"),
}
_TYPES: Mapping[ProposalKind, type[Proposal]] = {
    ProposalKind.MEETING: MeetingFound, ProposalKind.INITIATIVE: Body, ProposalKind.ORGANISATION: Body,
    ProposalKind.PERSON: Person, ProposalKind.AREA: AreaFound, ProposalKind.OUTCOME: OutcomeFound,
    ProposalKind.PARTNERSHIP: PartnershipFound, ProposalKind.NEED: WishFound, ProposalKind.OFFER: WishFound,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class KeptReport:
    """A report that was read.

    Parameters
    ----------
    source
        Id of the report as a source.
    title
        What it is called; without names of private people.
    file
        Name of its file.
    published_on
        When it appeared, as a stored date; empty where unknown.
    digest
        Of its text.
    read_on
        The day on which it was read.
    unit
        What is counted in its file: ``line``, ``paragraph`` or ``page``.
    kept_out
        How many contact details were kept out, by sort.
    """

    source: str
    title: str
    file: str
    published_on: str = ""
    digest: str = ""
    read_on: str = ""
    unit: str = "line"
    kept_out: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KeptProposal:
    """A proposal on the desk.

    Parameters
    ----------
    number
        Its own, for good.
    report
        Id of the source of its report.
    kind
        What is proposed.
    proposal
        The proposal itself: passage, place, certainty, and what it says. The id of a thing is what the graph knew
        that it very likely is under another spelling, or what a person said that it is.
    state
        What a person made of it.
    load
        Number of the load that holds its claims; 0 unless accepted.
    actor, on, reason
        Who decided, by role, when, and why; empty while it is open.
    """

    number: int
    report: str
    kind: ProposalKind
    proposal: Proposal
    state: ProposalState = ProposalState.OPEN
    load: int = 0
    actor: str = ""
    on: str = ""
    reason: str = ""

    @property
    def fingerprint(self) -> str:
        """What makes it this proposal of its report: the same words read again give the same."""
        return fingerprint(self.kind, self.proposal)


@dataclass(frozen=True, slots=True)
class Desk:
    """All that is on the desk.

    Parameters
    ----------
    reports
        By id of their source, the newest first.
    proposals
        By number, in order.
    running
        Numbers of loads of proposals that were cut off.
    """

    reports: Mapping[str, KeptReport]
    proposals: Mapping[int, KeptProposal]
    running: frozenset[int] = frozenset()

    def of_report(self, source: str) -> list[KeptProposal]:
        """Return the proposals of a report, in order of number."""
        return [one for one in self.proposals.values() if one.report == source]

    def chosen(self, numbers: Iterable[int]) -> list[KeptProposal]:
        """Return proposals by number, in the order asked, each once.

        Raises
        ------
        UnknownIdError
            There is no such proposal.
        """
        asked = list(dict.fromkeys(numbers))
        missing = next((number for number in asked if number not in self.proposals), None)
        if missing is not None:
            raise UnknownIdError(
                f"Er is geen voorstel {missing}. ‘wijkweb proposals’ laat zien welke er zijn.",
                f"There is no proposal {missing}. ‘wijkweb proposals’ shows which there are.",
                concerning=missing,
            )
        return [self.proposals[number] for number in asked]


def each_proposal(proposals: Proposals) -> Iterator[tuple[ProposalKind, Proposal]]:
    """Yield all that a report proposes, with its kind."""
    for one in proposals.meetings:
        yield ProposalKind.MEETING, one
    for body in proposals.initiatives:
        yield ProposalKind.INITIATIVE, body
    for body in proposals.organisations:
        yield ProposalKind.ORGANISATION, body
    for person in proposals.people:
        yield ProposalKind.PERSON, person
    for area in proposals.areas:
        yield ProposalKind.AREA, area
    for outcome in proposals.outcomes:
        yield ProposalKind.OUTCOME, outcome
    for bond in proposals.partnerships:
        yield ProposalKind.PARTNERSHIP, bond
    for wish in proposals.wishes:
        yield ProposalKind.NEED if wish.kind == "needs" else ProposalKind.OFFER, wish


def fingerprint(kind: ProposalKind, one: Proposal) -> str:
    """Return a short hash of what makes a proposal this one within its report."""
    parts: list[str] = [kind]
    if isinstance(one, Named):
        parts += [fold(one.name), one.held_on if isinstance(one, MeetingFound) else ""]
    elif isinstance(one, PartnershipFound):
        parts += sorted(map(fold, one.parties))
    elif isinstance(one, WishFound):
        parts += [one.what, fold(one.who)]
    else:
        parts += [one.kind if isinstance(one, OutcomeFound) else "", fold(one.where.passage)]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:24]


# -------------------------------------------------------------------------------------------------------- records


def read_desk(store: Store) -> Desk:
    """Return all that is on the desk; what an undone load had taken in is open again.

    Notes
    -----
    One question for each thousand proposals, and one for the loads.
    """
    states = {load.number: load.state for load in store.loads()}
    reports = {key: _report(key, document) for key, document in all_records(store.records, REPORTS)}
    proposals = {int(key): _as_stands(_proposal(int(key), document), states)
                 for key, document in all_records(store.records, PROPOSALS)}  # fmt: skip
    newest = sorted(reports.values(), key=lambda one: (one.read_on, one.source), reverse=True)
    running = frozenset(number for number, state in states.items() if state is LoadState.RUNNING)
    return Desk({one.source: one for one in newest}, proposals, running)


def keep_report(store: Store, report: KeptReport) -> None:
    """Keep what is known of a report."""
    store.records.put(REPORTS, {report.source: {**asdict(report), "kept_out": dict(report.kept_out)}})


def keep_proposals(store: Store, proposals: Sequence[KeptProposal]) -> None:
    """Keep proposals, in place of what was kept under their numbers."""
    if proposals:
        store.records.put(PROPOSALS, {_key(one.number): _document(one) for one in proposals})


def drop_proposals(store: Store, numbers: Iterable[int]) -> None:
    """Drop proposals for good."""
    store.records.delete(PROPOSALS, [_key(number) for number in numbers])


def _key(number: int) -> str:
    return f"{number:0{_DIGITS}d}"


def _document(one: KeptProposal) -> Document:
    said = asdict(one.proposal)
    del said["key"]
    return {"report": one.report, "kind": one.kind.value, "said": said, "state": one.state.value, "load": one.load,
            "actor": one.actor, "on": one.on, "reason": one.reason}  # fmt: skip


def _report(source: str, document: Document) -> KeptReport:
    return KeptReport(**{**document, "source": source})


def _proposal(number: int, document: Document) -> KeptProposal:
    kind = ProposalKind(document["kind"])
    said = dict(document["said"])
    found = said["where"]["place"]
    where = Where(**{**said["where"], "place": Place(**found) if found else None})
    proposal = _TYPES[kind](**{**said, "where": where}, key=f"voorstel-{number}")
    decided = {name: document[name] for name in ("load", "actor", "on", "reason")}
    return KeptProposal(number, document["report"], kind, proposal, ProposalState(document["state"]), **decided)


def _as_stands(one: KeptProposal, states: Mapping[int, LoadState]) -> KeptProposal:
    if one.state is ProposalState.ACCEPTED and states.get(one.load) is not LoadState.COMPLETE:
        return replace(one, state=ProposalState.OPEN, actor="", on="", reason="")
    return one
