"""Named together is not working together: only few names in one place count, and never who works together already."""

from __future__ import annotations

from collections.abc import Callable

from graph.network import Network
from tests.contracts.build import City, Says, says
from tests.viz.serving import ELCURA, Desk
from viz.pages.together import named_together

Look = Callable[..., Desk]


def _named(count: int, place: str = "page=1") -> Says:
    said = says("blad", "2016", at=(place,))
    for number in range(count):
        said.node(f"initiative/{number}", name=f"Club {number}")
    return said


def test_who_is_named_in_the_same_place_is_told_with_that_place(hague: Network, desk: Look) -> None:
    (found,) = named_together(desk(hague).material(ELCURA))
    assert {line.name for line in found.lines} == {"Amazing Women's Center", "Anna's Gedoe"}
    assert [(one.label, one.place) for one in found.cited] == [("Public Result, 19-12-2016", "alinea 5")]


def test_another_place_of_the_same_source_is_not_together(network: Network, desk: Look) -> None:
    City(network.store).load(_named(1), says("blad", "2016", at=("page=2",)).node("initiative/x", name="X"))
    assert named_together(desk(network).material("initiative/x")) == []


def test_who_works_together_already_is_left_out(network: Network, desk: Look) -> None:
    City(network.store).load(_named(2).tie("PARTNERS_WITH", "initiative/0", "initiative/1"))
    assert named_together(desk(network).material("initiative/0")) == []


def test_a_long_list_says_nothing_of_who_stands_on_it(network: Network, desk: Look) -> None:
    City(network.store).load(_named(12))
    assert named_together(desk(network).material("initiative/0")) == []
