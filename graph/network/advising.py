"""Advice: suggestions, communities and brokers for a level, computed once for each state of what they are made from."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import TypeVar

from graph.errors import UnknownIdError
from graph.projection.projection import Projection, project
from graph.store.base import Store, View
from graph.suggestions.advice_types import Broker, Community, Suggestion
from graph.suggestions.evaluating import AdviceQuality, evaluate_advice
from graph.suggestions.grouping import find_communities, find_main_brokers
from graph.suggestions.judging import find_judgements
from graph.suggestions.model import Learned, home_city, learn
from graph.suggestions.suggesting import suggest

Kept = TypeVar("Kept")

KEPT = 4
"""States for which something is kept in memory: two levels, before and after a change."""


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
    learned
        What it rests on, for advice about groups.
    """

    revision: int
    suggestions: tuple[Suggestion, ...]
    communities: tuple[Community, ...]
    brokers: tuple[Broker, ...]
    city: str
    learned: Learned = field(repr=False, compare=False)

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
            raise no_suggestion(id_)
        return self._by_id[id_]

    def about(self, members: Iterable[str]) -> list[Suggestion]:
        """Return the suggestions in which one of some members has a part."""
        wanted = set(members)
        return [one for one in self.suggestions if wanted & {member.id for member in one.members}]


def no_suggestion(id_: str, concerning: str = "") -> UnknownIdError:
    """Return the error for a suggestion that is not made (any more)."""
    return UnknownIdError(
        f"Er is geen suggestie ‘{id_}’ (meer). ‘wijkweb suggest’ laat zien welke er zijn.",
        f"There is no suggestion ‘{id_}’ (any more). ‘wijkweb suggest’ shows which there are.",
        concerning=concerning or id_,
    )


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
        self._advice: dict[Hashable, Advice] = {}
        self._qualities: dict[Hashable, AdviceQuality] = {}

    def advice(self, view: View) -> Advice:
        """Return advice for who looks.

        Parameters
        ----------
        view
            Who looks. Advice has no day: it is about what is known now.
        """
        with self._lock:
            return remembered(self._advice, _state(view), lambda: self._compute(view))

    def quality(self, view: View, *, newest: bool = False, seed: int = 0) -> AdviceQuality:
        """Return how good the advice is on known partnerships.

        Parameters
        ----------
        view
            Who looks.
        newest
            Hide the newest partnerships instead of any.
        seed
            What chance starts from.
        """

        def measure() -> AdviceQuality:
            return evaluate_advice(view, project(view), self._store.derived, city=self._city, newest=newest, seed=seed)

        with self._lock:
            return remembered(self._qualities, (*_state(view), newest, seed), measure)

    def _compute(self, view: View) -> Advice:
        projection: Projection = project(view)
        derived = self._store.derived
        today = datetime.now(UTC).date()
        learned = learn(view, projection, derived, city=self._city, today=today)
        return Advice(
            view.revision,
            tuple(suggest(view, learned, year=today.year)),
            tuple(find_communities(projection, derived, view.viewer.level.value)),
            tuple(find_main_brokers(projection)),
            self._city or home_city(projection),
            learned,
        )


def _state(view: View) -> tuple[Hashable, ...]:
    """Return what advice depends on: a note or a new name of a document changes none; the network and judgements do.

    Not their number: one taken back and another made leave it as it was.
    """
    judgements = tuple((node.id, node.revision) for node in find_judgements(view))
    return view.viewer.level.value, view.structure_revision, judgements


def remembered(kept: dict[Hashable, Kept], key: Hashable, make: Callable[[], Kept]) -> Kept:
    """Return what is kept under a key, made where it is not; the oldest goes when there are many."""
    if key not in kept:
        while len(kept) >= KEPT:
            kept.pop(next(iter(kept)))
        kept[key] = make()
    return kept[key]
