"""Steps of suggestions that are safe to send again.

The same step of the same day takes the place of the first in the store, so a process that ends between the write and
its note leaves nothing that the same write again would double.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from threading import Lock

from api.judging import check_may_judge
from api.replaying import Replays
from graph.network import Network
from graph.network.outcomes import Outcome
from graph.questions.gathering import Gathering
from graph.questions.invitation_types import Invitation
from graph.store.questions import Viewer


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of a write.

    Parameters
    ----------
    thing
        Id of the meeting, agreement or partnership.
    revision
        Revision after the write.
    replayed
        True when an earlier, equal write gave this answer.
    """

    thing: str
    revision: int
    replayed: bool


_LOCK = Lock()
"""One at a time in this process: two that carry one key must not both write."""


def record(network: Network, key: str, suggestion: str, outcome: Outcome, viewer: Viewer, *, days: int) -> Recorded:
    """Keep a step of a suggestion, once for each key.

    Parameters
    ----------
    network
        Where it is kept.
    key
        The sender's own text for the write.
    suggestion
        Id of the suggestion.
    outcome
        The step.
    viewer
        Who records.
    days
        How long an answer is kept for the same write again.

    Raises
    ------
    KeyReusedError
        The key was used for other words.
    ForbiddenError
        The viewer's role may not.
    UnknownIdError
        There is no such suggestion.
    InputError
        The day is none, a text does not belong there, or the step does not follow on what is known.
    """
    check_may_judge(viewer)
    replays = Replays(network.store.records, days=days)
    words = ("outcome", suggestion, outcome.step.value, outcome.on, outcome.lesson, outcome.note)
    with _LOCK:
        note = replays.find(key, words, viewer)
        if note is not None:
            return Recorded(str(note["thing"]), int(note["revision"]), replayed=True)
        _, thing = network.record_outcome(suggestion, outcome, viewer)
        with network.view(viewer) as view:
            revision = view.revision
        replays.put(key, words, viewer, thing=thing, revision=revision)
        return Recorded(thing, revision, replayed=False)


def record_invitation(
    network: Network, key: str, gathering: Gathering, found: Invitation, viewer: Viewer, *, invited: bool, days: int
) -> Recorded:
    """Count a list as invited or take that back, once for each key and for each list.

    Parameters
    ----------
    network
        Where it is counted.
    key
        The sender's own text for the write.
    gathering, found
        What the list is for, and who is on it.
    viewer
        Who invites.
    invited
        False to take it back.
    days
        How long an answer is kept for the same write again.

    Raises
    ------
    KeyReusedError
        The key was used for other words.
    ForbiddenError
        The viewer's role may not.
    """
    lists, replays = network.invited, Replays(network.store.records, days=days)
    mark = lists.mark(replace(gathering, meeting=found.meeting.id if found.meeting else ""), found)
    words = ("invitation", mark, invited)
    with _LOCK:
        note = replays.find(key, words, viewer)
        if note is None:
            (lists.count if invited else lists.take_back)(mark, found, viewer)
            with network.view(viewer) as view:
                replays.put(key, words, viewer, thing=mark, revision=view.revision)
                return Recorded(mark, view.revision, replayed=False)
        return Recorded(mark, int(note["revision"]), replayed=True)
