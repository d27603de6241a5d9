"""Same or not, on each store: merged by the program, kept apart by people, put off, taken back, after later loads."""

from __future__ import annotations

from datetime import date

import pytest

from graph.errors import InputError, UnknownIdError
from graph.network import resolving
from graph.network.deciding import Decider, merge
from graph.resolution.matching import Outcome
from graph.store.questions import Role
from tests.contracts.build import City, picture, says

POLLEPEL, POLEPEL, SHORT = "initiative/buurtkeuken-de-pollepel", "initiative/buurtkeuken-de-polepel", "initiative/kort"
ANNA = Decider("staff", date(2026, 1, 15), "gebeld")


@pytest.fixture
def town(city: City) -> City:
    said = says("lijst", "2025-01-01").node(POLLEPEL, name="Buurtkeuken De Pollepel", members="40 person")
    said.node("initiative/eettafel", name="Eettafel De Pollepel").node("initiative/tuin", name="Buurttuin De Pollepel")
    said.node("initiative/vergiet", name="Buurtkeuken Het Vergiet").node(
        "initiative/garde", name="Buurtkeuken De Garde"
    )
    city.load(said)
    city.load(says("grants", "2025-02-01").node(POLEPEL, name="Buurtkeuken De Polepel").node(SHORT, name="De Pollepel"))
    return city


def pairs(town: City, outcome: Outcome) -> set[tuple[str, str]]:
    return {match.ids for match in resolving.resolve(town.store).of(outcome)}


def apply(town: City) -> int:
    load = resolving.merge_sure(town.store, resolving.resolve(town.store), ANNA)
    assert load is not None
    return load.number


def test_what_is_sure_is_merged_and_comes_apart_when_it_is_undone(town: City) -> None:
    before = picture(town.store)["public"]["nodes"]
    number = apply(town)
    assert town.node(POLEPEL).id == POLLEPEL
    assert set(town.value(POLLEPEL, "aliases") or ()) | {town.node(POLLEPEL).name} == {
        "Buurtkeuken De Pollepel", "Buurtkeuken De Polepel"}  # fmt: skip
    town.store.undo(number, actor="admin", reason="")
    after = [one for one in picture(town.store)["public"]["nodes"] if one[0] != resolving.MACHINE]
    assert after == before


def test_merging_again_finds_nothing_left(town: City) -> None:
    apply(town)
    assert resolving.merge_sure(town.store, resolving.resolve(town.store), ANNA) is None
    assert (POLEPEL, POLLEPEL) not in pairs(town, Outcome.SURE) | pairs(town, Outcome.DOUBTFUL)


def test_a_merge_by_the_program_stands_after_later_loads_and_is_still_taken_back(town: City) -> None:
    number = apply(town)
    town.load(says("grants", "2025-06-01").node(POLEPEL, name="Buurtkeuken De Polepel", members="50 person"))
    assert town.value(POLLEPEL, "members") == "50 person"
    town.store.undo(number, actor="admin", reason="")
    assert (town.value(POLLEPEL, "members"), town.value(POLEPEL, "members")) == ("40 person", "50 person")


def test_a_person_stands_above_the_program_and_the_pair_never_returns(town: City) -> None:
    apply(town)
    resolving.keep_apart(town.store, POLEPEL, POLLEPEL, ANNA)
    assert town.node(POLEPEL).id == POLEPEL
    town.load(says("later", "2025-06-01").node(POLEPEL, name="Buurtkeuken De Polepel", members="50 person"))
    assert (POLEPEL, POLLEPEL) not in pairs(town, Outcome.SURE) | pairs(town, Outcome.DOUBTFUL)
    assert town.node(POLEPEL).id == POLEPEL


def test_undoing_a_decision_brings_the_pair_back(town: City) -> None:
    load = resolving.keep_apart(town.store, POLEPEL, POLLEPEL, ANNA)
    assert (POLEPEL, POLLEPEL) not in pairs(town, Outcome.SURE)
    town.undo(load)
    assert (POLEPEL, POLLEPEL) in pairs(town, Outcome.SURE)


def test_a_newer_decision_on_a_pair_takes_the_place_of_the_older(town: City) -> None:
    resolving.keep_apart(town.store, POLEPEL, POLLEPEL, ANNA)
    merge(town.store, POLLEPEL, POLEPEL, ANNA)
    assert town.node(POLEPEL).id == POLLEPEL
    load = resolving.keep_apart(town.store, POLLEPEL, POLEPEL, ANNA)
    assert town.node(POLEPEL).id == POLEPEL
    town.undo(load)
    assert town.node(POLEPEL).id == POLLEPEL


def test_kept_apart_holds_for_what_each_is_merged_with(town: City) -> None:
    resolving.keep_apart(town.store, POLEPEL, POLLEPEL, ANNA)
    merge(town.store, SHORT, POLLEPEL, ANNA)
    found = pairs(town, Outcome.SURE) | pairs(town, Outcome.DOUBTFUL)
    assert tuple(sorted((POLEPEL, SHORT))) not in found


def test_two_that_stay_one_by_way_of_a_third_are_refused_in_a_sentence(town: City) -> None:
    merge(town.store, POLLEPEL, POLEPEL, ANNA)
    merge(town.store, POLLEPEL, SHORT, ANNA)
    with pytest.raises(InputError, match="horen allebei bij"):
        resolving.keep_apart(town.store, POLEPEL, SHORT, ANNA)
    assert town.node(SHORT).id == town.node(POLEPEL).id == POLLEPEL


def test_a_pair_that_was_put_off_is_marked_until_it_is_decided(town: City) -> None:
    resolving.postpone(town.store, POLEPEL, POLLEPEL, ANNA)
    assert resolving.put_off(town.store) == {(POLEPEL, POLLEPEL): "gebeld"}
    resolution = resolving.resolve(town.store)
    with town.view(Role.STAFF) as view:
        doubts = resolving.desk(view, town.store, resolution, resolution.of(Outcome.SURE))
    assert "gebeld" in {one.later for one in doubts}
    resolving.keep_apart(town.store, POLLEPEL, POLEPEL, ANNA)
    assert resolving.put_off(town.store) == {}


def test_what_is_unknown_or_one_already_is_refused(town: City) -> None:
    with pytest.raises(UnknownIdError):
        resolving.keep_apart(town.store, POLLEPEL, "initiative/bestaat-niet", ANNA)
    with pytest.raises(InputError, match="Geef er twee"):
        resolving.keep_apart(town.store, POLLEPEL, POLLEPEL, ANNA)
    merge(town.store, POLLEPEL, POLEPEL, ANNA)
    with pytest.raises(InputError, match="al hetzelfde"):
        resolving.postpone(town.store, POLLEPEL, POLEPEL, ANNA)


def test_quality_counts_what_is_merged_already(town: City) -> None:
    truth = {"duplicates": [["Buurtkeuken De Pollepel", "Buurtkeuken De Polepel"]]}
    before = resolving.quality(town.store, resolving.resolve(town.store), truth)
    apply(town)
    after = resolving.quality(town.store, resolving.resolve(town.store), truth)
    for found in (before, after):
        assert (found.pairs, found.automatic, found.precision, found.recall) == (1, 1, 1.0, 1.0)
