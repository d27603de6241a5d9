"""How good the advice is: measured on what is known, told so that a reader can weigh it."""

from __future__ import annotations

from pathlib import Path

from graph.network import Network
from graph.network.deciding import Judgement
from graph.projection.projection import project
from graph.store.questions import Role, Viewer
from graph.store.sqlite import SqliteStore
from graph.suggestions.evaluating import AdviceQuality, one_in
from tests.graph.questions.town import town_network

STAFF, FACILITATOR = Viewer(Role.STAFF), Viewer(Role.FACILITATOR)


def measured(network: Network, *, newest: bool = False) -> AdviceQuality:
    with network.view(STAFF) as view:
        return network.advice_quality(view, newest=newest)


def test_the_advice_beats_every_simple_rule(oefenstad: Network) -> None:
    found = measured(oefenstad).evaluation
    assert found is not None
    assert found.model.auc > max(rule.auc for rule in found.rules.values())
    assert found.calibration_error < 0.01


def test_the_words_tell_the_best_rule_and_how_few_there_are(oefenstad: Network) -> None:
    quality = measured(oefenstad, newest=True)
    assert quality.evaluation is not None
    assert quality.evaluation.rules[quality.best_rule].auc == max(one.auc for one in quality.evaluation.rules.values())
    assert f"maar {quality.evaluation.model.hidden} verborgen samenwerkingen" in quality.text.nl
    assert "lower bound" in quality.text.en


def test_without_known_partnerships_it_says_so() -> None:
    quality = measured(Network(SqliteStore(None)))
    assert quality.evaluation is None
    assert "0 samenwerkingen" in quality.text.nl
    assert "0 partnerships" in quality.text.en


def test_what_cannot_be_measured_is_said(tmp_path: Path) -> None:
    names = [f"i{number}" for number in range(1, 6)]
    lines = [f"  {name}: {{name: {name}, active_in: w, at: 1, partners_with: [{', '.join(names[place + 1 :])}]}}\n"
             for place, name in enumerate(names)]  # fmt: skip
    head = (
        "wijkweb: document\nsource: {id: source/x, name: X, published_on: 2026-01-01}\nareas: {w: {name: W, at: 1}}\n"
    )
    network = town_network(tmp_path, head + "initiatives:\n" + "".join(lines))
    everybody, dated = measured(network).text.nl, measured(network, newest=True).text.nl
    network.close()
    assert "geen ander paar" in everybody
    assert dated.startswith("Er zijn 0 samenwerkingen met een bekende datum")
    assert dated.endswith("Van 10 staat nergens sinds wanneer; die konden niet meedoen.")


def test_a_judgement_of_a_hidden_partnership_does_not_give_it_away(oefenstad: Network) -> None:
    before = measured(oefenstad)
    with oefenstad.view(STAFF) as view:
        projection = project(view)
    one, other = projection.partnerships[0].tolist()
    load, _ = oefenstad.judge((projection.ids[one], projection.ids[other]), Judgement("accepted"), FACILITATOR)
    try:
        hidden = measured(oefenstad).evaluation
    finally:
        oefenstad.undo(load.number, STAFF)
    assert before.evaluation is not None
    assert hidden is not None
    assert abs(hidden.model.auc - before.evaluation.model.auc) < 0.01


def test_chances_are_told_as_people_say_them() -> None:
    assert one_in(1 / 1234, "nl") == "1 op 1.200"
    assert one_in(0.5, "en") == "1 in 2"
    assert (one_in(0, "nl"), one_in(0, "en")) == ("geen", "none")
