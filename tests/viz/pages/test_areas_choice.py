"""The areas of a filter: where somebody works, and what these are part of, the widest first."""

from __future__ import annotations

from collections.abc import Callable

from graph.network import Network
from tests.contracts.build import City, says
from tests.viz.serving import Desk
from viz.pages.areas_choice import area_groups

Look = Callable[..., Desk]


def test_areas_stand_by_level_with_what_they_are_part_of(hague: Network, desk: Look) -> None:
    groups = {group.label: [area.name for area in group.areas] for group in area_groups(desk(hague).view, "nl")}
    assert next(iter(groups)) == "gemeente"
    assert "Bouwlust en Vrederust" in groups["wijk"]
    assert "Escamp" in groups["stadsdeel"]
    assert "Laakkwartier en Spoorwijk" not in groups["wijk"]


def test_a_circle_of_areas_ends(network: Network, desk: Look) -> None:
    City(network.store).load(
        says("a").node("area/x", name="X").node("area/y", name="Y").node("initiative/i", name="I")
        .tie("PART_OF", "area/x", "area/y").tie("PART_OF", "area/y", "area/x")
        .tie("ACTIVE_IN", "initiative/i", "area/x")
    )  # fmt: skip
    (group,) = area_groups(desk(network).view, "nl")
    assert [area.name for area in group.areas] == ["X", "Y"]


def test_nobody_anywhere_is_no_choice(network: Network, desk: Look) -> None:
    assert area_groups(desk(network).view, "nl") == []
