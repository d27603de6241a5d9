"""What happened to a node: what came in and went out, by whom, as far as the viewer may know."""

from __future__ import annotations

from collections.abc import Callable

from graph.network import Network
from graph.store.questions import Role
from tests.contracts.build import City, person, says
from tests.viz.serving import Desk
from viz.pages.history import history_page, summarise

Look = Callable[..., Desk]
TUIN = "initiative/tuin"


def _told(network: Network) -> City:
    city = City(network.store)
    city.load(says("gids", "2016").node(TUIN, name="De Tuin", members="40 person"), title="gids.csv")
    city.decide("fix", person("2018").about(TUIN, members="45 person"), reason="gebeld")
    return city


def test_files_and_people_are_counted_apart(network: Network, desk: Look) -> None:
    _told(network)
    looking = desk(network)
    summary = summarise(looking.view, looking.shell, TUIN)
    assert (summary.files, summary.decisions) == (1, 1)


def test_staff_read_who_did_it_by_role_and_why(network: Network, desk: Look) -> None:
    _told(network)
    looking = desk(network, Role.STAFF)
    page = history_page(looking.view, looking.shell, TUIN)
    assert "gids.csv" in page
    assert "door medewerker · gebeld" in page
    assert page.index("45 personen") < page.index("40 personen")


def test_visitors_read_what_changed_and_not_who_did_it(network: Network, desk: Look) -> None:
    _told(network)
    looking = desk(network)
    page = history_page(looking.view, looking.shell, TUIN)
    assert "45 personen" in page
    assert "gids.csv" not in page
    assert "gebeld" not in page


def test_what_was_taken_back_says_so(network: Network, desk: Look) -> None:
    city = _told(network)
    city.undo(city.decide("fix", person("2018").about(TUIN, members="46 person")))
    looking = desk(network, Role.ADMIN)
    assert "teruggedraaid" in history_page(looking.view, looking.shell, TUIN)
