"""Whom to invite, on a page: tables with reasons and sources, on paper too, counted when the facilitator says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import httpx
import pytest

from graph.errors import ForbiddenError, InputError
from graph.network import Network
from graph.questions.gathering import Gathering
from graph.questions.ledger_types import Turn
from graph.questions.tables import Tables
from graph.store.base import View
from graph.store.questions import Role
from tests.contracts.build import City, says
from tests.viz.pages.questions.asked import ask
from tests.viz.serving import Desk, asking, sites_of
from viz.pages.questions.invitation import invitation_page
from viz.site import Shell
from viz.tokens import FormTokens

Look = Callable[..., Desk]
MEETING = re.compile(r'<option value="(meeting/[^"]+)"')


def page(view: View, shell: Shell, given: Mapping[str, str]) -> str:
    return invitation_page(view, shell, given, FormTokens(b"x"))


def test_a_planned_meeting_gets_the_tables_that_the_network_makes(practice: Network, desk: Look) -> None:
    looking = desk(practice, Role.FACILITATOR, city="Oefenstad")
    meeting = MEETING.findall(ask(page, looking))[0]
    shown = ask(page, looking, f"bijeenkomst={meeting}&tafels=2&plaatsen=6")
    found = practice.answers.invitation(looking.view, Gathering(meeting), tables=Tables(2, 6))
    assert f"{len(found.guests)} gasten, 2 tafels" in shown
    assert all(guest.member.name in shown and guest.why.nl in shown for guest in found.guests)
    assert len(re.findall(r'class="said">volgens .*?href="/[^"]+', shown)) == sum(
        bool(one.facts) for one in found.guests
    )


def test_sources_are_numbered_once_at_the_foot_of_the_paper(practice: Network, desk: Look) -> None:
    shown = ask(page, desk(practice, Role.FACILITATOR), "gebied=area/molenbuurt")
    foot = shown.split('class="on-paper sources"')[1].split("</ol>")[0]
    numbers = {int(one) for group in re.findall(r'class="on-paper"> \[([\d, ]+)\]', shown) for one in group.split(",")}
    assert numbers == set(range(1, foot.count("<li>") + 1))
    assert "Niet alles hierop is openbaar" in shown


def test_what_cannot_be_is_said_in_the_form_or_in_one_sentence(practice: Network, hague: Network, desk: Look) -> None:
    looking = desk(practice, Role.FACILITATOR)
    assert "kennen wij niet." in ask(page, looking, "onderwerp=zzz")
    assert "Kies 1 tot 3 tafels: er zijn 3 gasten." in ask(
        page, desk(hague, Role.FACILITATOR), "gebied=area/wk051833&tafels=9"
    )
    for wrong in ("bijeenkomst=area/molenbuurt", "gebied=x", "tafels=13", "plaatsen=1"):
        with pytest.raises(InputError):
            ask(page, looking, wrong)


def test_without_a_choice_and_without_guests_the_page_says_what_would_help(hague: Network, desk: Look) -> None:
    looking = desk(hague, Role.FACILITATOR)
    assert "Kies een bijeenkomst, een gebied of een onderwerp." in ask(page, looking)
    empty = ask(page, looking, "gebied=area/wk051801")
    assert "Wij kennen hier niemand met naam die past." in empty
    assert "Zo nodig ik uit" not in empty


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.STAFF])
def test_who_prepares_no_meetings_is_refused(hague: Network, desk: Look, role: Role) -> None:
    with pytest.raises(ForbiddenError, match="begeleiders"):
        ask(page, desk(hague, role))


def _form(text: str) -> dict[str, str]:
    form = text.split('id="geteld"')[1].split("</form>", maxsplit=1)[0]
    return dict(re.findall(r'name="([^"]+)" value="([^"]*)"', form))


def _invited(network: Network) -> int:
    return sum(counts[Turn.INVITED] for counts in network.turns.counts().values())


@pytest.fixture
def garden(network: Network) -> Network:
    """Give a district with two initiatives."""
    City(network.store).load(
        says("a").node("area/n", name="Noord", level="district").node("initiative/t", name="De Tuin")
        .tie("ACTIVE_IN", "initiative/t", "area/n").node("initiative/k", name="De Kas")
        .tie("ACTIVE_IN", "initiative/k", "area/n")
    )  # fmt: skip
    return network


def test_a_list_is_counted_when_the_facilitator_says_so_once_and_taken_back(garden: Network) -> None:
    path = "/vragen/wie-uitnodigen?gebied=area/n"
    with asking(sites_of(garden), Role.FACILITATOR) as client:
        form = _form(client.get(path).text)
        assert _invited(garden) == 0
        answers = [client.post("/vragen/wie-uitnodigen/zo", data=form) for _ in range(2)]
        assert {answer.status_code for answer in answers} == {303}
        assert _invited(garden) == 2
        again = client.get(answers[0].headers["location"]).text
        assert "2 initiatieven uitgenodigd." in " ".join(again.split())
        client.post("/vragen/wie-uitnodigen/toch-niet", data=_form(again))
    assert _invited(garden) == 0


def test_only_the_list_that_was_seen_is_counted(garden: Network) -> None:
    with asking(sites_of(garden), Role.FACILITATOR) as client:
        form = _form(client.get("/vragen/wie-uitnodigen?gebied=area/n").text)
        City(garden.store).load(
            says("b").node("initiative/n", name="De Nieuwe").tie("ACTIVE_IN", "initiative/n", "area/n")
        )
        answers: list[httpx.Response] = [
            client.post("/vragen/wie-uitnodigen/zo", data=one)
            for one in (form, form | {"merk": ""}, {"merk": form["merk"]}, form | {"tafels": "x"})
        ]
    assert [answer.status_code for answer in answers] == [403, 403, 400, 400]
    assert _invited(garden) == 0
