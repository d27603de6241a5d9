"""Undo: whatever was loaded, replaced, added, corrected, merged and taken back, in whatever order.

Two things hold after any history, and a machine makes up the histories: the store reads as one that never saw the steps
that were taken back, and as one whose readings are made again from its claims.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.schema.declaration import Level
from graph.store.base import Store
from graph.store.loads import Load
from graph.store.sqlite import SqliteStore
from tests.contracts.build import City, Says, person, picture, says
from tests.contracts.conftest import Stores

A, B, C = "initiative/a", "initiative/b", "initiative/c"
IDS = (A, B, C, "organisation/d")


@dataclass(frozen=True)
class Step:
    """One thing that happens: a file of one of three sources, a decision on one of two scopes, or taking back a step.

    Parameters
    ----------
    act
        ``file``, ``decision`` or ``undo``.
    who
        Which source or scope; for undo, which of the steps before it.
    said
        What is said, each with its date and level.
    adds, published_on
        Of the file's order.
    whole
        False for a file whose load is cut off before it is complete.
    """

    act: str
    who: int
    said: tuple[tuple[str, str, str, int, str | None, Level], ...] = ()
    adds: bool = False
    published_on: str | None = None
    whole: bool = True


def _speak(said: Says, word: str, a: str, b: str, number: int) -> None:
    """Add one statement: a word says what about, two ids and a number say of which."""
    values = {
        "phase": ("idea", "running", "ended"),
        "name": ("Anna", "Bert", "Cor"),
        "aliases": ("Anna", "Annie", "Bert"),
        "members": ("40 person", "about 50 person", "60 person"),
        "kind": ("Initiative", "Organisation", "Programme"),
    }
    acts: dict[str, Callable[[], Says]] = {
        "node": lambda: said.node(a, name=values["name"][number]),
        "same": lambda: said.same(a, b),
        "not same": lambda: said.not_same(a, b),
        "tie": lambda: said.tie("PARTNERS_WITH" if number else "PART_OF", a, b, note=str(number)),
        "no tie": lambda: said.no_tie("PARTNERS_WITH" if number else "PART_OF", a, b),
        "no members": lambda: said.none(a, "members", "NEEDS"),
    }
    if word.removeprefix("no ") in values and word != "no members":
        name = word.removeprefix("no ")
        value: dict[str, Any] = {name: values[name][number]}
        said.about(a, denied=word != name, **value)
    else:
        acts[word if a != b else "node"]()


_WORDS = ["node"] * 4 + ["same"] * 4 + ["tie"] * 5 + ["not same", "no tie", "no members", "phase", "name", "aliases",
          "members", "kind", "no phase", "no name", "no aliases", "no kind"]  # fmt: skip
_SAID = st.lists(
    st.tuples(st.sampled_from(_WORDS), st.sampled_from(IDS), st.sampled_from(IDS), st.integers(0, 2),
              st.sampled_from([None, "2015", "2016-05"]), st.sampled_from([Level.PUBLIC] * 3 + [Level.INTERNAL])),
    min_size=1, max_size=5,
).map(tuple)  # fmt: skip
_APPEARED = st.sampled_from([None, "2014", "2016-04", "2016"])
_WHOLE = st.sampled_from([True, True, True, False])
_FILES = st.builds(Step, st.just("file"), st.integers(0, 2), _SAID, st.booleans(), _APPEARED, _WHOLE)
_DECISIONS = st.builds(Step, st.just("decision"), st.integers(0, 1), _SAID)
_UNDOES = st.builds(Step, st.just("undo"), st.integers(0, 11))
HISTORIES = st.lists(st.one_of(_FILES, _FILES, _DECISIONS, _UNDOES), min_size=2, max_size=12)


def live_through(store: Store, history: list[Step]) -> list[Step]:
    """Take the steps of a history in a store; return those that were not taken back."""
    city = City(store)
    taken: list[tuple[Step, Load]] = []
    undone: set[int] = set()
    for number, step in enumerate(history):
        if step.act == "undo":
            if taken:
                load = taken[step.who % len(taken)][1]
                city.undo(load)
                undone.add(load.number)
            continue
        said = []
        for word, a, b, which, date, level in step.said:
            one = person(date, level) if step.act == "decision" else says(f"s{step.who}", date, level)
            _speak(one, word, a, b, which)
            said.append(one)
        if step.act == "decision":
            taken.append((step, city.decide(f"scope/{step.who}", *said)))
        else:
            act = city.load if step.whole else city.start
            fingerprint = f"{number} {step.said}"
            load = act(*said, fingerprint=fingerprint, adds=step.adds, published_on=step.published_on)
            taken.append((step, load))
    return [step for step, load in taken if load.number not in undone]


def test_undo_leaves_what_a_store_reads_that_never_had_the_load(stores: Stores) -> None:
    def check(history: list[Step]) -> None:
        store, never, again = stores.fresh(), SqliteStore(None), SqliteStore(None)
        left = live_through(store, history)
        live_through(never, left)
        again.restore(store.dump())
        assert picture(store) == picture(never)
        assert picture(store) == picture(again)
        assert all("was cut off" in problem.en for problem in store.problems())
        never.close()
        again.close()

    examples = 60 if stores.name == "sqlite" else 15  # each takes some hundred commits
    settings(max_examples=examples, derandomize=True, database=None, deadline=None)(given(HISTORIES)(check))()
