"""Turns proposals of one report into records, and these into what accepting them would newly claim."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from graph.changes import ChangeSet
from graph.claims import Attestation, place
from graph.ingest.claiming import Claimed
from graph.ingest.entries import EntryReader
from graph.ingest.records import Record
from graph.ingest.sources import SourceInfo, read_source
from graph.ingest.stating import claim_records
from graph.network.proposals.kept import KeptProposal, KeptReport, ProposalKind
from graph.reports.drafting import ReportSource, draft_document
from graph.reports.private_names import names_somebody
from graph.reports.proposals import (
    AreaFound,
    Body,
    MeetingFound,
    OutcomeFound,
    PartnershipFound,
    Person,
    Proposal,
    Proposals,
    WishFound,
)
from graph.reports.tokens import fold
from graph.schema.declaration import Level
from graph.store.base import Store

T = TypeVar("T", bound=Proposal)

_HEAD = ("wijkweb", "source", "unit", "level")
_BODIES = ("Initiative", "Organisation")
_LONGEST_PASSAGE = 400
"""Characters of a passage that go with each claim; more is read in the report itself."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """Records of proposals, and what is needed to make claims of them.

    Parameters
    ----------
    source
        The report as a source.
    records
        One for each thing; their numbers are those of the proposals, and negative for topics.
    passages
        For each record, the passage behind each place.
    internal
        Passages that name somebody in private.
    """

    source: SourceInfo
    records: list[Record]
    passages: Mapping[int, Mapping[str, str]]
    internal: Collection[str]


def assembled(kept: Sequence[KeptProposal]) -> Proposals:
    """Return kept proposals as what a reader of reports returns."""
    bodies = _of(kept, Body)
    return Proposals(
        initiatives=[one for one in bodies if one.kind == "initiative"],
        organisations=[one for one in bodies if one.kind == "organisation"],
        people=_of(kept, Person),
        areas=_of(kept, AreaFound),
        meetings=_of(kept, MeetingFound),
        outcomes=_of(kept, OutcomeFound),
        partnerships=_of(kept, PartnershipFound),
        wishes=_of(kept, WishFound),
    )


def _of(kept: Sequence[KeptProposal], type_: type[T]) -> list[T]:
    return [one.proposal for one in kept if isinstance(one.proposal, type_)]


def parties_of(one: KeptProposal, kept: Sequence[KeptProposal]) -> list[KeptProposal]:
    """Return the bodies that a partnership, need or offer is about: without them it says nothing."""
    if isinstance(one.proposal, PartnershipFound):
        names = one.proposal.parties
    elif isinstance(one.proposal, WishFound):
        names = [one.proposal.who]
    else:
        return []
    wanted = set(map(fold, names))
    return [body for body in kept if isinstance(body.proposal, Body)
            and not wanted.isdisjoint(map(fold, (body.proposal.name, *body.proposal.aliases)))]  # fmt: skip


def drafted(
    store: Store, report: KeptReport, kept: Sequence[KeptProposal], wanted: Callable[[KeptProposal], bool]
) -> Drafted:
    """Return the records of the wanted proposals of a report.

    Parameters
    ----------
    store
        Where an area with a code may be known under an id of its own.
    report
        The report.
    kept
        All its proposals: names in them tell what is private, and what refers to what.
    wanted
        Which become records; what they say of the others is left out.
    """
    bonds = (ProposalKind.PARTNERSHIP, ProposalKind.NEED, ProposalKind.OFFER)
    spoken = [one for one in kept if one.kind not in bonds or wanted(one)]
    proposals = assembled(spoken)
    proposals.unit = report.unit
    stem = report.source.removeprefix("source/")
    document = draft_document(proposals, ReportSource(report.title, stem, report.published_on))
    document["source"]["id"] = report.source
    numbers = {one.proposal.key: one.number for one in kept}
    gone = {one.proposal.key for one in kept if not wanted(one)}
    reader = EntryReader(report.file, report.unit, report.source)
    records: list[Record] = []
    for section, entries in document.items():
        if section in _HEAD:
            continue
        for key, entry in entries.items():
            if key not in gone:
                number = numbers.get(key, -1 - len(records))
                records.append(_record(reader, (number, section, key), _pruned(entry, gone)))
    _meet_known_areas(store, records)
    people = proposals.people
    passages = _passages(spoken)
    internal = {text for of in passages.values() for text in of.values() if names_somebody(text, people)}
    return Drafted(read_source(document, report.file), records, passages, internal)


def _record(reader: EntryReader, named: tuple[int, str, str], entry: Mapping[str, Any]) -> Record:
    number, section, key = named
    record = Record(number, place(key=key), raw={section: {key: dict(entry)}})
    reader.read(record, section, key, entry)
    for draft in record.drafts:
        if draft.kinds[0] in _BODIES:  # what a text calls a body rarely tells which of the two it is
            draft.kinds = (draft.kinds[0], *(kind for kind in _BODIES if kind != draft.kinds[0]))
    return record


def _pruned(entry: Mapping[str, Any], gone: Collection[str]) -> dict[str, Any]:
    """Return an entry without what it says of what is not accepted; what has no meeting comes from the report."""
    kept: dict[str, Any] = {}
    for name, value in entry.items():
        items = value if isinstance(value, list) else [value]
        left = [item for item in items if not (_end(item) in gone and name in _REFERRING)]
        if name == "result_of" and not left:
            left = ["source"]
        if left:
            kept[name] = left if isinstance(value, list) else left[0]
    return kept


_REFERRING = frozenset(("active_in", "involved_in", "part_of", "attended_by", "result_of", "owned_by", "said_by",
                        "partners_with", "needs", "offers"))  # fmt: skip
"""What in a drafted entry refers to another."""


def _end(item: object) -> object:
    end = item.get("to") if isinstance(item, Mapping) else item
    return end if isinstance(end, str) else None


def _meet_known_areas(store: Store, records: Sequence[Record]) -> None:
    """Let areas that the store knows by their code be found by it, whatever their id."""
    coded = {draft.values("cbs_code")[0]: draft for record in records for draft in record.drafts
             if draft.values("cbs_code")}  # fmt: skip
    known = store.find_by_key([("cbs_code", code.lower()) for code in sorted(coded)]) if coded else {}
    for code, draft in coded.items():
        if known.get(("cbs_code", code.lower())):
            draft.id = None


def _passages(spoken: Sequence[KeptProposal]) -> dict[int, dict[str, str]]:
    """Return the passage behind each place of each record: its own, and those of what is said of it elsewhere."""
    passages: dict[int, dict[str, str]] = {}
    for one in spoken:
        text = " ".join(one.proposal.where.passage.split())[:_LONGEST_PASSAGE]
        found = one.proposal.where.found
        where = place(**{found.unit: found.number})
        holders = parties_of(one, spoken) or [one]
        for holder in holders:
            passages.setdefault(holder.number, {}).setdefault(where, text)
    return passages


# ---------------------------------------------------------------------------------------------------------- claims


def claims_of(store: Store, drafts: Drafted, *, title: str, secret: bytes) -> Claimed:
    """Return what drafted records claim, each with its passage where those who see the claim may read it."""
    claimed = claim_records(store, drafts.source, drafts.records, title=title, secret=secret, adds=True)
    quoted = ChangeSet(ties=claimed.changes.ties)
    passages: dict[Any, dict[str, str]] = {}
    for number, claims in claimed.by_record.items():
        for claim in claims:
            passages.setdefault(claim, {}).update(drafts.passages.get(number, {}))
    for claim, how in claimed.changes.claims.items():
        hidden = drafts.internal if claim.level is Level.PUBLIC else ()
        quoted.claims[claim] = _quoting(how, passages.get(claim, {}), hidden)
    return replace(claimed, changes=quoted)


def _quoting(how: Attestation, passages: Mapping[str, str], hidden: Collection[str]) -> Attestation:
    shown = {where: text for where, text in passages.items() if text not in hidden}
    places = tuple(f"{where}&{place(passage=shown[where])}" if where in shown else where for where in how.places)
    return how._replace(places=places)
