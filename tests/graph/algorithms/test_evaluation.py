"""Measuring link prediction: links that were hidden are looked for among all open pairs."""

from __future__ import annotations

import numpy as np
import pytest

from graph.algorithms.edge_array import FloatArray
from graph.algorithms.edge_table import EdgeTable, build_edge_table
from graph.algorithms.evaluation import Evaluation, calibrate, evaluate
from graph.algorithms.link_prediction import LinkPredictor

RING = [(one, (one + step) % 30) for one in range(30) for step in (1, 2, 3)]
"""Thirty nodes, each linked with the three at either side: whom a node lacks is easily told."""


def measured(times: FloatArray | None = None, seed: int = 0) -> Evaluation | None:
    table = build_edge_table(RING, 30)
    return evaluate(table, fit, candidates=np.ones(30, bool), times=times, seed=seed)


def fit(kept: EdgeTable) -> LinkPredictor:
    return LinkPredictor().fit(kept.pairs, kept.n)


def test_what_the_structure_tells_is_found_back() -> None:
    found = measured()
    assert found is not None
    assert (found.model.hidings, found.model.hidden, found.model.pairs) == (5, 90, 5 * (30 * 29 // 2 - 72))
    assert found.model.auc > 0.9
    assert found.model.precision_at(1) > 0.5
    assert found.model.rank_of_node <= 3


def test_a_rule_that_misleads_is_seen_to() -> None:
    found = measured()
    assert found is not None
    # All have as many partners: who lost one has fewer now, so the rule puts the hidden links last.
    assert found.rules["degree_product"].auc < 0.3
    assert found.rules["degree_product"].precision_at_k < found.model.precision_at_k


def test_hits_grow_along_the_list_and_end_at_all_that_was_hidden() -> None:
    found = measured()
    assert found is not None
    assert list(found.model.hits) == sorted(found.model.hits)
    assert found.model.hits[-1] <= found.model.hidden / found.model.hidings
    assert found.model.precision_at_k == pytest.approx(found.model.precision_at(18))


def test_with_times_the_newest_are_hidden_once() -> None:
    times = np.arange(90, dtype=np.float64)
    times[:40] = np.nan
    found = measured(times)
    assert found is not None
    assert (found.model.hidings, found.model.hidden) == (1, 10)


def test_the_same_seed_gives_the_same_figures() -> None:
    assert measured(seed=3) == measured(seed=3)
    assert measured(seed=3) != measured(seed=4)


@pytest.mark.parametrize("edges", [[], [(0, 1)]])
def test_where_nothing_can_be_hidden_nothing_is_measured(edges: list[tuple[int, int]]) -> None:
    assert evaluate(build_edge_table(edges, 5), fit, candidates=np.ones(5, bool)) is None


def test_only_links_between_candidates_are_hidden() -> None:
    candidates = np.arange(30) < 10
    found = evaluate(build_edge_table(RING, 30), fit_first_ten, candidates=candidates)
    assert found is not None
    assert found.model.hidden == 5 * round(24 / 5)  # of ten in a row 24 are linked with each other


def fit_first_ten(kept: EdgeTable) -> LinkPredictor:
    return LinkPredictor().fit(kept.pairs, kept.n, candidates=np.arange(30) < 10)


def test_honest_chances_have_no_gap_and_exaggerated_ones_have() -> None:
    rng = np.random.default_rng(0)
    chances = rng.random(20_000) ** 3
    came_true = rng.random(20_000) < chances
    steps, gap = calibrate(chances, came_true)
    assert gap < 0.01
    assert len(steps) == 10
    assert sum(step.pairs for step in steps) == 20_000
    assert calibrate(np.sqrt(chances), came_true)[1] > 0.1


def test_each_step_of_the_chance_holds_a_tenth_of_what_was_said() -> None:
    steps, _ = calibrate(np.linspace(0.001, 0.9, 5_000), np.zeros(5_000, bool))
    said = [step.said * step.pairs for step in steps]
    assert max(said) < 1.01 * min(said)
    assert [step.said for step in steps] == sorted(step.said for step in steps)
