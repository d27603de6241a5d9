"""Directories of services (Open Referral): a folder, a zip and JSON of one directory say the same."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable

import pytest

from graph.errors import FileError
from graph.ingest import hsds_files
from graph.ingest.pipeline import files_to_load
from tests.graph.ingest.desk import Desk, sentences

TABLES = {
    "organizations": "id,name,description,url,email\no1,Stichting Welzijn,Helpt,https://welzijn.example,a@b.nl\n"
    "o2,De Kas,Tuin,,\n",
    "services": "id,organization_id,name,description,status\ns1,o1,Eetgroep,Samen eten,active\ns2,o2,De Kas,,active\n",
    "service_at_locations": "id,service_id,location_id\nx,s1,l1\n",
    "locations": "id,name\nl1,Buurthuis\n",
    "addresses": "id,location_id,address_1,city\na1,l1,Straat 1,Den Haag\n",
    "taxonomy_terms": "id,name,taxonomy\nt1,eten,activity\n",
    "attributes": "id,link_id,link_entity,taxonomy_term_id,link_type\n1,s1,service,t1,about\n",
    "organization_identifiers": "id,organization_id,identifier_scheme,identifier\n1,o1,NL-KVK,12345678\n",
}
NESTED = {
    "contents": [
        {"id": "s1", "name": "Eetgroep", "description": "Samen eten",
         "organization": {"id": "o1", "name": "Stichting Welzijn", "url": "https://welzijn.example",
                          "organization_identifiers": [{"identifier_scheme": "NL-KVK", "identifier": "12345678"}]},
         "service_at_locations": [{"id": "x", "location": {"id": "l1", "addresses": [{"city": "Den Haag"}]}}],
         "attributes": [{"id": "1", "taxonomy_term": {"id": "t1", "name": "eten", "taxonomy": "activity"}}]},
        {"id": "s2", "name": "De Kas", "organization": {"id": "o2", "name": "De Kas"}},
    ]
}  # fmt: skip


def folder(desk: Desk) -> str:
    (desk.folder / "gids").mkdir()
    for name, content in TABLES.items():
        desk.file(f"gids/{name}.csv", content)
    return "gids/organizations.csv"


def packed(desk: Desk) -> str:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, table in TABLES.items():
            archive.writestr(f"../../{name}.csv", table)
    desk.file("gids.zip", content.getvalue())
    return "gids.zip"


def nested(desk: Desk) -> str:
    desk.file("gids.json", json.dumps(NESTED))
    return "gids.json"


@pytest.mark.parametrize("made", [folder, packed, nested])
def test_services_organisations_places_and_topics_are_read(desk: Desk, made: Callable[[Desk], str]) -> None:
    report = desk.load(made(desk))
    assert (sentences(report), report.refused, report.source) == ("", 0, "source/gids")
    assert (desk.names("Initiative"), desk.names("Organisation")) == (["De Kas", "Eetgroep"], ["Stichting Welzijn"])
    assert desk.ties("SUPPORTS") == [("Stichting Welzijn", "Eetgroep")]
    assert desk.ties("ACTIVE_IN") == [("Eetgroep", "Den Haag")]
    assert desk.ties("ABOUT") == [("Eetgroep", "eten")]
    assert desk.node("Stichting Welzijn").value("kvk_number") == "12345678"


def test_contact_details_stay_out_and_every_column_is_told(desk: Desk) -> None:
    report = desk.load(folder(desk))
    assert report.columns_left_out["organizations.email"].en == "contact details are kept out"
    assert {"addresses.address_1", "services.status", "locations.name"} <= report.columns_left_out.keys()
    assert "services.name" in report.columns_used
    assert b"a@b.nl" not in desk.export()


def test_a_folder_of_tables_is_one_file_and_a_changed_table_is_a_new_version(desk: Desk) -> None:
    name = folder(desk)
    assert [one.name for one in files_to_load(desk.folder / "gids")] == ["organizations.csv"]
    desk.load(name)
    assert desk.load(name).nothing_new
    desk.file("gids/taxonomy_terms.csv", "id,name,taxonomy\nt1,koken,activity\n")
    assert not desk.load(name).nothing_new
    assert desk.ties("ABOUT") == [("Eetgroep", "koken")]


def test_a_zip_of_something_else_and_a_broken_one_are_refused(desk: Desk) -> None:
    with zipfile.ZipFile(desk.folder / "anders.zip", "w") as archive:
        archive.writestr("foto.jpg", b"x")
    for name, said in (("anders.zip", "geen tabellen"), ("stuk.zip", "geen zip")):
        if name == "stuk.zip":
            desk.file(name, b"PK\x03\x04 rest")
        with pytest.raises(FileError, match=said):
            desk.load(name)


def test_the_tables_together_are_bounded(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    name = folder(desk)
    monkeypatch.setattr(hsds_files, "MOST_NETWORK_BYTES", sum(map(len, TABLES.values())))
    assert desk.plan(name).read
    monkeypatch.setattr(hsds_files, "MOST_NETWORK_BYTES", sum(map(len, TABLES.values())) - 1)
    with pytest.raises(FileError, match="samen meer"):
        desk.plan(name)
