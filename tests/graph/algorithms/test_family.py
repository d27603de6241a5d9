"""One contract for the whole family: whatever graph comes, each algorithm answers sensibly or refuses in a sentence."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest
import scipy.sparse as sp

from graph.algorithms.brokerage import articulation_points, betweenness, find_brokers, participation
from graph.algorithms.communities import community_support, detect_communities
from graph.algorithms.link_prediction import LinkPredictor
from graph.errors import InputError

Edges = list[tuple[int, int]]


def complete(n: int, first: int = 0) -> Edges:
    return list(itertools.combinations(range(first, first + n), 2))


GRAPHS: dict[str, tuple[Edges, int]] = {
    "no node": ([], 0),
    "one node": ([], 1),
    "one node with itself": ([(0, 0)], 1),
    "no edge": ([], 6),
    "one edge": ([(0, 1)], 6),
    "loops only": ([(i, i) for i in range(5)], 5),
    "complete": (complete(6), 6),
    "all but one": (complete(6)[:-1], 6),
    "star": ([(0, i) for i in range(1, 9)], 9),
    "path": ([(i, i + 1) for i in range(9)], 10),
    "cycle": ([(i, (i + 1) % 8) for i in range(8)], 8),
    "disconnected": (complete(4) + complete(4, 4), 10),
    "two-sided": ([(i, 5 + j) for i in range(5) for j in range(4) if (i + j) % 2], 9),
    "doubles and loops": ([(0, 1), (1, 0), (0, 1), (2, 2), (1, 2)], 4),
}
CONTENT: dict[str, Callable[[int], dict[str, object]]] = {
    "bare": lambda n: {},
    "nothing known": lambda n: {
        "features": sp.csr_array((n, 4)),
        "texts": np.zeros((n, 8), np.float32),
        "coordinates": np.full((n, 2), np.nan),
        "relations": {"met": sp.csr_array((n, n))},
    },
    "all alike": lambda n: {
        "features": sp.csr_array(np.ones((n, 3))),
        "texts": np.ones((n, 8), np.float32),
        "coordinates": np.zeros((n, 2)),
        "relations": {"met": sp.csr_array(np.ones((n, n)))},
    },
    "two sides": lambda n: {"sides": np.arange(n) % 2},
    "one side": lambda n: {"sides": np.zeros(n, int)},
    "no candidates": lambda n: {"candidates": np.zeros(n, bool)},
}

pytestmark = pytest.mark.parametrize("name", GRAPHS)


@pytest.mark.parametrize("content", CONTENT)
def test_every_open_pair_gets_a_chance_and_its_reasons(name: str, content: str) -> None:
    edges, n = GRAPHS[name]
    given = CONTENT[content](n)
    predictor = LinkPredictor().fit(edges, n, **given)  # type: ignore[arg-type]
    pairs, chances = predictor.score_all()
    terms, names = predictor.explain(pairs)
    linked = {tuple(sorted(edge)) for edge in edges}
    assert not linked & {tuple(pair) for pair in pairs.tolist()}
    assert terms.shape == (len(pairs), len(names))
    assert ((chances > 0) & (chances < 1)).all()


def test_judgements_alone_are_enough_to_learn_from(name: str) -> None:
    edges, n = GRAPHS[name]
    pairs = complete(min(n, 3))
    judged = (pairs, np.arange(len(pairs)) % 2, np.ones(len(pairs)))
    _, chances = LinkPredictor().fit(edges, n, judged=judged).score_all()
    assert np.isfinite(chances).all()


def test_linked_nodes_have_a_community_and_others_none(name: str) -> None:
    edges, n = GRAPHS[name]
    labels = detect_communities(edges, n)
    linked = np.zeros(n, bool)
    for u, v in edges:
        linked[[u, v]] |= u != v
    assert labels.shape == (n,)
    assert ((labels >= 0) == linked).all()
    assert sorted(set(labels.tolist()) - {-1}) == list(range(labels.max(initial=-1) + 1))


def test_support_lies_between_nil_and_one(name: str) -> None:
    edges, n = GRAPHS[name]
    labels = detect_communities(edges, n)
    support = community_support(edges, n, labels)
    assert support.shape == (labels.max(initial=-1) + 1,)
    assert ((support >= 0) & (support <= 1)).all()


def test_brokers_are_measured_for_every_node(name: str) -> None:
    edges, n = GRAPHS[name]
    found = find_brokers(edges, n, np.zeros(n, int))
    for measure in (found.betweenness, found.participation):
        assert measure.shape == (n,)
        assert ((measure >= 0) & (measure <= 1)).all()
    assert found.is_articulation.shape == (n,)


@pytest.mark.parametrize(
    "ask",
    [
        lambda edges, n: LinkPredictor().fit(edges, n),
        detect_communities,
        betweenness,
        articulation_points,
        lambda edges, n: participation(edges, n, np.zeros(n, int)),
        lambda edges, n: community_support(edges, n, np.zeros(n, int)),
    ],
)
def test_an_edge_to_nowhere_is_refused(name: str, ask: Callable[[npt.ArrayLike, int], object]) -> None:
    edges, n = GRAPHS[name]
    with pytest.raises(InputError) as refused:
        ask([*edges, (0, n)], n)
    assert str(n - 1) in refused.value.nl
