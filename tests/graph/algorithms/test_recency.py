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


def test_who_meets_again_is_more_active() -> None:
    again = build_edge_table([*EDGES, [0, 1]], 6, times=[1, 2, 3, 4, 5])
    named = dict(zip(RECENCY_NAMES, recency_tables(again), strict=True))
    assert named["recent_activity"][0, 2] > named["recent_activity"][3, 5]
    assert named["lasting_least_activity"][0, 1] > named["lasting_least_activity"][3, 4]
    assert named["latest_link"][0, 1] == 0


def test_equal_dates_and_none_are_alike_for_all_links() -> None:
    for times in ([7, 7, 7, 7], [np.nan] * 4):
        for table in recency_tables(build_edge_table(EDGES, 6, times=times)):
            assert np.isfinite(table).all()
            assert table[0, 1] == table[4, 5]
