"""The facilitator's questions as functions of the facade, each asked of what one viewer may see."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime

from graph.errors import InputError, UnknownIdError
from graph.network.advising import Advice
from graph.questions.citing import Citer
from graph.questions.gap_types import Gap, GapKind
from graph.questions.gaps import find_gaps
from graph.questions.ground import MEMBERS, Ground, read_ground
from graph.questions.scope import make_scope
from graph.store.base import View

KEPT = 4
"""States that are kept in memory: two levels, before and after a change."""


class Answers:
    """Answers the facilitator's questions.

    Parameters
    ----------
    advise
        Returns what is advised to who looks.
    """

    def __init__(self, advise: Callable[[View], Advice]) -> None:
        self._advise = advise
        self._lock = threading.Lock()
        self._kept: dict[tuple[str, int, date | None], Ground] = {}

    def ground(self, view: View) -> Ground:
        """Return what a viewer may see, read once for each revision."""
        key = (view.viewer.level.value, view.revision, view.as_of)
        with self._lock:
            if key not in self._kept:
                while len(self._kept) >= KEPT:
                    self._kept.pop(next(iter(self._kept)))
                self._kept[key] = read_ground(view)
            return self._kept[key]

    def gaps(
        self, view: View, of: Sequence[str], *, kinds: Sequence[GapKind] = tuple(GapKind), first: int = 20
    ) -> tuple[Gap, ...]:
        """Return what some areas, initiatives or suggestions need and lack.

        Parameters
        ----------
        view
            Who looks.
        of
            Areas; or initiatives, organisations and suggestions, whose members are taken as one group.
        kinds
            Only these sorts.
        first
            At most so many of each sort.

        Raises
        ------
        UnknownIdError
            One of these is nothing that the viewer may see.
        InputError
            One of these is of another kind, or none is given.
        """
        ground = self.ground(view)
        scope = make_scope(ground, self._members(view, of))
        return find_gaps(_citer(view), ground, scope, kinds=kinds, first=first)

    def _members(self, view: View, of: Sequence[str]) -> list[str]:
        """Return ids with suggestions replaced by their members, each one checked."""
        found: list[str] = []
        for one in of:
            is_advice = one.startswith("suggestion/")
            found += [member.id for member in self._advise(view).suggestion(one).members] if is_advice else [one]
        return checked(self.ground(view), view, found, ("Area", *MEMBERS))


def _citer(view: View) -> Citer:
    return Citer(view, datetime.now(UTC).year)


def checked(ground: Ground, view: View, ids: Sequence[str], kinds: Sequence[str]) -> list[str]:
    """Return ids as canonical ones.

    Raises
    ------
    UnknownIdError
        One is nothing that the viewer may see.
    InputError
        One is of another kind, or there is none.
    """
    nodes = view.nodes(list(ids))
    for id_, node in zip(ids, nodes, strict=True):
        if node is None or node.id not in ground:
            raise UnknownIdError(
                f"Er is niets bekend onder ‘{id_}’. Zoek met ‘wijkweb search’.",
                f"Nothing is known under ‘{id_}’. Search with ‘wijkweb search’.",
                concerning=id_,
            )
        if node.kind not in kinds:
            raise InputError(
                f"Bij ‘{id_}’ past deze vraag niet. Vraag het over een gebied, een initiatief of een suggestie.",
                f"This question does not fit ‘{id_}’. Ask it about an area, an initiative or a suggestion.",
                concerning=id_,
            )
    if not ids:
        raise InputError("Noem minstens één gebied of initiatief.", "Name at least one area or initiative.")
    return [node.id for node in nodes if node]
