"""One writer and many readers: they do not hinder each other, writers wait, and one clear error ends the waiting."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest

from graph.errors import StoreBusyError
from graph.store.base import Store
from graph.store.committing import CommittingStore
from graph.store.loads import LoadState
from graph.store.questions import NodeFilter, Role, Viewer
from tests.contracts.build import City, order_of, says
from tests.contracts.conftest import Stores

A, B = "initiative/a", "initiative/b"


def test_a_new_view_sees_what_was_committed_and_an_open_one_stands_in_no_writers_way(city: City) -> None:
    city.load(says("one").node(A))
    with city.view() as before:
        assert before.count(NodeFilter()) == 1
        city.load(says("two").node(B))
        with city.view() as after:
            assert (after.revision, after.count(NodeFilter())) == (2, 2)
        assert before.nodes([A])[0] is not None


def test_what_is_open_in_another_process_sees_it_too(stores: Stores) -> None:
    city, other = City(stores.fresh()), City(stores.open_again())
    load = city.load(says("one").node(A, name="Anna"))
    assert other.node(A).name == "Anna"
    assert other.store.loads() == [load]
    other.undo(load)
    assert not city.sees(A)


def test_a_snapshot_is_of_one_revision_while_others_write(stores: Stores) -> None:
    """Revision r holds 2r nodes and r relationships: any mixture of two revisions shows."""
    store, writing = stores.fresh(), stores.open_again()
    load = writing.begin(order_of(says("list").node(A)))

    def write() -> None:
        for number in range(40):
            one, two = f"initiative/{number:03}a", f"initiative/{number:03}b"
            with writing.writer(load) as writer:
                writer.write(says("list").node(one).node(two).tie("PARTNERS_WITH", one, two).changes)

    with ThreadPoolExecutor(1) as pool:
        task = pool.submit(write)
        revisions = [_checked_revision(store)]
        while revisions[-1] < 40:
            assert not task.done() or task.exception() is None
            revisions.append(_checked_revision(store))
    assert all(one <= other for one, other in pairwise(revisions))


def _checked_revision(store: Store) -> int:
    with store.view() as view:
        snapshot = view.snapshot()
    assert len(snapshot.nodes.ids) == 2 * snapshot.revision
    assert len(snapshot.relationships.ids) == snapshot.revision
    return snapshot.revision


def test_many_readers_at_once_each_get_whole_answers(stores: Stores) -> None:
    city = City(stores.fresh())
    city.load(says("list").node(A, name="Anna").node(B, name="Bert").tie("PARTNERS_WITH", A, B))

    def read(number: int) -> tuple[int, int, str]:
        with city.view(Role.STAFF if number % 2 else Role.PUBLIC) as view:
            return view.count(NodeFilter()), view.relationship_counts([A])[A], view.search("anna").items[0].id

    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(read, range(24))) == {(2, 1, A)}


def test_writers_wait_for_one_another(stores: Stores) -> None:
    cities = [City(stores.fresh()), City(stores.open_again()), City(stores.open_again())]

    def write(number: int) -> LoadState:
        said = says(f"s{number}").node(f"initiative/{number:02}", name=f"Naam {number}")
        return cities[number % 3].load(said).state

    with ThreadPoolExecutor(4) as pool:
        states = list(pool.map(write, range(12)))
    assert states == [LoadState.COMPLETE] * 12
    assert sorted(load.number for load in cities[0].store.loads()) == list(range(1, 13))
    assert (cities[1].revision, cities[2].store.problems()) == (12, [])


@pytest.mark.parametrize("same", [True, False], ids=["in one process", "in another"])
def test_who_waited_long_enough_gets_one_clear_error(stores: Stores, same: bool) -> None:
    City(stores.fresh()).load(says("one").node(A))
    holding = stores.open_again(wait_seconds=0.2)
    waiting = holding if same else stores.open_again(wait_seconds=0.2)
    assert isinstance(holding, CommittingStore)
    with ThreadPoolExecutor(1) as pool, holding.whole_transaction():
        with pytest.raises(StoreBusyError) as raised:
            pool.submit(waiting.begin, order_of(says("two").node(B))).result()
        assert pool.submit(City(waiting).sees, A).result(), "readers need not wait"
    assert raised.value.en.startswith("Somebody else has been writing")
    assert City(waiting).load(says("two").node(B)).state is LoadState.COMPLETE


def test_a_view_may_be_closed_twice_and_a_store_too(stores: Stores) -> None:
    store = stores.fresh()
    view = store.view(Viewer(Role.STAFF))
    assert view.viewer == Viewer(Role.STAFF)
    assert view.as_of is None
    view.close()
    view.close()
    store.close()
    store.close()


def test_the_address_of_a_store_holds_no_secret(stores: Stores) -> None:
    store = stores.fresh()
    password = stores.told().get("password")
    assert store.url.startswith(("sqlite:///", "bolt://", "neo4j://"))
    assert "@" not in store.url
    assert password is None or (password not in store.url and password not in repr(vars(store).get("url")))


def test_a_number_of_a_load_is_never_used_again(stores: Stores) -> None:
    city = City(stores.fresh())
    city.undo(city.load(says("one").node(A)))
    assert City(stores.open_again()).load(says("one").node(A)).number == 2
    assert city.load(says("two").node(A)).number == 3
