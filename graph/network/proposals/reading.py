"""Reads a report onto the desk: proposes what is new, and asks nothing twice."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from graph.ingest.report_files import open_report
from graph.ingest.reports import LoadOptions, LoadReport
from graph.ingest.rows import readable
from graph.network.proposals.kept import (
    Desk,
    KeptProposal,
    KeptReport,
    each_proposal,
    keep_proposals,
    keep_report,
    read_desk,
)
from graph.network.proposals.linking import link_all, with_likely_ids
from graph.reports.drafting import title_of
from graph.reports.private_names import names_somebody
from graph.reports.proposals import Proposals
from graph.reports.reader import ReportReader, RulesReader
from graph.schema.words import slug
from graph.store.base import Store

_SAME_REPORT = 1 / 3
"""Share of passages that stand in a report of the same name, from which a text is a newer version of it."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A report that was read, before anything is kept: what it is, all it proposes, and what of it is new."""

    report: KeptReport
    known: int
    new: list[KeptProposal]


def take_in(
    store: Store,
    path: Path,
    options: LoadOptions,
    *,
    today: date,
    reader: ReportReader | None = None,
    planned: bool = False,
) -> LoadReport:
    """Put what a report proposes on the desk; nothing of it is known to the graph until somebody accepts it.

    Parameters
    ----------
    store
        Where the desk is.
    path
        The report.
    options
        The key of this installation; a mapping does not belong to a report.
    today
        The day of reading.
    reader
        What reads it; lists and grammar unless given.
    planned
        Whether to say only what would be proposed.

    Raises
    ------
    FileError
        It cannot be read, or a mapping was given with it.

    Notes
    -----
    The same text again, under whatever name, proposes nothing. A newer version proposes what is new in it; what was
    rejected is not asked again. What is cut off is put right by repeating it.
    """
    given = open_report(path, options.mapping)
    digest = hashlib.sha256(given.text.encode("utf-8", "replace")).hexdigest()
    desk = read_desk(store)
    same = next((one for one in desk.reports.values() if one.digest == digest), None)
    if same is not None:
        return LoadReport(readable(path.name), same.source, nothing_new=True)
    proposals = given.placed((reader or RulesReader(today=today)).read(given.text))
    read = _compared(desk, path, proposals, today)
    if not planned:
        _keep(store, desk, replace(read.report, digest=digest), read.new, options.secret)
    return LoadReport(readable(path.name), read.report.source, unchanged=read.known, proposed=len(read.new))


def _compared(desk: Desk, path: Path, proposals: Proposals, today: date) -> _Read:
    """Return what a report is, and what of it is not on the desk yet."""
    passages = {" ".join(one.where.passage.split()) for _, one in each_proposal(proposals)}
    published = next((one.held_on for one in proposals.meetings if one.held_on and one.status == "held"), "")
    title = title_of(proposals, path.stem)
    if names_somebody(title, proposals.people):
        title = f"Verslag {published}".strip()
    source = _source_id(desk, path.stem, proposals, passages)
    report = KeptReport(source, title, readable(path.name), published, "", today.isoformat(), proposals.unit,
                        proposals.kept_out)  # fmt: skip
    known = {one.fingerprint for one in desk.of_report(source)}
    found: dict[str, KeptProposal] = {}
    first = max(desk.proposals, default=0) + 1
    repeated = 0
    for kind, proposal in each_proposal(proposals):
        one = KeptProposal(first + len(found), source, kind, replace(proposal, key=f"voorstel-{first + len(found)}"))
        if one.fingerprint in known:
            repeated += 1
        else:
            found.setdefault(one.fingerprint, one)
    return _Read(report, repeated, list(found.values()))


def _source_id(desk: Desk, stem: str, proposals: Proposals, passages: set[str]) -> str:
    """Return the id of a report: that of an older version of it, else one that no other report has."""
    words = " ".join(part.capitalize() for part in slug(stem).split("-"))
    private = names_somebody(words, proposals.people)  # an id is public, and is never changed again
    base = f"source/{(slug(stem) if not private else '') or 'verslag'}"
    id_, number = base, 1
    while id_ in desk.reports and not _is_version(desk.of_report(id_), passages):
        number += 1
        id_ = f"{base}-{number}"
    return id_


def _is_version(kept: Sequence[KeptProposal], passages: set[str]) -> bool:
    old = {" ".join(one.proposal.where.passage.split()) for one in kept}
    return not old or len(old & passages) >= _SAME_REPORT * min(len(old), len(passages))


def _keep(store: Store, desk: Desk, report: KeptReport, new: list[KeptProposal], secret: bytes) -> None:
    """Keep a report and what it proposes; its digest comes last, so that what is cut off is read again."""
    keep_report(store, replace(report, digest=""))
    kept = [*desk.of_report(report.source), *new]
    links = link_all(store, report, kept, secret)
    keep_proposals(store, with_likely_ids(store, new, links))
    keep_report(store, report)
