"""What people made of pairs and groups: what it teaches, how long it holds, and what is told of it."""

from __future__ import annotations

from datetime import date

import pytest

from graph.network import Network
from graph.network.deciding import Judgement
from graph.store.questions import Role, Viewer
from graph.suggestions.judging import WEIGHT, Judged, Verdict
from tests.graph.questions.truth import STAFF

ROWS = {"a": 0, "b": 1, "c": 2, "d": 3}
TODAY = date(2026, 1, 15)


def _judged(*verdicts: tuple[str, Verdict], partners: frozenset[tuple[int, int]] = frozenset()) -> Judged:
    return Judged({tuple(ids): [said] for ids, said in verdicts}, ROWS, partners, TODAY)


def _lessons(judged: Judged) -> dict[tuple[int, int], tuple[float, float]]:
    found = judged.as_lessons()
    assert found is not None
    return {
        (one, other): (label, weight) for (one, other), label, weight in zip(*(x.tolist() for x in found), strict=True)
    }


def test_a_verdict_on_a_group_is_a_weaker_one_on_each_of_its_pairs() -> None:
    lessons = _lessons(_judged(("abc", Verdict("1", "accepted")), ("cd", Verdict("2", "rejected"))))
    assert lessons[0, 1] == lessons[0, 2] == lessons[1, 2] == (1.0, WEIGHT / 2)
    assert lessons[2, 3] == (0.0, WEIGHT)


def test_what_was_said_of_a_pair_stands_above_its_group_and_partners_are_no_lesson_against() -> None:
    verdicts = (("abc", Verdict("1", "rejected")), ("ab", Verdict("2", "accepted")))
    lessons = _lessons(_judged(*verdicts, partners=frozenset({(1, 2)})))
    assert lessons == {(0, 1): (1.0, WEIGHT), (0, 2): (0.0, WEIGHT / 2)}


def test_later_teaches_nothing() -> None:
    assert _judged(("ab", Verdict("1", "later")), ("abc", Verdict("2", "later"))).as_lessons() is None


@pytest.mark.parametrize(
    ("verdict", "on", "holds"),
    [
        ("rejected", "2025-01-20", True), ("rejected", "2025-01-10", False), ("rejected", "", True),
        ("later", "2025-11-01", True), ("later", "2025-10-01", False), ("accepted", "2026-01-10", False),
    ],
)  # fmt: skip
def test_what_was_put_off_is_left_alone_for_a_time(verdict: str, on: str, holds: bool) -> None:
    judged = _judged(("ab", Verdict("1", verdict, on)))
    assert (judged.put_off(("b", "a")) is not None) == holds
    assert judged.rejected(("a", "b")) == (holds and verdict == "rejected")


def test_a_refusal_of_a_member_is_told_with_others_only_with_its_reason() -> None:
    judged = _judged(("ab", Verdict("1", "rejected", "2025-12-01", "geen tijd")), ("ad", Verdict("2", "rejected")))
    assert judged.refusal_of("a", beside=("a", "c")) == (("b",), Verdict("1", "rejected", "2025-12-01", "geen tijd"))
    assert judged.refusal_of("a", beside=("a", "b")) is None
    assert judged.refusal_of("d", beside=("c", "d")) is None


def test_the_reason_of_a_refusal_is_quoted_to_staff_only(oefenstad: Network) -> None:
    with oefenstad.view(STAFF) as view:
        first = oefenstad.advice(view).suggestions[0]
    load, _ = oefenstad.judge(tuple(one.id for one in first.members), Judgement("rejected", reason="Geen tijd"), STAFF)
    try:
        for viewer, quoted in ((STAFF, True), (Viewer(Role.PUBLIC), False)):
            with oefenstad.view(viewer) as view:
                found = oefenstad.advice(view).suggestions
            said = {reason.code for one in found for reason in one.reasons_against if "Geen tijd" in reason.text.nl}
            assert (said == {"rejected_why", "refused_beside"}) == quoted
            assert bool(said) == quoted
            assert {one.form for one in found if one.id == first.id} <= {"not_now"}
    finally:
        oefenstad.store.undo(load.number, actor="test", reason="")
