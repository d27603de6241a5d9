"""What became of a suggestion, on every store: steps as claims that can be taken back, and lessons that are told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from graph.errors import ForbiddenError, InputError, UnknownIdError
from graph.network import Network
from graph.network.deciding import Judgement
from graph.network.outcomes import Outcome
from graph.network.trails import TrailEntry, TrailStep
from graph.schema.declaration import Level
from graph.store.base import Store
from graph.store.questions import RelationshipFilter, Role, Viewer
from graph.suggestions.suggesting import suggestion_id
from tests.contracts.build import City, says

FACILITATOR, PUBLIC = Viewer(Role.FACILITATOR), Viewer()
TUIN, KAS, BIEB = (f"initiative/{name}" for name in ("tuin", "kas", "bieb"))
PAIR = suggestion_id((TUIN, KAS))


@pytest.fixture
def network(store: Store) -> Network:
    """Give a town of three that could work together."""
    said = says("gids", "2026-01-01", at=("page=3",)).node("area/s", name="Stad", level="municipality")
    said.node("area/een", name="Een", level="district").tie("PART_OF", "area/een", "area/s")
    for id_ in (TUIN, KAS, BIEB):
        said.node(id_, name=id_.partition("/")[2].capitalize(), phase="running").tie("ACTIVE_IN", id_, "area/een")
    City(store).load(said)
    return Network(store, today=lambda: date(2026, 1, 15))


@pytest.fixture
def steps(network: Network) -> Callable[..., list[TrailEntry]]:
    """Give the steps of the pair, after recording some."""

    def record(*outcomes: Outcome, viewer: Viewer = FACILITATOR) -> list[TrailEntry]:
        for one in outcomes:
            network.record_outcome(PAIR, one, FACILITATOR)
        with network.view(viewer) as view:
            return list(network.trail(view, PAIR).entries)

    return record


def test_a_plan_stands_beside_what_happened(steps: Callable[..., list[TrailEntry]]) -> None:
    (plan,) = steps(Outcome(TrailStep.ALLIANCE, "mei 2026"))
    assert (plan.planned, plan.on, plan.happened) == ("2026-05", None, False)
    (done,) = steps(Outcome(TrailStep.ALLIANCE, "2026-01-12", note="bij de molen"))
    assert (done.planned, done.on, done.happened, done.note) == ("2026-05", "2026-01-12", True, "bij de molen")


def test_who_has_a_talk_planned_has_not_met_yet(network: Network, steps: Callable[..., list[TrailEntry]]) -> None:
    steps(Outcome(TrailStep.TALK, "2026-03-01"))
    with network.view(FACILITATOR) as view:
        assert "shared_meetings" not in {one.code for one in network.suggestions(view, members=[KAS])[0].reasons_for}
    steps(Outcome(TrailStep.TALK, "2026-01-10"))
    with network.view(FACILITATOR) as view:
        found = network.answers.suggestion(view, PAIR)
    assert "shared_meetings" in {one.code for one in found.reasons_for}


@pytest.mark.parametrize("step", [TrailStep.ALLIANCE, TrailStep.AGREEMENT, TrailStep.COOPERATIVE])
def test_what_brings_them_together_is_a_known_partnership(
    network: Network, steps: Callable[..., list[TrailEntry]], step: TrailStep
) -> None:
    assert [one.step for one in steps(Outcome(step))] == [step]
    with network.view(FACILITATOR) as view:
        assert PAIR not in {one.id for one in network.suggestions(view)}
        assert view.adjacency([TUIN])[TUIN].count(KAS) == 1


def test_a_step_can_be_taken_back(network: Network, steps: Callable[..., list[TrailEntry]]) -> None:
    steps(Outcome(TrailStep.LETTER_OF_INTENT, "2026-02"))
    load, _ = network.record_outcome(PAIR, Outcome(TrailStep.AGREEMENT), FACILITATOR)
    network.undo(load.number, FACILITATOR)
    assert [one.step for one in steps()] == [TrailStep.LETTER_OF_INTENT]
    with network.view(FACILITATOR) as view:
        assert PAIR in {one.id for one in network.suggestions(view)}


def test_the_same_step_of_the_same_day_stands_once(steps: Callable[..., list[TrailEntry]]) -> None:
    talk = Outcome(TrailStep.TALK, "2026-01-10", note="eerst")
    (one,) = steps(talk, Outcome(TrailStep.TALK, "2026-01-10", note="beter"))
    assert (one.on, one.note) == ("2026-01-10", "beter")


def test_what_ended_keeps_its_lesson_and_the_lesson_is_told(
    network: Network, steps: Callable[..., list[TrailEntry]]
) -> None:
    *_, ended = steps(Outcome(TrailStep.ALLIANCE), Outcome(TrailStep.ENDED, lesson="Te weinig tijd"))
    assert (ended.step, ended.on, ended.lesson) == (TrailStep.ENDED, "2026-01-15", "Te weinig tijd")
    with network.view(FACILITATOR) as view:
        found = network.suggestions(view)
        reasons = {one.id: {why.code: why for why in one.reasons_against} for one in found}
        assert "Te weinig tijd" in reasons[PAIR]["ended_with_lesson"].text.nl
        assert found[-1].id == PAIR
        other = reasons[suggestion_id((TUIN, BIEB))]["lesson_of_member"]
        tie = view.relationships_by_id([other.facts[0].thing])[0]
    assert tie is not None
    assert (tie.value("status"), tie.value("note")) == ("ended", "Les: Te weinig tijd")
    assert other.text.nl == "De samenwerking van Tuin met Kas is eerder gestopt. De les: ‘Te weinig tijd’"


def test_a_note_on_an_ending_is_told_beside_its_lesson_and_is_none_itself(
    network: Network, steps: Callable[..., list[TrailEntry]]
) -> None:
    *_, both = steps(Outcome(TrailStep.ALLIANCE), Outcome(TrailStep.ENDED, lesson="Te weinig tijd", note="in mei weer"))
    assert (both.lesson, both.note) == ("Te weinig tijd", "in mei weer")
    *_, bare = steps(Outcome(TrailStep.ENDED, note="in mei weer"))
    assert (bare.lesson, bare.note) == ("", "in mei weer")
    with network.view(FACILITATOR) as view:
        against = {why.code for one in network.suggestions(view) for why in one.reasons_against}
    assert against & {"ended_before", "ended_with_lesson"} == {"ended_before"}


def test_a_remark_of_a_file_is_no_lesson(store: Store, network: Network) -> None:
    City(store).load(says("scan", "2026-01-02").tie("PARTNERS_WITH", KAS, TUIN, status="ended", note="samen koken"))
    with network.view(PUBLIC) as view:
        against = {why.code for one in network.suggestions(view) for why in one.reasons_against}
    assert "ended_before" in against
    assert not against & {"ended_with_lesson", "lesson_of_member"}


def test_the_public_sees_nothing_of_it(network: Network, steps: Callable[..., list[TrailEntry]]) -> None:
    with network.view(PUBLIC) as view:
        before = network.suggestions(view)
    steps(Outcome(TrailStep.TALK), Outcome(TrailStep.ALLIANCE), Outcome(TrailStep.ENDED, lesson="Te weinig tijd"))
    assert steps(viewer=PUBLIC) == []
    with network.view(PUBLIC) as view:
        assert network.trails(view) == []
        assert network.suggestions(view) == before
        assert view.search("alliantie").items == ()


def test_a_partnership_that_a_source_tells_stays_public(
    store: Store, network: Network, steps: Callable[..., list[TrailEntry]]
) -> None:
    steps(Outcome(TrailStep.TALK))
    City(store).load(says("krant", "2026-01-02").tie("PARTNERS_WITH", KAS, TUIN, status="active"))
    steps(Outcome(TrailStep.AGREEMENT), Outcome(TrailStep.ENDED))
    with network.view(PUBLIC) as view:
        assert KAS in view.adjacency([TUIN])[TUIN]


def test_a_partnership_that_a_source_tells_later_is_read_from_that_source_alone(
    store: Store, network: Network, steps: Callable[..., list[TrailEntry]]
) -> None:
    steps(Outcome(TrailStep.ALLIANCE, "2026-01-10"), Outcome(TrailStep.ENDED, lesson="Te weinig tijd"))
    City(store).load(says("krant", "2026-01-02").tie("PARTNERS_WITH", KAS, TUIN, status="active", since="2025"))
    with network.view(PUBLIC) as view:
        (tie,) = view.relationships([TUIN], RelationshipFilter(types=("PARTNERS_WITH",)))[TUIN].items
        assert [tie.value(name) for name in ("status", "since", "until", "note")] == ["active", "2025", None, None]
        assert {one.claim.source for one in view.statements([tie.id])[tie.id]} == {"source/krant"}
    with network.view(FACILITATOR) as view:
        assert view.relationships_by_id([tie.id])[0].value("status") == "ended"  # type: ignore[union-attr]


def test_a_value_that_a_person_made_internal_stays_so_when_a_step_is_recorded(
    store: Store, network: Network, steps: Callable[..., list[TrailEntry]]
) -> None:
    steps(Outcome(TrailStep.TALK))
    City(store).load(says("krant", "2026-01-02").tie("PARTNERS_WITH", KAS, TUIN, status="active"))
    with network.view(FACILITATOR) as view:
        (tie,) = view.relationships([TUIN], RelationshipFilter(types=("PARTNERS_WITH",)))[TUIN].items
    network.correct(tie.id, "status", "active", Viewer(Role.ADMIN), level=Level.INTERNAL)
    steps(Outcome(TrailStep.AGREEMENT))
    with network.view(PUBLIC) as view:
        assert view.relationships_by_id([tie.id])[0].value("status") is None  # type: ignore[union-attr]


def test_a_group_is_judged_and_followed_from_a_good_idea_to_its_lesson(store: Store, network: Network) -> None:
    said = says("scan", "2026-01-02")
    for topic, seeker, giver in (("ruimte", TUIN, KAS), ("geld", KAS, BIEB), ("koks", BIEB, TUIN)):
        said.node(f"topic/{topic}", name=topic, scheme="capability")
        said.tie("NEEDS", seeker, f"topic/{topic}").tie("OFFERS", giver, f"topic/{topic}")
    City(store).load(said)
    with network.view(FACILITATOR) as view:
        (group,) = [one.suggestion for one in network.answers.alliances(view)]
    network.judge(group.ids, Judgement("accepted", group.form), FACILITATOR)
    with network.view(FACILITATOR) as view:
        assert [one.suggestion.id for one in network.answers.alliances(view, judged=True)] == [group.id]
    steps = [TrailStep.TALK, TrailStep.ALLIANCE, TrailStep.LETTER_OF_INTENT]
    for step in steps:
        network.record_outcome(group.id, Outcome(step, "2026-06" if step is steps[-1] else None), FACILITATOR)
    with network.view(FACILITATOR) as view:
        assert network.answers.alliances(view) == []
        assert len(view.relationships([TUIN], RelationshipFilter(types=("PARTNERS_WITH",)))[TUIN].items) == 2
    network.record_outcome(group.id, Outcome(TrailStep.ENDED, lesson="Te groot"), FACILITATOR)
    with network.view(FACILITATOR) as view:
        entries = network.trail(view, group.id).entries
        assert [one.step for one in entries] == [*steps[:2], TrailStep.ENDED, steps[-1]]
        assert "Te groot" in str([one.reasons_against for one in network.suggestions(view)])


@pytest.mark.parametrize(
    ("outcome", "part"),
    [
        (Outcome(TrailStep.TALK, "morgen"), "on"),
        (Outcome(TrailStep.TALK, note="a@b.nl"), "note"),
        (Outcome(TrailStep.TALK, lesson="Te vroeg"), "lesson"),
        (Outcome(TrailStep.ENDED, lesson="Bel 070 123 45 67"), "lesson"),
        (Outcome(TrailStep.ENDED, "2027"), "on"),
    ],
)
def test_what_does_not_belong_is_refused_and_nothing_is_kept(
    network: Network, steps: Callable[..., list[TrailEntry]], outcome: Outcome, part: str
) -> None:
    with pytest.raises(InputError) as caught:
        network.record_outcome(PAIR, outcome, FACILITATOR)
    assert caught.value.concerning == part
    assert steps() == []


def test_who_may_not_record_and_what_is_no_suggestion_is_refused(network: Network) -> None:
    with pytest.raises(ForbiddenError):
        network.record_outcome(PAIR, Outcome(TrailStep.TALK), Viewer(Role.STAFF))
    with pytest.raises(UnknownIdError):
        network.record_outcome("suggestion/none", Outcome(TrailStep.TALK), FACILITATOR)


def test_what_ended_today_begins_again_another_day(network: Network, steps: Callable[..., list[TrailEntry]]) -> None:
    steps(Outcome(TrailStep.ALLIANCE), Outcome(TrailStep.ENDED))
    with pytest.raises(InputError, match="Vandaag"):
        network.record_outcome(PAIR, Outcome(TrailStep.AGREEMENT), FACILITATOR)
