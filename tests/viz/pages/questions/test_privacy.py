"""What only staff may see is on no page of questions for the public: not as a fact, a name to choose, or a number."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from graph.network import Network
from graph.schema.declaration import Level
from graph.store.questions import Role
from tests.contracts.build import City, says
from tests.viz.serving import answered, asking, sites_of

PAGES = (
    "/vragen/wat-ontbreekt?gebied=area/n",
    "/vragen/wat-ontbreekt?voor=initiative/a",
    "/vragen/wat-ontbreekt?voor=Geheime+kring",
    "/vragen/wie-halen-het?leden=900",
    "/vragen/wie-halen-het?biedt=geheim+geld&met=initiative/geheim",
    "/vragen/samen-optrekken",
    "/vragen/samen-optrekken?onderwerp=topic/geheim",
    "/vragen/beste-bodem?wat=initiatieven",
    "/vragen/beste-bodem?samen=geheim&niveau=neighbourhood",
    "/vragen/past-het?wie=initiative/a&wie=initiative/b",
    "/vragen/past-het?wie=Geheime+kring",
    "/vragen/wie-verbindt",
)


@pytest.fixture
def told(network: Network) -> Network:
    """Give a city of which half is for staff only."""
    city = City(network.store)
    city.load(
        says("lijst").node("area/s", name="Stad", level="municipality")
        .node("area/n", name="Noord", level="district").tie("PART_OF", "area/n", "area/s")
        .node("initiative/a", name="De Tuin", phase="running")
        .node("initiative/b", name="De Keuken", phase="running").tie("ACTIVE_IN", "initiative/a", "area/n")
        .tie("ACTIVE_IN", "initiative/b", "area/n")
    )  # fmt: skip
    city.load(
        says("geheime-nota", level=Level.INTERNAL).node("initiative/geheim", name="Geheime kring", members="777 member")
        .node("topic/geheim", name="geheim geld", scheme="capability").node("person/p", name="Geheime Jansen")
        .node("area/geheim", name="Geheimhof", level="neighbourhood").tie("PART_OF", "area/geheim", "area/n")
        .tie("ACTIVE_IN", "initiative/geheim", "area/n")
        .tie("NEEDS", "initiative/a", "topic/geheim").tie("OFFERS", "initiative/b", "topic/geheim")
        .tie("INVOLVED_IN", "person/p", "initiative/a").tie("INVOLVED_IN", "person/p", "initiative/b")
    )  # fmt: skip
    return network


@pytest.fixture
def visitor(told: Network) -> Iterator[httpx.Client]:
    """Give somebody of the public."""
    with asking(sites_of(told)) as client:
        yield client


def test_nothing_internal_is_on_any_page_for_the_public(visitor: httpx.Client) -> None:
    for path in PAGES:
        answer = answered(visitor, path)
        assert answer.status_code == 200, path
        # What the visitor typed comes back in the form and in the links to this page; nothing else may.
        typed = [value.lower() for value in httpx.URL(path).params.values() if "geheim" in value.lower()]
        text = answer.text.lower().replace("+", " ").replace("%20", " ")
        for value in sorted(typed, key=len, reverse=True):
            text = text.replace(value, "")
        assert "geheim" not in text, path
        assert "777" not in text, path


def test_staff_sees_it_on_the_same_pages(told: Network) -> None:
    with asking(sites_of(told), Role.STAFF) as client:
        assert "Geheime kring heeft 777 leden." in client.get("/vragen/wie-halen-het?leden=700").text
        assert "De Tuin zoekt geheim geld." in client.get("/vragen/wat-ontbreekt?voor=initiative/a").text
        assert "Geheime Jansen doet mee bij" in answered(client, "/vragen/wie-verbindt").text
