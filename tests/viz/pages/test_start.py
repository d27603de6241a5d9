"""The start page: numbers that are computed, and that admit how little is known."""

from __future__ import annotations

from collections.abc import Callable

from graph.network import Network
from tests.contracts.build import City, says
from tests.viz.serving import Desk
from viz.pages.counting import count_all, counted_lists, find_city
from viz.pages.start import start_page

Look = Callable[..., Desk]


def test_the_numbers_of_the_first_city_admit_how_little_is_known(hague: Network, desk: Look) -> None:
    view = desk(hague).view
    numbers = count_all(view, hague, find_city(view, "Den Haag"))
    (counted,) = numbers.lists
    assert (numbers.named, counted.counted, counted.loaded) == (3, 154, 0)
    assert (numbers.meetings, numbers.agreements, numbers.agreements_named, numbers.partnerships) == (3, 3, 0, 0)
    assert (numbers.is_little, numbers.newest) == (True, "2018-04-23")


def test_the_practice_city_has_numbers_of_its_own(practice: Network, desk: Look) -> None:
    looking = desk(practice, city="Oefenstad")
    numbers = count_all(looking.view, practice, find_city(looking.view, "Oefenstad"))
    assert numbers.named >= 60
    assert numbers.partnerships > 10
    assert (numbers.lists, numbers.is_little) == ((), False)


def test_a_list_that_was_read_in_is_no_longer_only_counted(network: Network) -> None:
    city = City(network.store)
    city.load(says("bericht").node("source/lijst-x", name="Lijst van 12 clubs"))
    with city.view() as view:
        assert [(one.counted, one.loaded) for one in counted_lists(view)] == [(12, 0)]
    city.load(says("source/lijst-x").node("initiative/a", name="A"))
    with city.view() as view:
        assert list(counted_lists(view)) == []


def test_a_year_in_a_name_is_no_count(network: Network, desk: Look) -> None:
    City(network.store).load(says("bericht").node("source/l", name="Lijst van initiatieven 2016"))
    assert list(counted_lists(desk(network).view)) == []


def test_an_empty_city_has_a_start_page_too(network: Network, desk: Look) -> None:
    looking = desk(network)
    page = start_page(looking.view, looking.shell)
    assert "Wie doet wat in de wijk" in page
    assert "Nog weinig." in page


def test_the_examples_are_names_that_the_city_knows(hague: Network, desk: Look) -> None:
    looking = desk(hague, lang="en")
    page = start_page(looking.view, looking.shell)
    assert "For example:" in page
    assert "/zoeken?q=Bouwlust%20en%20Vrederust&amp;lang=en" in page
