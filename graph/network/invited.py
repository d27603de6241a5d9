"""Lists by which somebody said to invite: each counted once, and taken back as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from hashlib import blake2b

from graph.errors import ForbiddenError
from graph.network.turns import Turns
from graph.questions.gathering import Gathering
from graph.questions.invitation_types import Invitation
from graph.questions.ledger_types import Turn
from graph.store.base import Records
from graph.store.questions import Role, Viewer
from graph.suggestions.advice_types import Member

COLLECTION = "invited"
"""Collection of the records part: mark of a list -> the day on which it was counted. It names nobody."""

_MAY_INVITE = (Role.FACILITATOR, Role.ADMIN)


class InvitedLists:
    """Counts lists by which somebody invites.

    Parameters
    ----------
    records
        Where it is kept which lists were counted.
    turns
        Counts whose turn it was.
    today
        Gives the day.
    """

    def __init__(self, records: Records, turns: Turns, today: Callable[[], date]) -> None:
        self._records = records
        self._turns = turns
        self._today = today

    def mark(self, gathering: Gathering, found: Invitation) -> str:
        """Return by what a list is known: to what, and who. Without a meeting the same list may come on another day."""
        day = () if gathering.meeting else (self._today().isoformat(),)
        parts = (gathering.meeting, *sorted(guest.member.id for guest in found.guests), *day)
        return blake2b("\x00".join(parts).encode(), digest_size=16).hexdigest()

    def counted_on(self, mark: str) -> date | None:
        """Return the day on which a list was counted; None for one that was not."""
        kept = self._records.get(COLLECTION, [mark])[0]
        return date.fromisoformat(str(kept["on"])) if kept else None

    def count(self, mark: str, found: Invitation, viewer: Viewer) -> None:
        """Count everybody on a list as invited, once however often it is said.

        Raises
        ------
        ForbiddenError
            The viewer's role prepares no meetings.
        """
        _check(viewer)
        if self.counted_on(mark) is None and found.guests:
            self._records.put(COLLECTION, {mark: {"on": self._today().isoformat()}})
            self._turns.count(Turn.INVITED, _members(found))

    def take_back(self, mark: str, found: Invitation, viewer: Viewer) -> None:
        """Count a list as not invited after all.

        Raises
        ------
        ForbiddenError
            The viewer's role prepares no meetings.
        """
        _check(viewer)
        if self.counted_on(mark) is not None:
            self._records.delete(COLLECTION, [mark])
            self._turns.take_back(Turn.INVITED, _members(found))


def _members(found: Invitation) -> Sequence[Member]:
    return [guest.member for guest in found.guests]


def _check(viewer: Viewer) -> None:
    if viewer.role not in _MAY_INVITE:
        raise ForbiddenError(
            "Alleen wie begeleidt of beheert, nodigt uit.",
            "Only facilitators and administrators invite.",
            concerning=viewer.role,
        )
