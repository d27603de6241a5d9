"""Whom to invite: who fits, who must not be missing, tables that hold what was asked; for who prepares meetings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from graph.errors import ForbiddenError, InputError
from graph.network import Network
from graph.questions.gathering import Gathering
from graph.questions.invitation_types import Invitation
from graph.questions.tables import Tables
from graph.store.questions import Role, Viewer
from tests.cities import empty_network
from tests.contracts.build import City, says
from tests.graph.questions.truth import PUBLIC, STAFF, assert_reads, assert_true


@pytest.fixture
def network() -> Iterator[Network]:
    """Give an empty city of one's own."""
    made = empty_network()
    yield made
    made.close()


def _invite(network: Network, tables: Tables, *within: str) -> Invitation:
    with network.view(STAFF) as view:
        planned = next(node for node in view.search("Wijkcafé").items if node.kind == "Meeting")
        return network.answers.invitation(view, Gathering(planned.id, within), tables=tables)


def test_tables_are_of_one_size_and_hold_no_more_than_there_are_seats(oefenstad: Network) -> None:
    found = _invite(oefenstad, Tables(3, 5))
    sizes = Counter(guest.table for guest in found.guests)
    assert set(sizes) == {1, 2, 3}
    assert max(sizes.values()) - min(sizes.values()) <= 1
    assert max(sizes.values()) <= 5


def test_each_table_has_a_professional(oefenstad: Network) -> None:
    found = _invite(oefenstad, Tables(3, 6))
    tables = {guest.table for guest in found.guests if guest.member.kind == "Organisation"}
    assert tables == {1, 2, 3}


def test_who_must_not_be_missing_comes_first_with_the_reason(town: Network, oefenstad: Network) -> None:
    found = _invite(oefenstad, Tables(2, 8))
    needed = [guest.needed for guest in found.guests]
    assert needed == sorted(needed, reverse=True)
    assert all("biedt alleen" in guest.why.nl or "genoemd" in guest.why.nl for guest in found.guests if guest.needed)
    assert_true(oefenstad, STAFF, [fact for guest in found.guests for fact in guest.facts])
    assert_reads([words.nl for guest in found.guests for words in (guest.why,)] + [note.nl for note in found.notes])


def test_a_meeting_that_was_held_is_said_to_be_over(oefenstad: Network) -> None:
    with oefenstad.view(STAFF) as view:
        meetings = [node for node in view.search("Wijkcafé").items if node.kind == "Meeting"]
        lists = {node.value("status"): oefenstad.answers.invitation(view, Gathering(node.id)) for node in meetings}
    said = {status: any("al geweest" in note.nl for note in found.notes) for status, found in lists.items()}
    assert said["held"]
    assert not said.get("planned", False)


def test_only_who_prepares_meetings_gets_a_list(oefenstad: Network) -> None:
    for viewer in (PUBLIC, Viewer(Role.STAFF)):
        with oefenstad.view(viewer) as view, pytest.raises(ForbiddenError):
            oefenstad.answers.invitation(view, Gathering("meeting/x"))


def test_more_tables_than_guests_is_refused(oefenstad: Network) -> None:
    with pytest.raises(InputError, match="tafels"):
        _invite(oefenstad, Tables(500, 1))


def test_a_meeting_about_nothing_known_says_what_to_do(den_haag: Network) -> None:
    with den_haag.view(STAFF) as view:
        meetings = view.snapshot(kinds=["Meeting"], types=()).nodes.ids
        lists = [den_haag.answers.invitation(view, Gathering(id_)) for id_ in meetings]
    empty = [one for one in lists if not one.guests]
    assert empty
    assert all("een gebied" in one.notes[0].nl or "een groter gebied" in one.notes[0].nl for one in empty)
    assert any(one.guests for one in lists)


def test_without_a_meeting_an_area_and_a_topic_say_who_fits(town: Network) -> None:
    with town.view(STAFF) as view:
        here = town.answers.invitation(view, Gathering(within=("area/molenwijk",)))
        riding = town.answers.invitation(view, Gathering(within=("area/molenwijk",), topics=("topic/ritten",)))
        anywhere = town.answers.invitation(view, Gathering(topics=("topic/ritten",)))
    assert here.meeting is None
    assert {guest.member.name for guest in here.guests} == {"De Soepbus", "Het Koor", "De Kok"}
    assert {guest.member.name for guest in riding.guests} == {"De Soepbus", "Het Koor"}
    assert {"De Bus", "De Verre", "Het Wiel"} < {guest.member.name for guest in anywhere.guests}
    assert_true(town, STAFF, [fact for guest in (*here.guests, *anywhere.guests) for fact in guest.facts])


def test_what_a_guest_brings_or_seeks_is_sought_or_brought_by_another_guest(town: Network) -> None:
    with town.view(STAFF) as view:
        found = town.answers.invitation(view, Gathering(within=("area/molenwijk",)), tables=Tables(1, 2))
    why = {guest.member.name: guest.why.nl for guest in found.guests}
    assert len(why) == 2
    assert all("hier iemand" not in text for name, text in why.items() if name == "Het Koor")
    assert found.notes[-1].nl.startswith("Nog 1 ander past ook.")


def test_who_leads_a_planned_meeting_is_on_the_list_whatever_the_topic(network: Network) -> None:
    City(network.store).load(
        says("a").node("area/n", name="Noord", level="district").node("topic/t", name="tuinieren", scheme="theme")
        .node("meeting/m", name="Tuinavond", status="planned").tie("CONCERNS", "meeting/m", "area/n")
        .node("organisation/h", name="Het Huis").tie("ATTENDED", "organisation/h", "meeting/m", role="host")
        .node("initiative/t", name="De Tuin").tie("ACTIVE_IN", "initiative/t", "area/n")
        .tie("ABOUT", "initiative/t", "topic/t")
        .node("initiative/k", name="De Kas").tie("ACTIVE_IN", "initiative/k", "area/n")
    )  # fmt: skip
    with network.view(STAFF) as view:
        found = network.answers.invitation(view, Gathering("meeting/m", topics=("topic/t",)))
    assert [(guest.member.name, guest.needed) for guest in found.guests] == [("Het Huis", True), ("De Tuin", False)]
    assert found.guests[0].why.nl == "Het Huis staat bij Tuinavond genoemd."


def test_nothing_named_and_nobody_who_fits_are_said(town: Network) -> None:
    with town.view(STAFF) as view:
        with pytest.raises(InputError, match="Noem een bijeenkomst"):
            town.answers.invitation(view, Gathering())
        found = town.answers.invitation(view, Gathering(within=("area/duinwijk",), topics=("topic/jongeren",)))
    assert found.guests == ()
    assert "die past" in found.notes[0].nl
