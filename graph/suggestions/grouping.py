"""Communities and brokers in words: what hangs together, named by what sets it apart, and who holds it together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import orjson

from graph.algorithms.brokerage import find_brokers
from graph.algorithms.communities import community_support, detect_communities
from graph.algorithms.label_matching import labels_by_size, match_labels
from graph.projection.projection import IntArray, Projection
from graph.store.base import Derived
from graph.store.computing import CommunitySpec, Engine
from graph.store.rows import UNNAMED
from graph.suggestions.advice_types import Broker, Community, Member
from graph.suggestions.group_names import name_groups
from graph.suggestions.local_engine import LocalEngine, weighted_edges
from graph.suggestions.networks import HANGS_TOGETHER

COLLECTION = "communities"
"""Collection of the derived part that keeps the last labels, so that names and colours stay."""

LEAST_MEMBERS = 3
"""Fewer are a pair, not a group."""

MOST_BROKERS = 20


def find_communities(
    projection: Projection, derived: Derived, level: str, engine: Engine | None = None
) -> list[Community]:
    """Return what hangs together, largest first.

    Parameters
    ----------
    projection
        The network.
    derived
        Where the last labels are kept.
    level
        Level that the projection is of: each has labels of its own.
    engine
        What finds the groups, of the same level; None for this process. Another one's labels are not kept, so that
        the groups on the site do not come and go with who asked last.

    Raises
    ------
    StoreError
        The engine cannot do its work.
    """
    edges, weights = weighted_edges(projection, HANGS_TOGETHER)
    if not len(edges):
        return []
    previous = _previous(projection, derived, level)
    groups = (engine or LocalEngine(projection, previous)).communities(CommunitySpec(HANGS_TOGETHER)).groups
    labels = _labels(projection, groups, previous)
    support = community_support(edges, projection.n, labels)
    kept = {id_: int(label) for id_, label in zip(projection.ids, labels.tolist(), strict=True) if label >= 0}
    if engine is None:
        derived.put(COLLECTION, {level: orjson.dumps(kept)})
    strength = np.bincount(edges.reshape(-1), weights=np.repeat(weights, 2), minlength=projection.n)
    rows_of, names = {}, projection.names
    for label in sorted(set(kept.values())):
        rows = [row for row in range(projection.n) if labels[row] == label]
        if len(rows) >= LEAST_MEMBERS and sum(names[row] != UNNAMED for row in rows) >= 2:
            rows_of[label] = sorted(rows, key=lambda row: (names[row] == UNNAMED, -strength[row], projection.ids[row]))
    found = []
    for (label, rows), (name, reason) in zip(
        rows_of.items(), name_groups(projection, list(rows_of.values())), strict=True
    ):
        members = tuple(projection.ids[row] for row in rows)
        found.append(Community(f"community/{level}-{label}", name, reason, float(support[label]), members))
    return sorted(found, key=lambda community: (-len(community.members), community.id))


def _labels(projection: Projection, groups: Sequence[Sequence[str]], previous: IntArray | None) -> IntArray:
    """Return the label of each member, (n,), -1 for none; what is still mostly the same group keeps its label."""
    group_of = {id_: number for number, group in enumerate(groups) for id_ in group}
    labels = np.array([group_of.get(id_, -1) for id_ in projection.ids], dtype=np.int64)
    # An engine may know a member that came after the projection was read: a group of such alone is none here.
    labels[labels >= 0] = labels_by_size(labels[labels >= 0])
    return labels if previous is None else match_labels(labels, previous)


def find_main_brokers(projection: Projection) -> list[Broker]:
    """Return who holds the network together, most first."""
    edges, weights = weighted_edges(projection, HANGS_TOGETHER)
    if not len(edges):
        return []
    labels = detect_communities(edges, projection.n, weights=weights)
    result = find_brokers(edges, projection.n, labels)
    order = np.lexsort((np.arange(projection.n), -result.betweenness))[:MOST_BROKERS]
    return [
        Broker(
            Member(projection.ids[row], projection.names[row], projection.kinds[row]),
            float(result.betweenness[row]),
            float(result.participation[row]),
            bool(result.is_articulation[row]),
        )
        for row in order.tolist()
        if result.betweenness[row] > 0
    ]


def _previous(projection: Projection, derived: Derived, level: str) -> IntArray | None:
    kept = derived.get(COLLECTION, [level])[0]
    if kept is None:
        return None
    labels = orjson.loads(kept)
    return np.array([labels.get(id_, -1) for id_ in projection.ids], dtype=np.int64)
