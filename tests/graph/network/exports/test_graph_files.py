"""GraphML and GEXF, read back by networkx and by a strict reader of XML."""

from __future__ import annotations

import io
from xml.etree import ElementTree

import networkx as nx
import pytest

from graph.network import Network
from graph.network.exports.cells import NOT_IN_XML
from tests.graph.network.exports.written import NAMES, written


def _read(network: Network, form: str) -> nx.MultiDiGraph[str]:
    content = io.BytesIO(written(network, form))
    found = nx.read_gexf(content) if form == "gexf" else nx.read_graphml(content, force_multigraph=True)
    return nx.MultiDiGraph(found)  # networkx reads a GEXF without parallel edges as a simple graph


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_it_is_read_back_with_every_node_and_relationship(den_haag: Network, form: str) -> None:
    with den_haag.view() as view:
        expected = den_haag.to_networkx(view)
    found = _read(den_haag, form)
    assert set(expected.nodes) <= set(found.nodes)
    assert {(*edge, key) for *edge, key in expected.edges(keys=True)} <= {
        (*edge, key) for *edge, key in found.edges(keys=True)
    }
    assert found.nodes["initiative/elcura-zorgt"]["sources"] == "source/public-result-2016-12-19"


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_hostile_names_are_read_back_as_they_are(hostile: Network, form: str) -> None:
    found = _read(hostile, form)
    assert {id_: found.nodes[id_]["label"] for id_ in NAMES} == {
        id_: NOT_IN_XML.sub("\ufffd", name) for id_, name in NAMES.items()
    }
    assert found.nodes["initiative/at"]["members"] == "about 1.5 person"


def test_a_relationship_without_direction_says_so(hostile: Network) -> None:
    edges = {data["relationship"]: data for _, _, data in _read(hostile, "graphml").edges(data=True)}
    assert (edges["PARTNERS_WITH"]["symmetric"], edges["ACTIVE_IN"]["symmetric"]) == (True, False)
    assert edges["ACTIVE_IN"]["since"] == "2016 summer"
    assert edges["PARTNERS_WITH"]["note"] == NAMES["initiative/quotes"]


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_what_is_not_known_is_no_attribute(hostile: Network, form: str) -> None:
    tree = ElementTree.fromstring(written(hostile, form))  # noqa: S314 - our own
    assert not [one for one in tree.iter() if one.get("value") == "None" or one.text == "None"]
    assert "phase" not in _read(hostile, form).nodes["initiative/at"]


def test_gexf_names_no_day(hostile: Network) -> None:
    assert b"lastmodified" not in written(hostile, "gexf")
    assert written(hostile, "gexf").startswith(b'<?xml version="1.0" encoding="utf-8"?>')
