"""What two have to do with each other: rare things say most; what nearly all share says and costs nothing."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import sparse

from graph.algorithms import bounds
from graph.network import Network
from graph.suggestions.relations import MOST_SHARING, shared_matrix
from graph.suggestions.suggesting import suggest
from tests.graph.questions.truth import STAFF


def test_what_few_share_says_more_than_what_many_share() -> None:
    shared = shared_matrix(sparse.csr_array(np.array([[1.0, 1.0], [1.0, 1.0], [0.0, 1.0]])))
    assert shared[0, 1] > shared[0, 2] > 0
    assert shared.diagonal().tolist() == [0.0] * 3


def test_what_more_than_a_bound_share_has_no_pairs() -> None:
    rows = MOST_SHARING + 1
    everybody, most = np.ones(rows), np.r_[np.ones(MOST_SHARING), 0.0]
    assert shared_matrix(sparse.csr_array(everybody[:, None])).nnz == 0
    assert shared_matrix(sparse.csr_array(most[:, None])).nnz == MOST_SHARING * (MOST_SHARING - 1)


def test_with_too_many_for_all_pairs_the_nearest_of_each_are_looked_at(
    oefenstad: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    with oefenstad.view(STAFF) as view:
        learned = oefenstad.advice(view).learned
        every = suggest(view, learned, year=2026)
        monkeypatch.setattr(bounds, "MAX_ALL_PAIRS_NODES", 20)
        found = suggest(view, learned, year=2026)
    assert len(found) > 20
    assert {one.id for one in found[:5]} & {one.id for one in every[:10]}
