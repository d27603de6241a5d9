"""Who had a turn, on a page: counts, how even they are in words and figures, and what the setting does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.errors import ForbiddenError, InputError
from graph.network import Network
from graph.questions.ledger_types import Turn
from graph.store.questions import Role
from graph.suggestions.advice_types import Member
from tests.contracts.build import City, says
from tests.viz.pages.questions.asked import ask
from tests.viz.serving import Desk
from viz.pages.questions.ledger import ledger_page

Look = Callable[..., Desk]


@pytest.fixture
def counted(network: Network) -> Network:
    """Give twelve initiatives in two districts, of which one was shown and invited."""
    said = says("a").node("area/s", name="Stad", level="municipality")
    for area, name in (("area/n", "Noord"), ("area/z", "Zuid")):
        said.node(area, name=name, level="district").tie("PART_OF", area, "area/s")
    for number in range(12):
        said.node(f"initiative/i{number}", name=f"Buurtclub {number}", phase="running")
        said.tie("ACTIVE_IN", f"initiative/i{number}", "area/n" if number else "area/z")
    City(network.store).load(said)
    for turn in (Turn.SHOWN, Turn.SHOWN, Turn.INVITED):
        network.turns.count(turn, [Member("initiative/i0", "", "Initiative")])
    return network


def test_counts_stand_with_how_even_they_are(counted: Network, desk: Look) -> None:
    page = ask(ledger_page, desk(counted, Role.FACILITATOR), "aantal=12")
    assert "enkele initiatieven krijgen bijna alle aandacht" in page
    assert (
        '<th scope="row">Getoond</th><td class="number" data-label="van 0 tot 1:">1</td><td>heel ongelijk</td>' in page
    )
    assert (
        '<th scope="row">Goed idee</th><td class="number" data-label="van 0 tot 1:">–</td><td>nog niet geteld</td>'
        in page
    )
    row = page.split(">Buurtclub 0</a>")[1].split("</tr>")[0]
    assert [row.split("</td>")[place][-1] for place in range(4)] == ["2", "0", "1", "0"]
    assert "Per wijk" in page
    assert "Per fase" in page


def test_the_list_opens_short_and_grows(counted: Network, desk: Look) -> None:
    looking = desk(counted, Role.ADMIN)
    short = ask(ledger_page, looking)
    assert short.count(">Buurtclub ") == 10
    assert "aantal=110" in short
    assert "Meer initiatieven tonen" not in ask(ledger_page, looking, "aantal=12")
    assert ask(ledger_page, looking, "gebied=area/z").count(">Buurtclub ") == 1


def test_nothing_counted_is_said_and_no_figure_is_made_up(hague: Network, desk: Look) -> None:
    page = ask(ledger_page, desk(hague, Role.FACILITATOR, "en"), "gebied=area/wk051801")
    assert "No initiative with a name is known here." in page
    assert "<td" not in page
    assert "The fair order is off." in page


def test_what_the_setting_does_is_told_with_its_strength(desk: Look, counted: Network) -> None:
    fair = Network(counted.store, fairness=0.5)
    assert "De eerlijke volgorde staat aan, met sterkte 0,5 van 1." in ask(ledger_page, desk(fair, Role.FACILITATOR))


def test_a_visitor_and_staff_are_refused_and_a_wrong_address_is_told(hague: Network, desk: Look) -> None:
    for role in (Role.PUBLIC, Role.STAFF):
        with pytest.raises(ForbiddenError, match="begeleiders"):
            ask(ledger_page, desk(hague, role))
    for wrong in ("gebied=x", "aantal=0", "aantal=veel"):
        with pytest.raises(InputError):
            ask(ledger_page, desk(hague, Role.FACILITATOR), wrong)
