"""The facilitator's questions as functions of the facade, each asked of what one viewer may see."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from graph.errors import InputError
from graph.network.advising import Advice
from graph.network.deciding import unknown_id
from graph.questions.citing import Citer
from graph.questions.composing import compose
from graph.questions.composition_types import Composition, Goal
from graph.questions.gap_types import Gap, GapKind
from graph.questions.gaps import find_gaps
from graph.questions.ground import MEMBERS, Ground, read_ground
from graph.questions.scope import make_scope
from graph.schema.model import KINDS_BY_NAME
from graph.store.base import View
from graph.suggestions.model import main_city

KEPT = 4
"""States that are kept in memory: two levels, before and after a change."""


class Answers:
    """Answers the facilitator's questions.

    Parameters
    ----------
    advise
        Returns what is advised to who looks.
    city
        Municipality that the answers are for; empty to let the data tell.
    today
        Gives the day, to know what was said long ago.
    """

    def __init__(self, advise: Callable[[View], Advice], city: str, today: Callable[[], date]) -> None:
        self._advise = advise
        self._city = city
        self._today = today
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
        return find_gaps(self._citer(view), ground, scope, kinds=kinds, first=first)

    def compositions(self, view: View, goal: Goal, *, first: int = 3) -> tuple[Composition, ...]:
        """Return the smallest sets of initiatives that reach a goal, differing ones.

        Parameters
        ----------
        view
            Who looks.
        goal
            What is to be reached; names no area for the whole city.
        first
            How many at most.

        Raises
        ------
        UnknownIdError
            An id of the goal is nothing that the viewer may see.
        InputError
            Nothing is demanded, the demands contradict each other, or an id is of another kind.
        """
        ground = self.ground(view)
        goal = replace(
            goal,
            topics=tuple(checked(ground, view, goal.topics, ("Topic",))),
            within=tuple(checked(ground, view, goal.within, ("Area",))),
            include=tuple(checked(ground, view, goal.include, MEMBERS)),
            exclude=tuple(checked(ground, view, goal.exclude, MEMBERS)),
        )
        return compose(self._citer(view), ground, goal, areas=self._home(ground), first=first)

    def _citer(self, view: View) -> Citer:
        return Citer(view, self._today().year)

    def _home(self, ground: Ground) -> tuple[str, ...]:
        """Return the city, as far as known: advice is for the city, elsewhere one only learns."""
        city = self._city or main_city(ground.places)
        return (city,) if city in ground else ()

    def _members(self, view: View, of: Sequence[str]) -> list[str]:
        """Return ids with suggestions replaced by their members, each one checked."""
        found: list[str] = []
        for one in of:
            is_advice = one.startswith("suggestion/")
            found += [member.id for member in self._advise(view).suggestion(one).members] if is_advice else [one]
        if not found:
            raise InputError("Noem minstens één gebied of initiatief.", "Name at least one area or initiative.")
        return checked(self.ground(view), view, found, ("Area", *MEMBERS))


def checked(ground: Ground, view: View, ids: Sequence[str], kinds: Sequence[str]) -> list[str]:
    """Return ids as canonical ones.

    Raises
    ------
    UnknownIdError
        One is nothing that the viewer may see.
    InputError
        One is of another kind.
    """
    nodes = view.nodes(list(ids))
    for id_, node in zip(ids, nodes, strict=True):
        if node is None or node.id not in ground:
            raise unknown_id(id_)
        if node.kind not in kinds:
            is_, right = KINDS_BY_NAME[node.kind].words, [KINDS_BY_NAME[kind].words for kind in kinds]
            nl, en = " of ".join(one.nl for one in right), " or ".join(one.en for one in right)
            raise InputError(
                f"‘{id_}’ is van de soort {is_.nl}. Hier past alleen: {nl}.",
                f"‘{id_}’ is of the kind {is_.en}. Only this fits here: {en}.",
                concerning=id_,
            )
    return [node.id for node in nodes if node]
