"""Addresses of nodes: an id travels whole, whatever it holds."""

from __future__ import annotations

from types import SimpleNamespace

from graph.network import Network
from graph.schema.model import KINDS_BY_NAME
from tests.viz.serving import Desk
from viz.links import KIND_OF_LIST, KIND_OF_PATH, KIND_PATHS, anchor, node_path, node_url


def test_every_kind_has_an_address_of_its_own() -> None:
    assert set(KIND_PATHS) == set(KINDS_BY_NAME)
    assert len(KIND_OF_PATH) == len(KIND_OF_LIST) == len(KIND_PATHS)
    assert not KIND_OF_PATH.keys() & KIND_OF_LIST.keys()


def test_an_id_travels_whole() -> None:
    assert node_path(SimpleNamespace(id="area/wk051838", kind="Area")) == "/gebied/area/wk051838"
    assert node_path(SimpleNamespace(id="area/a?b#c", kind="Area")) == "/gebied/area/a%3Fb%23c"


def test_a_place_on_a_page_becomes_an_anchor_that_can_stand_in_an_address(network: Network) -> None:
    desk = Desk.of(network)
    node = SimpleNamespace(id="initiative/x", kind="Initiative")
    assert node_url(desk.shell, node, place="members") == "/initiatief/initiative/x#wat-members"
    band = anchor("ACTIVE_IN|initiative/x|area/y|")
    assert band.startswith("band-")
    assert band.replace("-", "").isalnum()
    assert band != anchor("ACTIVE_IN|initiative/x|area/z|")
    desk.view.close()
