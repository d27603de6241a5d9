"""Blocks stay within the setting and come back in order."""

from __future__ import annotations

import time

import numpy as np
import pytest

from graph.algorithms import bounds
from graph.algorithms.blocks import as_rows, block_size, run_blocks


def test_a_block_fits_the_setting_or_is_one_source() -> None:
    terms, n = 12, 10_000
    size = block_size(n, terms)
    assert size * n * terms * 8 * bounds.WORKERS <= bounds.BLOCK_BYTES
    assert block_size(10**9, terms) == 1
    assert block_size(0, 0) == bounds.BLOCK_SOURCES


def test_results_come_in_the_order_of_the_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow_first(begin: int) -> int:
        time.sleep(0.02 if begin == 0 else 0)
        return begin

    for workers in (1, 2):
        monkeypatch.setattr(bounds, "WORKERS", workers)
        assert run_blocks(slow_first, range(0, 40, 10)) == [0, 10, 20, 30]


def test_neighbouring_nodes_become_a_slice() -> None:
    assert as_rows(np.array([3, 4, 5])) == slice(3, 6)
    assert isinstance(as_rows(np.array([3, 5])), np.ndarray)
    assert isinstance(as_rows(np.empty(0, np.int64)), np.ndarray)
