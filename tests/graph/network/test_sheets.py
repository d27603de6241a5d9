"""Sheets: every value with who says so, differences side by side, and what is not known."""

from __future__ import annotations

from graph.network import Network
from graph.network.sheets import State
from graph.store.questions import Role, Viewer

STAFF = Viewer(Role.STAFF)


def test_unknown_values_stay_visible(den_haag: Network) -> None:
    with den_haag.view(STAFF) as view:
        sheet = den_haag.sheet(view, "initiative/elcura-zorgt")
    unknown = {line.property for line in sheet.unknown}
    assert {"phase", "legal_form", "members", "volunteers", "website"} <= unknown
    assert all(line.text == "onbekend" for line in sheet.unknown)


def test_each_known_value_has_a_citation(den_haag: Network) -> None:
    with den_haag.view(STAFF) as view:
        sheet = den_haag.sheet(view, "meeting/samen-zorg-regelen")
    known = [line for line in sheet.values if line.state is State.KNOWN]
    assert {"held_on", "venue", "series_number"} <= {line.property for line in known}
    assert all(line.statements and line.statements[0].counts and line.statements[0].citation.source for line in known)


def test_a_date_is_told_in_words(den_haag: Network) -> None:
    with den_haag.view(STAFF) as view:
        dutch = den_haag.sheet(view, "meeting/samen-zorg-regelen")
        english = den_haag.sheet(view, "meeting/samen-zorg-regelen", "en")
    assert next(line.text for line in dutch.values if line.property == "held_on") == "16 december 2016"
    assert next(line.text for line in english.values if line.property == "held_on") == "16 December 2016"


def test_relationships_stand_in_groups_with_their_sources(den_haag: Network) -> None:
    with den_haag.view(STAFF) as view:
        sheet = den_haag.sheet(view, "initiative/elcura-zorgt")
    groups = {group.type: group for group in sheet.ties}
    assert groups["ACTIVE_IN"].label == "werkt in"
    assert [line.other.id for line in groups["ATTENDED"].lines] == ["meeting/samen-zorg-regelen"]
    assert all(line.citations[0].label == "Public Result, 19-12-2016" for group in sheet.ties for line in group.lines)


def test_a_preliminary_tie_is_marked(den_haag: Network) -> None:
    with den_haag.view(STAFF) as view:
        sheet = den_haag.sheet(view, "initiative/annas-gedoe")
    areas = next(group for group in sheet.ties if group.type == "ACTIVE_IN")
    assert areas.lines[0].modality == "voorlopig"


def test_sources_that_differ_stand_side_by_side(oefenstad: Network) -> None:
    with oefenstad.view(STAFF) as view:
        snapshot = view.snapshot(kinds=["Initiative"], types=())
        disputed = [node.id for node in view.nodes(snapshot.nodes.ids) if node and "members" in node.reading.disputed]
        line = next(line for line in oefenstad.sheet(view, disputed[0]).values if line.property == "members")
    assert line.disputed and len({one.text for one in line.statements}) > 1
    assert len({one.citation.label for one in line.statements}) > 1
