"""Dense and sparse sheets say the same at the same pair."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp

from graph.algorithms.sheet import Sheet, gather, sparse_positions


def test_dense_and_sparse_sheets_agree() -> None:
    rng = np.random.default_rng(0)
    dense = rng.random((6, 4), np.float32) * (rng.random((6, 4)) < 0.4)
    sparse = sp.csr_array(dense)
    positions = rng.permutation(24)
    found = gather([Sheet(dense), Sheet(sparse.data, sparse_positions(sparse))], positions)
    assert np.array_equal(found[:, 0], found[:, 1])
    assert np.array_equal(found[:, 0], dense.ravel()[positions])


def test_entries_need_no_order() -> None:
    at = np.array([7, 2, 5])
    sheets = [Sheet(np.array([70, 20, 50], np.float32), at), Sheet(np.array([7, 2, 5], np.float32), at)]
    assert gather(sheets, np.array([2, 3, 7])).tolist() == [[20, 2], [0, 0], [70, 7]]


def test_an_empty_sparse_sheet_is_zero_everywhere() -> None:
    nothing = Sheet(np.empty(0, np.float32), np.empty(0, np.int64))
    assert gather([nothing], np.array([0, 9])).tolist() == [[0], [0]]
    assert gather([], np.array([0, 9])).shape == (2, 0)
