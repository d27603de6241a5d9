"""What a mapping may do with cells: join, divide, complete, pass over nobody, hold for some rows only."""

from __future__ import annotations

import pytest

from graph.errors import MappingError
from graph.ingest.cell_parts import completed, divided, is_nobody
from tests.graph.ingest.desk import Desk, sentences

HEAD = "wijkweb: mapping\nsource: {id: source/lijst, name: Lijst}\n"


def test_a_list_is_divided_by_each_of_its_separators() -> None:
    assert divided("A; B en C", (";", " en ")) == ["A", "B", "C"]
    assert divided("Groenten", (" en ",)) == ["Groenten"]
    assert divided(5, (";",)) == [5]


def test_a_code_is_completed_once() -> None:
    assert [completed(cell, "GM", 4) for cell in (80, "0080", "GM0080", "gm0080")] == ["GM0080"] * 2 + [
        "GM0080",
        "gm0080",
    ]
    assert completed("x", "", 0) == "x"


def test_nobody_is_told_without_capitals_and_marks() -> None:
    nobody = frozenset(("particulier", "n v t"))
    assert [is_nobody(one, nobody) for one in ("(Particulier)", "N.v.t.", "De Kas")] == [True, True, False]
    assert not is_nobody("(Particulier)", frozenset())


def test_columns_together_make_one_name(desk: Desk) -> None:
    mapping = HEAD + "nodes: {a: {kind: Agreement, name: {columns: [Regeling, Wie, Jaar]}}}\n"
    report = desk.table("Regeling;Wie;Jaar\nSamen;De Kas;2015\nSamen;;2015\n", mapping)
    assert sentences(report) == ""
    assert desk.names("Agreement") == ["Samen, 2015", "Samen, De Kas, 2015"]


def test_a_unit_may_stand_in_a_column(desk: Desk) -> None:
    mapping = HEAD + "nodes: {a: {kind: Agreement, name: Naam, amount: {column: Bedrag, unit: {column: Munt}}}}\n"
    desk.table("Naam;Bedrag;Munt\nA;5;GBP\nB;6;euro\nC;7;\n", mapping)
    assert [desk.node(name).value("amount") for name in "ABC"] == ["5 GBP", "6 EUR", "7 EUR"]


def test_what_holds_for_some_rows_is_left_away_at_the_others(desk: Desk) -> None:
    mapping = HEAD + (
        "nodes:\n  i: {kind: Initiative, name: Naam, when: {Soort: [initiatief, bewonersgroep]}}\n"
        "  o: {kind: Organisation, name: Naam, when: {Soort: [Instelling]}}\n"
    )
    desk.table("Naam;Soort\nDe Kas;Initiatief\nDe Bus;bewonersgroep\nHet Fonds;instelling\n", mapping)
    assert (desk.names("Initiative"), desk.names("Organisation")) == (["De Bus", "De Kas"], ["Het Fonds"])


def test_nobody_is_no_partner(desk: Desk) -> None:
    mapping = HEAD + (
        'nothing: ["(Particulier)", n.v.t., X]\nnodes:\n  i: {kind: Initiative, name: Naam}\n'
        '  p: {kind: Organisation, name: {column: Partner, split: [";", en]}}\n'
        "relationships: [{type: PARTNERS_WITH, from: i, to: p}]\n"
    )
    desk.table('Naam;Partner\nDe Kas;(particulier)\nDe Bus;x\nDe Tuin;"Fonds; Raad en Zorg"\n', mapping)
    assert desk.names("Organisation") == ["Fonds", "Raad", "Zorg"]
    assert [one for one, _ in desk.ties("PARTNERS_WITH")] + [two for _, two in desk.ties("PARTNERS_WITH")]


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ("nodes: {a: {kind: Agreement, name: {columns: [A, B], value: x}}}", "geef een ‘column’ of een ‘value’"),
        ("nodes: {a: {kind: Agreement, name: {column: A, digits: 99}}}", "een getal van 0 tot en met 20"),
        ("nodes: {a: {kind: Agreement, name: A, when: [B]}}", "‘when’ noemt kolommen"),
        ("nodes: {a: {kind: Agreement, name: A, amount: {column: B, unit: {kolom: C}}}}", "‘kolom’ hoort hier niet"),
        ("nodes: {a: {kind: Agreement, name: A}}\nnothing: {x: 1}", "hier hoort één woord of getal"),
    ],
)
def test_what_does_not_fit_is_refused(desk: Desk, part: str, sentence: str) -> None:
    with pytest.raises(MappingError, match=sentence):
        desk.table("A;B;C\n1;2;3\n", HEAD + part)
