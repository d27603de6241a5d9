"""Links what reports name to what the graph knows: by number and name as loading does, else by a very like name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graph.ingest.records import Record
from graph.ingest.resolve import Resolver
from graph.network.proposals.drafting import drafted
from graph.network.proposals.kept import KeptProposal, KeptReport, ProposalKind, each_proposal
from graph.reports.proposals import Named, Proposals
from graph.resolution.blocking import candidate_pairs
from graph.resolution.lexicon import build_lexicon
from graph.resolution.matching import RIVAL_MARGIN, SURE
from graph.resolution.names import read_name
from graph.resolution.signs import compare
from graph.resolution.things import Thing, Things, read_things
from graph.schema.keys import key_of
from graph.schema.model import node_properties
from graph.store.base import Store
from graph.store.questions import Role, Viewer

_KINDS = {
    ProposalKind.INITIATIVE: "Initiative",
    ProposalKind.ORGANISATION: "Organisation",
}
"""Kinds whose names are compared: an area is found by its code, a meeting by name and date, and people who bear like
names are namesakes."""


@dataclass(frozen=True, slots=True)
class Link:
    """What the graph knows of a proposed thing.

    Parameters
    ----------
    id
        What it is; empty where the graph does not know it.
    alike
        Whether only a very like name says so.
    doubts
        Ids of the things that it may be, where there is more than one.
    """

    id: str = ""
    alike: bool = False
    doubts: tuple[str, ...] = ()

    @property
    def state(self) -> str:
        """Return ``known``, ``alike``, ``doubtful`` or ``new``."""
        if self.doubts:
            return "doubtful"
        return "new" if not self.id else "alike" if self.alike else "known"


def link_all(store: Store, report: KeptReport, kept: Sequence[KeptProposal], secret: bytes = b"") -> dict[int, Link]:
    """Return what the graph knows of each thing that a report proposes, by number.

    Parameters
    ----------
    store
        What is known.
    report, kept
        The report and all its proposals.
    secret
        Key of this installation, for the ids of people.

    Notes
    -----
    Some three questions to the store for a report, whatever it proposes.
    """
    drafts = drafted(store, report, kept, _is_named)
    asked = {record.number: record for record in drafts.records if record.drafts and record.number > 0}
    resolver = Resolver(store, report.source, secret)
    found, doubts = resolver.resolve(list(asked.values()))
    ids = {number: found[_key(record)].id for number, record in asked.items() if _key(record) in found}
    known = store.existing(sorted(set(ids.values())))
    given = {one.number for one in kept if isinstance(one.proposal, Named) and one.proposal.id}
    links = {number: Link(known[id_].canonical, alike=number in given) for number, id_ in ids.items() if id_ in known}
    unsure = [number for number, record in asked.items() if _key(record) in doubts]
    return links | {number: Link(doubts=_namesakes(store, asked[number])) for number in unsure}


def link_entities(store: Store, proposals: Proposals, secret: bytes = b"") -> None:
    """Set on each entity of a report that is not kept its id, and whether the graph knows it.

    Notes
    -----
    As for `link_all`, and as `with_likely_ids` where a name is not known.
    """
    report = KeptReport("source/verslag", "verslag", "verslag")
    # Keys that no entry of a document can have: nothing in the store was ever known by them.
    kept = [KeptProposal(number, report.source, kind, replace(one, key=f"~{number}"))
            for number, (kind, one) in enumerate(each_proposal(proposals), 1)]  # fmt: skip
    links = link_all(store, report, kept, secret)
    likely = with_likely_ids(store, kept, links)
    for (_, one), found in zip(each_proposal(proposals), likely, strict=True):
        if isinstance(one, Named) and isinstance(found.proposal, Named):
            link = links.get(found.number) or Link(found.proposal.id, alike=True)
            one.id, one.known = link.id, link.state


def _is_named(one: KeptProposal) -> bool:
    return isinstance(one.proposal, Named)


def _key(record: Record) -> str:
    return record.drafts[0].reference


def _namesakes(store: Store, record: Record) -> tuple[str, ...]:
    """Return the things that bear a name of a record, of a kind that it may be."""
    draft = record.drafts[0]
    declared = node_properties()
    said = [(declared[one.property], one.value) for one in draft.said if one.value is not None]
    keys = [key for property_, value in said if (key := key_of(property_, value)) is not None]
    found = store.find_by_key(keys)
    return tuple(sorted({one.canonical for key in keys for one in found.get(key, ()) if one.kind in draft.kinds}))


# ------------------------------------------------------------------------------------------------------ like names


def with_likely_ids(store: Store, kept: Sequence[KeptProposal], links: Mapping[int, Link]) -> list[KeptProposal]:
    """Return proposals, those that are new by their name with the id of what they very likely are.

    Parameters
    ----------
    store
        What is known.
    kept
        Proposals.
    links
        What equal names and numbers say.

    Notes
    -----
    Reads the names of the whole graph once; linear in them.
    """
    new = [one for one in kept if one.kind in _KINDS and one.number not in links]
    if not new:
        return list(kept)
    with store.view(Viewer(Role.ADMIN)) as view:
        things = read_things(view)
    likely: dict[int, str] = {}
    for kind in sorted({_KINDS[one.kind] for one in new}):
        likely |= _alike(things, kind, [one for one in new if _KINDS[one.kind] == kind])
    return [_with_id(one, likely[one.number]) if one.number in likely else one for one in kept]


def _with_id(one: KeptProposal, id_: str) -> KeptProposal:
    return replace(one, proposal=replace(one.proposal, id=id_)) if isinstance(one.proposal, Named) else one


def _alike(things: Things, kind: str, new: Sequence[KeptProposal]) -> dict[int, str]:
    """Return what proposals of one kind very likely are: one known thing, and no other about as likely."""
    known = things.of_kind[kind]
    compared = [*known, *(_thing(one, kind) for one in new)]
    lexicon = build_lexicon((thing.names for thing in compared), things.places)
    best: dict[int, list[tuple[float, float, str]]] = {}
    for one, other in candidate_pairs(compared):
        if one < len(known) <= other:
            found = compare(compared, one, other, lexicon)
            if not found.part:
                number = new[other - len(known)].number
                best.setdefault(number, []).append((found.log_odds, found.probability, compared[one].id))
    return {number: of[0][2] for number, pairs in best.items() if _is_sure(of := sorted(pairs, reverse=True))}


def _is_sure(pairs: Sequence[tuple[float, float, str]]) -> bool:
    alone = len(pairs) == 1 or pairs[1][0] < pairs[0][0] - RIVAL_MARGIN
    return pairs[0][1] >= SURE and alone


def _thing(one: KeptProposal, kind: str) -> Thing:
    spelled = (one.proposal.name, *one.proposal.aliases) if isinstance(one.proposal, Named) else ()
    return Thing(f"proposal/{one.number}", kind, tuple(name for name in map(read_name, spelled) if name.words), {})
