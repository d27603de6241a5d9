"""Rows to learn from: what they weigh, and that a judged link is seen without itself."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from graph.algorithms.edge_table import EdgeTable, build_edge_table
from graph.algorithms.hiding import iter_hidings
from graph.algorithms.pair_features import PairFeatures
from graph.algorithms.pair_space import build_pair_space
from graph.algorithms.responses import BENT
from graph.algorithms.rich_structure import RICH_NAMES, RichStructure
from graph.algorithms.structure import STRUCTURAL_NAMES, Structure
from graph.algorithms.training import UNLINKED_WEIGHT, Judged, Rows, Teacher, build_judgements
from graph.errors import InputError

TABLE = build_edge_table(list(nx.gnm_random_graph(30, 60, seed=5).edges), 30)


def teacher_of(table: EdgeTable) -> Teacher:
    space = build_pair_space(table.n, table.keys())
    whole = PairFeatures(Structure(table), ())
    reference = space.reference(np.random.default_rng(0))
    return Teacher(whole, reference, whole.pairs(reference))


def test_a_lesson_weighs_its_links_and_five_times_that_in_unlinked_pairs() -> None:
    rng = np.random.default_rng(0)
    hiding = next(iter_hidings(TABLE, build_pair_space(30, TABLE.keys()), rng))
    rows = teacher_of(TABLE).lesson(hiding, rng).rows
    assert rows.weights[rows.labels == 1].tolist() == [1.0] * 6
    assert np.isclose(rows.weights[rows.labels == 0].sum(), 6 * UNLINKED_WEIGHT)
    assert 100 < (rows.labels == 0).sum() <= 120


def test_scores_are_those_of_the_graph_without_the_hidden_links() -> None:
    rng = np.random.default_rng(0)
    hiding = next(iter_hidings(TABLE, build_pair_space(30, TABLE.keys()), rng))
    nearness = teacher_of(TABLE).lesson(hiding, rng).rows.scores[:6, STRUCTURAL_NAMES.index("inverse_distance")]
    linked = teacher_of(TABLE)._scored(TABLE, hiding.hidden)[0][:, STRUCTURAL_NAMES.index("inverse_distance")]
    assert (nearness < linked).all()


def test_a_judged_link_is_seen_without_itself() -> None:
    pair = TABLE.pairs[:1]
    judged = build_judgements((pair, [1], [1.0]), 30)
    rows = teacher_of(TABLE).judgement_rows(TABLE, judged)
    without = teacher_of(TABLE)._scored(TABLE.without(pair), pair)[0]
    assert np.array_equal(rows.scores, without)
    assert rows.labels.tolist() == [1.0]


def test_judgements_are_sorted_so_that_their_order_does_not_matter() -> None:
    one = build_judgements(([[4, 2], [0, 1]], [1, 0], [2.0, 1.0]), 5)
    other = build_judgements(([[0, 1], [2, 4]], [0, 1], [1.0, 2.0]), 5)
    assert one.pairs.tolist() == other.pairs.tolist() == [[0, 1], [2, 4]]
    assert one.labels.tolist() == other.labels.tolist() == [0, 1]
    assert one.weights.tolist() == other.weights.tolist() == [1, 2]


@pytest.mark.parametrize(
    "judged",
    [
        ([[0, 1]], [2], [1.0]),
        ([[0, 1]], [1], [-1.0]),
        ([[0, 1]], [1], [np.nan]),
        ([[0, 1]], [1, 0], [1.0]),
        ([[1, 1]], [1], [1.0]),
        ([[0, 9]], [1], [1.0]),
    ],
)
def test_an_impossible_judgement_is_refused(judged: Judged) -> None:
    with pytest.raises(InputError):
        build_judgements(judged, 5)


def test_no_rows_keep_their_columns() -> None:
    assert Rows.joined([], 4).scores.shape == (0, 4)
    assert teacher_of(TABLE).judgement_rows(TABLE, build_judgements(None, 30)).scores.shape == (
        0,
        len(STRUCTURAL_NAMES),
    )


def test_where_lines_may_bend_scores_are_bent_and_unlinked_pairs_stand_for_all() -> None:
    rng = np.random.default_rng(0)
    space = build_pair_space(30, TABLE.keys())
    whole = PairFeatures(RichStructure(TABLE), ())
    reference = space.reference(rng)
    lesson = Teacher(whole, reference, whole.pairs(reference), BENT).lesson(next(iter_hidings(TABLE, space, rng)), rng)
    assert lesson.rows.scores.shape == (6 + len(reference), 3 * len(RICH_NAMES))
    assert np.isclose(lesson.rows.weights.sum(), 6 * (1 + UNLINKED_WEIGHT))
    assert lesson.view.features.names == whole.names
