"""Dates of links: only their order counts, and fresh links weigh more."""

from __future__ import annotations

import numpy as np

from graph.algorithms.edge_table import build_edge_table
from graph.algorithms.recency import RECENCY_NAMES, ages, recency_tables

EDGES = [[0, 1], [1, 2], [3, 4], [4, 5]]


def test_age_is_the_share_of_links_that_came_later() -> None:
    dated = build_edge_table(EDGES, 6, times=[2001, np.nan, 2005, 2009])
    assert np.allclose(ages(dated), [2 / 3, 1, 1 / 3, 0])
    assert (ages(build_edge_table(EDGES, 6)) == 1).all()


def test_fresh_links_and_paths_weigh_more_in_any_unit_of_time() -> None:
    years, seconds = ([1, 2, 3, 4], [10, 1_000, 9_999, 10_000])
    tables = recency_tables(build_edge_table(EDGES, 6, times=years))
    named = dict(zip(RECENCY_NAMES, tables, strict=True))
    assert named["recent_neighbours"][3, 5] > named["recent_neighbours"][0, 2] > 0
    assert named["latest_link"][3, 5] > named["latest_link"][0, 2]
    for one, other in zip(tables, recency_tables(build_edge_table(EDGES, 6, times=seconds)), strict=True):
        assert np.array_equal(one, other)
        assert np.array_equal(one, one.T)


def test_without_links_everything_is_alike() -> None:
    for table in recency_tables(build_edge_table([], 3, times=[])):
        assert np.ptp(table) == 0
        assert np.isfinite(table).all()
