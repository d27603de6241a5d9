"""From all suggestions to those with somebody who is asked for."""

from __future__ import annotations

from graph.schema.words import Words
from graph.suggestions.advice_types import FormReason, Likelihood, Member, Suggestion
from graph.suggestions.narrowing import those_who_fit

NONE = Words("", "")


def _pair(id_: str, members: str, likelihood: Likelihood = Likelihood.POSSIBLE) -> Suggestion:
    named = tuple(Member(one, one, "Initiative") for one in members)
    reason = FormReason("otherwise", NONE, ())
    return Suggestion(id_, named, 0.2, likelihood, "visit", reason, NONE, (), (), (), 0.0, {})


def test_only_those_with_a_member_that_is_wanted_stay_in_their_order() -> None:
    found = [_pair("1", "ab"), _pair("2", "cd"), _pair("3", "ac")]
    assert [one.id for one in those_who_fit(found, {"a"}, whole_first=False)] == ["1", "3"]


def test_of_one_word_those_stand_first_of_whom_all_are_wanted() -> None:
    found = [_pair("1", "ax"), _pair("2", "ab"), _pair("3", "ab", Likelihood.LITTLE_KNOWN), _pair("4", "bxy")]
    assert [one.id for one in those_who_fit(found, {"a", "b"}, whole_first=True)] == ["2", "1", "4", "3"]
