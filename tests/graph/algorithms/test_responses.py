"""Lines that bend add up again."""

from __future__ import annotations

import numpy as np

from graph.algorithms.responses import BENT, STRAIGHT, bend, straighten


def test_a_bend_begins_at_its_knot() -> None:
    scores = np.array([[0.0, 3.0]])
    assert bend(scores, BENT).tolist() == [[0, 3, 0, 2.5, 0, 0.5]]
    assert bend(scores, STRAIGHT) is scores


def test_the_sum_over_terms_stays_what_it_was() -> None:
    rng = np.random.default_rng(0)
    bent = bend(rng.normal(size=(7, 4)), BENT) * rng.normal(size=12)
    assert straighten(bent, BENT).shape == (7, 4)
    assert np.allclose(straighten(bent, BENT).sum(axis=1), bent.sum(axis=1))
