"""Structure together with what sides, content and dates say through it.

Only for graphs that have those; a plain graph keeps its features, and so its figures, as they are.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from graph.algorithms.across_sides import ACROSS_HEAVY_TAILED, ACROSS_NAMES, across_tables
from graph.algorithms.blocks import Rows
from graph.algorithms.edge_array import FloatArray, IntArray, is_among
from graph.algorithms.edge_table import Contacts, EdgeTable
from graph.algorithms.pair_features import PairStructure
from graph.algorithms.recency import RECENCY_HEAVY_TAILED, RECENCY_NAMES, recency_tables
from graph.algorithms.sheet import Float32Array, Sheet
from graph.algorithms.standing_out import STANDING_OUT_NAMES, standing_out_tables
from graph.algorithms.surroundings import ContentGram, surrounding_tables


class SurroundedStructure:
    """The features of a structure; then those of the sides, and of content or dates where there are any.

    Parameters
    ----------
    structure : the features that follow from the edges alone
    edges : the graph
    grams : the nodes' content, one for each sort
    dated : whether the edges have times
    sides : (n,) 0 or 1 where links run between two sides only

    Notes
    -----
    O(n m) a table and n^2 numbers each, computed at the first block; six tables for sides, four
    for each sort of content, five for dates, four for either of these two.
    """

    def __init__(
        self,
        structure: PairStructure,
        edges: EdgeTable,
        grams: tuple[ContentGram, ...],
        *,
        dated: bool,
        sides: IntArray | None = None,
    ) -> None:
        self._structure = structure
        self._edges = edges
        self._grams = grams
        self._dated = dated
        self._sides = sides
        recency = RECENCY_NAMES if dated else ()
        surroundings = (name for gram in grams for name in gram.names)
        standing_out = STANDING_OUT_NAMES if grams or dated else ()
        across = () if sides is None else ACROSS_NAMES
        self.names = (*structure.names, *across, *standing_out, *surroundings, *recency)
        self.heavy = structure.heavy | RECENCY_HEAVY_TAILED | ACROSS_HEAVY_TAILED
        self._found: list[Float32Array] | None = None

    def of(self, edges: EdgeTable) -> SurroundedStructure:
        """Return the same features of another graph on the same nodes.

        Parameters
        ----------
        edges : where this graph is dated and they are not, known links keep their date and new ones are of today

        Raises
        ------
        Nothing.
        """
        if self._dated and edges.times is None:
            edges = self._with_times(edges)
        return SurroundedStructure(self._structure.of(edges), edges, self._grams, dated=self._dated, sides=self._sides)

    def _with_times(self, edges: EdgeTable) -> EdgeTable:
        """Return edges with the times that are known here; of new ones the latest."""
        times, keys, known = self._edges.times, edges.keys(), self._edges.keys()
        if times is None or len(known) == 0:
            return edges
        latest = np.nanmax(times) if not np.isnan(times).all() else np.nan
        place = np.minimum(np.searchsorted(known, keys), len(known) - 1)
        dated = np.where(is_among(keys, known), times[place], latest)
        return replace(edges, times=dated, contacts=_contacts_of(keys, dated, self._edges.contacts))

    def sheets(self, sources: IntArray, targets: Rows) -> list[Sheet]:
        """Return every feature over a block.

        Raises
        ------
        Nothing.
        """
        if self._found is None:
            self._found = self._tables()
        # Tables are symmetric: rows of sources, turned, are the columns that a block wants.
        added = [Sheet(np.ascontiguousarray(table[sources].T[targets])) for table in self._found]
        return [*self._structure.sheets(sources, targets), *added]

    def pairs(self, pairs: IntArray) -> Float32Array:
        """Return every feature of some pairs, (k, t).

        Raises
        ------
        Nothing.

        Notes
        -----
        Tables are dropped afterwards: a graph with hidden links is asked once, and several at a time would fill the
        memory.
        """
        tables = self._found or self._tables()
        return np.column_stack([self._structure.pairs(pairs), *(table[pairs[:, 0], pairs[:, 1]] for table in tables)])

    def _tables(self) -> list[Float32Array]:
        """Return the features that are added, of all pairs."""
        across = [] if self._sides is None else across_tables(self._edges, self._sides)
        if not (self._grams or self._dated):
            return across
        around = [table for gram in self._grams for table in surrounding_tables(gram, self._edges)]
        recent = recency_tables(self._edges) if self._dated else []
        return [*across, *standing_out_tables(self._edges), *around, *recent]


def _contacts_of(keys: IntArray, times: FloatArray, known: Contacts | None) -> Contacts | None:
    """Return the contacts that are known of some edges; of the others their date is the one contact."""
    if known is None:
        return None
    here = is_among(known[0], keys)
    alone = ~is_among(keys, np.unique(known[0])) & ~np.isnan(times)
    return np.concatenate([known[0][here], keys[alone]]), np.concatenate([known[1][here], times[alone]])
