"""Graphs with known groups after Lancichinetti, Fortunato and Radicchi: degrees and sizes of groups follow power laws.

networkx's generator of the same name takes minutes at 5,000 nodes, often gives up, and takes no size exponent of 1.

Source: Physical Review E 78, 046110 (2008), doi:10.1103/PhysRevE.78.046110.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graph.algorithms.edge_array import IntArray, decode_pairs, encode_pairs, is_among

ROUNDS = 60
"""Times that ends left over are dealt anew; a handful of some ten thousand stays without a partner."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a graph is to look like.

    Parameters
    ----------
    n : number of nodes
    mixing : share of each node's edges that leave its group, 0..1
    sizes : smallest and largest group
    degree, most_degree : mean and largest degree
    degree_exponent, size_exponent : of the power laws, as positive numbers
    """

    n: int
    mixing: float
    sizes: tuple[int, int]
    degree: float = 20
    most_degree: int = 50
    degree_exponent: float = 2
    size_exponent: float = 1


def lfr_graph(recipe: Recipe, seed: int) -> tuple[IntArray, IntArray]:
    """Return the (m, 2) edges and the (n,) group of each node."""
    rng = np.random.default_rng(seed)
    degrees = np.sort(_degrees(recipe, rng))[::-1]
    inside = np.floor((1 - recipe.mixing) * degrees + rng.random(recipe.n)).astype(np.int64)
    sizes = _sizes(recipe, rng)
    # A node with more neighbours inside than the largest group has other members keeps as many as that.
    inside = np.minimum(inside, sizes.max() - 1)
    group = _groups(inside, sizes, rng)
    keys = np.empty(0, np.int64)
    for one in range(len(sizes)):
        members = np.flatnonzero(group == one)
        keys = _wired(np.repeat(members, inside[members]), keys, recipe.n, rng)
    keys = _wired(np.repeat(np.arange(recipe.n), degrees - inside), keys, recipe.n, rng, apart=group)
    return decode_pairs(keys, recipe.n), group


def _power_law(limits: tuple[int, int], exponent: float) -> tuple[IntArray, npt.NDArray[np.float64]]:
    """Return the whole numbers between two limits and their probabilities."""
    values = np.arange(limits[0], limits[1] + 1)
    weight = values ** -float(exponent)
    return values, weight / weight.sum()


def _degrees(recipe: Recipe, rng: np.random.Generator) -> IntArray:
    """Return degrees whose mean comes nearest to what is asked, by choice of the smallest."""
    laws = [
        _power_law((least, recipe.most_degree), recipe.degree_exponent) for least in range(1, recipe.most_degree + 1)
    ]
    values, chance = min(laws, key=lambda law: abs(law[0] @ law[1] - recipe.degree))
    return rng.choice(values, recipe.n, p=chance)


def _sizes(recipe: Recipe, rng: np.random.Generator) -> IntArray:
    """Return sizes of groups that add up to all nodes; what is too much is taken off one by one."""
    values, chance = _power_law(recipe.sizes, recipe.size_exponent)
    sizes = rng.choice(values, recipe.n, p=chance)
    sizes = sizes[: np.searchsorted(np.cumsum(sizes), recipe.n) + 1]
    for _ in range(int(sizes.sum()) - recipe.n):
        sizes[rng.choice(np.flatnonzero(sizes > recipe.sizes[0]))] -= 1
    return sizes


def _groups(inside: IntArray, sizes: IntArray, rng: np.random.Generator) -> IntArray:
    """Return a group for each node, evenly over the free places of groups large enough; nodes in order of degree."""
    room, group = sizes.copy(), np.empty(len(inside), np.int64)
    for node, needed in enumerate(inside):
        fits = np.where(sizes > needed, room, 0)
        places = fits if fits.any() else room
        group[node] = rng.choice(len(sizes), p=places / places.sum())
        room[group[node]] -= 1
    return group


def _wired(
    ends: IntArray, keys: IntArray, n: int, rng: np.random.Generator, *, apart: IntArray | None = None
) -> IntArray:
    """Return the edges with those added that pair ends at random: no loops, no doubles, across groups where asked."""
    for _ in range(ROUNDS):
        pairs = rng.permutation(ends)[: len(ends) // 2 * 2].reshape(-1, 2)
        new = encode_pairs(pairs, n)
        fine = (pairs[:, 0] != pairs[:, 1]) & ~is_among(new, keys)
        if apart is not None:
            fine &= apart[pairs[:, 0]] != apart[pairs[:, 1]]
        fine &= np.isin(np.arange(len(new)), np.unique(new, return_index=True)[1])
        keys = np.sort(np.concatenate([keys, new[fine]]))
        ends = pairs[~fine].ravel()
    return keys
