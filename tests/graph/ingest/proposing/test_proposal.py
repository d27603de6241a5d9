"""What is proposed for tables as people keep them: what a row is, what is kept out, and that it loads as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import FileError
from graph.ingest.proposing.proposal import Proposal, propose
from graph.ingest.proposing.writing import kept_out, proposal_yaml
from tests.graph.ingest.desk import PUBLIC, Desk, sentences

REAL = Path(__file__).resolve().parents[5] / "shared" / "data" / "examples"

INITIATIVES = (
    "Projectnummer;Titel;Trekker;Telefoon;Mail;BSN;Wijk;Thema's;Stand van zaken;Startjaar;Samen met;Akkoord\n"
    'P1;Tuin De Kas;Jan;06-12345678;j@x.nl;111222333;Laak;groen;loopt;2016;"Stichting Groen; Gemeente Zuid";ja\n'
    "P2;Eetclub Zuid;Piet;070 3456789;p@x.nl;123456782;Escamp;eten;gestopt;2014;(Particulier);nee\n"
    "P3;Repair Café;X;0612345679;e@x.nl;;Laak;groen; techniek;2018;n.v.t.;ja\n"
).replace("groen; techniek;", '"groen; eten";pilot;')
GRANTS = (
    "Overheid,Regeling,Ontvanger,Beleid,Realisatie,Jaar\n"
    "Ministerie van Zorg,Stageplaatsen,STG DE KAS,4,35000,2015\n"
    "Ministerie van Zorg,Stageplaatsen,Zorg BV,4,EUR 15.000,2015\n"
    "Ministerie van Zorg,Onderzoek,STG DE KAS,4,1200,2015\n"
)
REGIONS = (
    '"Gemeente";"CBS";"GGD\'s";"Inwoneraantal van regio"\n"Aa en Hunze";"1680";"GGD Drenthe";"488611"\n'
    '"Assen";"0106";"GGD Drenthe";"488611"\n"Aalburg";"0738";"GGD West";"694612"\n"Breda";"0758";"GGD West";"694612"\n'
)


def proposed(desk: Desk, rows: str, name: str = "lijst.csv") -> Proposal:
    """Propose a mapping for a table, and put it beside it."""
    proposal = propose(desk.file(name, rows))
    desk.file("lijst.mapping.yaml", proposal_yaml(proposal))
    return proposal


def roles(proposal: Proposal) -> dict[str, str]:
    return {one.header: f"{one.role} {one.certainty}" for one in proposal.guesses}


def test_a_list_of_initiatives_becomes_initiatives_with_all_that_goes_with_them(desk: Desk) -> None:
    proposal = proposed(desk, INITIATIVES)
    assert roles(proposal)["Wijk"] == "area:district sure"
    report = desk.load("lijst.csv")
    assert (sentences(report), report.used) == ("", 3)
    kas = desk.node("Tuin De Kas")
    assert (kas.kind, kas.value("phase"), kas.value("started_on")) == ("Initiative", "running", "2016")
    assert desk.ties("ACTIVE_IN")[0] == ("Eetclub Zuid", "Escamp")
    assert desk.ties("ABOUT")[-1] == ("Tuin De Kas", "groen")


def test_a_list_in_a_cell_is_several_and_nobody_is_none(desk: Desk) -> None:
    proposed(desk, INITIATIVES)
    desk.load("lijst.csv")
    assert desk.names("Organisation") == ["Gemeente Zuid", "Stichting Groen"]
    assert len(desk.nodes("Person")) == 2


def test_contact_details_and_citizen_numbers_are_kept_out_and_counted(desk: Desk) -> None:
    proposal = proposed(desk, INITIATIVES)
    assert kept_out(proposal.guesses) == {"email": 3, "phone": 3, "citizen number": 2}
    assert {"Telefoon", "Mail", "BSN"} <= proposal.document["leave_out"].keys()
    desk.load("lijst.csv")
    export = desk.export().decode()
    assert not any(one in export for one in ("06-12345678", "j@x.nl", "111222333"))


def test_texts_that_hold_contact_details_are_for_those_who_are_signed_in(desk: Desk) -> None:
    proposal = proposed(desk, "Initiatief;Omschrijving\nDe Kas;Mail ons: kas@x.nl\nDe Bus;Rijdt\n")
    assert kept_out(proposal.guesses) == {"email": 1}
    text = proposal_yaml(proposal)
    assert "LET OP: 1 cellen bevatten e-mailadressen" in text
    assert "kas@x.nl" not in text
    desk.load("lijst.csv")
    assert desk.node("De Kas", PUBLIC).value("summary") is None
    assert desk.node("De Kas").value("summary") == "Mail ons: kas@x.nl"


def test_a_list_of_grants_becomes_agreements_of_who_gives_and_who_receives(desk: Desk) -> None:
    proposal = proposed(desk, GRANTS)
    assert proposal.shape is not None
    assert proposal.shape.kind == "Agreement"
    assert list(proposal.document["leave_out"]) == ["Beleid"]
    assert desk.load("lijst.csv").used == 3
    assert desk.node("Stageplaatsen, Zorg BV, 2015").value("amount") == "15000 EUR"
    assert desk.names("Organisation") == ["Ministerie van Zorg", "STG DE KAS", "Zorg BV"]
    assert desk.names("Programme") == ["Onderzoek", "Stageplaatsen"]


def test_what_is_about_another_thing_than_the_row_is_left_out(desk: Desk) -> None:
    proposal = proposed(desk, REGIONS)
    assert "gaat over ‘GGD's’" in proposal.document["leave_out"]["Inwoneraantal van regio"]
    assert desk.load("lijst.csv").used == 4
    assert desk.node("Assen").value("cbs_code") == "GM0106"
    assert desk.ties("ACTIVE_IN")[0] == ("GGD Drenthe", "Aa en Hunze")


def test_meetings_have_a_venue_and_people_who_were_there(desk: Desk) -> None:
    proposed(
        desk, "datum;bijeenkomst;locatie;aanwezigen;voorzitter\n12 maart 2019;Overleg;De Sleutel;ca. 20;M. Jansen\n"
    )
    desk.load("lijst.csv")
    (meeting,) = desk.nodes("Meeting")
    assert [meeting.value(one) for one in ("held_on", "venue", "attendance")] == [
        "2019-03-12",
        "De Sleutel",
        "about 20 person",
    ]


def test_known_tables_and_templates_need_no_guessing(desk: Desk) -> None:
    assert proposed(desk, "naam;fase\nDe Kas;loopt\n").known == "template"
    grants = proposed(
        desk, '[{"id": "1", "title": "T", "fundingOrganization": [{"name": "F"}], "amountAwarded": 5}]', "x.json"
    )
    assert (grants.known, grants.guesses) == ("360Giving", ())


def test_each_column_says_with_what_certainty_and_why(desk: Desk) -> None:
    text = proposal_yaml(proposed(desk, INITIATIVES))
    assert "# Titel: zeker; kop: ‘titel’; 3 van 3 gevuld" in text
    assert "#   rij 2: initiatief ‘Tuin De Kas’; fase loopt" in text
    assert "Jan" not in text  # the names of people arrive hidden
    assert "# Titel: sure; header: ‘titel’" in proposal_yaml(propose(desk.folder / "lijst.csv"), "en")


def test_a_table_that_names_nothing_or_has_no_rows_is_refused(desk: Desk) -> None:
    with pytest.raises(FileError, match="geen kolom noemt iets bij naam"):
        proposed(desk, "a;b\n1;2\n3;4\n")
    with pytest.raises(FileError, match="er staan geen rijen in"):
        proposed(desk, "a;b\n")


@pytest.mark.parametrize("header", ["a: b", "'", '"', "#x", "- y", "&a", "{z", "é ‘", "x" * 400, "null", "1.0", "ja"])
def test_any_header_makes_a_mapping_that_loads(desk: Desk, header: str) -> None:
    quoted = header.replace('"', '""')
    proposed(desk, f'Initiatief;"{quoted}"\nDe Kas;# x: "y"\nDe Bus;z\n')
    assert desk.load("lijst.csv").used == 2


@pytest.mark.material
@pytest.mark.skipif(not REAL.exists(), reason="the working material is not here")
@pytest.mark.parametrize(("name", "rows"), [("subsidies_vws_2015", 1_500), ("ggd_regions", 390)])
def test_the_proposal_for_a_real_file_loads_and_its_rows_add_up(desk: Desk, name: str, rows: int) -> None:
    path = desk.file(f"{name}.csv", (REAL / f"{name}.csv").read_bytes())
    desk.file(f"{name}.mapping.yaml", proposal_yaml(propose(path)))
    report = desk.load(path.name)
    assert report.read == rows == report.used + report.unchanged + report.doubtful + report.refused
    assert report.used == rows
    assert {*report.columns_used, *report.columns_left_out} == {*propose(path).built.notes}  # type: ignore[union-attr]
