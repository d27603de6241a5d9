"""Suggestions: true of the graph, exact in their sum, honest about what is not known."""

from __future__ import annotations

import math
from functools import cache

import pytest

from graph.network import Network
from graph.network.deciding import Judgement
from graph.store.questions import RelationshipFilter, Role, Viewer
from graph.suggestions.advice_types import Likelihood, Suggestion
from graph.suggestions.catalogue import REASONS

STAFF = Viewer(Role.FACILITATOR)


@cache
def _suggestions(network: Network, viewer: Viewer = STAFF) -> tuple[Suggestion, ...]:
    with network.view(viewer) as view:
        return network.advice(view).suggestions


def test_the_practice_city_gives_at_least_ten(oefenstad: Network) -> None:
    found = _suggestions(oefenstad)
    assert len(found) >= 10
    assert sum(one.likelihood is not Likelihood.LITTLE_KNOWN for one in found[:20]) >= 10 or found[0].probability > 0.1


def test_base_and_weights_add_up_to_the_log_odds(oefenstad: Network) -> None:
    for one in _suggestions(oefenstad)[:50]:
        total = one.base + sum(reason.weight for reason in (*one.reasons_for, *one.reasons_against))
        assert total == pytest.approx(math.log(one.probability / (1 - one.probability)), abs=1e-6)
        assert sum(one.terms.values()) == pytest.approx(total, abs=1e-6)


def test_every_fact_is_stated_by_a_thing_that_the_viewer_may_see(oefenstad: Network) -> None:
    for viewer in (STAFF, Viewer(Role.PUBLIC)):
        suggestions = _suggestions(oefenstad, viewer)
        facts = [fact for one in suggestions for reason in one.reasons_for for fact in reason.facts if fact.thing]
        things = sorted({fact.thing for fact in facts})
        with oefenstad.view(viewer) as view:
            ties = [id_ for id_ in things if id_.startswith("tie:")]
            nodes = [id_ for id_ in things if not id_.startswith("tie:")]
            assert all(view.relationships_by_id(ties))
            assert all(view.nodes(nodes))
        assert all(fact.citation.source for fact in facts)


def test_need_and_offer_are_as_stated(oefenstad: Network) -> None:
    reason = next(reason for one in _suggestions(oefenstad) for reason in one.reasons_for if reason.code == "need_met")
    with oefenstad.view(STAFF) as view:
        ties = view.relationships_by_id([fact.thing for fact in reason.facts])
    types = [tie.type for tie in ties if tie]
    assert types[::2] == ["NEEDS"] * (len(types) // 2)
    assert types[1::2] == ["OFFERS"] * (len(types) // 2)


def test_a_person_is_named_only_to_who_may_see_it(oefenstad: Network) -> None:
    def texts(viewer: Viewer) -> list[str]:
        return [
            reason.text.nl
            for one in _suggestions(oefenstad, viewer)
            for reason in one.reasons_for
            if reason.code == "shared_people"
        ]

    with oefenstad.view(STAFF) as view:
        names = [view.nodes([id_])[0] for id_ in view.snapshot(kinds=["Person"], types=()).nodes.ids]
    private = [node.name for node in names if node and node.named]
    assert any(name in text for text in texts(STAFF) for name in private)
    public = [reason.text.nl for one in _suggestions(oefenstad, Viewer(Role.PUBLIC)) for reason in one.reasons_for]
    with oefenstad.view(Viewer(Role.PUBLIC)) as view:
        shown = {
            node.name for id_ in view.snapshot(kinds=["Person"], types=()).nodes.ids if (node := view.nodes([id_])[0])
        }
    assert not [text for text in public for name in private if name in text and name not in shown]


def test_whoever_asks_for_an_initiative_finds_whom_to_bring_it_together_with(oefenstad: Network) -> None:
    named = {member.id for one in _suggestions(oefenstad) for member in one.members}
    with oefenstad.view(STAFF) as view:
        ground = oefenstad.answers.ground(view)
        living = [id_ for id_ in ground.of_kind("Initiative") if id_ in ground.living]
    assert len(named & set(living)) >= 0.95 * len(living)


def test_known_partners_are_not_suggested(oefenstad: Network) -> None:
    with oefenstad.view(STAFF) as view:
        for one in _suggestions(oefenstad)[:50]:
            first, second = (member.id for member in one.members)
            known = view.relationships([first], RelationshipFilter(types=("PARTNERS_WITH",)), first=1000)[first].items
            assert second not in {tie.other(first) for tie in known if tie.value("status") != "ended"}


def test_the_thin_city_gets_few_and_hedged(den_haag: Network) -> None:
    found = [one for one in _suggestions(den_haag) if not one.learning]
    named = {"initiative/annas-gedoe", "initiative/amazing-womens-center", "initiative/elcura-zorgt"}
    assert len(found) == 3
    assert {member.id for one in found for member in one.members} == named
    assert {one.likelihood for one in found} == {Likelihood.LITTLE_KNOWN}
    assert {one.form for one in found} == {"visit"}
    assert all(any("bestaat" in question.nl.lower() for question in one.unknown) for one in found)


def test_what_a_source_leaves_open_is_said_to_be_uncertain(den_haag: Network) -> None:
    one = next(one for one in _suggestions(den_haag) if not one.learning)
    district = next(reason for reason in one.reasons_for if reason.code == "same_district")
    meeting = next(reason for reason in one.reasons_for if reason.code == "shared_meetings")
    assert "nog niet zeker" in district.text.nl
    assert "nog niet zeker" not in meeting.text.nl


def test_across_cities_the_advice_is_only_to_learn(den_haag: Network) -> None:
    with den_haag.view(STAFF) as view:
        city = den_haag.advice(view).city
        learning = [one for one in _suggestions(den_haag) if one.learning]
    assert city == "area/gm0518"
    assert {one.form for one in learning} == {"learning"}
    assert {one.likelihood for one in learning} == {Likelihood.LITTLE_KNOWN}


def test_nothing_unnamed_or_ended_is_suggested(den_haag: Network, oefenstad: Network) -> None:
    members = [member for network in (den_haag, oefenstad) for one in _suggestions(network) for member in one.members]
    assert "naam niet genoemd" not in {member.name for member in members}
    with oefenstad.view(STAFF) as view:
        nodes = view.nodes([member.id for one in _suggestions(oefenstad) for member in one.members])
    assert "ended" not in {node.value("phase") for node in nodes if node}


def test_the_same_data_give_the_same_advice(oefenstad: Network) -> None:
    again = Network(oefenstad.store)
    with again.view(STAFF) as view:
        assert again.advice(view).suggestions == _suggestions(oefenstad)


def test_a_judgement_marks_and_moves(oefenstad: Network) -> None:
    first = _suggestions(oefenstad)[0]
    ids = tuple(member.id for member in first.members)
    load, judgement = oefenstad.judge(ids, Judgement("rejected", reason="druk"), STAFF)
    try:
        with oefenstad.view(STAFF) as view:
            now = {one.id: one for one in oefenstad.advice(view).suggestions}
        after = now.get(first.id)
        assert after is None or (after.judgements == (judgement,) and after.probability < first.probability)
        assert after is None or any(reason.code == "rejected_why" for reason in after.reasons_against)
    finally:
        oefenstad.store.undo(load.number, actor="test", reason="")
    with oefenstad.view(STAFF) as view:
        assert oefenstad.advice(view).suggestion(first.id).judgements == ()


def test_every_sentence_reads_as_one(oefenstad: Network, den_haag: Network) -> None:
    suggestions = [*_suggestions(oefenstad), *_suggestions(den_haag)]
    words = [reason.text for one in suggestions for reason in (*one.reasons_for, *one.reasons_against)]
    words += [one.next_step for one in suggestions] + [question for one in suggestions for question in one.unknown]
    for text in words:
        for sentence in (text.nl, text.en):
            assert sentence[:1].isupper() or not sentence[:1].isalpha()
            assert sentence[-1] in ".?" and "{" not in sentence and "  " not in sentence


def test_against_is_said_where_something_speaks_against(oefenstad: Network) -> None:
    codes = {reason.code for one in _suggestions(oefenstad) for reason in one.reasons_against}
    assert codes <= {code for code, entry in REASONS.items() if entry.against}
    assert {"same_need", "few_volunteers"} <= codes
