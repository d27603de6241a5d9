"""The named settings that bound what an algorithm may use, in one place.

They bound memory and time for whatever size a caller brings; none of them changes what a score means.
"""

from __future__ import annotations

import os

MAX_ALL_PAIRS_NODES = 5_000
"""Candidates whose pairs are all scored: twelve million pairs, some seconds. Above it, candidates must be chosen."""

MAX_WALK_NODES = 10_000
"""Candidates up to which pairs are scored with walks over the whole graph, O(m) for each of their nodes: some ten
seconds for a list of every node. Above it, by paths of two or three steps and degrees."""

MAX_RICH_NODES = 2_500
"""Nodes up to which the rich features are used unless a prior asks for others: a gigabyte of dense matrices, and
some ten times as long as one plain score of all pairs."""

MAX_AVERAGED_NODES = 200
"""Nodes up to which a score is the mean over the graph and the graphs with a tenth of its links hidden: a single link
then matters less, which on tens of nodes betters the top of the list; on larger graphs it only costs."""

BLOCK_BYTES = 64 * 2**20
"""Memory of the features of the blocks of pairs that are in work at one time, all threads together."""

BLOCK_SOURCES = 256
"""Sources of a block at most: at 2,000 nodes its walks then stay in a processor's second-level cache."""

PAIR_CHUNK = 200_000
"""Pairs whose terms are held in double precision at one time: some 25 MB for sixteen terms."""

WORKERS = max(1, min(4, os.cpu_count() or 1))
"""Threads over blocks; scipy's products and numpy's loops release the interpreter's lock."""

REFERENCE_PAIRS = 10_000
"""Unlinked pairs that stand for all where there are more than twice as many; the mean of a feature is then known within
some hundredths of its spread."""

REFERENCE_SOURCES = 128
"""Nodes between which and any other the reference pairs run, so that a fold costs a part of a full sweep."""

TRAINING_LINKS = 600
"""Hidden links to learn from: some fifteen weights are known well then, and twice as many ranked no better."""

TRAINING_LINKS_ACROSS = 2_000
"""The same where links run between two sides and features are rich: some hundred weights are then learned nearly from
nothing, since the prior comes from networks of tens of links."""

ALL_HIDINGS_NODES = 600
"""Nodes up to which all hidings between two sides are learned from; beyond it fewer by the square: each costs n^3."""

LEIDEN_STABILITY_EDGES = 200_000
"""Edges up to which communities are sought at several resolutions; above it, one run."""

BETWEENNESS_SOURCES = 2_000
"""Nodes from which shortest paths are counted; a city of 10,000 nodes and 50,000 edges then takes seconds."""
