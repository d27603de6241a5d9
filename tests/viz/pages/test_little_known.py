"""Where little is known: what is, how old it is, and what would help with one action each."""

from __future__ import annotations

from collections.abc import Callable

from graph.network import Network
from graph.store.questions import Role
from tests.contracts.build import City, says
from tests.viz.serving import BOUWLUST, Desk
from viz.pages.little_known import tell_little

Look = Callable[..., Desk]


def test_what_is_known_is_named_with_the_year_of_its_newest_source(hague: Network, desk: Look) -> None:
    looking = desk(hague)
    little = tell_little(looking.view, looking.shell, looking.view.nodes([BOUWLUST])[0])
    assert (little.place, little.count, little.year) == ("Bouwlust en Vrederust", 3, "2016")
    assert (little.without_partners, little.without_needs) == (True, True)


def test_each_thing_that_would_help_has_one_action_for_the_role(hague: Network, desk: Look) -> None:
    for role, action in ((Role.PUBLIC, "Bekijk"), (Role.STAFF, "Vul aan")):
        looking = desk(hague, role)
        helps = tell_little(looking.view, looking.shell, None).helps
        assert [one.title for one in helps][:2] == ["De lijst van 154 initiatieven", "Wie tekende op 10-05-2017?"]
        assert helps[1].action == action
        assert all(one.url.startswith("/") for one in helps)


def test_a_place_without_a_name_says_so(network: Network, desk: Look) -> None:
    City(network.store).load(says("a").node("area/x", name="X"))
    looking = desk(network)
    little = tell_little(looking.view, looking.shell, looking.view.nodes(["area/x"])[0])
    assert (little.count, little.initiatives, little.year, little.helps) == (0, (), "", ())
