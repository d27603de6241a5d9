"""The best open pairs of a graph, block by block, within bounded memory.

Blocks are added up in single precision and only shorten the list; what is shown is scored pair by pair afterwards, so a
pair has one number however it was found.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from graph.algorithms.blocks import as_rows, block_size, run_blocks
from graph.algorithms.edge_array import FloatArray, IntArray, build_adjacency, decode_pairs
from graph.algorithms.pair_features import PairFeatures
from graph.algorithms.pair_space import PairSpace
from graph.algorithms.scales import Scale
from graph.algorithms.sheet import Float32Array, sparse_positions

SLACK = 64
"""Pairs kept beyond the limit, because single precision may swap neighbours at the edge of the list."""


class BlockScorer:
    """Adds up the weighed scores of all pairs of a block.

    Parameters
    ----------
    features : of the pairs
    scales : one a feature
    weights : (t,) one a feature
    """

    def __init__(self, features: PairFeatures, scales: Sequence[Scale], weights: FloatArray) -> None:
        self._features = features
        self._scales = scales
        self._weights = weights.astype(np.float32)

    def sums(self, sources: IntArray, targets: IntArray) -> Float32Array:
        """Return the weighed sums of a block, (targets, sources).

        Parameters
        ----------
        sources, targets : node indices

        Raises
        ------
        Nothing.

        Notes
        -----
        A sparse feature costs its entries only: what it says of all other pairs is one number.
        """
        total = np.zeros((len(targets), len(sources)), np.float32)
        sheets = self._features.sheets(sources, as_rows(targets))
        for sheet, scale, weight in zip(sheets, self._scales, self._weights, strict=True):
            scores = scale.apply(sheet.values)
            scores *= weight
            if sheet.at is not None:
                nothing = scale.apply(np.zeros(1, np.float32))[0] * weight
                total += nothing
                total.ravel()[sheet.at] += scores - nothing
                continue
            # A minimum passes NaN on, and costs less than looking for it everywhere.
            if np.isnan(scores.min(initial=0)):
                np.nan_to_num(scores, copy=False)
            total += scores
        return total


def best_open_pairs(space: PairSpace, scorer: BlockScorer, terms: int, limit: int) -> IntArray:
    """Return the open pairs with the highest sums, and some more.

    Parameters
    ----------
    space : which pairs are open
    scorer : adds up
    terms : number of features, for the size of a block
    limit : how many pairs are wanted

    Returns
    -------
    (k, 2), best first; pairs with equal sums by index. ``SLACK`` more than wanted, where there are so many.

    Raises
    ------
    Nothing.
    """
    nodes, wanted = space.nodes, limit + SLACK
    linked = build_adjacency(decode_pairs(space.linked, space.n), space.n)
    size = block_size(space.n, terms)

    def best_of(begin: int) -> tuple[Float32Array, IntArray]:
        sources, targets = nodes[begin : begin + size], nodes[begin:]
        sums = scorer.sums(sources, targets)
        sums[: len(sources)][np.triu_indices(len(sources))] = -np.inf
        sums.ravel()[sparse_positions(linked[sources].T.tocsr()[as_rows(targets)])] = -np.inf
        if space.sides is not None:
            sums[space.sides[targets][:, None] == space.sides[sources]] = -np.inf
        # Turned, so that positions run in the order of the pairs: source first, then target.
        turned = sums.T.ravel()
        flat = _highest(turned, wanted)
        source, target = np.divmod(flat, len(targets))
        return turned[flat], sources[source] * space.n + targets[target]

    found = run_blocks(best_of, range(0, len(nodes), size))
    sums = np.concatenate([np.empty(0, np.float32), *(block[0] for block in found)])
    keys = np.concatenate([np.empty(0, np.int64), *(block[1] for block in found)])
    return decode_pairs(keys[np.lexsort((keys, -sums))[:wanted]], space.n)


def _highest(sums: Float32Array, wanted: int) -> IntArray:
    """Return where the highest finite sums are; of those that equal the last of them, the first."""
    if len(sums) <= wanted:
        return np.flatnonzero(np.isfinite(sums))
    least = np.partition(sums, len(sums) - wanted)[len(sums) - wanted]
    if not np.isfinite(least):
        return np.flatnonzero(np.isfinite(sums))
    above = np.flatnonzero(sums > least)
    return np.concatenate([above, np.flatnonzero(sums == least)[: wanted - len(above)]])
