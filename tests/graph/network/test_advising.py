"""Advice at hand: read at once after a judgement, with the judgement on it; never from before the network changed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.network import Network
from graph.network.deciding import Judgement
from graph.store.questions import Role, Viewer
from tests.api.towns import fill_pair
from tests.cities import empty_network
from tests.contracts.build import City, says

FACILITATOR = Viewer(Role.FACILITATOR)


@pytest.fixture
def two() -> Iterator[Network]:
    """Give a town in which two could work together."""
    made = empty_network()
    fill_pair(made)
    yield made
    made.close()


def _judge(network: Network, verdict: str) -> str:
    with network.view(FACILITATOR) as view:
        (one,) = network.suggestions(view)
    return network.judge(one.ids, Judgement(verdict), FACILITATOR)[1]


def test_what_is_at_hand_bears_the_newest_judgement_and_says_of_when_it_is(two: Network) -> None:
    made = _judge(two, "later")
    with two.view(FACILITATOR) as view:
        at_hand = two.advice(view, at_hand=True)
        assert at_hand.suggestions[0].judgements == (made,)
        assert at_hand.revision < view.revision == two.advice(view).revision
        assert two.suggestions(view, judged=False, at_hand=True) == []


def test_nothing_is_at_hand_of_a_network_that_has_changed(two: Network) -> None:
    _judge(two, "later")
    with two.view(FACILITATOR) as view:
        assert two.is_advice_at_hand(view)
    City(two.store).load(says("b", "2026-02-01").tie("PARTNERS_WITH", "initiative/tuin", "initiative/kas"))
    with two.view(FACILITATOR) as view:
        assert not two.is_advice_at_hand(view)
        assert two.suggestions(view, at_hand=True) == []


def test_what_the_public_reads_is_not_at_hand_because_a_facilitator_read_hers(two: Network) -> None:
    _judge(two, "accepted")
    with two.view(Viewer()) as view:
        assert not two.is_advice_at_hand(view)
