"""Counts of turns on each store: gathered in memory, added up over openings, once a revision, nothing of people."""

from __future__ import annotations

import threading

from graph.network.turns import COLLECTION, Turns
from graph.questions.ledger_types import Turn
from graph.schema.words import Words
from graph.store.base import Store
from graph.suggestions.advice_types import FormReason, Likelihood, Member, Suggestion

SOUP, CHOIR = Member("initiative/soep", "Soep", "Initiative"), Member("initiative/koor", "Koor", "Initiative")
ANNA = Member("person/anna", "Anna", "Person")
PAIR = Suggestion("suggestion/1", (CHOIR, SOUP), 0.5, Likelihood.POSSIBLE, "visit",
                  FormReason("otherwise", Words("", ""), ()), Words("", ""), (), (), (),
                  0.0, {})  # fmt: skip


def test_counts_wait_in_memory_and_are_kept_at_close(store: Store) -> None:
    turns = Turns(store)
    turns.show([PAIR])
    turns.count(Turn.SHOWN, [SOUP, SOUP, ANNA])
    assert store.records.list(COLLECTION) == []
    turns.close()
    assert dict(store.records.list(COLLECTION)) == {SOUP.id: {"shown": 2}, CHOIR.id: {"shown": 1}}


def test_counts_of_several_openings_add_up(store: Store) -> None:
    for _ in range(2):
        turns = Turns(store)
        turns.show([PAIR])
        turns.count(Turn.INVITED, [SOUP])
        turns.close()
    counts = Turns(store).counts()
    assert (counts[SOUP.id][Turn.SHOWN], counts[SOUP.id][Turn.INVITED], counts[CHOIR.id][Turn.INVITED]) == (2, 2, 0)


def test_advice_counts_once_a_revision_however_often_it_is_computed(store: Store) -> None:
    for revision, level in ((3, "public"), (3, "internal"), (3, "public"), (4, "public")):
        turns = Turns(store)
        turns.suggest([PAIR], revision, level)
        turns.suggest([PAIR], revision, level)
        turns.close()
    assert Turns(store).counts()[SOUP.id][Turn.SUGGESTED] == 2


def test_what_waited_long_enough_is_written_by_itself(store: Store) -> None:
    turns = Turns(store, seconds=0.01)
    turns.show([PAIR])
    for thread in threading.enumerate():
        if isinstance(thread, threading.Timer):
            thread.join()
    assert store.records.get(COLLECTION, [SOUP.id]) == [{"shown": 1}]
    turns.close()


def test_counting_makes_no_revision(store: Store) -> None:
    with store.view() as view:
        before = view.revision
    turns = Turns(store)
    turns.show([PAIR])
    turns.close()
    with store.view() as view:
        assert view.revision == before
