"""All relationships of one sort, in pages: where the page of a node shows only the first."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import unquote

import pytest

from graph.errors import InputError, UnknownIdError
from graph.network import Network
from tests.contracts.build import City, says
from tests.viz.serving import BOUWLUST, Desk
from viz.pages.ties import ties_page

Look = Callable[..., Desk]


def test_a_long_list_goes_on_where_it_ended(network: Network, desk: Look) -> None:
    said = says("a").node("area/x", name="X")
    for number in range(120):
        said.node(f"initiative/{number}", name=f"Club {number:03}").tie("ACTIVE_IN", f"initiative/{number}", "area/x")
    City(network.store).load(said)
    looking = desk(network)
    names: list[str] = []
    after = ""
    while True:
        page = ties_page(looking.view, looking.shell, "area/x", "ACTIVE_IN", incoming=True, after=after)
        names += re.findall(r">(Club \d+)</a>", page)
        following = re.search(r"na=([^\"&]+)\"", page)
        if not following:
            break
        after = unquote(following[1])
    assert len(names) == len(set(names)) == 120


def test_one_side_of_a_relationship_is_told_by_its_own_words(hague: Network, desk: Look) -> None:
    looking = desk(hague)
    assert "Bestaat uit" in ties_page(looking.view, looking.shell, BOUWLUST, "PART_OF", incoming=True)
    assert "Hoort bij" in ties_page(looking.view, looking.shell, BOUWLUST, "PART_OF")


def test_what_is_no_sort_of_relationship_is_said(hague: Network, desk: Look) -> None:
    looking = desk(hague)
    with pytest.raises(InputError):
        ties_page(looking.view, looking.shell, BOUWLUST, "LOVES")
    with pytest.raises(UnknownIdError):
        ties_page(looking.view, looking.shell, "area/nergens", "PART_OF")
