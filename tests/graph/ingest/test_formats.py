"""The examples in the documents about formats are run, so that the documents are true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from graph.schema.declaration import Level
from tests.graph.ingest.desk import PUBLIC, Desk, sentences

DOCS = Path(__file__).resolve().parents[3] / "docs"


def example(name: str) -> str:
    """Return the first block of YAML in a document."""
    found = re.search(r"```yaml\n(.*?)```", (DOCS / name).read_text("utf-8"), re.DOTALL)
    assert found is not None
    return found[1]


@pytest.fixture
def soup(desk: Desk) -> Desk:
    """Give a desk at which the example of a document was loaded."""
    report = desk.load("buurthuis.yaml", example("document-format.md"))
    assert (sentences(report), report.refused) == ("", 0)
    return desk


def test_the_example_of_a_document_says_what_the_text_says_of_it(soup: Desk) -> None:
    bus = soup.node("De Soepbus")
    assert (bus.value("members"), bus.value("volunteers"), bus.reading.none) == (
        "about 40 person",
        "12 person",
        ("website",),
    )
    assert soup.said(bus.id, "volunteers")[0].places == ("paragraph=7",)
    assert soup.said(bus.id, "started_on")[0].modality == "preliminary"
    assert soup.ties("ACTIVE_IN") == [("De Soepbus", "Molenbuurt")]
    assert soup.ties("NEEDS") == [("De Soepbus", "vervoer")]
    assert soup.ties("PARTNERS_WITH") == [("de eetclub", "De Soepbus")]


def test_a_document_may_write_a_relationship_from_its_other_end(soup: Desk) -> None:
    (action,) = soup.nodes("Outcome")
    assert (action.value("outcome_kind"), action.value("due_on")) == ("action", "2025-04")
    assert soup.ties("RESULTED_IN") == [("Avond in het buurthuis", action.name)]


MAPPED = (
    "Lijst van de gemeente\n\n"
    "Nr;Naam;Fase;Leden;Start;Vrijwilligers;Wijk;Thema;Partner;Stand;Sinds;Telefoon;Peildatum\n"
    '1;De Kas;in oprichting;45;juni 2016;12;Zuid;"groen;eten";De Bus;in gesprek;2020;06;01-11-2025\n'
    "2;De Bus;loopt;ongeveer 20;2016;;Noord;;;;;;\n"
)


def test_the_example_of_a_mapping_says_what_the_text_says_of_it(desk: Desk) -> None:
    desk.file("lijst.mapping.yaml", example("mapping-format.md").replace("sheet: Blad1", ""))
    report = desk.load("lijst.csv", MAPPED)
    assert (sentences(report), report.used) == ("", 2)
    kas = desk.node("De Kas")
    assert [kas.value(name) for name in ("phase", "members", "started_on", "legal_form", "volunteers")] == [
        "starting", "45 person", "2016-06", "foundation", "12 person"]  # fmt: skip
    assert desk.said(kas.id, "volunteers")[0].claim.level is Level.INTERNAL
    assert desk.node("De Kas", PUBLIC).value("volunteers") is None
    assert desk.said(kas.id, "members")[0].claim.stated_on == "2025-11-01"
    assert desk.ties("ABOUT") == [("De Kas", "eten"), ("De Kas", "groen")]
    assert desk.ties("PARTNERS_WITH") == [("De Bus", "De Kas")]


def test_the_same_example_fits_a_workbook(desk: Desk) -> None:
    desk.file("lijst.mapping.yaml", example("mapping-format.md"))
    rows = [line.split(";") for line in MAPPED.replace('"groen;eten"', "groen").splitlines()]
    desk.workbook("lijst.xlsx", rows)
    assert (desk.load("lijst.xlsx").used, desk.node("De Bus").value("members")) == (2, "about 20 person")


def test_a_column_of_ids_says_which_things_rows_are(desk: Desk) -> None:
    desk.file("lijst.mapping.yaml", """
        wijkweb: mapping
        source: {id: source/lijst, name: Lijst}
        nodes:
          one: {kind: Initiative, id: Id, name: Naam}
          other: {kind: Area, id: Wijk}
        relationships: [{type: ACTIVE_IN, from: one, to: other}]
    """)  # fmt: skip
    report = desk.load("lijst.csv", "Id;Naam;Wijk\ninitiative/kas;De Tuin;area/wijk\ngeen id;De Bus;area/wijk\n")
    assert (report.used, report.refused) == (1, 1)
    assert "kan geen id zijn" in sentences(report)
    with desk.store.view(PUBLIC) as view:
        assert [node.id if node else None for node in view.nodes(["initiative/kas", "area/wijk"])] == [
            "initiative/kas",
            "area/wijk",
        ]


def test_a_column_may_refer_to_rows_as_the_text_says(desk: Desk) -> None:
    found = re.search(r"`partner: (\{.*?\}\})`", (DOCS / "mapping-format.md").read_text("utf-8"))
    assert found is not None
    mapping = yaml.safe_load(example("mapping-format.md").replace("sheet: Blad1", ""))
    initiative = {"kind": "Initiative", "name": "Naam", "key": "Nr"}
    mapping["nodes"] = {"initiative": initiative, "partner": yaml.safe_load(found[1])}
    mapping["relationships"], mapping["leave_out"] = mapping["relationships"][-1:], {}
    mapping["relationships"][0].pop("status"), mapping["relationships"][0].pop("since")
    del mapping["table"], mapping["stated_on"]
    desk.file("lijst.mapping.yaml", yaml.safe_dump(mapping))
    report = desk.load("lijst.csv", "Nr;Naam;PartnerNr\n1;De Kas;2\n2;De Bus;\n")
    assert (sentences(report), desk.ties("PARTNERS_WITH")) == ("", [("De Bus", "De Kas")])
