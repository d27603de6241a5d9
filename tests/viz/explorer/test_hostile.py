"""Names and texts that try to be markup, script, a formula, or to turn the words around them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest

from graph.network import Network
from graph.store.questions import Role, Viewer
from tests.contracts.build import City
from tests.viz.explorer.looking import Looking, small_town
from viz.explorer.page import json_block
from viz.standalone import make_standalone

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "<!--<script>",
    "\"' onmouseover=alert(1) x='",
    "{{ 7 * 7 }} {% raw %}",
    "\u202egnp.exe\u202c \u2067links\u2069",
    "regel\u2028een\u2029twee",
    "lang " * 60,
    "&lt;b&gt; &amp;",
)

Look = Callable[..., Looking]


@pytest.fixture
def hostile(city: City) -> City:
    said = small_town()
    for number, name in enumerate(HOSTILE):
        said.node(f"initiative/h{number}", name=name, summary=name).tie(
            "PARTNERS_WITH", f"initiative/h{number}", "initiative/tuin"
        )
    city.load(
        said.node("area/kwaad", name=HOSTILE[1], level="district").tie("ACTIVE_IN", "initiative/h0", "area/kwaad")
    )
    return city


def _block(html: str) -> str:
    found: list[str] = re.findall(r'<script type="application/json" id="explorer-data">(.*?)</script>', html, re.DOTALL)
    return found[0]


def test_a_block_of_data_cannot_end_its_element_and_reads_back_as_it_was() -> None:
    data = {"names": list(HOSTILE)}
    block = str(json_block(data))
    assert not re.search("[<>&\u2028\u2029]", block)
    assert json.loads(block) == data


@pytest.mark.usefixtures("hostile")
def test_a_file_of_hostile_names_holds_no_element_of_theirs(network: Network) -> None:
    with network.view(Viewer(Role.PUBLIC)) as view:
        html = make_standalone(network, view).html
    names = {node["label"] for node in json.loads(_block(html))["document"]["network"]["nodes"]}
    assert {name.strip() for name in HOSTILE} <= {name.strip() for name in names}
    outside = html.replace(_block(html), "")
    assert "<img src=x" not in outside
    assert "<script>alert" not in outside


@pytest.mark.usefixtures("hostile")
def test_nothing_in_the_data_is_a_title_that_vis_network_would_read_as_markup(look: Look) -> None:
    network = look().document()["network"]
    assert not [one for one in (*network["nodes"], *network["edges"]) if "title" in one]
    assert network["options"]["nodes"]["shape"] == "custom"
