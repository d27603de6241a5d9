"""The edges of a graph with what is known of each: when it was first stated, and of which kinds it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from graph.algorithms.edge_array import (
    BoolArray,
    FloatArray,
    IntArray,
    check_length,
    check_pairs,
    decode_pairs,
    encode_pairs,
    is_among,
)
from graph.errors import InputError

Contacts = tuple[IntArray, FloatArray]
"""Dated statements of edges: (k,) numbers of pairs (:func:`encode_pairs`) and (k,) times."""


@dataclass(frozen=True, slots=True)
class EdgeTable:
    """The edges of a graph, each once, with what is known of them.

    Parameters
    ----------
    n : number of nodes
    pairs : (m, 2) smaller index first, sorted
    times : (m,) when each was first stated, in any unit that grows; NaN where unknown; None where nothing is dated
    types : (m, kinds) CSR of ones: of which kinds each is; None where there is one kind
    contacts : each dated statement of an edge; None where each edge has one at most
    """

    n: int
    pairs: IntArray
    times: FloatArray | None = None
    types: Any = None
    contacts: Contacts | None = None

    def keys(self) -> IntArray:
        """Return the (m,) sorted numbers of the pairs.

        Raises
        ------
        Nothing.
        """
        return encode_pairs(self.pairs, self.n)

    def without(self, hidden: IntArray) -> EdgeTable:
        """Return the table without the edges of some (k, 2) pairs.

        Raises
        ------
        Nothing.
        """
        kept = ~is_among(self.keys(), np.sort(encode_pairs(hidden, self.n)))
        times = None if self.times is None else self.times[kept]
        types = None if self.types is None else self.types[np.flatnonzero(kept)]
        left = replace(self, pairs=self.pairs[kept], times=times, types=types)
        if left.contacts is None:
            return left
        keys, when = left.contacts
        known = is_among(keys, left.keys())
        return replace(left, contacts=(keys[known], when[known]))

    def until(self, time: float) -> EdgeTable:
        """Return the table without the contacts after some time; the edges stay.

        Raises
        ------
        Nothing.
        """
        if self.contacts is None:
            return self
        keys, times = self.contacts
        return replace(self, contacts=(keys[times <= time], times[times <= time]))

    def statements(self) -> tuple[IntArray, FloatArray]:
        """Return each statement of an edge that is known: its place in the table and its time, NaN where unknown.

        Raises
        ------
        Nothing.
        """
        times = np.full(len(self.pairs), np.nan) if self.times is None else self.times
        place = np.arange(len(self.pairs))
        if self.contacts is None:
            return place, times
        undated = place[np.isnan(times)]
        dated = np.searchsorted(self.keys(), self.contacts[0])
        return np.concatenate([dated, undated]), np.concatenate([self.contacts[1], times[undated]])


def build_edge_table(
    edges: npt.ArrayLike, n: int, *, types: npt.ArrayLike | None = None, times: npt.ArrayLike | None = None
) -> EdgeTable:
    """Return the edges, each once, with the earliest time and all kinds of those that stand for the same pair.

    Parameters
    ----------
    edges : (m, 2) integers in 0..n-1; direction, order, doubles and self-loops do not matter
    n : number of nodes
    types : (m,) whole numbers, the kind of each edge
    times : (m,) numbers, NaN where unknown

    Returns
    -------
    The table; the same whatever the order of the edges.

    Raises
    ------
    InputError
        As :func:`check_pairs`; when ``types`` or ``times`` have another length or are no such numbers.
    """
    given = check_pairs(edges, n)
    real = given[:, 0] != given[:, 1]
    keys, owner = np.unique(encode_pairs(given[real], n), return_inverse=True)
    table = EdgeTable(n, decode_pairs(keys, n))
    if times is not None:
        first = _earliest(np.asarray(times), given, owner, real)
        table = replace(table, times=first, contacts=_contacts(np.asarray(times)[real], keys, owner))
    if types is not None:
        table = replace(table, types=_kinds(np.asarray(types), given, owner, real))
    return table


def _earliest(times: npt.NDArray[Any], given: IntArray, owner: IntArray, real: BoolArray) -> FloatArray:
    """Return the earliest known time of each edge."""
    check_length(times, len(given), "times")
    if times.size and times.dtype.kind not in "iuf":
        raise InputError("'times' moet uit getallen bestaan.", "'times' must be numbers.")
    first = np.full(int(owner.max(initial=-1)) + 1, np.nan)
    np.fmin.at(first, owner, times[real].astype(np.float64))
    return first


def _contacts(times: npt.NDArray[Any], keys: IntArray, owner: IntArray) -> Contacts | None:
    """Return all dated statements, sorted by pair and time; None where no edge has two."""
    dated = ~np.isnan(times.astype(np.float64))
    if np.bincount(owner[dated]).max(initial=0) < 2:
        return None
    order = np.lexsort((times[dated], owner[dated]))
    return keys[owner[dated][order]], times[dated][order].astype(np.float64)


def _kinds(types: npt.NDArray[Any], given: IntArray, owner: IntArray, real: BoolArray) -> sp.csr_array:
    """Return of which kinds each edge is, as ones."""
    check_length(types, len(given), "edge_types")
    if types.size and types.dtype.kind not in "iu":
        raise InputError("'edge_types' moet uit hele getallen bestaan.", "'edge_types' must be whole numbers.")
    # Numbered anew: a kind may bear any number, and a column for each unused one would fill the memory.
    names, kind = np.unique(types[real], return_inverse=True)
    shape = (int(owner.max(initial=-1)) + 1, len(names))
    kinds = sp.csr_array((np.ones(len(owner), np.float32), (owner, kind)), shape=shape)
    kinds.data[:] = 1
    return kinds
