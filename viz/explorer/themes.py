"""Themes: which nodes are about which, and what sets an area apart from the rest of the network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from viz.explorer.gathering import Gathered

_ABOUT = ("ABOUT",)
_NAMING = ("theme", "activity")
"""Schemes whose topics say what an area is about, in words that residents use."""
LEAST = 2
"""How many in an area share what sets it apart: one alone is no trait of an area."""
NEARLY = 0.8
"""A second trait this near to the first is named too."""


def themes_of(gathered: Gathered) -> Mapping[int, frozenset[int]]:
    """Return the themes of each node, with those that its activities fall under.

    Parameters
    ----------
    gathered
        The network.

    Returns
    -------
    Mapping
        Positions of topics of scheme ``theme`` by position of a node.
    """
    found: dict[int, set[int]] = {}
    for node, topic in gathered.ends_of(_ABOUT, "Topic"):
        for one in (topic, _broader(gathered, topic)):
            if one is not None and gathered.value("scheme", one) == "theme":
                found.setdefault(node, set()).add(one)
    return {node: frozenset(topics) for node, topics in found.items()}


def _broader(gathered: Gathered, topic: int) -> int | None:
    return gathered.positions.get(str(gathered.value("broader", topic)))


def what_sets_apart(gathered: Gathered, homes: Mapping[int, int]) -> Mapping[int, tuple[str, ...]]:
    """Return what is more common in each area than elsewhere: at most two topics, the most telling first.

    Parameters
    ----------
    gathered
        The network.
    homes
        Area by node.

    Notes
    -----
    Ranked by how far the number in the area is above what its size would lead one to expect, in standard deviations.
    Areas without any such topic are left out: nothing is said where nothing stands out.
    """
    sizes: Counter[int] = Counter()
    counts: dict[int, Counter[int]] = {}
    everywhere: Counter[int] = Counter()
    for node, topics in _naming_topics(gathered).items():
        everywhere.update(topics)
        if node in homes:
            sizes[homes[node]] += 1
            counts.setdefault(homes[node], Counter()).update(topics)
    total = max(sizes.total(), 1)
    found = {}
    for area, tally in counts.items():
        expected = {topic: everywhere[topic] * sizes[area] / total for topic in tally}
        scores = {
            topic: (count - expected[topic]) / (expected[topic] + 1.0) ** 0.5
            for topic, count in tally.items()
            if count >= LEAST and count > expected[topic]
        }
        found[area] = _best(scores, gathered)
    return {area: names for area, names in found.items() if names}


def _naming_topics(gathered: Gathered) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for node, topic in gathered.ends_of(_ABOUT, "Topic"):
        if gathered.value("scheme", topic) in _NAMING:
            found.setdefault(node, set()).add(topic)
    return found


def _best(scores: Mapping[int, float], gathered: Gathered) -> tuple[str, ...]:
    ranked = sorted(scores, key=lambda topic: (-scores[topic], gathered.names[topic]))
    return tuple(gathered.names[topic] for topic in ranked[:2] if scores[topic] >= NEARLY * scores[ranked[0]])
