"""The timeline: about the node itself, about its area, and what was only expected; in the order in which it was."""

from __future__ import annotations

from collections.abc import Callable

from graph.claims import Modality
from graph.network import Network
from tests.contracts.build import City, says
from tests.viz.serving import ELCURA, MEETING, Desk
from viz.pages.events import Mark
from viz.pages.timeline import make_timeline

Look = Callable[..., Desk]


def test_events_bear_a_mark_of_what_they_are_about(hague: Network, desk: Look) -> None:
    events = make_timeline(desk(hague).material(ELCURA)).events
    marks = {(event.when, event.mark) for event in events}
    assert ("16 december 2016", Mark.OWN) in marks
    assert ("28 juni 2016", Mark.NEARBY) in marks
    assert ("februari 2017", Mark.EXPECTED) in marks
    assert all(event.cited for event in events)


def test_of_one_day_what_was_told_first_stands_first(hague: Network, desk: Look) -> None:
    on_the_day = [
        event.what for event in make_timeline(desk(hague).material(ELCURA)).events if event.date == "2016-06-28"
    ]
    assert [text.split()[0] for text in on_the_day] == ["Zes", "Vier"]


def test_a_season_stands_where_its_middle_is(hague: Network, desk: Look) -> None:
    events = make_timeline(desk(hague).material(MEETING)).events
    assert [event.when for event in events] == ["28 juni 2016", "zomer 2016"]


def test_what_was_expected_and_came_is_one_event(network: Network, desk: Look) -> None:
    city = City(network.store)
    city.load(says("a", modality=Modality.EXPECTED).node("meeting/x", name="X", held_on="2017-05-10"))
    city.load(says("b").node("meeting/x", name="X", held_on="2017-05-10"))
    (event,) = make_timeline(desk(network).material("meeting/x")).events
    assert event.mark is Mark.OWN


def test_what_has_no_name_is_told_by_the_first_sentence_of_its_summary(hague: Network, desk: Look) -> None:
    events = make_timeline(desk(hague).material(ELCURA)).events
    assert "Intentieakkoord voor een zorgcoöperatie in Escamp (getekend)" in {event.what for event in events}


def test_a_single_date_of_its_own_is_no_timeline(network: Network, desk: Look) -> None:
    City(network.store).load(says("a").node("initiative/x", name="X", started_on="2014"))
    timeline = make_timeline(desk(network).material("initiative/x"))
    assert [event.when for event in timeline.events] == ["2014"]
    assert not timeline.tells


def test_many_events_fold_the_oldest(network: Network, desk: Look) -> None:
    said = says("a").node("area/x", name="X")
    for day in range(1, 21):
        said.node(f"meeting/{day}", name=f"Dag {day}", held_on=f"2016-01-{day:02}").tie(
            "CONCERNS", f"meeting/{day}", "area/x"
        )
    City(network.store).load(said)
    timeline = make_timeline(desk(network).material("area/x"))
    assert (len(timeline.earlier), len(timeline.shown)) == (8, 12)
    assert timeline.earlier[0].what == "Dag 1"
