"""Which areas and initiatives stand out: by what sources score, else by what is counted, and what is not known."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import InputError
from graph.network import Network
from graph.questions.ranking import RankingQuestion
from graph.questions.ranking_types import Ranked, Ranking
from graph.store.questions import Viewer
from tests.graph.questions.town import TOWN, town_network
from tests.graph.questions.truth import PUBLIC, STAFF, assert_reads, assert_true

CRITERIA = """
criteria:
  steun: {name: draagvlak, applies_to: area, importance: 1, at: 20}
  geld: {name: eigen geld, applies_to: area, importance: 2, at: 20}
"""
SCORES = {"molen": "[{to: steun, score: 0.9}, {to: geld, score: 0.2}]", "kade": "[{to: steun, score: 0.6}]",
          "duin": "[{to: steun, score: 0.1}, {to: geld, score: 0.9}]"}  # fmt: skip


def _rank(network: Network, question: RankingQuestion, viewer: Viewer = STAFF) -> Ranking:
    with network.view(viewer) as view:
        return network.answers.ranking(view, question)


def _names(ranking: Ranking) -> list[str]:
    return [" + ".join(member.name for member in place.members) for place in ranking.places]


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> Network:
    """Give the town with votes and scores."""
    text = TOWN
    for area, scores in SCORES.items():
        text = text.replace(f"  {area}: {{name: ", f"  {area}: {{scored: {scores}, name: ")
    return town_network(Path(tmp_path_factory.mktemp("scored")), text + CRITERIA)


def _place(ranking: Ranking, name: str) -> Ranked:
    return ranking.places[_names(ranking).index(name)]


def test_scores_of_sources_are_weighed_by_the_order_of_importance(scored: Network) -> None:
    found = _rank(scored, RankingQuestion("Area"))
    assert [(one.name.nl, one.weight) for one in found.yardsticks] == [("draagvlak", 0.75), ("eigen geld", 0.25)]
    assert _names(found) == ["Molenwijk", "Kadewijk", "Duinwijk"]
    assert found.places[0].marks[0].text.nl == "Molenwijk krijgt 90 van de 100 punten voor: draagvlak."
    assert_true(scored, STAFF, [fact for place in found.places for mark in place.marks for fact in mark.facts])


def test_what_nobody_scored_is_missing_and_counts_as_the_mean(scored: Network) -> None:
    found = _rank(scored, RankingQuestion("Area"))
    kade = _place(found, "Kadewijk")
    assert "telt als het gemiddelde van de anderen" in found.notes[0].nl
    assert kade.missing == ("criterion/eigen-geld",)
    assert kade.score == pytest.approx(0.75 * 0.6 + 0.25 * (0.2 + 0.9) / 2)


def test_a_weight_to_try_turns_the_order_and_a_wrong_one_is_refused(scored: Network) -> None:
    weights = {"criterion/eigen-geld": 10.0, "criterion/draagvlak": 1.0}
    assert _names(_rank(scored, RankingQuestion("Area", weights=weights)))[0] == "Duinwijk"
    with pytest.raises(InputError, match="draagvlak"):
        _rank(scored, RankingQuestion("Area", weights={"running": 1.0}))
    with pytest.raises(InputError):
        _rank(scored, RankingQuestion("Area", weights=dict.fromkeys(weights, 0.0)))


def test_areas_taken_as_one_stand_instead_of_their_parts(scored: Network) -> None:
    found = _rank(scored, RankingQuestion("Area", together=("area/molenwijk", "area/duinwijk")))
    assert _names(found) == ["Kadewijk", "Molenwijk + Duinwijk"]
    assert any("Alleen:" in note.nl for note in found.notes)
    for alone in (("area/molenwijk",), ("area/molenwijk", "area/molenwijk")):
        with pytest.raises(InputError):
            _rank(scored, RankingQuestion("Area", together=alone))


def test_without_scores_what_is_known_is_counted_and_that_is_said(town: Network) -> None:
    found = _rank(town, RankingQuestion("Area"))
    assert all(one.is_counted for one in found.yardsticks)
    assert "geteld wat bekend is" in found.notes[0].nl
    assert "Aantal dingen dat men hier zoekt: 4. Daarvan biedt iemand hier er één." in [
        mark.text.nl for mark in _place(found, "Molenwijk").marks
    ]


def test_initiatives_are_ranked_and_ended_or_unknown_ones_are_not(town: Network) -> None:
    found = _rank(town, RankingQuestion("Initiative", within=("area/molenwijk",)))
    assert set(_names(found)) == {"De Soepbus", "Het Koor", "De Kok"}
    assert all(place.best <= place.rank <= place.worst for place in found.places)


def test_the_thin_city_says_what_counts_without_guessing_scores(den_haag: Network) -> None:
    found = _rank(den_haag, RankingQuestion("Initiative"), PUBLIC)
    assert found.places == ()
    assert "Heeft draagvlak in de wijk (plaats 1)" in found.notes[1].nl


def test_every_sentence_reads_as_one(oefenstad: Network) -> None:
    for kind in ("Area", "Initiative"):
        found = _rank(oefenstad, RankingQuestion(kind), PUBLIC)
        assert found.places
        words = [mark.text for place in found.places for mark in place.marks] + list(found.notes)
        words += [place.text for place in found.places] + [one.why for one in found.yardsticks]
        assert_reads(text for one in words for text in (one.nl, one.en))
