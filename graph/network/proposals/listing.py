"""What a page, the command and the API show of the desk: proposals in words, with what the graph knows of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.network.proposals.deciding import check_report_known
from graph.network.proposals.kept import (
    Desk,
    KeptProposal,
    KeptReport,
    ProposalKind,
    ProposalState,
    read_desk,
)
from graph.network.proposals.linking import Link, link_all
from graph.reports.wording import certainty_words, place_words, proposal_words
from graph.schema.words import Words
from graph.store.base import Store
from graph.store.questions import Role, Viewer

OPEN = (ProposalState.OPEN,)
"""What is asked for unless told otherwise."""


@dataclass(frozen=True, slots=True)
class ShownProposal:
    """A proposal as it is shown.

    Parameters
    ----------
    kept
        The proposal: number, kind, state, who decided.
    report
        Its report.
    text
        What is proposed, in words.
    passage
        The report's own words.
    where
        Its place in the report, in words.
    certainty
        From 0 to 1, and in words.
    link
        What the graph knows of it; None for what is no thing but a tie or an outcome.
    names
        Names of what it is or may be, by id.
    """

    kept: KeptProposal
    report: KeptReport
    text: Words
    passage: str
    where: Words
    certainty: tuple[float, Words]
    link: Link | None
    names: Mapping[str, str]

    @property
    def number(self) -> int:
        """Its number."""
        return self.kept.number

    @property
    def kind(self) -> ProposalKind:
        """What is proposed."""
        return self.kept.kind


@dataclass(frozen=True, slots=True)
class ShownReport:
    """A report on the desk, and how many of its proposals are in each state."""

    report: KeptReport
    counts: Mapping[ProposalState, int]


def reports_on_desk(store: Store) -> list[ShownReport]:
    """Return the reports that were read, the newest first."""
    desk = read_desk(store)
    counts = {source: Counter[ProposalState]() for source in desk.reports}
    for one in desk.proposals.values():
        counts[one.report][one.state] += 1
    return [ShownReport(report, counts[source]) for source, report in desk.reports.items()]


def list_proposals(
    store: Store,
    *,
    states: Iterable[ProposalState] = OPEN,
    report: str = "",
    kinds: Iterable[ProposalKind] = tuple(ProposalKind),
    secret: bytes = b"",
) -> list[ShownProposal]:
    """Return proposals by report, the newest report first, in the order of its text.

    Parameters
    ----------
    store
        Where the desk is.
    states, kinds
        Only these.
    report
        Id of the source of one report; empty for all.
    secret
        Key of this installation, for the ids of people.

    Raises
    ------
    UnknownIdError
        There is no such report.
    """
    desk = read_desk(store)
    check_report_known(desk, report)
    wanted, of_kind = frozenset(states), frozenset(kinds)
    chosen = [one for source in desk.reports if report in ("", source) for one in _in_order(desk.of_report(source))
              if one.state in wanted and one.kind in of_kind]  # fmt: skip
    return _shown(store, desk, chosen, secret)


def shown(store: Store, numbers: Iterable[int], *, secret: bytes = b"") -> list[ShownProposal]:
    """Return proposals by number, in the order asked.

    Raises
    ------
    UnknownIdError
        There is no such proposal.
    """
    desk = read_desk(store)
    return _shown(store, desk, desk.chosen(numbers), secret)


def _in_order(kept: Sequence[KeptProposal]) -> list[KeptProposal]:
    return sorted(kept, key=lambda one: (list(ProposalKind).index(one.kind), one.proposal.where.start, one.number))


def _shown(store: Store, desk: Desk, chosen: Sequence[KeptProposal], secret: bytes) -> list[ShownProposal]:
    links: dict[int, Link] = {}
    for source in dict.fromkeys(one.report for one in chosen):
        links |= link_all(store, desk.reports[source], desk.of_report(source), secret)
    asked = {id_ for one in chosen if (link := links.get(one.number)) for id_ in (link.id, *link.doubts) if id_}
    with store.view(Viewer(Role.ADMIN)) as view:
        ids = sorted(asked)
        names = {id_: node.name for id_, node in zip(ids, view.nodes(ids), strict=True) if node} if ids else {}
    return [_one(one, desk.reports[one.report], links.get(one.number), names) for one in chosen]


def _one(kept: KeptProposal, report: KeptReport, link: Link | None, names: Mapping[str, str]) -> ShownProposal:
    one = kept.proposal
    named = kept.kind not in (ProposalKind.OUTCOME, ProposalKind.PARTNERSHIP, ProposalKind.NEED, ProposalKind.OFFER)
    found = (link or Link()) if named else None
    mine = {id_: names.get(id_, id_) for id_ in ((found.id, *found.doubts) if found else ()) if id_}
    certainty = (one.certainty, certainty_words(one.certainty))
    return ShownProposal(
        kept, report, proposal_words(one), one.where.passage, place_words(one.where.found), certainty, found, mine
    )
