"""Who had a turn: counts of initiatives, kept as records beside the claims and never about a person.

A count is gathered in memory and written at most once a minute, by a thread of its own, and at close: nobody who reads
waits for it. A store that may not be written to does not count.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from threading import Lock, Timer
from typing import Any

from graph.errors import StoreAccessError, StoreError
from graph.questions.composition_types import Composition
from graph.questions.gap_types import Gap
from graph.questions.ledger_types import Counts, Turn
from graph.store.base import Store, all_records
from graph.suggestions.advice_types import Member, Suggestion

COLLECTION = "ledger"
"""Collection of the records part: id of an initiative -> how often, by turn."""

SECONDS = 60.0
"""How long counts wait in memory, and how old those may be that only order a list."""

_AT_ONCE = 1_000
_REVISION = "revision"


class Turns:
    """Counts whose turn it was.

    Parameters
    ----------
    store
        Where counts are kept.
    seconds
        How long they wait in memory.

    Notes
    -----
    Two processes that write in one instant may lose a count of one of them: the figures are for proportions.
    """

    def __init__(self, store: Store, *, seconds: float = SECONDS) -> None:
        self._store = store
        self._seconds = seconds
        self._lock = Lock()
        self._writing = Lock()
        self._waiting: Counter[tuple[str, Turn]] = Counter()
        self._advised: dict[str, int] = {}
        self._last_advised: set[tuple[int, str]] = set()
        self._timer: Timer | None = None
        self._may_write = True
        self._known: tuple[float, Mapping[str, Counts]] | None = None

    def count(self, turn: Turn, members: Iterable[Member]) -> None:
        """Count a turn of each initiative, once however often it is named here; others are not counted."""
        self._add(turn, members, 1)

    def take_back(self, turn: Turn, members: Iterable[Member]) -> None:
        """Count a turn of each initiative less: it was counted by mistake."""
        self._add(turn, members, -1)

    def _add(self, turn: Turn, members: Iterable[Member], number: int) -> None:
        ids = {one.id for one in members if one.kind == "Initiative"}
        if not ids or not self._may_write:
            return
        with self._lock:
            self._waiting.update({(id_, turn): number for id_ in ids})
            self._start_timer()

    def show(self, suggestions: Iterable[Suggestion]) -> None:
        """Count that suggestions of pairs or groups were listed to somebody."""
        self.count(Turn.SHOWN, (member for one in suggestions for member in one.members))

    def show_sets(self, compositions: Iterable[Composition]) -> None:
        """Count that sets for a goal were listed to somebody."""
        self.count(Turn.SHOWN, (part.member for one in compositions for part in one.parts))

    def show_helpers(self, gaps: Iterable[Gap]) -> None:
        """Count that somebody read who near has what is missing."""
        self.count(Turn.SHOWN, (helper.member for gap in gaps for helper in gap.nearby))

    def suggest(self, suggestions: Iterable[Suggestion], revision: int, level: str) -> None:
        """Count who is among the advice of a revision: once for each revision, however often it is computed."""
        state = (revision, level)
        with self._lock:
            if state in self._last_advised or not self._may_write:
                return
            self._last_advised = {one for one in self._last_advised if one[0] == revision} | {state}
            ids = {member.id for one in suggestions for member in one.members if member.kind == "Initiative"}
            self._advised.update(dict.fromkeys(ids, revision))
            if ids:
                self._start_timer()

    def counts(self, *, newest: bool = True) -> Mapping[str, Counts]:
        """Return how often each initiative had its turn, by id as it was counted.

        Parameters
        ----------
        newest
            Write what waits and read again; else what was read up to `SECONDS` ago will do.
        """
        if newest:
            self.write()
        known = self._known
        if newest or known is None or time.monotonic() - known[0] > self._seconds:
            self._known = known = (time.monotonic(), dict(_read(self._store)))
        return known[1]

    def write(self) -> None:
        """Write what waits; a store that may not be written to is asked no more."""
        with self._writing:
            with self._lock:
                waiting, advised, self._timer = self._waiting, self._advised, None
                self._waiting, self._advised = Counter(), {}
            try:
                _add(self._store, waiting, advised)
            except StoreAccessError:
                self._may_write = False
            except StoreError:  # it is busy or full: nobody who reads is to notice; the next minute tries again
                with self._lock:
                    self._waiting.update(waiting)
                    self._advised = advised | self._advised

    def close(self) -> None:
        """Write what waits, and stop."""
        with self._lock:
            timer, self._timer = self._timer, None
        if timer is not None:
            timer.cancel()
        self.write()

    def _start_timer(self) -> None:
        if self._timer is None:
            self._timer = Timer(self._seconds, self.write)
            self._timer.daemon = True  # a process that ends does not wait a minute for it
            self._timer.start()


def _add(store: Store, waiting: Mapping[tuple[str, Turn], int], advised: Mapping[str, int]) -> None:
    ids = sorted({*(id_ for id_, _ in waiting), *advised})
    for start in range(0, len(ids), _AT_ONCE):
        part = ids[start : start + _AT_ONCE]
        kept = store.records.get(COLLECTION, part)
        added: dict[str, dict[str, Any]] = {}
        for id_, document in zip(part, kept, strict=True):
            new = dict(document or {})
            for turn in Turn:
                if more := waiting.get((id_, turn), 0):
                    new[turn.value] = max(int(new.get(turn.value, 0)) + more, 0)
            if advised.get(id_, -1) > int(new.get(_REVISION, -1)):
                new[Turn.SUGGESTED.value] = int(new.get(Turn.SUGGESTED.value, 0)) + 1
                new[_REVISION] = advised[id_]
            if new != document:
                added[id_] = new
        if added:
            store.records.put(COLLECTION, added)


def _read(store: Store) -> Iterator[tuple[str, Counts]]:
    for id_, document in all_records(store.records, COLLECTION):
        yield id_, {turn: int(document.get(turn.value, 0)) for turn in Turn}
