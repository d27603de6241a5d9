from __future__ import annotations

from collections.abc import Callable

from graph.practice.acquaintance import TERMS
from graph.practice.city import City
from graph.practice.truth import Truth, tell_truth

Rows = list[dict[str, str]]


def test_the_truth_speaks_in_names_that_the_files_use(truth: Truth, rows: Callable[[str], Rows]) -> None:
    listed = {row["Naam"] for row in rows("06")}
    named = {member for group in truth.groups for member in group.members}
    named |= {name for each in truth.partnerships_left_out for name in each.between}
    assert named <= listed
    assert {group.district for group in truth.groups} <= {row["Naam"] for row in rows("01")}


def test_each_duplicate_stands_under_both_names(truth: Truth, rows: Callable[[str], Rows]) -> None:
    first = {row["Naam"] for row in rows("06")}
    second = {row["Initiatief"] for row in rows("07")} | {row["Aanvrager"] for row in rows("08")}
    assert len(truth.duplicates) == 5
    for name, spelling in truth.duplicates:
        assert name in first and spelling not in first
        assert spelling in second


def test_a_partnership_that_is_left_out_is_in_no_file(truth: Truth, rows: Callable[[str], Rows]) -> None:
    left_out = {frozenset(each.between) for each in truth.partnerships_left_out}
    listed = {frozenset((row["Initiatief"], row["Werkt samen met"])) for row in rows("11")}
    listed |= {frozenset((row["Initiatief A"], row["Initiatief B"])) for row in rows("12")}
    assert len(left_out) == len(truth.partnerships_left_out) > 30
    assert left_out.isdisjoint(listed)
    assert len(left_out) + len(listed) == truth.partnerships


def test_no_cell_of_any_list_names_two_whose_partnership_is_left_out(city: City, truth: Truth) -> None:
    texts = [each.text for each in city.outcomes]
    for one, other in (each.between for each in truth.partnerships_left_out):
        assert not any(one in text and other in text for text in texts)


def test_reasons_are_those_of_the_model(truth: Truth) -> None:
    assert set(TERMS) < set(truth.reasons)
    for each in truth.partnerships_left_out:
        assert each.reasons and set(each.reasons) <= set(truth.reasons)


def test_it_is_the_same_for_the_same_city(city: City, truth: Truth) -> None:
    assert tell_truth(city).as_json() == truth.as_json()
    assert truth.as_json()["fictional"] is True
