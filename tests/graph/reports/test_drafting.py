from __future__ import annotations

from pathlib import Path

import pytest

from graph.ingest.documents import read_document
from graph.reports.drafting import ReportSource, draft_document, write_document
from graph.reports.proposals import Proposals
from tests.graph.reports.reading import read

pytestmark = pytest.mark.usefixtures("lists")

SOURCE = ReportSource("Verslag", "verslag-mei")
TEXT = """Verslag overleg Moerwijk
Datum: 3 mei 2020

Wethouder Karin Mulder en vrijwilliger Piet Jansen kwamen naar Den Haag.
Buurtkamer Maanlicht zoekt vrijwilligers en werkt samen met Stichting Zonnehoek.
Besloten is om de zaal van Piet Jansen te huren.
"""


def test_a_draft_is_a_document_that_loads_whole(tmp_path: Path) -> None:
    path = tmp_path / "verslag.yaml"
    path.write_text(write_document(read(TEXT), SOURCE), encoding="utf-8")
    document = read_document(path)
    assert document.source.id == "source/verslag-mei"
    assert [one for record in document.records for one in record.problems] == []
    assert len(document.records) > 6


def test_a_name_is_public_only_with_a_public_role() -> None:
    people = draft_document(read(TEXT), SOURCE)["people"]
    assert people["karin-mulder"]["level"] == "public"
    private = people["persoon-2"]
    assert "level" not in private
    assert private["name"] == "Piet Jansen"


def test_an_outcome_that_names_a_private_person_is_internal() -> None:
    (outcome,) = draft_document(read(TEXT), SOURCE)["outcomes"].values()
    assert outcome["level"] == "internal"
    assert outcome["text"] in TEXT
    assert outcome["at"] == 6


def test_bonds_and_areas_are_tied_to_their_bodies() -> None:
    document = draft_document(read(TEXT), SOURCE)
    room = document["initiatives"]["buurtkamer-maanlicht"]
    assert room["partners_with"][0]["to"] == "stichting-zonnehoek"
    assert room["needs"][0]["to"] == "vrijwilligers"
    assert document["areas"]["den-haag"]["id"] == "area/gm0518"


def test_nothing_proposed_is_a_document_with_a_source_alone() -> None:
    assert set(draft_document(Proposals(), SOURCE)) == {"wijkweb", "source", "unit", "level"}
