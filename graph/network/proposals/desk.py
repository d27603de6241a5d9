"""The desk of proposals for one viewer: the typed interface for the command, the page and the API."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from graph.network.deciding import Decider
from graph.network.proposals import deciding, linking, listing
from graph.network.proposals.deciding import Decided
from graph.network.proposals.kept import ProposalKind, ProposalState
from graph.network.proposals.listing import OPEN, ShownProposal, ShownReport
from graph.reports.proposals import Proposals
from graph.store.base import Store

__all__ = ["Decided", "ProposalDesk", "ProposalKind", "ProposalState", "ShownProposal", "ShownReport"]


class ProposalDesk:
    """What reports propose, and what people decide on it. Made by `graph.network.Network.desk`, which checks the role.

    Parameters
    ----------
    store
        Where the desk is.
    decider
        Who decides, and the day.
    secret
        Key of this installation, for the ids of people.
    """

    def __init__(self, store: Store, decider: Decider, secret: bytes = b"") -> None:
        self._store = store
        self._decider = decider
        self._secret = secret

    def reports(self) -> list[ShownReport]:
        """Return the reports that were read, the newest first, with counts."""
        return listing.reports_on_desk(self._store)

    def list(
        self,
        *,
        states: Iterable[ProposalState] = OPEN,
        report: str = "",
        kinds: Iterable[ProposalKind] = tuple(ProposalKind),
    ) -> list[ShownProposal]:
        """Return proposals by report, kind and place.

        Raises
        ------
        UnknownIdError
            There is no such report.
        """
        return listing.list_proposals(self._store, states=states, report=report, kinds=kinds, secret=self._secret)

    def one(self, number: int) -> ShownProposal:
        """Return one proposal.

        Raises
        ------
        UnknownIdError
            There is none with this number.
        """
        return listing.shown(self._store, [number], secret=self._secret)[0]

    def link(self, proposals: Proposals) -> None:
        """Say of each entity that a report proposes what the graph knows of it; nothing is kept.

        Parameters
        ----------
        proposals
            As a reader gave them; their entities get an id, and whether they are known.
        """
        linking.link_entities(self._store, proposals, self._secret)

    def accept(self, numbers: Iterable[int], *, reason: str = "", same_as: Mapping[int, str] | None = None) -> Decided:
        """Accept proposals: they become claims of their report, in one load for each report.

        Parameters
        ----------
        numbers
            Which; the bodies that a partnership, need or offer is about go with it.
        reason
            Why; kept with the load.
        same_as
            By number, the id of what a proposed thing is, where a person says so.

        Raises
        ------
        UnknownIdError
            There is no such proposal, or nothing under an id.
        InputError
            A proposal can be more than one thing, or is about a body that was rejected. Nothing has changed then.
        """
        who = self._who(reason)
        return deciding.accept(self._store, numbers, who, secret=self._secret, same_as=same_as)

    def accept_sure(self, *, report: str = "", reason: str = "") -> Decided:
        """Accept the open proposals that are fairly sure and that can be told from others.

        Raises
        ------
        UnknownIdError
            There is no such report.
        """
        return deciding.accept_sure(self._store, self._who(reason), secret=self._secret, report=report)

    def reject(self, numbers: Iterable[int], *, reason: str = "") -> Decided:
        """Reject proposals: they are not asked about again, and claim nothing.

        Raises
        ------
        UnknownIdError
            There is no such proposal.
        """
        return deciding.reject(self._store, numbers, self._who(reason), secret=self._secret)

    def reopen(self, numbers: Iterable[int], *, reason: str = "") -> Decided:
        """Put proposals back on the desk, undecided.

        Raises
        ------
        UnknownIdError
            There is no such proposal.
        """
        return deciding.reopen(self._store, numbers, self._who(reason), secret=self._secret)

    def erase(self, numbers: Iterable[int]) -> None:
        """Erase proposals for good, with their passages; claims of accepted ones are taken back first.

        Raises
        ------
        UnknownIdError
            There is no such proposal.
        """
        deciding.erase(self._store, numbers, self._decider, secret=self._secret)

    def _who(self, reason: str) -> Decider:
        return replace(self._decider, reason=reason)
