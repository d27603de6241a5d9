"""What one row of a table says: its things, its relationships, its date, and what of it cannot be used."""

from __future__ import annotations

import pytest

from graph.claims import Modality
from graph.schema.declaration import Level
from tests.graph.ingest.desk import PUBLIC, Desk, sentences

HEAD = "wijkweb: mapping\nsource: {id: source/lijst, name: Lijst, published_on: 2025-12-01}\n"


def test_a_row_becomes_things_and_relationships(desk: Desk) -> None:
    mapping = HEAD + (
        "nodes: {i: {kind: Initiative, name: Naam}, w: {kind: Area, called: Wijk}}\n"
        "relationships: [{type: ACTIVE_IN, from: i, to: w, since: Sinds}]\n"
    )
    report = desk.table("Naam;Wijk;Sinds\nDe Kas;Zuid;maart 2020\nDe Bus;;\n", mapping)
    assert (sentences(report), desk.names("Initiative"), desk.ties("ACTIVE_IN")) == (
        "", ["De Bus", "De Kas"], [("De Kas", "Zuid")])  # fmt: skip
    (said,) = desk.said("tie:ACTIVE_IN:initiative/de-kas:area/zuid", "since")
    assert (said.claim.value, said.places) == ("2020-03", ("row=2&column=Sinds",))


def test_a_list_in_a_cell_is_several_things(desk: Desk) -> None:
    mapping = HEAD + (
        "nodes: {i: {kind: Initiative, name: Naam}, t: {kind: Topic, scheme: {value: theme}, "
        'called: {column: Thema, split: ";"}}}\nrelationships: [{type: ABOUT, from: i, to: t}]\n'
    )
    desk.table('Naam,Thema\nDe Kas,"groen; eten ;"\n', mapping)
    assert desk.ties("ABOUT") == [("De Kas", "eten"), ("De Kas", "groen")]
    assert {node.value("scheme") for node in desk.nodes("Topic")} == {"theme"}


def test_rows_refer_to_each_other_by_number_in_any_order(desk: Desk) -> None:
    mapping = HEAD + (
        "nodes: {i: {kind: Initiative, name: Naam, key: Nr}, p: {kind: Initiative, refer: {column: Met, to: i}}}\n"
        "relationships: [{type: PARTNERS_WITH, from: i, to: p}]\n"
    )
    report = desk.table("Nr;Naam;Met\n1;De Kas;2\n2;De Bus;\n", mapping)
    assert (sentences(report), desk.ties("PARTNERS_WITH")) == ("", [("De Bus", "De Kas")])
    assert len(desk.nodes("Initiative")) == 2


def test_a_value_may_be_said_less_surely_and_to_fewer(desk: Desk) -> None:
    mapping = HEAD + (
        "nodes: {i: {kind: Initiative, name: Naam, members: {column: Leden, modality: expected, level: internal}}}\n"
    )
    desk.table("Naam;Leden\nDe Kas;5\n", mapping)
    (said,) = desk.said("initiative/de-kas", "members")
    assert (said.modality, said.claim.level) == (Modality.EXPECTED, Level.INTERNAL)
    assert desk.node("De Kas", PUBLIC).value("members") is None


def test_a_row_may_bear_the_day_on_which_it_was_said(desk: Desk) -> None:
    mapping = HEAD + "stated_on: Peildatum\nnodes: {i: {kind: Initiative, name: Naam, members: Leden}}\n"
    report = desk.table("Naam;Leden;Peildatum\nDe Kas;5;01-02-2024\nDe Bus;6;\nDe Tuin;7;ooit\n", mapping)
    dates = {
        name: desk.said(f"initiative/{name}", "members")[0].claim.stated_on for name in ("de-kas", "de-bus", "de-tuin")
    }
    assert dates == {"de-kas": "2024-02-01", "de-bus": "2025-12-01", "de-tuin": "2025-12-01"}
    assert "rij 4, kolom Peildatum: ‘ooit’" in sentences(report)


@pytest.mark.parametrize(
    ("rows", "sentence", "refused"),
    [
        ("De Kas;5\n;7\n", "rij 3, kolom Naam", 1),
        ("De Kas;5\nDe Bus;7;8\n", "rij 3: de rij heeft meer cellen dan er kolommen zijn", 1),
        ("De Kas;5\n=A1;7\n", "rij 3, kolom Naam", 1),
        ("De Kas;5\nDe Bus;veel\n", "rij 3, kolom Leden: ‘veel’ past niet bij leden", 0),
    ],
    ids=["nameless", "too many cells", "formula", "no number"],
)
def test_what_cannot_be_used_is_reported_with_its_place(desk: Desk, rows: str, sentence: str, refused: int) -> None:
    report = desk.table("Naam;Leden\n" + rows)
    assert sentence in sentences(report)
    assert (report.read, report.refused) == (2, refused)
    assert "De Kas" in desk.names("Initiative")


def test_one_number_means_one_row(desk: Desk) -> None:
    mapping = HEAD + "nodes: {i: {kind: Initiative, name: Naam, key: Nr}}\n"
    report = desk.table("Nr;Naam\n1;De Kas\n1;De Kas\n1;De Bus\n", mapping)
    assert "rij 4, kolom Nr: nummer ‘1’ staat ook op rij 2, met andere gegevens" in sentences(report)
    assert (report.used + report.unchanged, report.refused, desk.names("Initiative")) == (2, 1, ["De Kas"])


def test_an_outcome_without_a_number_is_known_by_its_text(desk: Desk) -> None:
    mapping = HEAD + "nodes: {o: {kind: Outcome, text: Tekst, outcome_kind: Soort}}\n"
    rows = "Tekst;Soort\nBel de buren.;actie\nHang een bord op.;actie\n"
    assert desk.table(rows, mapping).used == 2
    ids = {node.id for node in desk.nodes("Outcome")}
    assert desk.table("Tekst;Soort\nHang een bord op.;besluit\nBel de buren.;actie\n", mapping).refused == 0
    assert {node.id for node in desk.nodes("Outcome")} == ids


def test_a_thing_has_no_relationship_with_itself(desk: Desk) -> None:
    mapping = HEAD + (
        "nodes: {i: {kind: Initiative, name: Naam}}\nrelationships: [{type: PARTNERS_WITH, from: i, to: i}]\n"
    )
    report = desk.table("Naam\nDe Kas\n", mapping)
    assert (report.used, desk.ties("PARTNERS_WITH")) == (1, [])


def test_a_number_that_is_no_text_is_reported(desk: Desk) -> None:
    mapping = HEAD + "nodes: {i: {kind: Initiative, name: Naam, key: Nr}}\n"
    report = desk.table("Nr;Naam\n1;Buurthuis Café\n2;Één\n".encode() + b"kap\xffot;De Bus\n", mapping)
    assert (report.used, report.problem_count) == (3, 1)
    assert "rij 4, kolom Nr" in sentences(report)
    assert desk.names("Initiative") == ["Buurthuis Café", "De Bus", "Één"]
