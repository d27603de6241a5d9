"""Proposals of reports are kept, decided on and taken back on every store."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from graph.errors import InputError, UnknownIdError
from graph.ingest.pipeline import LoadOptions
from graph.network.deciding import Decider
from graph.network.proposals.desk import ProposalDesk
from graph.network.proposals.kept import ProposalKind, ProposalState, keep_proposals
from graph.network.proposals.reading import take_in
from graph.reports.proposals import (
    AreaFound,
    Body,
    MeetingFound,
    OutcomeFound,
    PartnershipFound,
    Person,
    Proposals,
    Where,
    WishFound,
)
from graph.store.base import Store
from graph.store.loads import LoadKind, LoadOrder
from graph.store.questions import NodeFilter, Role, Viewer
from tests.contracts.build import City, says

TEXT = """Overleg Molenbuurt, 3 mei 2020
De Soepbus en Stichting Zonnehoek werken samen. De Soepbus zoekt ruimte.
Piet Jansen is vrijwilliger bij De Soepbus in Moerwijk.
Besloten is dat Piet Jansen de zaal huurt.
"""
DAY = date(2026, 1, 2)


@dataclass
class Reader:
    """Reads one report, as a site's own reader would."""

    more: str = ""

    def read(self, text: str) -> Proposals:
        """Return what `TEXT` tells, and one decision more where it is asked for."""
        lines = text.splitlines()

        def at(line: int) -> Where:
            return Where(lines[line - 1], line, 0, len(lines[line - 1]))

        more = [OutcomeFound(at(len(lines)), 0.9, "decision")] if self.more else []
        return Proposals(
            initiatives=[Body(at(2), 0.9, "De Soepbus", kind="initiative", areas=["Moerwijk"])],
            organisations=[Body(at(2), 0.7, "Stichting Zonnehoek")],
            people=[Person(at(3), 0.9, "Piet Jansen", role="vrijwilliger", organisation="De Soepbus")],
            areas=[AreaFound(at(3), 0.95, "Moerwijk", code="WK051836", level="district")],
            meetings=[MeetingFound(at(1), 0.95, "Overleg Molenbuurt", held_on="2020-05-03")],
            outcomes=[OutcomeFound(at(4), 0.8, "decision", owners=["Piet Jansen"]), *more],
            partnerships=[PartnershipFound(at(2), 0.8, ["De Soepbus", "Stichting Zonnehoek"], "active")],
            wishes=[WishFound(at(2), 0.7, "needs", "space", "De Soepbus")],
        )


MEETING, SOEPBUS, ZONNEHOEK, PIET, MOERWIJK, DECISION, TOGETHER, NEED = range(1, 9)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "overleg.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def desk(store: Store, file: Path) -> ProposalDesk:
    """Give a desk with one report on it."""
    take_in(store, file, LoadOptions(), today=DAY, reader=Reader())
    return ProposalDesk(store, Decider("staff", DAY))


def states(desk: ProposalDesk) -> dict[int, ProposalState]:
    return {one.number: one.kept.state for one in desk.list(states=ProposalState)}


def names(store: Store, role: Role = Role.ADMIN) -> set[str]:
    with store.view(Viewer(role)) as view:
        return set(view.snapshot().nodes.names)


def test_what_a_report_proposes_is_known_to_nobody_until_it_is_accepted(store: Store, desk: ProposalDesk) -> None:
    assert names(store) == set()
    assert set(states(desk).values()) == {ProposalState.OPEN}
    assert [one.kind for one in desk.list()][:2] == [ProposalKind.MEETING, ProposalKind.INITIATIVE]
    assert [one.link.state for one in desk.list() if one.link] == ["new"] * 5


def test_the_same_text_proposes_nothing_again_under_whatever_name(store: Store, desk: ProposalDesk, file: Path) -> None:
    desk.reject([ZONNEHOEK])
    again = take_in(store, file.rename(file.with_name("kopie.txt")), LoadOptions(), today=DAY, reader=Reader())
    assert again.nothing_new
    assert (again.source, len(states(desk))) == ("source/overleg", 8)


def test_a_newer_version_proposes_only_what_is_new_in_it(store: Store, desk: ProposalDesk, file: Path) -> None:
    desk.reject([ZONNEHOEK])
    file.write_text(f"{TEXT}Ook is besloten dat de bus rijdt.\n", encoding="utf-8")
    report = take_in(store, file, LoadOptions(), today=DAY, reader=Reader("more"))
    assert (report.source, report.proposed, report.unchanged) == ("source/overleg", 1, 8)
    assert states(desk)[ZONNEHOEK] is ProposalState.REJECTED
    assert desk.one(9).passage == "Ook is besloten dat de bus rijdt."


def test_another_report_of_the_same_name_is_a_source_of_its_own(store: Store, desk: ProposalDesk, file: Path) -> None:
    file.write_text("Heel\nander\noverleg\nin het dorp.\n", encoding="utf-8")
    report = take_in(store, file, LoadOptions(), today=DAY, reader=Reader())
    assert report.source == "source/overleg-2"
    assert len(desk.reports()) == 2


def test_what_is_accepted_becomes_a_claim_with_its_passage(store: Store, desk: ProposalDesk) -> None:
    decided = desk.accept([SOEPBUS, MOERWIJK], reason="gezien")
    with store.view() as view:
        (node,) = view.search("soepbus").items
        said = next(one for one in view.statements([node.id])[node.id] if one.claim.property == "name")
        assert view.adjacency([node.id])[node.id] == ["area/wk051836"]
    assert (said.claim.source, said.places) == ("source/overleg", (
        "line=2&passage=De%20Soepbus%20en%20Stichting%20Zonnehoek%20werken%20samen.%20De%20Soepbus%20zoekt%20ruimte."
        .replace("%20", " "),))  # fmt: skip
    assert [load.order.reason for load in decided.loads] == ["gezien"]


def test_undoing_the_load_opens_the_proposals_again(store: Store, desk: ProposalDesk) -> None:
    (load,) = desk.accept([SOEPBUS]).loads
    assert states(desk)[SOEPBUS] is ProposalState.ACCEPTED
    store.undo(load.number, actor="staff", reason="")
    assert states(desk)[SOEPBUS] is ProposalState.OPEN
    assert names(store) == set()
    desk.accept([SOEPBUS])
    assert "De Soepbus" in names(store)


def test_a_partnership_brings_its_parties_and_a_need_its_topic(store: Store, desk: ProposalDesk) -> None:
    desk.accept([TOGETHER, NEED])
    assert {number for number, state in states(desk).items() if state is ProposalState.ACCEPTED} == {
        SOEPBUS, ZONNEHOEK, TOGETHER, NEED}  # fmt: skip
    with store.view() as view:
        types = sorted(view.snapshot().relationships.types)
    assert types == ["NEEDS", "PARTNERS_WITH"]


def test_a_partnership_of_a_body_that_was_rejected_is_refused(store: Store, desk: ProposalDesk) -> None:
    desk.reject([ZONNEHOEK])
    with pytest.raises(InputError, match="afgewezen"):
        desk.accept([TOGETHER])
    assert names(store) == set()


def test_what_is_accepted_later_is_tied_to_what_was_accepted_before(store: Store, desk: ProposalDesk) -> None:
    desk.accept([DECISION])
    desk.accept([MEETING])
    second = desk.accept([PIET]).loads[0]
    with store.view(Viewer(Role.ADMIN)) as view:
        types = sorted(view.snapshot().relationships.types)
    assert types == ["OWNS", "RESULTED_IN", "RESULTED_IN"]  # of the report itself, and of the meeting
    store.undo(second.number, actor="staff", reason="")
    with store.view(Viewer(Role.ADMIN)) as view:
        assert sorted(view.snapshot().relationships.types) == ["RESULTED_IN", "RESULTED_IN"]


def test_reopening_one_leaves_what_was_accepted_with_it(store: Store, desk: ProposalDesk) -> None:
    desk.accept([SOEPBUS, MEETING])
    desk.accept([TOGETHER])
    desk.reopen([MEETING])
    with store.view() as view:
        assert view.count(NodeFilter(kinds=("Meeting",))) == 0
    assert {"De Soepbus", "Stichting Zonnehoek"} <= names(store)
    assert states(desk)[MEETING] is ProposalState.OPEN
    assert states(desk)[TOGETHER] is ProposalState.ACCEPTED


def test_rejecting_what_was_accepted_takes_its_claims_back(store: Store, desk: ProposalDesk) -> None:
    desk.accept([SOEPBUS])
    desk.reject([SOEPBUS], reason="toch niet")
    assert names(store) == set()
    assert (desk.one(SOEPBUS).kept.state, desk.one(SOEPBUS).kept.reason) == (ProposalState.REJECTED, "toch niet")


def test_accepting_what_is_sure_leaves_the_rest_open(store: Store, desk: ProposalDesk) -> None:
    desk.accept_sure()
    open_ = {number for number, state in states(desk).items() if state is ProposalState.OPEN}
    assert open_ == {ZONNEHOEK, DECISION, TOGETHER, NEED}
    assert desk.accept_sure().proposals == []


def test_a_public_viewer_sees_no_private_name_and_no_passage_with_it(store: Store, desk: ProposalDesk) -> None:
    desk.accept([PIET, DECISION, SOEPBUS, MEETING])
    with store.view() as view:
        shown = view.snapshot()
        said = view.statements([*shown.nodes.ids, *(tie for tie in shown.relationships.ids)])
    words = repr([shown, said])
    assert "Jansen" not in words
    assert "Piet" not in words
    assert "De Soepbus" in words


def test_what_the_graph_knows_is_linked_and_added_to(city: City, desk: ProposalDesk) -> None:
    city.load(says("source/lijst").node("initiative/soepbus", kind="Initiative", name="De Soepbus"))
    assert desk.one(SOEPBUS).link.id == "initiative/soepbus"  # type: ignore[union-attr]
    desk.accept([SOEPBUS])
    with city.store.view() as view:
        sources = {one.claim.source for one in view.statements(["initiative/soepbus"])["initiative/soepbus"]}
    assert sources == {"source/lijst", "source/overleg"}


def test_a_namesake_is_asked_about_and_a_person_says_which(city: City, desk: ProposalDesk) -> None:
    for id_ in ("initiative/soepbus", "initiative/soepbus-2"):
        city.load(says(f"source/{id_[-1]}").node(id_, kind="Initiative", name="De Soepbus"))
    assert desk.one(SOEPBUS).link.doubts == ("initiative/soepbus", "initiative/soepbus-2")  # type: ignore[union-attr]
    with pytest.raises(InputError, match="meer dan één"):
        desk.accept([SOEPBUS])
    assert desk.accept_sure().proposals
    desk.accept([SOEPBUS], same_as={SOEPBUS: "initiative/soepbus-2"})
    assert desk.one(SOEPBUS).link.id == "initiative/soepbus-2"  # type: ignore[union-attr]


def test_a_load_that_was_cut_off_is_taken_back_before_the_next(store: Store, desk: ProposalDesk) -> None:
    whole = desk.accept([SOEPBUS, MEETING]).loads[0]
    store.undo(whole.number, actor="staff", reason="")
    cut = store.begin(LoadOrder("source/overleg", "proposals:source/overleg", LoadKind.FILE, "cut", adds=True))
    kept = [one.kept for one in desk.list()][:1]
    keep_proposals(store, [replace(one, state=ProposalState.ACCEPTED, load=cut.number) for one in kept])
    assert set(states(desk).values()) == {ProposalState.OPEN}
    desk.accept([MEETING])
    assert {load.number: load.state.value for load in store.loads()}[cut.number] == "undone"


def test_erased_proposals_leave_nothing(store: Store, desk: ProposalDesk) -> None:
    desk.accept([PIET, SOEPBUS])
    desk.erase([PIET, DECISION])
    assert PIET not in states(desk) and states(desk)[SOEPBUS] is ProposalState.ACCEPTED
    assert "Piet Jansen" not in names(store)
    with pytest.raises(UnknownIdError):
        desk.one(PIET)


def test_a_dump_keeps_the_desk(store: Store, desk: ProposalDesk) -> None:
    desk.reject([ZONNEHOEK])
    kept = [document for document in store.dump() if "report_proposals" in repr(document)]
    assert kept
