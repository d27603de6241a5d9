"""What sources say differently around a node, where it bears on that node."""

from __future__ import annotations

from collections.abc import Callable

from graph.network import Network
from tests.contracts.build import City, says
from tests.viz.serving import ELCURA, Desk
from viz.pages.differences import differences_around
from viz.pages.timeline import make_timeline

Look = Callable[..., Desk]


def test_when_it_was_expected_and_when_it_was_done_stand_side_by_side(hague: Network, desk: Look) -> None:
    material = desk(hague).material(ELCURA)
    nearby = [event.node for event in make_timeline(material).events if event.node]
    found = {(one.about.name, one.label): one.boxes for one in differences_around(material, nearby)}
    boxes = found["Ondertekening van drie intentieakkoorden", "Datum"]
    assert [(box.text, box.modality) for box in boxes] == [("februari 2017", "verwacht"), ("10 mei 2017", "")]
    assert all(box.cited for box in boxes)


def test_what_differs_in_words_only_is_left_out(network: Network, desk: Look) -> None:
    city = City(network.store)
    city.load(says("a").node("meeting/x", name="X", summary="Een").node("area/y", name="Y")
              .tie("CONCERNS", "meeting/x", "area/y"))  # fmt: skip
    city.load(says("b").node("meeting/x", name="X", summary="Twee", held_on="2016"))
    city.load(says("c").node("meeting/x", name="X", held_on="2017"))
    assert [one.label for one in differences_around(desk(network).material("area/y"))] == ["Datum"]


def test_a_topic_does_not_gather_what_is_disputed_in_the_whole_city(hague: Network, desk: Look) -> None:
    assert differences_around(desk(hague).material("topic/zorgcooperatie")) == []
