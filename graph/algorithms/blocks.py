"""Blocks of pairs: how large, and run over a few threads."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from graph.algorithms import bounds
from graph.algorithms.edge_array import IntArray

Rows = slice | IntArray
"""The targets of a block: a slice, which numpy takes without copying, or indices."""

Result = TypeVar("Result")


def block_size(n: int, terms: int) -> int:
    """Return how many sources a block may have, so that all threads together stay within the setting.

    Parameters
    ----------
    n : targets of a block
    terms : features, each four bytes a pair; as many again are in work

    Returns
    -------
    1 or more, at most ``bounds.BLOCK_SOURCES``.

    Raises
    ------
    Nothing.
    """
    room = bounds.BLOCK_BYTES // (bounds.WORKERS * 8 * max(1, n) * max(1, terms))
    return max(1, min(bounds.BLOCK_SOURCES, room))


def run_blocks(work: Callable[[int], Result], begins: Iterable[int]) -> list[Result]:
    """Return the result of each block, in the order of the blocks.

    Parameters
    ----------
    work : computes the block that begins at an index; blocks do not depend on each other
    begins : where each block begins

    Returns
    -------
    One result a block.

    Raises
    ------
    Whatever ``work`` raises.
    """
    begins = list(begins)
    if bounds.WORKERS == 1 or len(begins) < 2:
        return [work(begin) for begin in begins]
    with ThreadPoolExecutor(bounds.WORKERS) as pool:
        return list(pool.map(work, begins))


def as_rows(nodes: IntArray) -> Rows:
    """Return sorted nodes as a slice where they follow each other, else as they are.

    Raises
    ------
    Nothing.
    """
    if len(nodes) and nodes[-1] - nodes[0] == len(nodes) - 1:
        return slice(int(nodes[0]), int(nodes[-1]) + 1)
    return nodes
