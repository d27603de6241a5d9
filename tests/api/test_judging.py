from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from api.errors import KeyReusedError
from api.judging import Judge
from api.replaying import COLLECTION
from graph.errors import ForbiddenError, StoreBusyError
from graph.network import Network
from graph.network.deciding import Judgement
from graph.store.questions import NodeFilter, Role, Viewer
from tests.contracts.build import City, says

MEMBERS = ("initiative/kas", "initiative/tuin")
FACILITATOR, ADMIN = Viewer(Role.FACILITATOR), Viewer(Role.ADMIN)
GOOD = Judgement("accepted", "visit", "Koffie")


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 15, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def judge(network: Network, clock: Clock) -> Iterator[Judge]:
    said = says("a", "2026-01-01")
    for id_ in MEMBERS:
        said.node(id_, name=id_)
    City(network.store).load(said)
    yield Judge(network, days=7, now=clock)


def count(network: Network) -> int:
    with network.view(ADMIN) as view:
        return view.count(NodeFilter(kinds=("Judgement",)))


def test_the_same_write_again_gives_the_first_answer(judge: Judge, network: Network) -> None:
    first, again = (judge.judge("k", "words", MEMBERS, GOOD, FACILITATOR) for _ in range(2))
    assert (first.replayed, again.replayed) == (False, True)
    assert (first.judgement, first.revision) == (again.judgement, again.revision)
    assert count(network) == 1


def test_a_key_is_for_one_write_and_of_one_role(judge: Judge, network: Network) -> None:
    judge.judge("k", "words", MEMBERS, GOOD, FACILITATOR)
    with pytest.raises(KeyReusedError) as raised:
        judge.judge("k", "other words", MEMBERS, GOOD, FACILITATOR)
    assert raised.value.concerning == "idempotencyKey"
    assert not judge.judge("k", "other words", MEMBERS, GOOD, ADMIN).replayed
    assert count(network) == 2


def test_an_answer_is_kept_a_week_and_not_a_moment_longer(judge: Judge, clock: Clock) -> None:
    judge.judge("k", "words", MEMBERS, GOOD, FACILITATOR)
    clock.now += timedelta(days=7) - timedelta(seconds=1)
    assert judge.earlier("k", "words", FACILITATOR) is not None
    clock.now += timedelta(seconds=1)
    assert judge.earlier("k", "words", FACILITATOR) is None
    assert judge.earlier("k", "other words", FACILITATOR) is None


def test_old_notes_are_swept_away(judge: Judge, network: Network, clock: Clock) -> None:
    for key in ("a", "b"):
        judge.judge(key, key, MEMBERS, GOOD, FACILITATOR)
    clock.now += timedelta(days=8)
    judge.judge("c", "c", MEMBERS, GOOD, FACILITATOR)
    assert len(network.store.records.list(COLLECTION)) == 1


def test_what_was_not_written_may_be_sent_again(
    judge: Judge, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*args: object, **kwargs: object) -> None:
        raise StoreBusyError("Bezet.", "Busy.")

    with monkeypatch.context() as patched:
        patched.setattr(Network, "judge", busy)
        with pytest.raises(StoreBusyError):
            judge.judge("k", "words", MEMBERS, GOOD, FACILITATOR)
    assert network.store.records.list(COLLECTION) == []
    assert not judge.judge("k", "words", MEMBERS, GOOD, FACILITATOR).replayed


def unfinished(network: Network, **more: object) -> None:
    """Leave the only note as a process does that ends before it has noted what it wrote."""
    ((place, note),) = network.store.records.list(COLLECTION)
    left = {key: value for key, value in note.items() if key not in ("judgement", "revision")}
    network.store.records.put(COLLECTION, {place: {**left, **more}})


def test_a_judgement_whose_process_died_before_its_note_is_found_again(judge: Judge, network: Network) -> None:
    made = judge.judge("k", "words", MEMBERS, GOOD, FACILITATOR)
    unfinished(network)
    again = judge.judge("k", "words", MEMBERS, GOOD, FACILITATOR)
    assert (again.judgement, again.replayed) == (made.judgement, True)
    assert count(network) == 1


def test_a_note_of_a_process_that_died_before_it_wrote_stands_in_nobodys_way(judge: Judge, network: Network) -> None:
    made = judge.judge("k", "words", MEMBERS, GOOD, FACILITATOR)
    unfinished(network, since=made.revision)
    assert not judge.judge("k", "words", MEMBERS, GOOD, FACILITATOR).replayed
    assert count(network) == 2


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.STAFF])
def test_who_may_not_judge_leaves_no_trace(judge: Judge, network: Network, role: Role) -> None:
    with pytest.raises(ForbiddenError):
        judge.judge("k", "words", MEMBERS, GOOD, Viewer(role))
    assert (count(network), network.store.records.list(COLLECTION)) == (0, [])
