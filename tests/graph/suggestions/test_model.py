"""For which town advice is: where most initiatives work, and the one nameless city where no town is known."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.network import Network
from graph.projection.places import THE_CITY
from graph.projection.projection import project
from graph.store.questions import Role, Viewer
from graph.suggestions.model import home_city, sides
from tests.cities import empty_network
from tests.contracts.build import City, Says, says

FACILITATOR = Viewer(Role.FACILITATOR)


@pytest.fixture
def network() -> Iterator[Network]:
    """Give a network in which nothing is known."""
    made = empty_network()
    yield made
    made.close()


def _area(said: Says, id_: str, level: str, *initiatives: str) -> Says:
    said.node(id_, name=id_, level=level)
    for name in initiatives:
        said.node(f"initiative/{name}", name=name).tie("ACTIVE_IN", f"initiative/{name}", id_)
    return said


def test_neighbourhoods_of_which_no_town_is_known_are_of_one_city(network: Network) -> None:
    said = _area(_area(says("a"), "area/haven", "district", "tuin", "kas"), "area/dorp", "district", "eetclub")
    City(network.store).load(said.node("initiative/nergens", name="nergens"))
    with network.view(FACILITATOR) as view:
        projection = project(view)
        at_home, elsewhere = sides(projection, "")
        assert home_city(projection) == THE_CITY
        assert (at_home.sum(), elsewhere.sum()) == (4, 0)
        assert len(network.ledger(view).rows) == 4


def test_in_a_region_the_city_is_where_most_initiatives_work(network: Network) -> None:
    said = _area(says("a"), "area/aalst", "municipality", "tuin").node("area/wijk", name="wijk")
    said.tie("PART_OF", "area/wijk", "area/aalst")
    City(network.store).load(_area(said, "area/zeist", "municipality", "kas", "eetclub"))
    with network.view(FACILITATOR) as view:
        projection = project(view)
        at_home, elsewhere = sides(projection, "")
        assert home_city(projection) == "area/zeist"
        assert (at_home.sum(), elsewhere.sum()) == (2, 1)
        assert len(network.ledger(view).rows) == 2
