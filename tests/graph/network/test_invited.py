"""Lists by which somebody invites: counted once, taken back as a whole, by who prepares meetings only."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from graph.errors import ForbiddenError
from graph.network import Network
from graph.network.invited import COLLECTION, InvitedLists
from graph.questions.gathering import Gathering
from graph.questions.invitation_types import Invitation
from graph.questions.ledger_types import Turn
from graph.store.questions import Role, Viewer
from tests.graph.questions.town import town_network

BY = Viewer(Role.FACILITATOR)
MOLEN = Gathering(within=("area/molenwijk",))


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Network]:
    """Give a small town that a test may count in."""
    network = town_network(tmp_path)
    yield network
    network.close()


def _list(network: Network, gathering: Gathering = MOLEN) -> tuple[Invitation, str]:
    with network.view(BY) as view:
        found = network.answers.invitation(view, gathering)
    return found, network.invited.mark(gathering, found)


def _invited(network: Network) -> dict[str, int]:
    return {id_: counts[Turn.INVITED] for id_, counts in network.turns.counts().items() if counts[Turn.INVITED]}


def test_a_list_is_counted_once_and_taken_back_as_a_whole(town: Network) -> None:
    found, mark = _list(town)
    for _ in range(2):
        town.invited.count(mark, found, BY)
    assert _invited(town) == {guest.member.id: 1 for guest in found.guests}
    assert town.invited.counted_on(mark) == date(2026, 1, 15)
    for _ in range(2):
        town.invited.take_back(mark, found, BY)
    assert _invited(town) == {}
    assert town.invited.counted_on(mark) is None


def test_what_is_kept_of_a_list_names_nobody(town: Network) -> None:
    found, mark = _list(town)
    town.invited.count(mark, found, BY)
    assert town.store.records.list(COLLECTION) == [(mark, {"on": "2026-01-15"})]


def test_without_a_meeting_the_same_list_counts_again_on_another_day(town: Network) -> None:
    found, mark = _list(town)
    later = InvitedLists(town.store.records, town.turns, lambda: date(2026, 2, 1))
    assert later.mark(MOLEN, found) != mark
    meeting = Gathering("meeting/x")
    assert later.mark(meeting, found) == town.invited.mark(meeting, found)


def test_who_prepares_no_meetings_counts_nothing(town: Network) -> None:
    found, mark = _list(town)
    for role in (Role.PUBLIC, Role.STAFF):
        with pytest.raises(ForbiddenError, match="nodigt uit"):
            town.invited.count(mark, found, Viewer(role))
    assert _invited(town) == {}
