"""Networks of Kumu, GraphML and GEXF: elements by their sort, and connections by what may join their ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import networkx
import pytest

from graph.errors import FileError
from graph.ingest import network_files
from graph.ingest.network_rows import kind_of
from graph.ingest.tables import open_table
from tests.graph.ingest.desk import Desk, sentences

ELEMENTS: list[dict[str, Any]] = [
    {"label": "De Kas", "type": "Initiatief", "description": "Tuin", "tags": ["groen", "eten"]},
    {"label": "Het Fonds", "type": "Organisatie"},
    {"label": "Zuid", "type": "Wijk"},
    {"label": "Anna", "type": "Persoon"},
]
CONNECTIONS = [
    {"from": "Het Fonds", "to": "De Kas", "type": "steunt", "direction": "directed"},
    {"from": "De Kas", "to": "Zuid"},
    {"from": "De Kas", "to": "Anna"},
    {"from": "De Kas", "to": "Het Fonds", "type": "werkt samen met"},
]


def network() -> networkx.DiGraph:  # type: ignore[type-arg]
    made: networkx.DiGraph[str] = networkx.DiGraph()
    made.add_node("n1", label="De Kas", kind="Initiative", description="Tuin")
    made.add_node("n2", label="Stichting Het Fonds")
    made.add_node("n3", label="Zuid", kind="Area")
    made.add_edge("n2", "n1", relationship="SUPPORTS")
    made.add_edge("n1", "n3")
    return made


def test_a_map_of_kumu_becomes_a_graph(desk: Desk) -> None:
    report = desk.load("kaart.json", json.dumps({"elements": ELEMENTS, "connections": CONNECTIONS}))
    assert (sentences(report), report.read, report.used) == ("", 8, 8)
    assert (desk.names("Initiative"), desk.names("Area"), len(desk.nodes("Person"))) == (["De Kas"], ["Zuid"], 1)
    assert desk.ties("SUPPORTS") == [("Het Fonds", "De Kas")]
    assert desk.ties("ACTIVE_IN") == [("De Kas", "Zuid")]
    assert len(desk.ties("INVOLVED_IN")) == len(desk.ties("PARTNERS_WITH")) == 1
    assert desk.ties("ABOUT") == [("De Kas", "eten"), ("De Kas", "groen")]


def test_a_map_of_kumu_may_know_its_elements_by_number(desk: Desk) -> None:
    elements = [{"_id": f"e{n}", "attributes": {"label": one["label"], "element type": one["type"]}}
                for n, one in enumerate(ELEMENTS)]  # fmt: skip
    ties = [{"from": "e1", "to": "e0", "attributes": {"connection type": "steunt"}}]
    desk.load("kaart.json", json.dumps({"elements": elements, "connections": ties}))
    assert desk.ties("SUPPORTS") == [("Het Fonds", "De Kas")]


def test_that_two_work_together_is_never_made_of_a_line_that_does_not_say_so(desk: Desk) -> None:
    ties = [{"from": "De Kas", "to": "Het Fonds", "type": "kent"}, {"from": "De Kas", "to": "Het Fonds"}]
    report = desk.load("kaart.json", json.dumps({"elements": ELEMENTS, "connections": ties}))
    assert (report.used, report.refused, desk.ties("PARTNERS_WITH"), desk.ties("SUPPORTS")) == (4, 2, [], [])
    assert "De Kas - Het Fonds (kent)" in (desk.folder / "kaart.quarantine.json").read_text("utf-8")


def test_a_connection_to_nothing_is_refused_and_set_aside(desk: Desk) -> None:
    ties = [{"from": "De Kas", "to": "Niemand"}, {"from": "Zuid", "to": "Anna"}]
    report = desk.load("kaart.json", json.dumps({"elements": ELEMENTS, "connections": ties}))
    assert (report.read, report.used, report.refused) == (6, 4, 2)
    assert "De Kas - Niemand" in (desk.folder / "kaart.quarantine.json").read_text("utf-8")


@pytest.mark.parametrize("ending", ["graphml", "gexf"])
def test_a_network_as_networkx_writes_it_becomes_a_graph(desk: Desk, ending: str) -> None:
    path = desk.folder / f"net.{ending}"
    getattr(networkx, f"write_{ending}")(network(), path)
    report = desk.load(path.name)
    assert (sentences(report), report.used) == ("", 5)
    assert desk.node("De Kas").value("summary") == "Tuin"
    assert desk.ties("SUPPORTS") == [("Stichting Het Fonds", "De Kas")]
    assert desk.ties("ACTIVE_IN") == [("De Kas", "Zuid")]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("<graphml><graph></graph></graphml>", "heeft geen knopen"),
        ("<graphml><graph><node id='a'></graph>", "geen geldige GraphML"),
        ("<graphml><graph><node/></graph></graphml>", "geen geldige GraphML"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><graphml><graph><node id="&a;"/></graph></graphml>', "geen geldige GraphML"),
        ("<a>" * 100, "geen geldige GraphML"),
        ("", "is leeg"),
        ("Naam;Leden", "geen geldige GraphML"),
    ],
)
def test_what_is_no_network_or_harms_is_refused(tmp_path: Path, content: str, sentence: str) -> None:
    (tmp_path / "x.graphml").write_text(content, "utf-8")
    with pytest.raises(FileError, match=sentence), open_table(tmp_path / "x.graphml"):
        pytest.fail("it was opened")  # pragma: no cover - it is not reached


def test_a_network_of_too_many_parts_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network_files, "MOST_NETWORK_PARTS", 4)
    networkx.write_graphml(network(), tmp_path / "x.graphml")
    with pytest.raises(FileError, match="meer dan 4 knopen en lijnen"), open_table(tmp_path / "x.graphml"):
        pytest.fail("it was opened")  # pragma: no cover - it is not reached


def test_an_element_is_of_the_kind_that_its_sort_says() -> None:
    kinds = [kind_of(*one) for one in (("project", "x"), ("Gemeente", "x"), ("thema", "x"), ("raar", "Zorg BV"))]
    assert kinds == ["Initiative", "Area", "Topic", "Organisation"]
