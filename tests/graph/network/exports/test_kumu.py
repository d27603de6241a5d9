"""Kumu's JSON: elements and connections that find each other by id."""

from __future__ import annotations

import json

from graph.network import Network
from tests.graph.network.exports.written import NAMES, written


def test_every_connection_joins_two_elements(den_haag: Network) -> None:
    document = json.loads(written(den_haag, "kumu"))
    ids = [one["id"] for one in document["elements"]]
    assert len(set(ids)) == len(ids)
    assert {end for one in document["connections"] for end in (one["from"], one["to"])} <= set(ids)
    assert {one["direction"] for one in document["connections"]} == {"directed", "mutual"}


def test_an_element_has_its_values_in_words_with_sources(hostile: Network) -> None:
    elements = {one["id"]: one for one in json.loads(written(hostile, "kumu", lang="en"))["elements"]}
    assert elements["initiative/at"]["type"] == "initiative"
    assert elements["initiative/at"]["members"] == "about 1.5 people"
    assert elements["initiative/at"]["sources"] == ['Lijst "1"']
    assert {id_: elements[id_]["label"] for id_ in NAMES} == NAMES


def test_a_description_holds_no_html(hostile: Network) -> None:
    document = json.loads(written(hostile, "kumu"))
    assert not [one for one in document["elements"] if "<" in one.get("description", "")]
    assert None not in [value for one in document["elements"] for value in one.values()]
