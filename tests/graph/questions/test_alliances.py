"""Groups that could work together: true, complementary, near, honest about what holds and what would break them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from graph.network import Network
from graph.network.deciding import Judgement
from graph.questions.alliance_catalogue import REASONS
from graph.questions.alliance_types import Alliance
from graph.store.questions import Viewer
from graph.suggestions.advice_types import Likelihood
from tests.graph.questions.town import town_network
from tests.graph.questions.truth import PUBLIC, STAFF, assert_reads, assert_true, internal_ids, private_names


@cache
def _alliances(network: Network, viewer: Viewer = STAFF) -> tuple[Alliance, ...]:
    with network.view(viewer) as view:
        return tuple(network.answers.alliances(view))


def _texts(one: Alliance) -> list[str]:
    advice = one.suggestion
    words = [
        one.weakest.text,
        one.breaks_when,
        advice.next_step,
        *advice.unknown,
        *(role.text for role in (*one.roles, *one.beside)),
    ]
    words += [reason.text for reason in (*advice.reasons_for, *advice.reasons_against)]
    return [text for one in words for text in (one.nl, one.en)]


def test_a_practice_city_has_groups_in_which_one_has_what_another_needs(oefenstad: Network) -> None:
    found = _alliances(oefenstad)
    assert len(found) >= 5
    assert all(3 <= len(one.suggestion.members) <= 6 for one in found)
    met = [any(reason.code == "need_met" for reason in one.suggestion.reasons_for) for one in found]
    assert sum(met) >= 0.8 * len(met)


def test_every_member_has_a_role_and_names_differ(oefenstad: Network) -> None:
    for one in _alliances(oefenstad):
        assert [role.member for role in one.roles] == list(one.suggestion.members)
        assert {member.id for member in one.weakest.members} <= {member.id for member in one.suggestion.members}
    names = [one.name.nl for one in _alliances(oefenstad)]
    assert len(names) == len(set(names))


WISHES = """
wijkweb: document
source: {id: source/lijst, name: Lijst, publisher: Buurthuis, published_on: 2026-01-10}
areas:
  stad: {name: Stad, level: municipality, at: 1}
  molen: {name: Molenwijk, level: district, part_of: stad, at: 1}
topics:
  coop: {name: een eigen coöperatie, scheme: capability, at: 1}
initiatives:
  a: {name: De A, phase: running, legal_form: association, active_in: molen, needs: coop, partners_with: b, at: 2}
  b: {name: De B, phase: running, legal_form: informal, active_in: molen, needs: coop, at: 3}
  c: {name: De C, phase: rooted, legal_form: foundation, active_in: molen, needs: coop, at: 4}
"""


def test_who_want_the_same_that_can_only_be_done_together_are_a_group_and_no_rivals(tmp_path: Path) -> None:
    network = town_network(tmp_path, WISHES)
    (one,) = _alliances(network)
    codes = {reason.code for reason in (*one.suggestion.reasons_for, *one.suggestion.reasons_against)}
    assert (one.suggestion.form, len(one.suggestion.members)) == ("one_cooperative", 3)
    assert "same_wish" in codes and "same_need" not in codes
    assert not one.gaps and not any("Willen ze" in asked.nl for asked in one.suggestion.unknown)


def test_who_stands_beside_a_group_knows_one_of_it_and_has_what_it_lacks(oefenstad: Network) -> None:
    found = [(one, role) for one in _alliances(oefenstad) for role in one.beside]
    assert found
    with oefenstad.view(STAFF) as view:
        ground = oefenstad.answers.ground(view)
    for one, role in found:
        ids = {member.id for member in one.suggestion.members}
        known = {*ground.partners(role.member.id), *ground.others(role.member.id, "SUPPORTS")}
        assert known & ids and role.member.kind == "Organisation"
        (topic,) = role.brings
        seekers = {id_ for id_ in ids if topic.id in ground.others(id_, "NEEDS")}
        assert seekers and not (ids - seekers) & ground.providers(topic.id).keys()


def test_what_is_missing_is_offered_by_no_member(oefenstad: Network) -> None:
    with oefenstad.view(STAFF) as view:
        for one in _alliances(oefenstad)[:5]:
            ids = {member.id for member in one.suggestion.members}
            for gap in one.gaps:
                helping = {helper.member.id for helper in (*gap.nearby, *gap.elsewhere)}
                assert not helping & ids
                assert all(view.nodes(sorted(helping))) if helping else gap.text.nl


def test_reasons_are_known_codes_and_stand_on_their_side(oefenstad: Network) -> None:
    for one in _alliances(oefenstad):
        assert not [reason for reason in one.suggestion.reasons_for if REASONS[reason.code].against]
        assert not [reason for reason in one.suggestion.reasons_against if not REASONS[reason.code].against]


def test_the_thin_city_gets_one_group_that_first_meets(den_haag: Network) -> None:
    (one,) = _alliances(den_haag)
    assert {member.name for member in one.suggestion.members} == {
        "Anna's Gedoe", "Amazing Women's Center", "ElCura Zorgt"}  # fmt: skip
    assert one.suggestion.likelihood is Likelihood.LITTLE_KNOWN
    assert one.suggestion.form == "visit"
    assert any("Bestaan" in question.nl for question in one.suggestion.unknown)


def test_groups_are_narrowed_to_an_area_a_member_a_topic_and_a_meeting(oefenstad: Network) -> None:
    whole = _alliances(oefenstad)
    member = whole[0].suggestion.members[0].id
    with oefenstad.view(STAFF) as view:
        area = oefenstad.answers.ground(view).areas_of(member)[0]
        meeting = view.search("Wijkcafé").items[0].id
        ask = oefenstad.answers.alliances
        topics = sorted(_topics(oefenstad, member))
        for found in (ask(view, within=[area]), ask(view, members=[member]), ask(view, topics=topics)):
            assert whole[0] in found
            assert len(found) <= len(whole)
        assert len(oefenstad.answers.alliances(view, meeting=meeting)) <= len(whole)


def _topics(network: Network, member: str) -> set[str]:
    with network.view(STAFF) as view:
        return set(network.answers.ground(view).others(member, "ABOUT"))


def test_who_was_told_not_now_is_in_no_group_together(oefenstad: Network) -> None:
    first = _alliances(oefenstad)[0].suggestion
    pair = (first.members[0].id, first.members[1].id)
    loads = [oefenstad.judge(pair, Judgement("rejected"), STAFF)[0]]
    try:
        with oefenstad.view(STAFF) as view:
            now = oefenstad.answers.alliances(view)
        assert not [one for one in now if set(pair) <= {member.id for member in one.suggestion.members}]
    finally:
        for load in loads:
            oefenstad.store.undo(load.number, actor="test", reason="")


def test_a_group_is_judged_as_a_pair_is_and_then_stands_last(oefenstad: Network) -> None:
    first = _alliances(oefenstad)[0].suggestion
    with oefenstad.view(STAFF) as view:
        members = tuple(member.id for member in oefenstad.answers.suggestion(view, first.id).members)
        assert oefenstad.answers.gaps(view, [first.id])
    load, judgement = oefenstad.judge(members, Judgement("rejected"), STAFF)
    try:
        with oefenstad.view(STAFF) as view:
            last = oefenstad.answers.alliances(view)[-1].suggestion
        assert (last.id, last.judgements) == (first.id, (judgement,))
        assert last.reasons_against[-1].code == "rejected_before"
    finally:
        oefenstad.store.undo(load.number, actor="test", reason="")


def test_every_fact_is_true_and_nothing_internal_is_told(oefenstad: Network, den_haag: Network) -> None:
    hidden, names = internal_ids(oefenstad), private_names(oefenstad)
    for network, viewer in ((oefenstad, STAFF), (oefenstad, PUBLIC), (den_haag, PUBLIC)):
        found = _alliances(network, viewer)
        facts = [fact for one in found for part in (*one.suggestion.reasons_for, *one.suggestion.reasons_against)
                 for fact in part.facts]  # fmt: skip
        facts += [fact for one in found for role in (*one.roles, *one.beside) for fact in role.facts]
        facts += [fact for one in found for fact in one.suggestion.form_reason.facts]
        assert_true(network, viewer, facts)
        texts = [text for one in found for text in _texts(one)]
        assert_reads(texts)
        if viewer is PUBLIC:
            assert not hidden & {fact.thing for fact in facts}
            assert not [text for text in texts for name in names if name in text]
