"""The page of a meeting: outcomes that add up, six areas or four, who was there and who was only quoted."""

from __future__ import annotations

from collections.abc import Callable

from graph.network import Network
from tests.contracts.build import City, says
from tests.viz.serving import MEETING, Desk
from viz.pages.meeting import make_meeting_part
from viz.pages.node import node_page

Look = Callable[..., Desk]
TABLES = "meeting/bewonersinitiatieven-zorg-welzijn-en-wonen-het-verhaal-de"


def test_outcomes_stand_by_kind_and_add_up(hague: Network, desk: Look) -> None:
    part = make_meeting_part(desk(hague).material(MEETING))
    assert [group.code for group in part.outcomes][:2] == ["decision", "action"]
    assert part.count == sum(len(group.entries) for group in part.outcomes) == 31
    assert all(entry.cited for group in part.outcomes for entry in group.entries)
    assert all(group.shown + group.folded == group.entries for group in part.outcomes)


def test_six_areas_or_four_stand_side_by_side_in_the_order_of_their_sources(hague: Network, desk: Look) -> None:
    comparison = make_meeting_part(desk(hague).material(MEETING)).comparison
    assert comparison is not None
    assert comparison.title == "Zes gebieden of vier?"
    assert [choice.count for choice in comparison.choices] == [6, 4]
    cells = {row.area.name: row.cells for row in comparison.rows}
    assert cells["Regentes/Valkenbos"] == ("Valkenbos", "Regentes/Valkenbos")
    assert cells["Laak"] == ("Laak", "")
    assert cells["Scheveningen"] == ("", "Scheveningen")


def test_who_is_only_quoted_is_kept_apart_from_who_was_there(hague: Network, desk: Look) -> None:
    part = make_meeting_part(desk(hague).material(MEETING))
    assert part.attended is not None
    there = {entry.other.name for entry in part.attended.entries}
    assert "Willemien Visser" in there
    assert [line.name for line in part.quoted] == ["Petra van der Hoeven"]
    assert not there & {line.name for line in part.quoted}


def test_a_list_that_is_only_counted_is_told_as_such(hague: Network, desk: Look) -> None:
    (found,) = make_meeting_part(desk(hague).material(MEETING)).lists
    assert (found.counted, found.loaded) == (154, 0)


def test_what_followed_is_told_and_what_preceded_is_unknown(hague: Network, desk: Look) -> None:
    part = make_meeting_part(desk(hague).material(MEETING))
    assert [entry.other.name for entry in part.after] == ["Gesprekken in de proefgebieden"]
    assert part.before == ()


def test_tables_stand_by_number_and_an_outcome_of_two_counts_once_in_all(hague: Network, desk: Look) -> None:
    part = make_meeting_part(desk(hague).material(TABLES))
    numbers = [table.line.name.split(":")[0] for table in part.tables if table.line.name.startswith("Tafel")]
    assert numbers == [f"Tafel {number}" for number in range(1, 11)]
    assert part.count_of_rows == 215
    assert part.count_in_all == 190


def test_who_was_at_a_table_is_told_on_the_page_of_the_whole(hague: Network, desk: Look) -> None:
    part = make_meeting_part(desk(hague).material(TABLES))
    assert part.attended is None
    assert "Ingrid Bulsink" in {line.name for line in part.there}


def test_a_meeting_of_which_little_is_known_still_has_a_page(network: Network, desk: Look) -> None:
    City(network.store).load(says("lijst").node("meeting/x", name="Overleg"))
    looking = desk(network)
    page = str(node_page(looking.view, looking.shell, "Meeting", "meeting/x"))
    assert "Geen bron noemt een uitkomst van deze bijeenkomst zelf." in page
    assert "Ervoor en erna" in page
