"""The page of proposals: passage by passage, decided by who works here, and never shown to the public."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.errors import ConflictError, ForbiddenError, InputError, UnknownIdError
from graph.network import Network
from graph.network.proposals.desk import ProposalKind, ProposalState
from graph.store.questions import NodeFilter, Role, Viewer
from tests.cities import empty_network
from tests.viz.minutes import LINES, REPORT, take_minutes
from tests.viz.serving import Desk, asking, sites_of
from viz.pages.deciding_proposals import accept_what_is_sure, take_proposal, take_sure_back
from viz.pages.proposals import Asked, proposals_page
from viz.pages.who_with_whom import form_parts
from viz.tokens import FormTokens

Look = Callable[..., Desk]
TOKENS = FormTokens(b"test")
STAFF = Viewer(Role.STAFF)


@pytest.fixture
def read(tmp_path: Path) -> Iterator[Network]:
    """Give a city of one's own with minutes on its desk."""
    network = empty_network(tmp_path / "stad.sqlite")
    take_minutes(network, tmp_path)
    yield network
    network.close()


def number(network: Network, kind: ProposalKind) -> int:
    return network.desk(STAFF).list(states=tuple(ProposalState), kinds=(kind,))[0].number


def state(network: Network, kind: ProposalKind) -> ProposalState:
    return network.desk(STAFF).one(number(network, kind)).kept.state


def decide(looking: Desk, kind: ProposalKind, stand: str, **more: str) -> str:
    asked = str(number(looking.network, kind))
    mark = TOKENS.make(*form_parts(looking.shell, "propose", asked))
    return take_proposal(looking.shell, {"nummer": asked, "stand": stand, "merk": mark, **more}, TOKENS)


def test_proposals_stand_beneath_their_passages_in_the_order_of_the_text(read: Network, desk: Look) -> None:
    looking = desk(read, Role.STAFF)
    made = proposals_page(looking.view, looking.shell, Asked(), TOKENS)
    places = [made.index(f'<blockquote lang="nl">{line}') for line in LINES]
    assert places == sorted(places)
    assert made.count("<blockquote") == len(LINES)
    for words in (
        "Regel 2",
        "Vrij zeker",
        "Onzeker",
        "nieuw in Wijkweb",
        "kan meer dan één zijn",
        "area/twee",
        "besluit",
    ):
        assert words in made


def test_what_is_accepted_joins_the_graph_and_is_taken_back(read: Network, desk: Look) -> None:
    looking = desk(read, Role.STAFF)
    address = decide(looking, ProposalKind.INITIATIVE, "accepted", zag="open")
    assert f"klaar={number(read, ProposalKind.INITIATIVE)}#voorstel-" in address
    with read.view(Viewer()) as view:
        assert [node.name for node in view.find(NodeFilter(kinds=("Initiative",))).items] == ["De Soepbus"]
    done = number(read, ProposalKind.INITIATIVE)
    assert "overgenomen door medewerker" in proposals_page(looking.view, looking.shell, Asked(done=done), TOKENS)
    decide(looking, ProposalKind.INITIATIVE, "open", zag="accepted", toon="overgenomen")
    assert state(read, ProposalKind.INITIATIVE) is ProposalState.OPEN


def test_a_name_that_more_than_one_bears_waits_for_a_choice(read: Network, desk: Look) -> None:
    looking = desk(read, Role.STAFF)
    with pytest.raises(InputError):
        decide(looking, ProposalKind.AREA, "accepted")
    decide(looking, ProposalKind.AREA, "accepted", **{"is": "area/twee"})
    assert state(read, ProposalKind.AREA) is ProposalState.ACCEPTED


def test_all_sure_ones_are_accepted_at_once_and_taken_back_at_once(read: Network, desk: Look) -> None:
    looking = desk(read, Role.STAFF)
    mark = TOKENS.make(*form_parts(looking.shell, "propose-sure", REPORT))
    address = accept_what_is_sure(looking.shell, {"verslag": REPORT, "merk": mark}, TOKENS)
    load = address.partition("inlezing=")[2].partition("#")[0]
    assert [state(read, kind).value for kind in (ProposalKind.MEETING, ProposalKind.ORGANISATION)] == [
        "accepted",
        "open",
    ]
    back = {"inlezing": load, "verslag": REPORT, "merk": TOKENS.make(*form_parts(looking.shell, "unpropose", load))}
    take_sure_back(looking.shell, back, TOKENS)
    assert state(read, ProposalKind.MEETING) is ProposalState.OPEN
    with pytest.raises(UnknownIdError):
        take_sure_back(looking.shell, back, TOKENS)


def test_a_load_of_a_file_is_not_taken_back_from_here(read: Network, desk: Look) -> None:
    looking = desk(read, Role.STAFF)
    (file,) = (load.number for load in read.store.loads())
    mark = TOKENS.make(*form_parts(looking.shell, "unpropose", str(file)))
    with pytest.raises(UnknownIdError):
        take_sure_back(looking.shell, {"inlezing": str(file), "merk": mark}, TOKENS)
    assert looking.view.count(NodeFilter(kinds=("Area",))) == 2


def test_what_is_no_decision_or_came_too_late_is_refused(read: Network, desk: Look) -> None:
    looking = desk(read, Role.STAFF)
    decide(looking, ProposalKind.OUTCOME, "rejected")
    with pytest.raises(ConflictError):
        decide(looking, ProposalKind.OUTCOME, "accepted", zag="open")
    with pytest.raises(InputError, match="overnemen of afwijzen"):
        decide(looking, ProposalKind.PERSON, "maybe")
    with pytest.raises(ForbiddenError):
        decide(looking, ProposalKind.PERSON, "rejected", merk="0" * 32)
    for given in ({"toon": "anders"}, {"voorstel": "1e3"}, {"klaar": "9" * 10}):
        with pytest.raises(InputError):
            Asked.read(given)


def test_the_public_sees_no_proposal_and_no_name(read: Network) -> None:
    with asking(sites_of(read)) as client:
        answers = [client.get("/voorstellen"), client.get("/voorstellen", params={"verslag": REPORT}),
                   client.post("/voorstellen/beslis", data={"nummer": "1", "stand": "accepted"}),
                   client.post("/voorstellen/zeker", data={"verslag": REPORT})]  # fmt: skip
        assert {answer.status_code for answer in answers} == {403}
        assert not [one for one in answers if "Kaarwaard" in one.text or "Soepbus" in one.text]
        assert "/voorstellen" not in client.get("/").text
    assert state(read, ProposalKind.MEETING) is ProposalState.OPEN
