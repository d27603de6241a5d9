"""What is missing, on a page: each sentence with its source, for the public no more than the public may see."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from graph.errors import InputError
from graph.network import Network
from graph.schema.declaration import Level
from graph.store.questions import Role
from tests.contracts.build import City, says
from tests.viz.pages.questions.asked import ask
from tests.viz.serving import ELCURA, Desk
from viz.pages.questions.gaps import gaps_page

Look = Callable[..., Desk]


def test_an_area_has_its_gaps_with_who_is_near_and_where_that_stands(practice: Network, desk: Look) -> None:
    page = ask(gaps_page, desk(practice, Role.STAFF, city="Oefenstad"), "gebied=area/molenbuurt")
    assert 'Dit gaat over <a href="/gebied/area/molenbuurt"' in page
    assert "biedt niemand in Molenbuurt dat" in page
    assert "In de buurt" in page
    assert len(re.findall(r'class="said">volgens .*?href="/[^"]+#band-', page)) > 3


def test_without_a_choice_it_is_about_the_whole_city(hague: Network, desk: Look) -> None:
    page = ask(gaps_page, desk(hague))
    assert 'href="/gebied/area/gm0518"' in page.lower()
    assert "Vragen zonder antwoord" in page
    assert "Kies een gebied of noem een initiatief" in page


def test_where_nothing_is_said_to_be_missing_the_page_says_what_would_help(hague: Network, desk: Look) -> None:
    page = ask(gaps_page, desk(hague, Role.STAFF), f"voor={ELCURA}&soort=wat")
    assert "Dat zegt niet dat alles er is" in page
    assert "Wat ElCura Zorgt nodig heeft" in page
    assert f'href="/vul-aan?id={ELCURA}&amp;wat=NEEDS"' in page


def test_a_wrong_name_keeps_what_was_typed_and_answers_nothing(hague: Network, desk: Look) -> None:
    page = ask(gaps_page, desk(hague), "voor=ElKura")
    assert 'value="ElKura"' in page
    assert 'aria-invalid="true"' in page
    assert "Dit gaat over" not in page


def test_a_need_that_only_staff_may_see_is_missing_for_staff_alone(network: Network, desk: Look) -> None:
    city = City(network.store)
    city.load(
        says("lijst").node("area/n", name="Noord").node("initiative/a", name="De Tuin")
        .tie("ACTIVE_IN", "initiative/a", "area/n").node("topic/geld", name="geld", scheme="capability")
    )  # fmt: skip
    city.load(says("nota", level=Level.INTERNAL).tie("NEEDS", "initiative/a", "topic/geld"))
    assert "De Tuin zoekt geld" in ask(gaps_page, desk(network, Role.STAFF), "gebied=area/n")
    assert "zoekt geld" not in ask(gaps_page, desk(network), "gebied=area/n")


@pytest.mark.parametrize("query", ["gebied=area/nergens", f"gebied={ELCURA}", "aantal=0", "aantal=x"])
def test_an_address_that_asks_what_cannot_be_is_refused(hague: Network, desk: Look, query: str) -> None:
    with pytest.raises(InputError):
        ask(gaps_page, desk(hague), query)


def test_more_of_each_sort_can_be_asked_for(practice: Network, desk: Look) -> None:
    looking = desk(practice, Role.STAFF, city="Oefenstad")
    page = ask(gaps_page, looking, "gebied=area/molenbuurt&aantal=1")
    more = ask(gaps_page, looking, "gebied=area/molenbuurt&aantal=16")
    assert page.count('class="card gap"') < more.count('class="card gap"')
    assert "gebied=area/molenbuurt&amp;aantal=16" in page
