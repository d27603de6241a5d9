"""Link prediction on made-up graphs with words, dates or two sides, beside single rules.

``python -m bench.content_prediction`` prints them. A fifth of the links is hidden, the newest where they have dates;
all unobserved pairs are ranked. The graphs are those of :mod:`bench.grown_graphs`; the row "structure only" is the same
predictor without content and dates.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import numpy as np

from bench.grown_graphs import Grown, bodies, citations, collaborations, messages, regions
from bench.quality import Flags, Numbers, measure
from graph.algorithms.edge_array import IntArray, encode_pairs, is_among
from graph.algorithms.edge_table import build_edge_table
from graph.algorithms.link_prediction import LinkPredictor
from graph.algorithms.pair_space import build_pair_space
from graph.algorithms.pair_terms import build_pair_terms
from graph.algorithms.structure import STRUCTURAL_NAMES, Structure

RULES = ("adamic_adar", "l3", "pagerank", "degree_product")
FIRST = 100


def rows_of(name: str, graph: Grown, seed: int = 0) -> Iterator[dict[str, object]]:
    """Yield the figures of the predictor and of each single rule on one graph."""
    kept, away = _hide_a_fifth(graph, seed)
    table = build_edge_table(graph.pairs[kept], graph.n)
    pairs = np.stack(np.triu_indices(graph.n, 1), axis=1)
    pairs = pairs[build_pair_space(graph.n, table.keys(), sides=graph.sides).open(pairs)]
    hidden = is_among(encode_pairs(pairs, graph.n), np.sort(encode_pairs(np.sort(graph.pairs[away], axis=1), graph.n)))
    for what, scores in _scores(graph, kept, pairs):
        figures = [*measure(scores, hidden), 100 * _share_among_first(scores, hidden)]
        names = ("auc", "precision_at_k", "precision_at_20", f"precision_at_{FIRST}")
        row = {"graph": name, "what": what, **dict(zip(names, np.round(figures, 1).tolist(), strict=True))}
        if graph.sides is not None:
            row["among_first_three"] = round(100 * _among_first_three(scores, pairs, hidden), 1)
        yield row


def _hide_a_fifth(graph: Grown, seed: int) -> tuple[IntArray, IntArray]:
    """Return which pairs are kept and which hidden: a random fifth, or all since the newest fifth of links began."""
    count = len(graph.pairs)
    if graph.times is None:
        kept, away = np.split(np.random.default_rng(seed).permutation(count), [count - count // 5])
        return kept, away
    _, first = np.unique(encode_pairs(np.sort(graph.pairs, axis=1), graph.n), return_index=True)
    later = graph.times >= np.sort(graph.times[first])[-(len(first) // 5)]
    return np.flatnonzero(~later), np.flatnonzero(later)


def _scores(graph: Grown, kept: IntArray, pairs: IntArray) -> Iterator[tuple[str, Numbers]]:
    """Yield what each method gives to the pairs."""
    seen, times = graph.pairs[kept], None if graph.times is None else graph.times[kept]
    content = {"features": graph.features, "texts": graph.texts}
    whole = LinkPredictor().fit(
        seen, graph.n, times=times, sides=graph.sides, features=graph.features, texts=graph.texts
    )
    yield "predictor", whole.score(pairs)
    yield "structure only", LinkPredictor().fit(seen, graph.n, sides=graph.sides).score(pairs)
    values = Structure(build_edge_table(seen, graph.n)).pairs(pairs).astype(np.float64)
    for rule in RULES:
        yield rule, values[:, STRUCTURAL_NAMES.index(rule)]
    for term in build_pair_terms(graph.n, **content):
        yield term.name, np.nan_to_num(term.pairs(pairs).astype(np.float64), nan=-1)


def _share_among_first(scores: Numbers, hidden: Flags) -> float:
    """Return which share of the first hundred was hidden; what ties is ordered at random."""
    best = np.lexsort((np.random.default_rng(0).random(len(scores)), -scores))
    return float(hidden[best[:FIRST]].mean())


def _among_first_three(scores: Numbers, pairs: IntArray, hidden: Flags) -> float:
    """Return which share of the hidden members is among the first three of their body; a body is the smaller index."""
    order = np.lexsort((-scores, pairs[:, 0]))
    body = pairs[order, 0]
    rank = np.arange(len(body)) - np.searchsorted(body, body)
    return float((rank[hidden[order]] < 3).mean())


def rows() -> Iterator[dict[str, object]]:
    """Yield the figures on two graphs of each sort."""
    for seed in range(2):
        yield from rows_of(f"citations {seed}", citations(1_000, seed))
        yield from rows_of(f"collaborations {seed}", collaborations(600, seed, links=3_200))
        yield from rows_of(f"messages {seed}", messages(400, seed, count=6_000))
        yield from rows_of(f"bodies {seed}", bodies(150, 250, seed))
        yield from rows_of(f"regions {seed}", regions(250, seed, divisions=8))


if __name__ == "__main__":
    for row in rows():
        print(json.dumps(row))
