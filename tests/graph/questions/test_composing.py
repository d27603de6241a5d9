"""Who together make it: smallest sets of what sources say, nothing guessed, and the least that is missing."""

from __future__ import annotations

import pytest

from graph.errors import InputError
from graph.network import Network
from graph.questions.composition_types import Composition, Goal
from tests.graph.questions.truth import PUBLIC, STAFF, assert_reads, assert_true, internal_ids, private_names


def _compose(network: Network, goal: Goal) -> tuple[Composition, ...]:
    with network.view(STAFF) as view:
        return network.answers.compositions(view, goal)


def _names(one: Composition) -> list[str]:
    return [part.member.name for part in one.parts]


def test_the_smallest_set_is_found_and_says_what_each_brings(town: Network) -> None:
    best = _compose(town, Goal(members=150))[0]
    assert best.complete
    assert _names(best) == ["Het Koor", "De Bus"]
    assert best.text.nl == "Deze 2 hebben samen ongeveer 160 leden. Wie bij twee van hen hoort, telt dubbel."
    assert best.parts[0].text.nl == "Het Koor heeft ongeveer 100 leden."


def test_what_no_source_says_and_what_is_at_most_so_much_counts_nothing(town: Network) -> None:
    best = _compose(town, Goal(members=100, within=("area/molenwijk",), include=("initiative/de-kok",)))[0]
    assert "De Kok" in best.unknown[0].nl
    assert best.text.nl.startswith("Deze 2 hebben samen ongeveer 100 leden")
    assert "Oude" not in str(best)


def test_a_narrower_offer_counts_and_demands_add_up(town: Network) -> None:
    best = _compose(town, Goal(members=50, topics=("topic/ruimte", "topic/ritten")))[0]
    assert set(_names(best)) == {"De Kok", "De Bus"}
    assert "De Kok biedt keuken." in [part.text.nl for part in best.parts]


def test_other_sets_differ_in_half_of_their_members(town: Network) -> None:
    found = _compose(town, Goal(members=90))
    sets = [set(_names(one)) for one in found]
    assert sets[0] == {"Het Koor"}
    assert all(one.complete for one in found)
    assert all(len(one - sets[0]) >= 1 for one in sets[1:])


def test_where_there_is_none_the_least_that_is_missing_is_told(town: Network) -> None:
    (one,) = _compose(town, Goal(members=600, topics=("topic/juridische-kennis",), within=("area/molenwijk",)))
    assert not one.complete
    assert one.short[0].nl == "Er ontbreken nog 460 van de 600 leden."
    assert [gap.nearby[0].member.name for gap in one.missing] == ["Het Loket"]
    assert one.step.nl == "Vraag eerst De Kok hoeveel leden er zijn."


def test_who_must_and_must_not_be_in_it_is_held_to(town: Network) -> None:
    goal = Goal(members=40, include=("initiative/de-soepbus",), exclude=("initiative/het-koor",))
    assert all("De Soepbus" in _names(one) and "Het Koor" not in _names(one) for one in _compose(town, goal))
    with pytest.raises(InputError):
        _compose(town, Goal(members=40, include=("initiative/het-koor",), exclude=("initiative/het-koor",)))


@pytest.mark.parametrize("goal", [Goal(), Goal(members=5, at_most=0), Goal(members=5, at_most=31)])
def test_a_goal_that_asks_nothing_or_too_much_is_refused(town: Network, goal: Goal) -> None:
    with pytest.raises(InputError):
        _compose(town, goal)


def test_the_thin_city_guesses_no_numbers(den_haag: Network) -> None:
    (one,) = _compose(den_haag, Goal(members=600, within=("area/sd0518-escamp",)))
    assert (one.parts, one.complete) == ((), False)
    assert one.short[0].nl == "Er ontbreken nog 600 van de 600 leden."
    assert "ElCura Zorgt" in one.unknown[0].nl


def test_every_fact_is_true_and_nothing_internal_is_told(oefenstad: Network) -> None:
    hidden, names = internal_ids(oefenstad), private_names(oefenstad)
    for viewer in (PUBLIC, STAFF):
        with oefenstad.view(viewer) as view:
            topics = [node.id for node in view.search("ruimte").items if node.kind == "Topic"][:1]
            found = oefenstad.answers.compositions(view, Goal(members=300, topics=tuple(topics)))
        facts = [fact for one in found for part in one.parts for fact in part.facts]
        assert_true(oefenstad, viewer, facts)
        texts = [words.nl for one in found for words in (one.text, one.ties, one.step, *one.unknown)]
        assert_reads(texts)
        if viewer is PUBLIC:
            assert not hidden & {fact.thing for fact in facts}
            assert not [text for text in texts for name in names if name in text]
