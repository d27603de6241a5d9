"""Who had a turn: counted once, told to who prepares meetings, by canonical id, with what is not known said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import ForbiddenError, InputError, UnknownIdError
from graph.network import Network
from graph.network.deciding import Judgement
from graph.questions.ledger_types import Grouping, Ledger, Turn
from graph.store.questions import Role, Viewer
from graph.suggestions.advice_types import Member
from tests.cities import empty_network
from tests.graph.questions.town import town_network
from tests.graph.questions.truth import PUBLIC, STAFF, assert_reads

SOUP, CHOIR = "initiative/de-soepbus", "initiative/het-koor"


@pytest.fixture
def own_town(tmp_path: Path) -> Iterator[Network]:
    """Give a small town that a test may count in."""
    network = town_network(tmp_path)
    yield network
    network.close()


def _ledger(network: Network, *within: str, viewer: Viewer = STAFF) -> Ledger:
    with network.view(viewer) as view:
        return network.ledger(view, within=within)


def _show(network: Network, id_: str, times: int = 1) -> None:
    for _ in range(times):
        network.turns.count(Turn.SHOWN, [Member(id_, "", "Initiative")])


def test_everyone_alive_with_a_name_is_in_it_and_nothing_counted_is_said(own_town: Network) -> None:
    found = _ledger(own_town)
    names = {row.member.name for row in found.rows}
    assert names == {"De Soepbus", "Het Koor", "De Kok", "De Bus", "De Verre", "Het Wiel"}
    assert all(not any(row.counts.values()) for row in found.rows)
    assert found.notes[0].nl.startswith("Er is nog geen enkele keer geteld.")


def test_turns_are_counted_and_their_skew_told(own_town: Network) -> None:
    _show(own_town, SOUP, 3)
    own_town.turns.count(Turn.INVITED, [Member(SOUP, "", "Initiative"), Member("organisation/x", "", "Organisation")])
    found = _ledger(own_town)
    last = found.rows[-1]
    assert (last.member.id, last.counts[Turn.SHOWN], last.counts[Turn.INVITED]) == (SOUP, 3, 1)
    assert found.skew[Turn.SHOWN] == pytest.approx(1)
    assert found.skew[Turn.SUGGESTED] == 0
    assert any("5 van de 6 initiatieven stonden nog nooit" in note.nl for note in found.notes)
    assert_reads(text for note in found.notes for text in (note.nl, note.en))


def test_groups_hold_everyone_once_and_what_is_not_known_stands_last(own_town: Network) -> None:
    _show(own_town, SOUP)
    found = _ledger(own_town)
    for by in Grouping:
        held = [one for one in found.groups if one.grouping is by]
        assert sum(one.initiatives for one in held) == len(found.rows)
        assert sum(one.counts[Turn.SHOWN] for one in held) == 1
    assert [one.name.nl for one in found.groups if one.grouping is Grouping.PHASE] == ["loopt", "niet bekend"]


def test_an_area_narrows_it_and_only_who_prepares_meetings_may_see_it(own_town: Network) -> None:
    assert {row.member.name for row in _ledger(own_town, "area/duinwijk").rows} == {"De Verre", "Het Wiel"}
    for viewer in (PUBLIC, Viewer(Role.STAFF)):
        with pytest.raises(ForbiddenError):
            _ledger(own_town, viewer=viewer)
    with pytest.raises(UnknownIdError):
        _ledger(own_town, "area/nergens")
    with pytest.raises(InputError):
        _ledger(own_town, SOUP)


def test_what_is_accepted_comes_from_judgements_and_is_taken_back_with_them(own_town: Network) -> None:
    load, _ = own_town.judge((SOUP, CHOIR), Judgement("accepted"), STAFF)
    assert {row.member.id for row in _ledger(own_town).rows if row.counts[Turn.ACCEPTED]} == {SOUP, CHOIR}
    own_town.store.undo(load.number, actor="test", reason="")
    assert not [row for row in _ledger(own_town).rows if row.counts[Turn.ACCEPTED]]


def test_turns_of_what_was_merged_since_are_added_up(own_town: Network) -> None:
    _show(own_town, SOUP, 2)
    _show(own_town, CHOIR)
    own_town.turns.write()
    own_town.merge(SOUP, CHOIR, Viewer(Role.ADMIN))
    (row,) = [row for row in _ledger(own_town).rows if row.member.id in (SOUP, CHOIR)]
    assert row.counts[Turn.SHOWN] == 3


def test_nothing_at_all_has_an_empty_ledger() -> None:
    network = empty_network()
    found = _ledger(network)
    network.close()
    assert (found.rows, found.groups, set(found.skew.values())) == ((), (), {0.0})
    assert found.notes[0].nl == "Hier is geen initiatief met een naam bekend."


def test_who_was_invited_and_never_listed_is_not_told_as_nothing_counted(own_town: Network) -> None:
    own_town.turns.count(Turn.INVITED, [Member(SOUP, "", "Initiative")])
    assert _ledger(own_town).notes[0].nl.startswith("Nog geen enkel initiatief stond in een lijst.")


def test_a_turn_counted_by_mistake_is_taken_back_and_never_below_nought(own_town: Network) -> None:
    soup = [Member(SOUP, "", "Initiative")]
    own_town.turns.count(Turn.INVITED, soup)
    for _ in range(2):
        own_town.turns.take_back(Turn.INVITED, soup)
        assert own_town.turns.counts()[SOUP][Turn.INVITED] == 0
