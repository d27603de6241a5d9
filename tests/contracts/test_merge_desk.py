"""The merge desk on each store: decided, kept through later files, taken back without loss."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.errors import InputError, UnknownIdError
from graph.ingest.pipeline import LoadOptions, load_file
from graph.network import Network, resolving
from graph.network.merge_desk import Case, MatchState, MergeDesk, match_id
from graph.store.base import Store
from graph.store.questions import Role, Viewer
from tests.contracts.build import City, says

A, B, C = "initiative/buurtkeuken-de-pollepel", "initiative/buurtkeuken-de-polepel", "initiative/buurtkeuken-de-garde"
STAFF = Viewer(Role.STAFF)
PAIR = match_id((A, B))
LATER_FILE = "name;members\nBuurtkeuken De Polepel;50\nBuurtkeuken De Pollepel;41\n"


@pytest.fixture
def network(store: Store) -> Network:
    """Give a town in which one initiative may stand under two names."""
    said = says("lijst", "2025-01-01").node(A, name="Buurtkeuken De Pollepel", members="40 person")
    said.node(C, name="Buurtkeuken De Garde").node("initiative/eettafel", name="Eettafel De Pollepel")
    City(store).load(said)
    City(store).load(says("grants", "2025-02-01").node(B, name="Buurtkeuken De Polepel"))
    return Network(store, secret=b"test", today=lambda: date(2026, 1, 15))


def desk(network: Network) -> MergeDesk:
    return network.merge_desk(STAFF)


def case(network: Network) -> Case:
    return desk(network).case(PAIR)


def decide(network: Network, state: MatchState, reason: str = "") -> None:
    network.decide_match(PAIR, state, STAFF, reason)


def load_more(network: Network, folder: Path) -> None:
    """Load a file, as people have them, that speaks of both by name."""
    file = folder / "initiatives.csv"
    file.write_text(LATER_FILE, "utf-8")
    report = load_file(network.store, file, LoadOptions(secret=b"test"))
    assert report.refused == 0


def members(network: Network) -> list[list[str]]:
    """Return what is said of how many take part, of each of the two."""
    with network.view(STAFF) as view:
        found = view.statements([A, B])
    return [[str(one.claim.value) for one in found[id_] if one.claim.property == "members"] for id_ in (A, B)]


def test_a_pair_waits_with_the_better_known_first(network: Network) -> None:
    found = case(network)
    assert (found.state, found.ids, found.kind, found.decision) == (MatchState.OPEN, (A, B), "Initiative", None)
    assert found in desk(network).of([MatchState.OPEN])
    assert found.match is not None


@pytest.mark.parametrize("state", [MatchState.SAME, MatchState.DIFFERENT])
def test_a_decision_holds_through_later_files_and_is_taken_back_without_loss(
    network: Network, state: MatchState, tmp_path: Path
) -> None:
    decide(network, state, "gebeld")
    load_more(network, tmp_path)
    found = case(network)
    assert (found.state, found.ids) == (state, (A, B))
    assert found.decision is not None
    assert (found.decision.actor, found.decision.reason, found.decision.on) == ("staff", "gebeld", "2026-01-15")
    assert len({str(one) for one in members(network)}) == (1 if state is MatchState.SAME else 2)
    decide(network, MatchState.OPEN)
    assert members(network) == [["40 person", "41 person"], ["50 person"]]
    assert case(network).state is MatchState.OPEN


def test_the_same_decision_again_changes_nothing(network: Network) -> None:
    decide(network, MatchState.SAME)
    before = case(network)
    decide(network, MatchState.SAME)
    assert case(network) == before
    assert desk(network).revision == network.view(STAFF).revision


def test_another_decision_takes_the_place_of_the_first_and_open_takes_back_both(network: Network) -> None:
    for state in (MatchState.SAME, MatchState.DIFFERENT, MatchState.SAME):
        decide(network, state)
        assert case(network).state is state
    decide(network, MatchState.OPEN)
    assert case(network).state is MatchState.OPEN
    assert len({str(one) for one in members(network)}) == 2


def test_what_is_put_off_stands_last_with_its_reason_until_it_is_taken_up(network: Network) -> None:
    decide(network, MatchState.LATER, "navragen")
    found = desk(network).waiting[-1]
    assert (found.id, found.state) == (PAIR, MatchState.LATER)
    assert found.decision is not None and found.decision.reason == "navragen"
    assert PAIR not in {one.id for one in desk(network).of([MatchState.OPEN])}
    decide(network, MatchState.OPEN)
    assert network.store.records.list(resolving.LATER) == []


def test_putting_off_what_was_decided_takes_that_back(network: Network) -> None:
    decide(network, MatchState.SAME)
    decide(network, MatchState.LATER)
    assert case(network).state is MatchState.LATER
    assert len({str(one) for one in members(network)}) == 2


def test_no_reason_stays_beside_the_claims_of_what_is_decided_or_gone(network: Network) -> None:
    decide(network, MatchState.LATER, "vraag het Ans")
    decide(network, MatchState.SAME)
    assert network.store.records.list(resolving.LATER) == []
    decide(network, MatchState.LATER, "vraag het Ans")
    grants = next(load for load in network.store.loads() if load.order.source == "source/grants")
    network.undo(grants.number, Viewer(Role.ADMIN))
    assert network.store.records.list(resolving.LATER) == []
    with pytest.raises(UnknownIdError):
        case(network)


def test_a_merge_from_elsewhere_leaves_no_reason_either(network: Network) -> None:
    decide(network, MatchState.LATER, "vraag het Ans")
    network.merge(A, B, STAFF)
    assert network.store.records.list(resolving.LATER) == []
    assert case(network).state is MatchState.SAME


def test_what_the_program_merged_is_listed_and_may_be_called_two(network: Network) -> None:
    network.merge_sure(STAFF)
    found = case(network)
    assert found.decision is not None
    assert (found.state, found.decision.by_machine) == (MatchState.SAME, True)
    with pytest.raises(InputError, match="door Wijkweb samengevoegd"):
        decide(network, MatchState.OPEN)
    decide(network, MatchState.DIFFERENT)
    assert case(network).state is MatchState.DIFFERENT
    decide(network, MatchState.OPEN)
    assert case(network).state is MatchState.SAME


def test_keeping_two_apart_compares_nothing_again_and_gives_the_same(network: Network) -> None:
    decide(network, MatchState.DIFFERENT)
    carried, anew = network.resolution(STAFF), resolving.resolve(network.store)
    assert carried.revision == anew.revision
    assert [match.ids for match in carried.settled.matches] == [match.ids for match in anew.settled.matches]
    assert (carried.settled.groups, carried.apart) == (anew.settled.groups, anew.apart)
