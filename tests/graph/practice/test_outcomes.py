from __future__ import annotations

from itertools import combinations

from graph.practice.city import City
from graph.practice.meetings import NETWORK, TODAY


def test_meetings_that_were_held_bring_something_forth(city: City) -> None:
    meetings = {each.meeting for each in city.outcomes}
    talked = {place for place, each in enumerate(city.meetings) if each.initiatives and each.kind != NETWORK}
    assert meetings == talked
    assert len(city.outcomes) >= len(talked)


def test_many_kinds_of_outcome_occur(big_city: City) -> None:
    kinds = {each.kind for each in big_city.outcomes}
    assert {"besluit", "actie", "toezegging", "inzicht", "advies", "vraag", "spanning", "oplossing"} <= kinds
    assert {each.kind for each in big_city.outcomes if each.research} == {"vraag"}


def test_an_outcome_names_who_was_there(big_city: City) -> None:
    for each in big_city.outcomes:
        assert set(each.about) <= set(big_city.meetings[each.meeting].initiatives)
        assert all(big_city.names[place] in each.text for place in each.about)
        assert each.owner is None or each.owner in each.about


def test_no_outcome_gives_away_a_partnership_that_is_left_out(big_city: City) -> None:
    hidden = big_city.partnerships.hidden()
    for each in big_city.outcomes:
        assert hidden.isdisjoint(combinations(sorted(each.about), 2))


def test_what_is_to_be_done_has_a_day_and_a_status(big_city: City) -> None:
    for each in big_city.outcomes:
        to_do = each.kind in ("actie", "toezegging")
        assert (each.due is not None) == bool(each.status) == to_do
        assert each.due is None or each.due < TODAY or each.status == "open"
        assert not to_do or (each.owner is None) != (each.organisation is None)


def test_sentences_are_whole(big_city: City) -> None:
    for each in big_city.outcomes:
        assert each.text[0].isupper() and each.text[-1] in ".?"
        assert "{" not in each.text and "None" not in each.text
        assert (each.text[-1] == "?") == (each.kind == "vraag")
