"""The page of an area: names that vary, who works there for sure or maybe, and in which part."""

from __future__ import annotations

from collections.abc import Callable

from graph.network import Network
from graph.store.questions import Role
from tests.contracts.build import City, says
from tests.viz.serving import BOUWLUST, Desk
from viz.pages.area import make_area_part, other_groups, wider_areas

Look = Callable[..., Desk]


def test_names_that_sources_use_stand_side_by_side_the_one_in_use_first(hague: Network, desk: Look) -> None:
    names = make_area_part(desk(hague).material(BOUWLUST)).names
    assert names[0].name == "Bouwlust en Vrederust"
    said = {box.name: [one.label for one in box.cited] for box in names}
    assert "Public Result, 13-07-2016" in said["Bouwlust/Vrederust"]
    assert "Public Result, 19-12-2016" in said["Bouwlust"]


def test_names_that_one_source_gives_leave_nothing_to_ask(hague: Network, desk: Look) -> None:
    material = desk(hague).material("area/wk051838")
    assert len(material.node.list_of("aliases")) > 1
    assert make_area_part(material).names == ()


def test_the_sure_stand_before_the_maybe_and_maybe_says_why(hague: Network, desk: Look) -> None:
    part = make_area_part(desk(hague).material(BOUWLUST))
    told = [(entry.other.name, bool(entry.modality)) for entry in part.here if entry.other.named]
    assert told == [("ElCura Zorgt", False), ("Amazing Women's Center", True), ("Anna's Gedoe", True)]
    assert all(entry.details for entry in part.here if entry.modality)
    assert part.explains


def test_who_works_in_a_part_is_told_apart(network: Network, desk: Look) -> None:
    City(network.store).load(
        says("lijst").node("area/west", name="West").node("area/noord", name="Noord")
        .tie("PART_OF", "area/noord", "area/west")
        .node("initiative/a", name="A").tie("ACTIVE_IN", "initiative/a", "area/west")
        .node("initiative/b", name="B").tie("ACTIVE_IN", "initiative/b", "area/noord")
        .node("organisation/c", name="C").tie("ACTIVE_IN", "organisation/c", "area/west")
    )  # fmt: skip
    material = desk(network, Role.STAFF).material("area/west")
    part = make_area_part(material)
    assert [entry.other.name for entry in part.here] == ["A"]
    assert [(line.name, line.where) for line in part.in_parts] == [("B", ("Noord",))]
    assert part.total == 2
    others = other_groups(material)
    assert others is not None
    assert [tie.other.name for tie in others.lines] == ["C"]


def test_an_area_says_what_it_is_part_of(hague: Network, desk: Look) -> None:
    assert wider_areas(desk(hague).material(BOUWLUST)) == ["Escamp"]
