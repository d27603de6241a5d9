"""Formats that are known need no mapping: what their rows become, and what is kept out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.ingest.known_tables import known_mapping, known_table
from graph.ingest.mapping_check import check_mapping
from tests.graph.ingest.desk import Desk, sentences

REAL = Path(__file__).resolve().parents[4] / "shared" / "data" / "examples" / "grants_360giving.json"


def grant(**more: Any) -> dict[str, Any]:
    return {
        "id": "360G-1", "title": "Keuken voor De Kas", "currency": "GBP", "amountAwarded": 1500.5,
        "awardDate": "2020-04-28T00:00:00+00:00", "fundingOrganization": [{"id": "F1", "name": "Het Fonds"}],
        "recipientOrganization": [{"id": "R1", "name": "De Kas"}], "grantProgramme": [{"title": "Samen eten"}],
        "beneficiaryLocation": [{"name": "Zuid"}], **more,
    }  # fmt: skip


def test_a_grant_becomes_an_agreement_between_funder_and_recipient(desk: Desk) -> None:
    report = desk.load("grants.json", json.dumps({"grants": [grant()]}))
    assert (sentences(report), report.used) == ("", 1)
    agreement = desk.node("Keuken voor De Kas")
    assert [agreement.value(name) for name in ("agreement_kind", "amount", "signed_on")] == [
        "grant", "1500.5 GBP", "2020-04-28"]  # fmt: skip
    assert desk.ties("PARTY_TO") == [("De Kas", "Keuken voor De Kas")]
    assert desk.ties("SUPPORTS") == [("Het Fonds", "Keuken voor De Kas"), ("Het Fonds", "Samen eten")]
    assert desk.ties("CONCERNS") == [("Keuken voor De Kas", "Samen eten"), ("Keuken voor De Kas", "Zuid")]


def test_an_organisation_is_known_by_its_number_whatever_it_is_called(desk: Desk) -> None:
    again = grant(id="360G-2", title="Nog een", recipientOrganization=[{"id": "F1", "name": "Fonds, Het"}])
    desk.load("grants.json", json.dumps({"grants": [grant(), again]}))
    assert len(desk.nodes("Organisation")) == 2


def test_a_person_who_received_money_is_kept_out(desk: Desk) -> None:
    one = grant(recipientIndividual={"id": "i1", "name": "Anna Alders"})
    del one["recipientOrganization"]
    report = desk.load("grants.json", json.dumps({"grants": [one]}))
    assert "Alders" not in desk.export().decode()
    assert {"recipientIndividual.id", "recipientIndividual.name"} <= report.columns_left_out.keys()


def test_rows_set_aside_come_back_in_the_same_format(desk: Desk) -> None:
    report = desk.load("grants.json", json.dumps({"grants": [grant(), grant(title="Anders")]}))
    assert (report.used, report.refused) == (1, 1)
    aside = desk.folder / "grants.quarantine.json"
    aside.write_text(aside.read_text("utf-8").replace('"360G-1"', '"360G-9"'), "utf-8")
    assert desk.load(aside.name).used == 1
    assert desk.names("Agreement") == ["Anders", "Keuken voor De Kas"]


def test_the_mapping_of_a_known_table_fits_a_table_that_lacks_much() -> None:
    headers = ("fundingOrganization.name", "amountAwarded", "id", "eigen kolom")
    known = known_table(headers)
    assert known is not None
    mapping = check_mapping(known_mapping(known, headers, "lijst"), "lijst.json", headers, "lijst")
    assert [node.name for node in mapping.nodes] == ["grant", "funder"]
    assert list(mapping.left_out) == ["amountAwarded", "eigen kolom"]  # an amount of which money is no amount
    assert known_table(("naam", "leden")) is None


@pytest.mark.material
@pytest.mark.skipif(not REAL.exists(), reason="the working material is not here")
def test_a_real_file_of_grants_is_read_whole_and_a_second_time_changes_nothing(desk: Desk) -> None:
    report = desk.load("grants.json", REAL.read_bytes())
    assert (report.read, report.used, report.refused) == (154, 154, 0)
    before = desk.export()
    assert desk.load("grants.json").nothing_new
    assert desk.export() == before
