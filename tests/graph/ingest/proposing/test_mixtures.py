"""Columns that name several kinds: what is proposed for which rows, why, and that a person decides otherwise."""

from __future__ import annotations

from graph.ingest.proposing.choices import Choices
from graph.ingest.proposing.proposal import propose
from graph.ingest.proposing.writing import proposal_yaml
from tests.graph.ingest.desk import Desk

MIXED = (
    "Naam;Wijk\nStichting De Kas;Laak\nBuurtfeest Laak;Laak\nSubsidieregeling Groen;Escamp\nDe Bus;Escamp\n"
    "Zorg B.V.;Laak\nHet Dok;Zuid\nDe Breuk;Zuid\n"
)
TOLD = "Naam;Stand van zaken;Wat is nodig\nStichting De Kas;loopt;ruimte\nGemeente Zuid;;\nDe Bus;idee;geld\n"


def test_names_are_taken_for_what_their_words_say_with_the_reason(desk: Desk) -> None:
    text = proposal_yaml(propose(desk.file("lijst.csv", MIXED)))
    assert "# 7 namen in ‘Naam’, naar hun woorden: 2 organisaties (‘stichting’ 1×, ‘B.V.’ 1×), 1 programma (" in text
    desk.file("lijst.mapping.yaml", text)
    assert desk.load("lijst.csv").used == 7
    assert desk.names("Organisation") == ["Stichting De Kas", "Zorg B.V."]
    assert (desk.names("Programme"), len(desk.names("Initiative"))) == (["Subsidieregeling Groen"], 4)


def test_one_line_makes_all_rows_the_same(desk: Desk) -> None:
    text = proposal_yaml(propose(desk.file("lijst.csv", MIXED)))
    assert "# Zijn ze alle hetzelfde, zet er dan: kind: Initiative" in text
    lines = ["    kind: Initiative" if line.startswith("    kind: {") else line for line in text.splitlines()]
    desk.file("lijst.mapping.yaml", "\n".join(lines))
    desk.load("lijst.csv")
    assert len(desk.names("Initiative")) == 7


def test_what_a_person_chooses_holds_for_all_rows(desk: Desk) -> None:
    path = desk.file("lijst.csv", MIXED)
    for kind in ("Initiative", "Organisation"):
        proposal = propose(path, choices=Choices(kind=kind))
        assert next(iter(proposal.document["nodes"].values()))["kind"] == kind
        assert proposal.built and not proposal.built.mixtures


def test_a_legal_form_is_no_organisation_where_columns_tell_of_initiatives(desk: Desk) -> None:
    proposal = propose(desk.file("lijst.csv", TOLD))
    words = proposal.document["nodes"]["initiative"]["kind"]["Organisation"]
    assert "gemeente" in words and "stichting" not in words
    assert "zet er dan: kind: {Organisation: [stichting], otherwise: Initiative}" in proposal_yaml(proposal)


def test_a_header_that_says_what_it_names_is_believed(desk: Desk) -> None:
    for header, mixed in (("Naam initiatief", False), ("Initiatief / organisatie", True), ("Naam", True)):
        proposal = propose(desk.file("lijst.csv", MIXED.replace("Naam", header)))
        assert isinstance(next(iter(proposal.document["nodes"].values()))["kind"], dict) is mixed


def test_partners_are_told_apart_too(desk: Desk) -> None:
    rows = "Naam initiatief;Samen met\nDe Kas;Stichting Groen\nDe Bus;Eetclub Zuid\nDe Breuk;Gemeente Zuid\n"
    partner = propose(desk.file("lijst.csv", rows)).document["nodes"]["partner"]
    assert (partner["kind"]["otherwise"], partner["kind"].get("Programme")) == ("Organisation", None)
    assert "eetclub" in partner["kind"]["Initiative"]
