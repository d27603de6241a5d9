"""A fairer order: within one word of likelihood, told where it moved something, and off unless asked for."""

from __future__ import annotations

from graph.network import Network
from graph.store.questions import Role, Viewer
from graph.suggestions.advice_types import Suggestion
from graph.suggestions.fairness import order_fairly


def _suggestions(network: Network) -> list[Suggestion]:
    with network.view(Viewer(Role.PUBLIC)) as view:
        return list(network.advice(view).suggestions)


def _listed_once(found: list[Suggestion], first: int) -> dict[str, int]:
    return {member.id: 1 for one in found[:first] for member in one.members}


def _band(one: Suggestion) -> tuple[bool, str, bool]:
    return one.learning, one.likelihood.value, any(reason.code == "same_work" for reason in one.reasons_against)


def test_nothing_moves_without_strength_or_before_anything_was_listed(oefenstad: Network) -> None:
    found = _suggestions(oefenstad)
    assert order_fairly(found, _listed_once(found, 10), 0.0) == found
    assert order_fairly(found, {}, 1.0) == found


def test_who_was_not_listed_moves_up_within_the_word_of_likelihood(oefenstad: Network) -> None:
    found = _suggestions(oefenstad)
    shown = _listed_once(found, 10)
    fair = order_fairly(found, shown, 1.0)
    assert list(map(_band, fair)) == list(map(_band, found))
    assert {one.id: one.probability for one in fair} == {one.id: one.probability for one in found}
    assert [one.id for one in fair] != [one.id for one in found]
    seldom = [min(shown.get(member.id, 0) for member in one.members) for one in fair if _band(one) == _band(fair[0])]
    assert seldom == sorted(seldom)


def test_what_moved_up_says_so_and_names_who_was_listed_least(oefenstad: Network) -> None:
    found = _suggestions(oefenstad)
    shown = _listed_once(found, 10)
    place = {one.id: number for number, one in enumerate(found)}
    for number, one in enumerate(order_fairly(found, shown, 0.5)):
        told = [reason for reason in one.reasons_for if reason.code == "few_turns"]
        assert not told or number < place[one.id]
        for reason in told:
            named = [member for member in one.members if member.name in reason.text.nl]
            assert named
            assert reason.weight == 0
            assert all(shown.get(member.id, 0) == 0 for member in named)
