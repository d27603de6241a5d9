"""Advice: suggestions, communities and brokers for a level, computed once for each state of what they are made from."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from graph.errors import UnknownIdError
from graph.projection.projection import Projection, project
from graph.store.base import Store, View
from graph.suggestions.advice_types import Broker, Community, Suggestion
from graph.suggestions.evaluating import AdviceQuality, evaluate_advice
from graph.suggestions.grouping import find_communities, find_main_brokers
from graph.suggestions.judging import find_judgements
from graph.suggestions.model import home_city
from graph.suggestions.suggesting import suggest

KEPT = 4
"""States for which advice is kept in memory: two levels, before and after a change."""


@dataclass(frozen=True)
class Advice:
    """What is advised to who reads a level.

    Parameters
    ----------
    revision
        Revision of the data that it was computed from.
    suggestions
        Who could work together, best first; then who could learn from whom elsewhere.
    communities
        What hangs together, largest first.
    brokers
        Who holds it together, most first.
    city
        Municipality that it is for; empty where the data tell none.
    """

    revision: int
    suggestions: tuple[Suggestion, ...]
    communities: tuple[Community, ...]
    brokers: tuple[Broker, ...]
    city: str

    @cached_property
    def _by_id(self) -> dict[str, Suggestion]:
        return {suggestion.id: suggestion for suggestion in self.suggestions}

    def suggestion(self, id_: str) -> Suggestion:
        """Return a suggestion by its id.

        Raises
        ------
        UnknownIdError
            There is no such suggestion (any more).
        """
        if id_ not in self._by_id:
            raise UnknownIdError(
                f"Er is geen suggestie ‘{id_}’ (meer). ‘wijkweb suggest’ laat zien welke er zijn.",
                f"There is no suggestion ‘{id_}’ (any more). ‘wijkweb suggest’ shows which there are.",
                concerning=id_,
            )
        return self._by_id[id_]

    def about(self, members: Iterable[str]) -> list[Suggestion]:
        """Return the suggestions in which one of some members has a part."""
        wanted = set(members)
        return [one for one in self.suggestions if wanted & {member.id for member in one.members}]


class Adviser:
    """Computes advice, and keeps it while what it was made from stays.

    Parameters
    ----------
    store
        Where vectors and labels are kept.
    city
        Municipality that the advice is for; empty to let the data tell.
    """

    def __init__(self, store: Store, *, city: str = "") -> None:
        self._store = store
        self._city = city
        self._lock = threading.Lock()
        self._kept: dict[tuple[str, int, tuple[tuple[str, int], ...]], Advice] = {}

    def advice(self, view: View) -> Advice:
        """Return advice for who looks.

        Parameters
        ----------
        view
            Who looks. Advice has no day: it is about what is known now.
        """
        # A note or a new name of a document changes no advice; what the projection reads and judgements do.
        # Not their number: one taken back and another made leave it as it was.
        judgements = tuple((node.id, node.revision) for node in find_judgements(view))
        key = (view.viewer.level.value, view.structure_revision, judgements)
        with self._lock:
            if key not in self._kept:
                while len(self._kept) >= KEPT:
                    self._kept.pop(next(iter(self._kept)))
                self._kept[key] = self._compute(view)
            return self._kept[key]

    def quality(self, view: View, *, newest: bool = False, seed: int = 0) -> AdviceQuality:
        """Return how good the advice is on known partnerships; measured at each call, which takes seconds.

        Parameters
        ----------
        view
            Who looks.
        newest
            Hide the newest partnerships instead of any.
        seed
            What chance starts from.
        """
        return evaluate_advice(view, project(view), self._store.derived, city=self._city, newest=newest, seed=seed)

    def _compute(self, view: View) -> Advice:
        projection: Projection = project(view)
        derived = self._store.derived
        year = datetime.now(UTC).year
        return Advice(
            view.revision,
            tuple(suggest(view, projection, derived, city=self._city, year=year)),
            tuple(find_communities(projection, derived, view.viewer.level.value)),
            tuple(find_main_brokers(projection)),
            self._city or home_city(projection),
        )
