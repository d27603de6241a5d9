"""Advice: suggestions, communities and brokers for a level, computed once for each state of what they are made from."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from typing import TypeVar

from graph.errors import UnknownIdError
from graph.projection.projection import Projection, project
from graph.store.base import Store, View
from graph.suggestions.advice_types import Broker, Community, Suggestion
from graph.suggestions.evaluating import AdviceQuality, evaluate_advice
from graph.suggestions.grouping import find_communities, find_main_brokers
from graph.suggestions.judging import find_judgements, judged_members
from graph.suggestions.model import Learned, home_city, learn
from graph.suggestions.suggesting import suggest

Key = TypeVar("Key", bound=Hashable)
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
    structure
        Revision of the network that it was computed from, whatever was judged or noted since.
    """

    revision: int
    suggestions: tuple[Suggestion, ...]
    communities: tuple[Community, ...]
    brokers: tuple[Broker, ...]
    city: str
    learned: Learned = field(repr=False, compare=False)
    structure: int = 0

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

    def has(self, id_: str) -> bool:
        """Whether a suggestion is made."""
        return id_ in self._by_id

    def about(self, members: Iterable[str]) -> list[Suggestion]:
        """Return the suggestions in which one of some members has a part."""
        wanted = set(members)
        return [one for one in self.suggestions if not wanted.isdisjoint(one.ids)]

    def marked(self, view: View) -> Advice:
        """Return the same with the judgements as they are now, which it has not learned from yet."""
        judged = judged_members(view, self.learned.projection)
        return replace(self, suggestions=tuple(one.marked(judged.ids(one.ids)) for one in self.suggestions))


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
        self._measuring = threading.Lock()  # of its own: who reads advice does not wait until it has been measured
        self._advice: dict[State, Advice] = {}
        self._qualities: dict[Hashable, AdviceQuality] = {}

    def advice(self, view: View, *, at_hand: bool = False) -> Advice:
        """Return advice for who looks.

        Parameters
        ----------
        view
            Who looks. Advice has no day: it is about what is known now.
        at_hand
            Advice on the same network will do, with the judgements as they are now, where the newest of them have
            not been learned from yet: who judges ten in a row does not wait ten times.
        """
        state = _state(view)
        if at_hand and state not in self._advice and (older := self._older(state)) is not None:
            return older.marked(view)
        with self._lock:
            return remembered(self._advice, state, lambda: self._compute(view))

    def is_at_hand(self, view: View) -> bool:
        """Whether there is advice on the network as it is, were it from before the newest judgements."""
        return self._older(_state(view)) is not None

    def _older(self, state: State) -> Advice | None:
        """Return the newest advice on the network of a state; None where there is none."""
        found = [advice for (*network, _), advice in list(self._advice.items()) if network == [*state[:2]]]
        return found[-1] if found else None

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

        with self._measuring:
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
            view.structure_revision,
        )


State = tuple[str, int, tuple[tuple[str, int], ...]]
"""What advice depends on: a level, a network, and the judgements."""


def _state(view: View) -> State:
    """Return what advice depends on: a note or a new name of a document changes none; the network and judgements do.

    Not their number: one taken back and another made leave it as it was.
    """
    judgements = tuple((node.id, node.revision) for node in find_judgements(view))
    return view.viewer.level.value, view.structure_revision, judgements


def remembered(kept: dict[Key, Kept], key: Key, make: Callable[[], Kept]) -> Kept:
    """Return what is kept under a key, made where it is not; the oldest goes when there are many."""
    if key not in kept:
        while len(kept) >= KEPT:
            kept.pop(next(iter(kept)))
        kept[key] = make()
    return kept[key]
