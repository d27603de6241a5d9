"""Hiding links one knows, to learn from finding them back.

Nested hiding: the features of a hidden link are computed without it and without those hidden with it, so that what is
learned holds for links that are really missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

import numpy as np

from graph.algorithms import bounds
from graph.algorithms.edge_array import FloatArray, IntArray, encode_pairs
from graph.algorithms.edge_table import EdgeTable
from graph.algorithms.pair_space import PairSpace

HIDINGS = 10
"""Parts that the links are hidden in: a tenth at a time leaves a graph that is still much like the whole."""

UNLINKED_PER_LINK = 20
"""Unlinked pairs for each hidden link. Three easy ones give a high AUC and a poor top of the list."""


@dataclass(frozen=True, slots=True)
class Hiding:
    """One part of the links hidden.

    Parameters
    ----------
    kept : the edges that remain to be seen
    hidden : (h, 2) links to find back
    unlinked : (k, 2) open pairs, each sharing its first node with a hidden link
    """

    kept: EdgeTable
    hidden: IntArray
    unlinked: IntArray


def iter_hidings(edges: EdgeTable, space: PairSpace, rng: np.random.Generator) -> Iterator[Hiding]:
    """Yield the hidings to learn from, disjoint in what they hide; fewer where links are many.

    Parameters
    ----------
    edges : the whole graph
    space : which of its pairs may be links; only those are hidden
    rng : where chance comes from

    Yields
    ------
    Up to ten hidings; none where there is no eligible link.

    Raises
    ------
    Nothing.

    Notes
    -----
    Where links have times, the newest part is hidden first, then the part before it together with all that came
    later, so that what is learned is to foresee; the older half always remains to see from.
    """
    links = space.links()
    dated = edges.times is not None
    parts = _parts(links, _times_of(links, edges), rng)
    count = _count_hidings(parts, space, dated=dated)
    most = bounds.TRAINING_LINKS_ACROSS if _is_thorough(space) else bounds.TRAINING_LINKS
    for position in range(count):
        away = np.concatenate(parts[: position + 1]) if dated else parts[position]
        learned = rng.permutation(parts[position])[: ceil(most / count)]
        hidden = _turned(learned, rng)
        unlinked = space.draw_partners(np.repeat(hidden[:, 0], UNLINKED_PER_LINK // 2), rng)
        yield Hiding(_seen(edges, away, dated=dated), hidden, unlinked)


def _seen(edges: EdgeTable, away: IntArray, *, dated: bool) -> EdgeTable:
    """Return what is left; of dated edges what was known when the first of those taken away came."""
    kept, began = edges.without(away), _times_of(away, edges)
    known = began[np.isfinite(began)] if dated and began is not None else np.empty(0)
    return kept.until(float(known.min())) if len(known) else kept


def _is_thorough(space: PairSpace) -> bool:
    """Return whether more is learned from than elsewhere: between two sides, where features are rich."""
    return space.sides is not None and space.n <= bounds.MAX_RICH_NODES


def _count_hidings(parts: list[IntArray], space: PairSpace, *, dated: bool) -> int:
    """Return how many parts are hidden: enough to learn from, two at least, half of dated ones at most."""
    most = ceil(len(parts) / 2) if dated else len(parts)
    size = max((len(part) for part in parts), default=1)
    wanted = max(2, ceil(bounds.TRAINING_LINKS / size))
    if _is_thorough(space):
        wanted = max(wanted, ceil(HIDINGS * min(1.0, bounds.ALL_HIDINGS_NODES / max(1, space.n)) ** 2))
    return min(most, wanted)


def _times_of(links: IntArray, edges: EdgeTable) -> FloatArray | None:
    """Return the times of some of the edges; what is not dated counts as old."""
    if edges.times is None:
        return None
    place = np.searchsorted(edges.keys(), encode_pairs(links, edges.n))
    return np.nan_to_num(edges.times[place], nan=-np.inf)


def _parts(links: IntArray, times: FloatArray | None, rng: np.random.Generator) -> list[IntArray]:
    """Return the links in ten parts or as many as there are links: at random, or the newest first."""
    order = rng.permutation(len(links))
    if times is not None:
        order = order[np.argsort(-times[order], kind="stable")]
    return [part for part in np.array_split(links[order], HIDINGS) if len(part)]


def _turned(pairs: IntArray, rng: np.random.Generator) -> IntArray:
    """Return the pairs with a random end first, so that neither end is favoured."""
    flip = rng.random(len(pairs)) < 0.5
    return np.where(flip[:, None], pairs[:, ::-1], pairs)
