"""Nodes as lines: a name, what it is and where, in a few questions for any number of them."""

from __future__ import annotations

from collections.abc import Callable

from graph.network import Network
from graph.store.questions import NodeFilter
from tests.viz.serving import BOUWLUST, ELCURA, MEETING, Desk
from viz.pages.lines import node_lines

Look = Callable[..., Desk]


def test_each_kind_says_what_it_is_and_where(hague: Network, desk: Look) -> None:
    view = desk(hague).view
    nodes = [node for node in view.nodes([ELCURA, BOUWLUST, MEETING]) if node]
    initiative, area, meeting = node_lines(view, nodes, "nl")
    assert initiative.where == ("Bouwlust en Vrederust",)
    assert [part.text for part in area.parts] == ["gebied", "wijk", "Escamp"]
    assert [part.text for part in meeting.parts][:3] == ["bijeenkomst", "werkbijeenkomst", "28 juni 2016"]


def test_words_follow_the_language_and_names_stay_as_they_are(hague: Network, desk: Look) -> None:
    view = desk(hague).view
    nodes = [node for node in view.nodes([BOUWLUST]) if node]
    (line,) = node_lines(view, nodes, "en")
    assert [(part.text, part.is_data) for part in line.parts] == [
        ("area", False),
        ("district", False),
        ("Escamp", True),
    ]


def test_an_outcome_is_called_by_its_text_and_what_has_no_name_by_its_summary(hague: Network, desk: Look) -> None:
    view = desk(hague).view
    outcomes = node_lines(view, view.find(NodeFilter(kinds=("Outcome",)), first=20).items, "nl")
    assert all(line.named and line.name for line in outcomes)
    (unnamed,) = node_lines(view, [node for node in view.nodes(["initiative/alliantie-bouwlust"]) if node], "nl")
    assert (unnamed.named, unnamed.summary[:9]) == (False, "Alliantie")


def test_more_places_than_fit_are_counted(hague: Network, desk: Look) -> None:
    view = desk(hague).view
    (line,) = node_lines(view, [node for node in view.nodes(["meeting/ondertekening-intentieakkoorden"]) if node], "nl")
    assert len(line.where) == 2
    assert line.parts[-1].text == f"+ {line.more}"
