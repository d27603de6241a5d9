"""Which form fits: each row of the table by a small town, and what is not known becomes a question."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.network import Network
from graph.projection.projection import project
from graph.suggestions.evidence import Evidence
from graph.suggestions.form_table import FORM_RULES
from graph.suggestions.forms import Fit, choose_form
from graph.suggestions.situation import Help, Situation
from tests.graph.questions.town import town_network
from tests.graph.questions.truth import PUBLIC, STAFF, assert_reads, assert_true

TOPICS = {
    "zaal": "buurtzaal", "recht": "juridische kennis", "mensen": "vrijwilligers", "soep": "warme soep",
    "coop": "één coöperatie met anderen", "polis": "een verzekering met anderen", "klus": "een opdracht met anderen",
    "hulp": "burenhulp", "zorg": "zorg",
}  # fmt: skip
RUNS = "phase: running, legal_form: association"
SMALL = "phase: running, legal_form: informal"


def _town(a: str, b: str, rest: str) -> str:
    topics = "".join(f"  {key}: {{name: {name}, scheme: capability, at: 1}}\n" for key, name in TOPICS.items())
    return (
        "wijkweb: document\nsource: {id: source/lijst, name: Lijst, publisher: Buurthuis, published_on: 2026-01-10}\n"
        f"topics:\n{topics}initiatives:\n  a: {{name: De A, {a}, at: 2}}\n  b: {{name: De B, {b}, at: 3}}\n{rest}"
    )


def _fit(folder: Path, a: str, b: str, rest: str = "", *, have_met: bool = True, refusal: str = "") -> Fit:
    network = town_network(folder, _town(a, b, rest))
    with network.view(STAFF) as view:
        evidence = Evidence(project(view))
    network.close()
    pair = (evidence.row_of["initiative/de-a"], evidence.row_of["initiative/de-b"])
    met = [Help(one.name, one.seeker, one.offerer, ()) for one in evidence.needs_met(*pair)]
    return choose_form(Situation(evidence, pair, met, have_met, refusal=refusal))


GUILD = "organisations:\n  g: {name: De Gilde, sector: care, %s, at: 4}\n"
PAPER = "agreements:\n  p: {name: %s, agreement_kind: letter_of_intent, at: 5, has_party: [a, b]}\n"


@pytest.mark.parametrize(
    ("code", "a", "b", "rest"),
    [
        ("cooperative_on_paper", RUNS, SMALL, PAPER % "Samen een coöperatie"),
        ("cooperative_wished", f"{RUNS}, needs: coop", f"{SMALL}, needs: coop", ""),
        ("insurance_wished", f"{RUNS}, needs: polis", "phase: starting, needs: polis", ""),
        ("insurance_large", f"{RUNS}, about: zorg, members: 350 person",
         "phase: rooted, offers: zorg, members: at least 250 person", ""),
        ("bid_on_paper", RUNS, SMALL, PAPER % "Aanbesteding groen"),
        ("bid_for_purchaser", f"{RUNS}, about: hulp", f"{SMALL}, offers: hulp", GUILD % "needs: hulp"),
        ("bid_wished", f"{RUNS}, needs: klus", f"{SMALL}, needs: klus", ""),
        ("too_small", f"{SMALL}, about: hulp", f"{SMALL}, about: hulp", GUILD % "offers: hulp, supports: a"),
        ("space_met", "needs: zaal", "offers: zaal", ""),
        ("knowledge_met", "needs: recht", "offers: recht", ""),
        ("people_met", "needs: mensen", "offers: mensen", ""),
        ("need_met", "offers: soep", "needs: soep", ""),
        ("further_ahead", "phase: idea", "phase: rooted", ""),
        ("same_topic", "about: hulp", "about: hulp", ""),
        ("otherwise", "about: hulp", "about: zorg", ""),
    ],
)  # fmt: skip
def test_each_form_comes_up_where_its_condition_holds(tmp_path: Path, code: str, a: str, b: str, rest: str) -> None:
    found = _fit(tmp_path, a, b, rest)
    assert found.code == code
    for words in (found.why, found.step):
        assert "{" not in words.nl + words.en


def test_who_does_not_know_each_other_first_meets_whatever_they_want(tmp_path: Path) -> None:
    wish = f"{RUNS}, needs: coop"
    assert _fit(tmp_path, wish, wish, have_met=False).rule.form == "visit"
    assert _fit(tmp_path, wish, wish, refusal="judgement/nee").rule.form == "not_now"


@pytest.mark.parametrize(
    ("a", "b", "rest", "asked"),
    [
        (f"{RUNS}, needs: coop", "phase: running, needs: coop", "", "de rechtsvorm van De B"),
        (f"{RUNS}, needs: coop", "legal_form: informal, needs: coop", "", "hoe het staat met De B"),
        (f"{RUNS}, needs: coop", SMALL, "", "Wil De B dat ook?"),
        (f"{RUNS}, about: zorg, members: 400 person", f"{RUNS}, about: zorg", "", "hoeveel leden, van De B"),
        ("phase: running, about: hulp", "phase: running, about: hulp", GUILD % "needs: hulp", "van De A en De B"),
    ],
)
def test_what_nobody_said_is_asked_and_the_form_not_advised(
    tmp_path: Path, a: str, b: str, rest: str, asked: str
) -> None:
    found = _fit(tmp_path, a, b, rest)
    assert any(asked in question.nl for question in found.unknown)
    assert found.rule.form not in ("one_cooperative", "insurance", "joint_bid", "joining")


@pytest.mark.parametrize(
    ("a", "b", "rest"),
    [
        (f"{RUNS}, needs: coop", "phase: idea, legal_form: informal, needs: coop", ""),
        (f"{RUNS}, needs: coop", "phase: running, legal_form: company, needs: coop", ""),
        (f"{RUNS}, about: zorg, members: 350 person", f"{RUNS}, about: zorg, members: at most 900 person", ""),
        (f"{RUNS}, about: hulp, members: 350 person", f"{RUNS}, about: hulp, members: 350 person", ""),
        (f"{RUNS}, about: hulp", "phase: starting, about: hulp", GUILD % "needs: hulp"),
        (f"{RUNS}, about: hulp", f"{SMALL}, about: hulp", GUILD % "offers: hulp, supports: a"),
    ],
)
def test_a_form_is_not_advised_where_what_is_known_rules_it_out(tmp_path: Path, a: str, b: str, rest: str) -> None:
    assert _fit(tmp_path, a, b, rest).rule.form in ("shared_activity", "visit")


def test_every_fact_behind_a_form_is_stated_by_a_thing_that_the_viewer_may_see(oefenstad: Network) -> None:
    for viewer in (STAFF, PUBLIC):
        with oefenstad.view(viewer) as view:
            found = oefenstad.advice(view).suggestions
        assert_true(oefenstad, viewer, [fact for one in found for fact in one.form_reason.facts])
        assert_reads([text for one in found for text in (one.form_reason.text.nl, one.form_reason.text.en)])
        assert {one.form for one in found} >= {"visit", "shared_activity", "shared_building", "buying", "learning"}


def test_who_only_begins_takes_a_smaller_step_than_who_runs(tmp_path: Path) -> None:
    steps = [
        _fit(tmp_path, f"{phase}, needs: zaal", f"{RUNS}, offers: zaal").step.nl for phase in (RUNS, "phase: idea")
    ]
    assert "een maand" in steps[0]
    assert "één keer" in steps[1]
    assert FORM_RULES["space_met"].rules == "R3, R9"
