"""Every question over little: nothing at all, one initiative, all alike, an initiative tied to itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.network import Network
from graph.questions.composition_types import Goal
from graph.questions.ranking import RankingQuestion
from tests.cities import empty_network
from tests.graph.questions.town import town_network
from tests.graph.questions.truth import STAFF

SOURCE = "wijkweb: document\nsource: {id: source/x, name: X, published_on: 2026-01-01}\n"
ONE = SOURCE + "initiatives: {a: {name: A, partners_with: a, at: 1}}\n"
ALIKE = (
    SOURCE
    + "areas: {w: {name: W, level: district, at: 1}}\ninitiatives:\n"
    + "".join(f"  i{number}: {{name: I {number}, active_in: w, at: {number}}}\n" for number in range(1, 8))
)


def _ask_all(network: Network) -> tuple[int, int, int, bool]:
    """Ask everything, and return how much was answered."""
    with network.view(STAFF) as view:
        answers = network.answers
        (composition,) = answers.compositions(view, Goal(members=5))
        assert composition.step.nl
        ranked = [answers.ranking(view, RankingQuestion(kind)) for kind in ("Area", "Initiative")]
        assert all(one.notes for one in ranked)
        return (len(answers.alliances(view)), len(answers.brokers(view)), sum(len(one.places) for one in ranked),
                composition.complete)  # fmt: skip


def test_nothing_at_all_is_answered_with_nothing() -> None:
    network = empty_network()
    assert _ask_all(network) == (0, 0, 0, False)
    with network.view(STAFF) as view:
        (one,) = network.answers.compositions(view, Goal(members=5))
    assert one.text.nl == "Hier is geen initiatief bekend om uit te kiezen."


@pytest.mark.parametrize("text", [ONE, ALIKE])
def test_little_is_answered_without_guessing(tmp_path: Path, text: str) -> None:
    network = town_network(tmp_path, text)
    groups, brokers, _, complete = _ask_all(network)
    network.close()
    assert (groups, brokers, complete) == (0, 0, False)
