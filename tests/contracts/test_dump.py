"""A whole store as documents: out of one store, into any other, the same in all that one reads and can do."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from graph.claims import Modality, place
from graph.errors import ConflictError, FileError, StoreVersionError
from graph.schema.declaration import Level
from graph.store.base import Store
from graph.store.loads import Document, LoadState
from graph.store.questions import Role
from graph.store.sqlite import SqliteStore
from tests.contracts.build import City, person, picture, says
from tests.contracts.conftest import Stores

A, B, C, D = "initiative/a", "initiative/b", "initiative/c", "initiative/d"


@pytest.fixture
def lived(city: City) -> City:
    """Give a store that has seen everything: versions, undo, levels, corrections, merges, a load that runs."""
    one = says("one", "2016", modality=Modality.EXPECTED, at=(place(row=3),)).node(A, name="Anna", phase="idea")
    city.load(one.node(B, name="Bert").tie("PARTNERS_WITH", A, B, status="talking").tie("PART_OF", A, C))
    city.load(says("one", "2017").node(A, name="Ans").node(B).node(C).tie("PARTNERS_WITH", A, B), published_on="2017")
    city.load(
        says("list", None, Level.INTERNAL).node(D, name="Dirk").about(A, members="12 person").tie("PART_OF", D, C)
    )
    city.undo(city.load(says("two").node("initiative/gone")))
    city.decide("a", person("2018").about(A, phase="running").none(A, "NEEDS"))
    city.decide("m", person().same(D, B).same(D, "initiative/unloaded"))
    city.start(says("late").node(C, name="Cor"))
    city.store.records.put("desk", {"a": {"score": 0.5}})
    return city


def elsewhere(documents: Iterator[Document]) -> Store:
    """Restore a dump into a store in memory, by way of JSON as a file holds it."""
    store = SqliteStore(None)
    store.restore(json.loads(json.dumps(document)) for document in documents)
    return store


def test_a_restored_store_reads_the_same(lived: City) -> None:
    restored = elsewhere(lived.store.dump())
    assert picture(restored) == picture(lived.store)
    assert restored.loads() == lived.store.loads()
    assert restored.records.list("desk") == lived.store.records.list("desk")
    assert restored.records.list("audit") == lived.store.records.list("audit")


def test_there_and_back_gives_equal_dumps(lived: City, stores: Stores) -> None:
    documents = list(lived.store.dump())
    passing = elsewhere(iter(documents))
    assert list(passing.dump()) == documents
    back = stores.fresh()
    back.restore(passing.dump())
    assert list(back.dump()) == documents
    passing.close()


def test_a_restored_store_knows_its_revisions_history_and_keys(lived: City) -> None:
    restored = City(elsewhere(lived.store.dump()))
    with lived.view(Role.STAFF) as before, restored.view(Role.STAFF) as after:
        assert (after.revision, after.structure_revision) == (before.revision, before.structure_revision)
        assert after.history(A) == before.history(A)
        assert after.statements([A, D]) == before.statements([A, D])
    assert restored.store.find_by_key([("name", "anna"), ("name", "dirk")]) == lived.store.find_by_key(
        [("name", "anna"), ("name", "dirk")]
    )


def test_a_restored_store_misses_no_change_that_somebody_waits_for(lived: City) -> None:
    restored = City(elsewhere(lived.store.dump()))
    for revision in range(lived.revision):
        with lived.view(Role.STAFF) as before, restored.view(Role.STAFF) as after:
            told = {one.id for one in after.changes_since(revision).items}
            assert {one.id for one in before.changes_since(revision).items} <= told


def test_life_goes_on_in_a_restored_store(lived: City) -> None:
    restored = City(elsewhere(lived.store.dump()))
    for city in (lived, restored):
        load = city.start(says("late").node(C, name="Cor"))
        assert city.store.complete(load).state is LoadState.COMPLETE
        city.undo(city.store.loads()[-2])
        city.decide("m", person().not_same(D, B))
        city.load(says("unloaded").node("initiative/unloaded"))
    assert picture(restored.store) == picture(lived.store)
    assert restored.store.problems() == lived.store.problems() == []


def test_derived_results_are_not_dumped(lived: City) -> None:
    lived.store.derived.put("labels", {"a": b"only here"})
    assert b"only here" not in json.dumps(list(lived.store.dump())).encode()


def test_an_empty_store_can_be_dumped_and_restored(store: Store) -> None:
    restored = elsewhere(store.dump())
    assert picture(restored) == picture(store)
    restored.restore(store.dump())
    assert restored.loads() == []


def test_a_store_that_is_not_empty_takes_no_dump(lived: City) -> None:
    before = picture(lived.store)
    with pytest.raises(ConflictError):
        lived.store.restore(elsewhere(lived.store.dump()).dump())
    assert picture(lived.store) == before


@pytest.mark.parametrize(
    ("documents", "error"),
    [
        ([], FileError),
        ([{}], FileError),
        ([{"format": "something else"}], FileError),
        ([{"format": "wijkweb-dump", "version": 999, "revision": 0}], StoreVersionError),
        ([{"format": "wijkweb-dump", "version": 1, "revision": 0}], FileError),
        ([{"format": "wijkweb-dump", "version": 1, "revision": 0}, {"what": 1}, {"end": True}], FileError),
        ([{"format": "wijkweb-dump", "version": 1, "revision": 0}, {"thing": "a", "tie": 5}, {"end": True}], FileError),
    ],
    ids=["nothing", "no header", "another format", "newer", "cut off", "unknown", "damaged"],
)
def test_what_is_no_whole_dump_of_ours_is_refused(store: Store, documents: list[Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        store.restore(documents)
    assert store.loads() == []


def test_a_dump_that_was_cut_off_is_refused(lived: City, stores: Stores) -> None:
    documents = list(lived.store.dump())
    for end in (5, len(documents) - 1):
        store = SqliteStore(None)
        with pytest.raises(FileError):
            store.restore(documents[:end])
        store.close()
