from __future__ import annotations

import pytest

from api.site import Site, find_city_name
from graph.errors import InputError
from graph.network import Network
from graph.schema.declaration import Level
from tests.contracts.build import City, says


@pytest.mark.parametrize("path", ["", "/oefenstad", "/a/b-2"])
def test_a_site_stands_at_the_root_or_below_a_plain_path(network: Network, path: str) -> None:
    assert Site(path, network, "Stad").path == path


@pytest.mark.parametrize("path", ["/", "oefenstad", "/oefenstad/", "/Oefenstad", "/a//b", "/{id}", "/a b", "/é"])
def test_a_path_that_cannot_be_mounted_is_refused(network: Network, path: str) -> None:
    with pytest.raises(InputError, match="plek in het adres"):
        Site(path, network, "Stad")


def test_the_city_is_the_municipality_with_the_most_known_parts_unless_told(network: Network) -> None:
    said = says("a").node("area/klein", name="Klein", level="municipality")
    said.node("area/groot", name="Groot", level="municipality")
    for part in ("een", "twee"):
        said.node(f"area/{part}", name=part, level="district").tie("PART_OF", f"area/{part}", "area/groot")
    City(network.store).load(said)
    assert find_city_name(network) == "Groot"
    assert find_city_name(network, "area/klein") == "Klein"
    assert find_city_name(network, "area/nergens") == "Wijkweb"


def test_a_city_that_the_public_may_not_know_is_not_named(network: Network) -> None:
    assert find_city_name(network) == "Wijkweb"
    City(network.store).load(says("a", level=Level.INTERNAL).node("area/a", name="Geheim", level="municipality"))
    assert find_city_name(network) == "Wijkweb"
