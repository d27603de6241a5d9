"""Graphs that files hold whole: what cannot be used comes back as a document, and is repaired and loaded there."""

from __future__ import annotations

import json
from typing import Any

from tests.graph.ingest.desk import PUBLIC, Desk, sentences


def export(*nodes: dict[str, Any], level: str = "public", ties: tuple[dict[str, Any], ...] = ()) -> str:
    return json.dumps({"format": "wijkweb-export", "version": 1, "level": level, "nodes": nodes, "relationships": ties})


def node(id_: str, kind: str, **values: Any) -> dict[str, Any]:
    return {"id": id_, "kind": kind, "values": values, "claims": []}


KAS, ZUID = (
    node("initiative/kas", "Initiative", name="De Kas"),
    node("area/zuid", "Area", name="Zuid", level="district"),
)


def test_what_is_wrong_in_one_thing_does_not_stop_the_others(desk: Desk) -> None:
    tie = {"type": "ACTIVE_IN", "from": "initiative/kas", "to": "area/zuid", "values": {"since": "gisteren"}}
    report = desk.load("kopie.json", export(KAS, ZUID, node("initiative/bus", "Initiative", name=7), ties=(tie,)))
    assert (report.read, report.refused) == (4, 0)
    assert len(sentences(report).splitlines()) == 2
    assert desk.ties("ACTIVE_IN") == [("De Kas", "Zuid")]


def test_a_thing_of_an_unknown_kind_comes_back_in_a_document_to_repair(desk: Desk) -> None:
    report = desk.load("kopie.json", export(KAS, node("club/bus", "Club", name="De Bus")))
    assert report.refused == 1
    assert report.quarantine is not None
    text = report.quarantine.read_text("utf-8")
    assert report.quarantine.name == "kopie.quarantine.yaml"
    assert "‘Club’ is onbekend" in text
    repaired = desk.load(report.quarantine.name, text.replace("club/bus", "initiative/bus"))
    assert (repaired.refused, desk.names("Initiative")) == (0, ["De Bus", "De Kas"])


def test_an_export_for_staff_comes_back_internal(desk: Desk) -> None:
    desk.load("kopie.json", export(KAS, level="internal"))
    assert (desk.names("Initiative"), desk.names("Initiative", PUBLIC)) == (["De Kas"], [])
