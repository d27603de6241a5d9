"""Standing out among close pairs: logarithms, and unknown where nothing is shared."""

from __future__ import annotations

import numpy as np

from graph.algorithms.edge_table import build_edge_table
from graph.algorithms.standing_out import STANDING_OUT_NAMES, standing_out_tables


def test_pairs_without_a_neighbour_in_common_are_unknown() -> None:
    square = build_edge_table([[0, 1], [1, 2], [2, 3], [0, 3], [4, 5]], 6)
    named = dict(zip(STANDING_OUT_NAMES, standing_out_tables(square), strict=True))
    assert np.isclose(named["common_among_close"][0, 2], np.log(2))
    assert np.isclose(named["allocation_among_close"][0, 2], np.log(1))
    assert np.isnan(named["common_among_close"][0, 4])


def test_paths_of_three_are_seen_where_no_neighbour_is_shared() -> None:
    path = build_edge_table([[0, 1], [1, 2], [2, 3]], 4)
    named = dict(zip(STANDING_OUT_NAMES, standing_out_tables(path), strict=True))
    assert np.isclose(named["l3_among_near"][0, 3], np.log(1 / 2))
    assert np.isnan(named["adamic_among_close"][0, 3])
