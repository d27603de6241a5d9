"""A table with the headers of a template needs no mapping, whatever its kind and language."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from graph.errors import MappingError
from graph.ingest.mapping_check import check_mapping
from graph.ingest.template_mapping import ROW
from graph.schema.declaration import Level, Property, ValueType
from graph.schema.model import (
    KINDS_BY_PLURAL,
    VOCABULARIES_BY_NAME,
    properties_of_kind,
)
from graph.schema.templates import Column, template_columns, template_csv
from tests.graph.ingest.desk import Desk, sentences

SHAPE = '{"type": "Polygon", "coordinates": []}'
CELLS = {
    ValueType.TEXT: "Iets", ValueType.DATE: "28 juni 2016", ValueType.QUANTITY: "ongeveer 45",
    ValueType.INTEGER: "1995", ValueType.NUMBER: "0,5", ValueType.YES_NO: "ja", ValueType.WEB_ADDRESS: "www.x.nl",
    ValueType.POINT: "POINT(4.28 52.07)", ValueType.SHAPE: SHAPE,
}  # fmt: skip


def cell(property_: Property, lang: str) -> str:
    """Return what somebody may fill in for a property."""
    if property_.type is ValueType.CODE:
        return VOCABULARIES_BY_NAME[property_.vocabulary or ""].terms[-1].words.to(lang)
    own = {"importance": "7", "series_number": "7", "aliases": "Ook zo;En zo"}
    return own.get(property_.name, CELLS[property_.type])


def filled_in(plural: str, lang: str) -> str:
    """Return a template with one row filled in."""
    kind = KINDS_BY_PLURAL[plural]
    declared = properties_of_kind(kind.name)
    header = template_csv(plural, lang)
    row = [
        "1" if column.is_key else cell(declared[column.property], lang) if column.property
        else f"Een {column.tie};Ander {column.tie}"
        for column in template_columns(kind)
    ]  # fmt: skip
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerow(row)
    return header + text.getvalue()


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("plural", KINDS_BY_PLURAL)
def test_a_template_that_is_filled_in_loads_without_a_mapping(desk: Desk, plural: str, lang: str) -> None:
    report = desk.load("tabel.csv", filled_in(plural, lang))
    assert sentences(report) == ""
    assert (report.read, report.used, report.columns_left_out) == (1, 1, {})
    kind = KINDS_BY_PLURAL[plural]
    (node,) = [one for one in desk.nodes(kind.name) if one.value("summary") == "Iets"]
    fillable = {column.property for column in template_columns(kind) if column.property}
    assert fillable <= node.reading.values.keys()
    for type_ in {column.tie for column in template_columns(kind) if column.tie}:
        assert len(desk.ties(type_ or "")) == 2, type_


@pytest.mark.parametrize("plural", KINDS_BY_PLURAL)
def test_a_row_needs_a_name_and_no_more(desk: Desk, plural: str) -> None:
    header = template_csv(plural).strip()
    cells = [{"naam": "Alleen een naam"}.get(one, "") for one in header.split(";")]
    report = desk.load("tabel.csv", f"{header}\n{';'.join(cells)}\n")
    assert (sentences(report), report.used) == ("", 1)
    assert len(desk.nodes(KINDS_BY_PLURAL[plural].name)) == (2 if plural == "sources" else 1)


def test_headers_of_both_languages_and_declared_names_may_stand_together(desk: Desk) -> None:
    report = desk.load("x.csv", "Naam;MEMBERS;werkt in;legal_form\nA;45;Molenbuurt;coöperatie\n")
    assert (sentences(report), desk.node("A").value("members")) == ("", "45 person")
    assert desk.ties("ACTIVE_IN") == [("A", "Molenbuurt")]


def test_other_names_of_a_row_are_names_of_one_thing(desk: Desk) -> None:
    desk.load("initiatieven.csv", 'naam;ook genoemd\nA;"B;C"\nD;\n')
    assert desk.names("Initiative") == ["A", "D"]
    assert desk.node("A").list_of("aliases") == ("B", "C")


def test_whom_a_row_serves_is_a_target_group(desk: Desk) -> None:
    desk.load("initiatieven.csv", "naam;is er voor;zoekt\nA;ouderen;ruimte\n")
    assert desk.node("ouderen").value("scheme") == "target_group"
    assert desk.node("ruimte").value("scheme") is None


def test_the_rest_of_a_mapping_may_stand_beside_it(desk: Desk) -> None:
    desk.file("lijst.mapping.yaml", """
        wijkweb: mapping
        source: {id: source/lijst, name: Lijst}
        level: internal
        stated_on: Peildatum
        template: programmes
        leave_out: {Telefoon: contactgegevens}
    """)  # fmt: skip
    report = desk.load("lijst.csv", "naam;Peildatum;Telefoon\nA;1 juni 2024;06\n")
    assert (sentences(report), report.source, desk.names("Programme")) == ("", "source/lijst", ["A"])
    (said,) = desk.said(desk.node("A").id, "kind")
    assert (said.claim.stated_on, said.claim.level) == ("2024-06-01", Level.INTERNAL)


def check(headers: tuple[str, ...], stem: str = "x", **more: Any) -> str:
    mapping = check_mapping({"wijkweb": "mapping", **more} if more else None, "x.csv", headers, stem)
    return mapping.nodes[0].kinds[0]


def test_a_kind_is_known_by_headers_of_its_own_else_by_the_name_of_the_file() -> None:
    assert check(("naam", "fase")) == "Initiative"
    assert check(("naam", "sector")) == "Organisation"
    assert check(("naam", "samenvatting"), "organisaties-2025") == "Organisation"
    assert check(("naam", "samenvatting"), "onze Programma’s") == "Programme"
    assert check(("naam", "samenvatting"), template="topics") == "Topic"


@pytest.mark.parametrize(
    ("headers", "more", "sentence"),
    [
        (("naam", "samenvatting"), {}, "dit kunnen initiatieven, organisaties"),
        (("kolom", "andere"), {}, r"bij deze kolommen hoort een mapping \(kolom, andere\)"),
        (("naam", "fase", "schoenmaat"), {}, "de kolom ‘schoenmaat’ is onbekend. Bekend zijn: nummer, naam"),
        (("naam", "name", "fase"), {}, "‘naam’ en ‘name’ zeggen hetzelfde"),
        (("naam",), {"template": "clubs"}, "‘clubs’ hoort hier niet"),
        (("naam", "fase"), {"relationships": []}, "‘relationships’ hoort hier niet"),
        ((), {}, "hoort een mapping"),
    ],
)
def test_headers_that_are_no_template_are_refused(
    headers: tuple[str, ...], more: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(MappingError, match=sentence):
        check(headers, **more)


def test_no_two_columns_of_a_template_have_one_header() -> None:
    for kind in KINDS_BY_PLURAL.values():
        columns: tuple[Column, ...] = template_columns(kind)
        for lang in ("nl", "en"):
            headers = [column.words.to(lang) for column in columns]
            assert len(set(headers)) == len(headers)
        assert ROW not in {column.tie for column in columns}
