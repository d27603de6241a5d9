from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Event
from typing import Any, cast

import pytest

from api.advice import AdviceDesk, Work
from api.errors import AdviceNotReadyError
from graph.errors import InputError, StoreBusyError
from graph.network import Network
from graph.store.base import View
from graph.store.questions import Role, Viewer
from tests.contracts.build import City, says

STAFF = Viewer(Role.STAFF)


class Thinking:
    """A network whose advice takes until it is told to be done, and may fail the first time."""

    def __init__(self, network: Network, error: Exception | None = None) -> None:
        self._network, self._error = network, error
        self.done, self.measured, self.computed, self.older = Event(), Event(), 0, False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._network, name)

    def advice(self, view: View) -> Any:
        self.computed += 1
        assert self.done.wait(30)
        error, self._error = self._error, None
        if error is not None:
            raise error
        return f"advice on {view.revision}"

    def advice_quality(self, view: View, *, newest: bool) -> None:
        assert self.measured.wait(30)

    def is_advice_at_hand(self, view: View) -> bool:
        return self.older


def desk_of(thinking: Thinking, wait: float = 30) -> AdviceDesk:
    return AdviceDesk(cast("Network", thinking), wait)


def test_who_would_wait_too_long_is_told_to_come_back(network: Network) -> None:
    thinking = Thinking(network)
    desk = desk_of(thinking, 0.01)
    with network.view(STAFF) as view:
        with pytest.raises(AdviceNotReadyError, match="worden berekend"):
            desk.advice(view)
        thinking.done.set()
        time.sleep(0.1)
        assert str(desk.advice(view)) == f"advice on {view.revision}"
    desk.close()


def test_many_who_ask_at_once_have_it_computed_once(network: Network) -> None:
    thinking = Thinking(network)
    desk = desk_of(thinking)

    def ask(_: int) -> str:
        with network.view(STAFF) as view:
            return str(desk.advice(view))

    with ThreadPoolExecutor(6) as people:
        asked = people.map(ask, range(6))
        time.sleep(0.1)
        assert thinking.computed == 1
        thinking.done.set()
        assert set(asked) == {"advice on 0"}
    desk.close()


def test_a_computation_that_failed_is_tried_again(network: Network) -> None:
    thinking = Thinking(network, StoreBusyError("Bezet.", "Busy."))
    thinking.done.set()
    desk = desk_of(thinking)
    with network.view(STAFF) as view:
        with pytest.raises(StoreBusyError):
            desk.advice(view)
        assert str(desk.advice(view)) == "advice on 0"
    desk.close()


def test_advice_is_computed_anew_when_the_data_change(network: Network) -> None:
    thinking = Thinking(network)
    thinking.done.set()
    desk = desk_of(thinking)
    with network.view(STAFF) as view:
        desk.advice(view)
    City(network.store).load(says("a").node("area/a", name="A"))
    with network.view(STAFF) as view:
        assert str(desk.advice(view)) == "advice on 1"
    desk.close()


def test_a_page_waits_a_moment_and_is_told_whether_it_can_be_made(network: Network) -> None:
    thinking = Thinking(network)
    desk = desk_of(thinking)
    with network.view(STAFF) as view:
        assert not desk.is_at_hand(Work.ADVICE, view, 0.01)
        thinking.older = True
        assert desk.is_at_hand(Work.ADVICE, view, 30)
        assert not thinking.done.is_set()
        thinking.done.set()
        assert desk.is_at_hand(Work.ADVICE, view, 30)
    assert thinking.computed == 1
    desk.close()


def test_nobody_waits_for_advice_because_somebody_measures_it(network: Network) -> None:
    thinking = Thinking(network)
    thinking.done.set()
    desk = desk_of(thinking)
    with network.view(STAFF) as view:
        assert not desk.is_at_hand(Work.QUALITY, view, 0.01)
        assert str(desk.advice(view)) == "advice on 0"
    thinking.measured.set()
    desk.close()


def test_advice_is_about_now(network: Network) -> None:
    desk = desk_of(Thinking(network))
    with network.view(STAFF, as_of=date(2016, 1, 1)) as view, pytest.raises(InputError, match="asOf"):
        desk.advice(view)
    desk.close()


def test_a_store_that_is_away_at_the_start_stops_nobody(
    network: Network, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def away(*args: object, **kwargs: object) -> View:
        raise StoreBusyError("Weg.", "Away.")

    desk = desk_of(Thinking(network))
    monkeypatch.setattr(Network, "view", away)
    desk.warm(STAFF)
    assert "advice was not computed beforehand" in caplog.text
    desk.close()
