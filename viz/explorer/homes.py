"""In which area each node is drawn: where a source says that it is, or where those are that it belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from viz.explorer.gathering import Gathered

_FINER = {"neighbourhood": 0, "district": 1, "work_area": 2, "place": 2, "borough": 3, "municipality": 4}
"""Levels of area, the finest first; one of which nobody says the level counts as a place."""
_DRAWN_AS_PART = ("neighbourhood", "district")
"""Levels that are drawn as part of a larger one, where there is one of the levels below."""
_PATCHES = ("district", "work_area")

_PLACED = ("ACTIVE_IN", "CONCERNS")
"""Relationships that say where something is."""
_BELONGING = ("INVOLVED_IN", "PARTY_TO", "CONCERNS", "PART_OF", "ATTENDED")
"""Relationships along which people, agreements and meetings are drawn with those that they belong to."""
_FOLLOWING = ("Person", "Agreement", "Meeting")


def find_homes(gathered: Gathered) -> Mapping[int, int]:
    """Return the area in which each node is drawn; nodes of which no source tells it are left out.

    Parameters
    ----------
    gathered
        The network.

    Returns
    -------
    Mapping
        Position of an area by position of a drawn node.

    Notes
    -----
    An initiative or organisation is drawn in an area only where a source says that it works there: that it supports
    somebody there makes it no part of the place. In several, it stands in the finest, and of those where most that it
    is linked with are. People, agreements and meetings without a place stand with those that they belong to.
    """
    patches = patch_of_areas(gathered)
    stated: dict[int, set[int]] = {}
    for node, area in gathered.ends_of(_PLACED, "Area"):
        if node in gathered.neighbours:
            stated.setdefault(node, set()).add(patches[area])
    homes = {node: min(areas) for node, areas in stated.items() if len(areas) == 1}
    for node in sorted(stated.keys() - homes.keys()):
        homes[node] = _finest_and_busiest(gathered, node, stated[node], homes)
    for _ in range(2):  # twice: a table is part of a meeting that stands with its initiatives
        homes.update(_followed(gathered, homes))
    return homes


def patch_of_areas(gathered: Gathered) -> Mapping[int, int]:
    """Return for each area the one that it is drawn as: a neighbourhood as its district, a district as its work area.

    Parameters
    ----------
    gathered
        The network.
    """
    above: dict[int, list[int]] = {}
    for area, larger in gathered.ends_of(("PART_OF",), "Area"):
        above.setdefault(area, []).append(larger)
    patches = {}
    for area in (number for number, kind in enumerate(gathered.kinds) if kind == "Area"):
        patch = area
        for _ in range(2):  # neighbourhood, district, work area
            wholes = [one for one in above.get(patch, ()) if gathered.value("level", one) in _PATCHES]
            if gathered.value("level", patch) in _DRAWN_AS_PART and wholes:
                patch = min(wholes, key=lambda one: (gathered.value("level", one) != "district", one))
        patches[area] = patch
    return patches


def _finest_and_busiest(gathered: Gathered, node: int, areas: set[int], homes: Mapping[int, int]) -> int:
    linked = Counter(homes[other] for other in gathered.neighbours[node] if other in homes)
    return min(areas, key=lambda area: (_fineness(gathered, area), -linked[area], area))


def _fineness(gathered: Gathered, area: int) -> int:
    return _FINER.get(str(gathered.value("level", area)), _FINER["place"])


def _followed(gathered: Gathered, homes: Mapping[int, int]) -> dict[int, int]:
    """Return homes of people, agreements and meetings that have none: where most of those they belong to are."""
    votes: dict[int, Counter[int]] = {}
    ties = gathered.snapshot.relationships
    for number, start, end in gathered.lines:
        if ties.types[number] in _BELONGING:
            for one, other in ((start, end), (end, start)):
                if gathered.kinds[one] in _FOLLOWING and one not in homes and other in homes:
                    votes.setdefault(one, Counter())[homes[other]] += 1
    return {
        node: min(found, key=lambda area: (-found[area], _fineness(gathered, area), area))
        for node, found in votes.items()
    }
