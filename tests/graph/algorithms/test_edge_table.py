"""What is known of an edge survives sorting, doubles and hiding."""

from __future__ import annotations

import numpy as np
import pytest

from graph.algorithms.edge_table import build_edge_table
from graph.errors import InputError

EDGES = [[2, 1], [0, 1], [1, 2], [3, 3]]


def test_doubles_keep_the_earliest_time_and_all_kinds() -> None:
    table = build_edge_table(EDGES, 4, types=[7, 5, 900_000, 5], times=[2010.0, np.nan, 2008.0, 1990.0])
    assert table.pairs.tolist() == [[0, 1], [1, 2]]
    assert table.times is not None
    assert np.array_equal(table.times, [np.nan, 2008.0], equal_nan=True)
    assert table.types.toarray().tolist() == [[1, 0, 0], [0, 1, 1]]


def test_hidden_edges_take_their_times_and_kinds_with_them() -> None:
    table = build_edge_table(EDGES, 4, types=[7, 5, 9, 5], times=[3, 1, 2, 0]).without(np.array([[1, 0]]))
    assert table.pairs.tolist() == [[1, 2]]
    assert table.times is not None
    assert table.times.tolist() == [2.0]
    assert table.types.toarray().tolist() == [[0, 1, 1]]


def test_the_order_of_edges_does_not_matter() -> None:
    order = [3, 1, 0, 2]
    one = build_edge_table(EDGES, 4, times=[4, 3, 2, 1])
    other = build_edge_table(np.array(EDGES)[order], 4, times=np.array([4, 3, 2, 1])[order])
    assert one.pairs.tobytes() == other.pairs.tobytes()
    assert one.times is not None
    assert other.times is not None
    assert one.times.tobytes() == other.times.tobytes()


@pytest.mark.parametrize("given", [{"types": [1, 2]}, {"types": [0.5] * 4}, {"times": [1, 2]}, {"times": ["a"] * 4}])
def test_what_does_not_fit_the_edges_is_refused(given: dict[str, list[object]]) -> None:
    with pytest.raises(InputError):
        build_edge_table(EDGES, 4, **given)  # type: ignore[arg-type]  # wrong on purpose


def test_no_edges_may_have_no_kinds_and_no_times() -> None:
    table = build_edge_table([], 3, types=[], times=[])
    assert table.pairs.shape == (0, 2)
    assert table.keys().tolist() == []


def test_a_link_stated_again_keeps_each_date() -> None:
    table = build_edge_table([[0, 1], [1, 0], [1, 2], [2, 3]], 4, times=[5, 3, 4, np.nan])
    place, times = table.statements()
    assert table.times is not None
    assert table.times[0] == 3
    assert list(zip(place.tolist(), times.tolist(), strict=True))[:3] == [(0, 3), (0, 5), (1, 4)]
    assert np.isnan(times[3])
    assert np.isnan(times).sum() == 1


def test_what_is_seen_until_a_time_leaves_later_statements_out() -> None:
    table = build_edge_table([[0, 1], [0, 1], [1, 2]], 3, times=[1, 9, 4])
    assert table.until(4).statements()[1].tolist() == [1, 4]
    assert table.without(np.array([[0, 1]])).statements()[1].tolist() == [4]
    assert build_edge_table([[0, 1]], 3, times=[1]).until(0).statements()[1].tolist() == [1]
