"""Link prediction as its callers see it."""

from __future__ import annotations

import doctest
import itertools

import networkx as nx
import numpy as np
import numpy.typing as npt
import pytest
import scipy.sparse as sp
from scipy.special import logit
from scipy.stats import rankdata

from graph.algorithms import bounds, link_prediction
from graph.algorithms.edge_array import FloatArray, IntArray, encode_pairs
from graph.algorithms.edge_table import build_edge_table
from graph.algorithms.link_prediction import BASE_RATE, LinkPredictor
from graph.algorithms.prior import ONE_SIDED, Belief
from graph.algorithms.structure import STRUCTURAL_NAMES, Structure
from graph.errors import InputError

Planted = tuple[IntArray, IntArray, npt.NDArray[np.bool_]]


def planted(seed: int, groups: int = 5, size: int = 20) -> Planted:
    """Return the seen edges of a planted partition, its unseen pairs, and which of those are hidden links."""
    graph = nx.planted_partition_graph(groups, size, 0.35, 0.02, seed=seed)
    edges = np.array(sorted(graph.edges))
    hidden = edges[np.random.default_rng(seed).permutation(len(edges))[: len(edges) // 5]]
    taken = {tuple(pair) for pair in edges.tolist()} - {tuple(pair) for pair in hidden.tolist()}
    open_pairs = np.array([pair for pair in itertools.combinations(range(groups * size), 2) if pair not in taken])
    away = {tuple(pair) for pair in hidden.tolist()}
    return np.array(sorted(taken)), open_pairs, np.array([tuple(pair) in away for pair in open_pairs.tolist()])


def auc(scores: FloatArray, truth: npt.NDArray[np.bool_]) -> float:
    ranks, positives = rankdata(scores), int(truth.sum())
    return float((ranks[truth].sum() - positives * (positives + 1) / 2) / (positives * (~truth).sum()))


@pytest.fixture(name="city", scope="module")
def city_fixture() -> tuple[LinkPredictor, IntArray, dict[str, object]]:
    rng = np.random.default_rng(8)
    edges, _, _ = planted(1)
    met = sp.random_array((100, 100), density=0.02, rng=rng).tocsr()
    given: dict[str, object] = {
        "texts": rng.normal(size=(100, 16)).astype(np.float32) * (np.arange(100) % 9 > 0)[:, None],
        "features": sp.random_array((100, 12), density=0.2, rng=rng).tocsr(),
        "relations": {"met": met + met.T},
        "coordinates": np.where(np.arange(100)[:, None] % 7 == 0, np.nan, rng.random((100, 2)) * 8_000),
    }
    return LinkPredictor().fit(edges, 100, **given), edges, given  # type: ignore[arg-type]


def test_terms_add_up_to_the_log_odds(city: tuple[LinkPredictor, IntArray, dict[str, object]]) -> None:
    predictor = city[0]
    pairs, chances = predictor.score_all(500)
    terms, names = predictor.explain(pairs)
    assert names[0] == BASE_RATE
    assert terms.shape == (500, len(names))
    assert np.abs(terms.sum(axis=1) - logit(chances)).max() < 1e-6


def test_scoring_all_gives_the_numbers_of_scoring_each(city: tuple[LinkPredictor, IntArray, dict[str, object]]) -> None:
    predictor = city[0]
    pairs, chances = predictor.score_all(200)
    everything, all_chances = predictor.score_all()
    assert chances.tobytes() == predictor.score(pairs).tobytes()
    assert chances.tobytes() == all_chances[:200].tobytes()
    assert pairs.tolist() == everything[:200].tolist()
    assert (np.diff(all_chances) <= 0).all()


def test_a_pair_scores_the_same_either_way_round_and_alone(
    city: tuple[LinkPredictor, IntArray, dict[str, object]],
) -> None:
    predictor = city[0]
    pairs = predictor.score_all(60)[0]
    whole = predictor.score(pairs)
    assert predictor.score(pairs[:, ::-1]).tobytes() == whole.tobytes()
    assert np.concatenate([predictor.score(pair[None]) for pair in pairs]).tobytes() == whole.tobytes()


def test_what_is_unknown_of_a_pair_adds_nil(city: tuple[LinkPredictor, IntArray, dict[str, object]]) -> None:
    terms, names = city[0].explain([[0, 14], [9, 21], [1, 2]])
    assert terms[0, names.index("proximity")] == 0
    assert terms[1, names.index("text_similarity")] == 0
    assert terms[2, names.index("text_similarity")] != 0


def test_the_order_direction_and_repetition_of_edges_do_not_matter(
    city: tuple[LinkPredictor, IntArray, dict[str, object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    predictor, edges, given = city
    shuffled = np.random.default_rng(0).permutation(np.vstack([edges, edges[:9, ::-1], [[3, 3]]]))
    monkeypatch.setattr(bounds, "WORKERS", 1)
    other = LinkPredictor().fit(shuffled, 100, **given)  # type: ignore[arg-type]
    pairs, chances = predictor.score_all()
    assert other.score(pairs).tobytes() == chances.tobytes()


def test_another_seed_is_another_hiding_but_the_same_story() -> None:
    edges, pairs, _ = planted(2)
    one, other = (LinkPredictor().fit(edges, 100, seed=seed).score(pairs) for seed in (0, 1))
    assert one.tobytes() != other.tobytes()
    assert np.corrcoef(rankdata(one), rankdata(other))[0, 1] > 0.98


@pytest.mark.parametrize("seed", [3, 4])
def test_hidden_links_of_planted_groups_come_first(seed: int) -> None:
    edges, pairs, truth = planted(seed)
    graph: nx.Graph[int] = nx.Graph(edges.tolist())
    graph.add_nodes_from(range(100))
    ours = auc(LinkPredictor().fit(edges, 100).score(pairs), truth)
    singles = [
        auc(np.array([value for _, _, value in index(graph, pairs.tolist())]), truth)
        for index in (nx.adamic_adar_index, nx.resource_allocation_index, nx.jaccard_coefficient)
    ]
    assert ours > 0.75
    assert ours > max(singles) - 0.02


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_on_real_networks_it_is_no_worse_than_pagerank(seed: int) -> None:
    ours, theirs = [], []
    for graph in (nx.karate_club_graph(), nx.les_miserables_graph(), nx.davis_southern_women_graph()):
        numbered = nx.convert_node_labels_to_integers(graph)
        edges, n = np.array(numbered.edges), len(numbered)
        order = np.random.default_rng(seed).permutation(len(edges))
        hidden, seen = edges[order[: len(edges) // 5]], build_edge_table(edges[order[len(edges) // 5 :]], n)
        sides = nx.bipartite.color(numbered) if nx.is_bipartite(numbered) else None
        given = None if sides is None else [sides[node] for node in range(n)]
        predictor = LinkPredictor().fit(seen.pairs, n, sides=given)
        pairs, chances = predictor.score_all()
        truth = np.isin(encode_pairs(pairs, n), encode_pairs(hidden, n))
        ours.append(auc(chances, truth))
        theirs.append(auc(Structure(seen).pairs(pairs)[:, STRUCTURAL_NAMES.index("pagerank")].astype(float), truth))
    assert np.mean(ours) > np.mean(theirs) - 0.01
    assert np.mean(ours) > 0.75


def test_probabilities_are_as_high_as_links_are_frequent() -> None:
    predicted, found = 0.0, 0
    for seed in range(3):
        edges, pairs, truth = planted(seed)
        chances = LinkPredictor().fit(edges, 100).score(pairs)
        best = np.argsort(-chances)[:200]
        predicted, found = predicted + chances[best].sum(), found + int(truth[best].sum())
        assert np.isclose(chances.mean(), truth.mean(), rtol=0.1)
    assert 0.6 < predicted / found < 1.5


def test_few_links_are_carried_by_the_prior_and_give_low_chances() -> None:
    for m in (0, 1, 3, 10):
        predictor = LinkPredictor().fit([[i, i + 1] for i in range(m)], 154)
        pairs, chances = predictor.score_all(20)
        assert len(pairs) == 20
        assert 0 < chances[-1] <= chances[0] < 0.15
        assert m > 0 or not any(predictor.weights.values())


def test_the_far_ends_of_a_path_are_not_all_but_sure_to_be_linked() -> None:
    pairs, chances = LinkPredictor().fit([[i, i + 1] for i in range(199)], 200).score_all(20)
    assert chances[0] < 0.5
    assert chances[-1] < 0.1
    assert len(pairs) == 20


def test_a_relation_speaks_for_a_link_before_any_link_is_known() -> None:
    met = sp.csr_array(([1.0, 1.0], ([2, 5], [5, 2])), shape=(30, 30))
    pairs, chances = LinkPredictor().fit([], 30, relations={"met": met}).score_all(2)
    assert pairs[0].tolist() == [2, 5]
    assert chances[0] > 2 * chances[1]
    doubted = LinkPredictor(ONE_SIDED.with_beliefs({"met": Belief(-0.3)})).fit([], 30, relations={"met": met})
    assert doubted.score([[2, 5]])[0] < doubted.score([[2, 6]])[0]


@pytest.mark.parametrize("verdict", [0, 1])
def test_judgements_move_what_they_speak_of_their_way(verdict: int) -> None:
    edges, _, _ = planted(6)
    rng = np.random.default_rng(0)
    near = sp.random_array((100, 100), density=0.05, rng=rng).tocsr()
    relations = {"near": ((near + near.T) > 0).astype(np.float64)}
    before = LinkPredictor().fit(edges, 100, relations=relations)
    pairs = before.score_all()[0]
    speaks = np.asarray(relations["near"].toarray()[pairs[:, 0], pairs[:, 1]] > 0)
    judged, asked_later = pairs[speaks][::2][:40], pairs[speaks][1::2]
    after = LinkPredictor().fit(edges, 100, relations=relations, judged=(judged, [verdict] * 40, np.full(40, 3.0)))
    moved = after.score(asked_later) - before.score(asked_later)
    assert (after.weights["near"] > before.weights["near"]) == bool(verdict)
    assert (moved.mean() > 0) == bool(verdict)


def test_a_feature_that_never_varies_has_nil_terms() -> None:
    edges, pairs, _ = planted(7)
    alike = {"texts": np.ones((100, 4), np.float32), "features": sp.csr_array(np.ones((100, 2)))}
    predictor = LinkPredictor().fit(edges, 100, **alike)
    terms, names = predictor.explain(pairs[:50])
    assert not terms[:, [names.index("text_similarity"), names.index("feature_overlap")]].any()
    assert predictor.weights["text_similarity"] == 0


def test_two_sides_are_only_linked_across() -> None:
    graph: nx.Graph[int] = nx.bipartite.random_graph(20, 15, 0.2, seed=1)
    sides = np.arange(35) >= 20
    predictor = LinkPredictor().fit(list(graph.edges), 35, sides=sides.astype(int))
    pairs, _ = predictor.score_all()
    assert (sides[pairs[:, 0]] != sides[pairs[:, 1]]).all()
    assert len(pairs) == 300 - graph.number_of_edges()
    assert predictor.weights["common_neighbours"] == 0
    assert predictor.weights["l3"] > 0


def test_only_candidates_are_proposed() -> None:
    edges, _, _ = planted(9)
    pairs, _ = LinkPredictor().fit(edges, 100, candidates=np.arange(100) < 30).score_all()
    assert pairs.max() < 30
    assert len(pairs) == 30 * 29 // 2 - (edges.max(axis=1) < 30).sum()


def test_times_and_kinds_of_edges_are_used() -> None:
    edges, pairs, _ = planted(10)
    plain = LinkPredictor().fit(edges, 100)
    dated = LinkPredictor().fit(edges, 100, times=np.arange(len(edges)))
    kinds = LinkPredictor().fit(edges, 100, edge_types=(edges.sum(axis=1) % 3))
    assert dated.weights != plain.weights
    assert "kind_similarity" in kinds.weights
    assert np.isfinite(kinds.score(pairs)).all()


def test_more_than_can_be_scored_at_once_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MAX_ALL_PAIRS_NODES", 6)
    assert len(LinkPredictor().fit([], 6).score_all()[0]) == 15
    with pytest.raises(InputError, match="6"):
        LinkPredictor().fit([], 7).score_all(1)
    assert LinkPredictor().fit([], 7).score([[0, 6]]).shape == (1,)


def test_questions_that_cannot_be_answered_are_refused() -> None:
    with pytest.raises(InputError):
        LinkPredictor().score([[0, 1]])
    predictor = LinkPredictor().fit([], 3)
    for pairs in ([[0, 3]], [[1, 1]], [[0, 1, 2]]):
        with pytest.raises(InputError):
            predictor.score(pairs)
    with pytest.raises(InputError):
        predictor.score_all(-1)


@pytest.mark.parametrize("name", ["l3", BASE_RATE])
def test_a_relation_may_not_bear_another_terms_name(name: str) -> None:
    with pytest.raises(InputError):
        LinkPredictor().fit([], 3, relations={name: sp.csr_array((3, 3))})


def test_small_graphs_get_rich_features_and_large_ones_or_a_thin_prior_thin_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    edges, _, _ = planted(3)
    assert "katz" in LinkPredictor().fit(edges, 100).weights
    assert "katz" not in LinkPredictor(ONE_SIDED).fit(edges, 100).weights
    monkeypatch.setattr(bounds, "MAX_RICH_NODES", 99)
    assert "katz" not in LinkPredictor().fit(edges, 100).weights


@pytest.mark.parametrize("averaged", [0, 200])
def test_terms_add_up_with_and_without_averaging(averaged: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MAX_AVERAGED_NODES", averaged)
    edges, pairs, truth = planted(2)
    predictor = LinkPredictor().fit(edges, 100)
    chances = predictor.score(pairs)
    assert np.abs(predictor.explain(pairs)[0].sum(axis=1) - logit(chances)).max() < 1e-6
    assert np.isclose(chances.mean(), truth.mean(), rtol=0.1)
    assert chances[truth].mean() > 2 * chances[~truth].mean()


def test_the_example_holds() -> None:
    assert doctest.testmod(link_prediction).failed == 0
