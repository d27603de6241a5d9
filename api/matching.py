"""Decisions on pairs that are safe to send again: what is so already is not written twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from api.replaying import Replays
from graph.errors import ForbiddenError
from graph.network import Network
from graph.network.merge_desk import MatchState
from graph.store.questions import Viewer
from viz.site import MAY_CORRECT


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of a decision.

    Parameters
    ----------
    match
        Id of the pair.
    revision
        Revision after the write.
    replayed
        True when an earlier, equal write gave this answer.
    """

    match: str
    revision: int
    replayed: bool


class MatchDecider:
    """Takes decisions on the pairs of one site, one at a time.

    Parameters
    ----------
    network
        Where they are kept.
    days
        How long an answer is kept for the same write again.
    now
        Gives the moment.

    Notes
    -----
    A process that ends between the write and its note leaves no note; the same decision again then finds the pair as
    it is to be, and writes nothing.
    """

    def __init__(self, network: Network, *, days: int, now: Callable[[], datetime] | None = None) -> None:
        self._network = network
        self._replays = Replays(network.store.records, days=days, now=now)
        self._lock = Lock()

    def decide(self, key: str, id_: str, state: MatchState, reason: str, viewer: Viewer) -> Decided:
        """Keep a decision on a pair, once for each key.

        Parameters
        ----------
        key
            The sender's own text for the write.
        id_
            The pair.
        state
            What it is to be.
        reason
            Why; empty where nobody says.
        viewer
            Who decides.

        Raises
        ------
        KeyReusedError
            The key was used for other words.
        ForbiddenError
            The viewer's role may not decide.
        UnknownIdError
            There is no such pair (any more).
        InputError
            The two cannot become one, or two.
        """
        check_may_decide(viewer)
        words = ("match", id_, state.value, reason)
        with self._lock:
            note = self._replays.find(key, words, viewer)
            if note is not None:
                return Decided(id_, int(note["revision"]), replayed=True)
            self._replays.sweep()
            self._network.decide_match(id_, state, viewer, reason)
            with self._network.view(viewer) as view:
                revision = view.revision
            self._replays.put(key, words, viewer, match=id_, revision=revision)
            return Decided(id_, revision, replayed=False)


def check_may_decide(viewer: Viewer) -> None:
    """Refuse who may not decide on pairs, nor see them: their names are not for everybody.

    Raises
    ------
    ForbiddenError
        The viewer's role may not.
    """
    if viewer.role not in MAY_CORRECT:
        raise ForbiddenError(
            "Dubbele namen bekijken en samenvoegen doet een medewerker of de beheerder.",
            "Double names are looked at and merged by staff or the administrator.",
            concerning=viewer.role,
        )
