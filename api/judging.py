"""Judgements that are safe to send again.

Each key is noted before the write with the revision of that moment, and afterwards with what was written. Should the
process end in between, the note without an outcome says from where to look for the judgement that it made.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from api.replaying import Replays, place_of
from graph.errors import ForbiddenError
from graph.network import Network
from graph.network.deciding import Judgement
from graph.store.answers import Node
from graph.store.base import View
from graph.store.loads import Document
from graph.store.questions import LONGEST_PAGE, RelationshipFilter, Viewer
from viz.site import MAY_JUDGE


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of a judgement.

    Parameters
    ----------
    judgement
        Id of the judgement.
    revision
        Revision after the write.
    replayed
        True when an earlier, equal write gave this answer.
    """

    judgement: str
    revision: int
    replayed: bool


class Judge:
    """Takes judgements of one site, one at a time.

    Parameters
    ----------
    network
        Where they are kept.
    days
        How long an answer is kept for the same write again.
    now
        Gives the moment.
    """

    def __init__(self, network: Network, *, days: int, now: Callable[[], datetime] | None = None) -> None:
        self._network = network
        self._replays = Replays(network.store.records, days=days, now=now)
        self._lock = Lock()

    def earlier(self, key: str, words: object, viewer: Viewer) -> Judged | None:
        """Return the answer that an equal write got before; None for a new one.

        Parameters
        ----------
        key
            The sender's own text for the write.
        words
            Everything else that was sent.
        viewer
            Who sends it: two roles do not share keys.

        Raises
        ------
        KeyReusedError
            The key was used for other words.
        """
        note = self._replays.find(key, words, viewer)
        if note is None:
            return None
        if "judgement" in note:
            return Judged(str(note["judgement"]), int(note["revision"]), replayed=True)
        return self._adopted(note, viewer)

    def judge(self, key: str, words: object, members: tuple[str, ...], judgement: Judgement, viewer: Viewer) -> Judged:
        """Keep what a person makes of a suggestion, once for each key.

        Parameters
        ----------
        key, words
            As for `earlier`.
        members
            Who were suggested.
        judgement
            What the person makes of it.
        viewer
            Who judges.

        Raises
        ------
        KeyReusedError
            The key was used for other words.
        ForbiddenError
            The viewer's role may not judge.
        """
        check_may_judge(viewer)
        with self._lock:
            known = self.earlier(key, words, viewer)
            if known is not None:
                return known
            self._replays.sweep()
            note: Document = {
                "since": self._revision(viewer),
                "members": list(members),
                "verdict": judgement.verdict,
                "form": judgement.form,
            }
            self._replays.put(key, words, viewer, **note)
            try:
                _, id_ = self._network.judge(members, judgement, viewer, key=place_of(key, viewer))
            except BaseException:
                self._replays.drop(key, viewer)  # nothing was written
                raise
            revision = self._revision(viewer)
            self._replays.put(key, words, viewer, **note, judgement=id_, revision=revision)
            return Judged(id_, revision, replayed=False)

    def _adopted(self, note: Document, viewer: Viewer) -> Judged | None:
        """Return the judgement that a process made and did not live to note; None when it did not come so far."""
        with self._network.view(viewer) as view:
            made = next((one for one in _judgements(view, note["members"]) if _is_of(one, note)), None)
        return None if made is None else Judged(made.id, made.revision, replayed=True)

    def _revision(self, viewer: Viewer) -> int:
        with self._network.view(viewer) as view:
            return view.revision


def check_may_judge(viewer: Viewer) -> None:
    """Refuse who may not judge.

    Raises
    ------
    ForbiddenError
        The viewer's role may not.
    """
    if viewer.role not in MAY_JUDGE:
        raise ForbiddenError(
            "Alleen wie begeleidt of beheert, kan zeggen wat van een suggestie komt.",
            "Only facilitators and administrators can say what becomes of a suggestion.",
            concerning=viewer.role,
        )


def _judgements(view: View, members: list[str]) -> list[Node]:
    """Return the judgements that concern all of some members."""
    ties = view.relationships(
        members, RelationshipFilter(types=("CONCERNS",), other_kinds=("Judgement",)), first=LONGEST_PAGE
    )
    concerned = [{tie.start for tie in page.items} for page in ties.values()]
    return [node for node in view.nodes(sorted(set.intersection(*concerned))) if node is not None]


def _is_of(node: Node, note: Document) -> bool:
    said = (node.value("verdict"), node.value("form"))
    return node.revision > note["since"] and said == (note["verdict"], note["form"])
