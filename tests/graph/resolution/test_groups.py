from __future__ import annotations

from graph.resolution.groups import components, settle
from graph.resolution.matching import Outcome, find_matches
from tests.graph.resolution.made import named, thing, things

NAMES = ("Buurtkeuken De Pollepel", "Stichting Buurtkeuken De Pollepel", "Buurtkeuken Pollepel", "Eettafel De Pollepel")


def test_what_is_sure_becomes_one_group_under_the_one_of_which_most_is_known() -> None:
    known = thing("initiative/9", "De Pollepel buurtkeuken", areas=["a"], topics=["t"], started="2019")
    compared = things(*named(*NAMES), known)
    settled = settle(find_matches(compared), compared)
    assert settled.groups == (("initiative/9", "initiative/0000", "initiative/0001", "initiative/0002"),)


def test_a_pair_that_a_person_keeps_apart_is_no_match_and_is_in_no_group() -> None:
    compared = things(*named(*NAMES))
    apart = ("initiative/0000", "initiative/0001")
    settled = settle(find_matches(compared), compared, {apart})
    assert apart not in {match.ids for match in settled.matches}
    assert not any(set(apart) <= set(group) for group in settled.groups)
    assert settled.groups


def test_two_are_not_joined_by_way_of_a_third() -> None:
    one = thing("initiative/1", "Buurtkeuken De Pollepel", areas=["a"], around=["a", "delft"], cities=["delft"])
    other = thing("initiative/2", "Buurtkeuken De Pollepel", areas=["b"], around=["b", "leiden"], cities=["leiden"])
    between = thing("initiative/3", "Stichting Buurtkeuken De Pollepel")
    compared = things(one, other, between)
    settled = settle(find_matches(compared), compared)
    assert not any({"initiative/1", "initiative/2"} <= set(group) for group in settled.groups)
    assert all(
        match.outcome is not Outcome.SURE or set(match.ids) <= set(settled.groups[0]) for match in settled.matches
    )


def test_nothing_sure_makes_no_group() -> None:
    compared = things(*named("Buurtkeuken", "Eettafel"))
    assert settle(find_matches(compared), compared).groups == ()


def test_components_follow_pairs() -> None:
    assert components([("a", "b"), ("c", "c"), ("b", "d")]) == [["a", "b", "d"], ["c"]]
    assert components([]) == []
