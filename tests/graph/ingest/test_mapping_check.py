"""A mapping is held against the model and the table, whole, before the first row is read."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest
import yaml

from graph.claims import Modality
from graph.errors import MappingError
from graph.ingest.mapping import TableMapping
from graph.ingest.mapping_check import check_mapping
from graph.schema.declaration import Level

HEADERS = ("Nr", "Naam", "Wijk", "Leden", "Partner")


def checked(nodes: str, *, headers: tuple[str, ...] = HEADERS, **more: Any) -> TableMapping:
    document = {"wijkweb": "mapping", "source": {"id": "source/x", "name": "X"}, **more}
    document["nodes"] = yaml.safe_load(dedent(nodes))
    used = str(document)
    document.setdefault("leave_out", {one: "" for one in headers if one not in used})
    return check_mapping(document, "x.mapping.yaml", headers, "x")


def refused(nodes: str, **more: Any) -> str:
    with pytest.raises(MappingError) as raised:
        checked(nodes, **more)
    assert raised.value.nl.startswith("x.mapping.yaml")
    assert raised.value.en != raised.value.nl
    return raised.value.nl


def test_a_property_says_how_its_column_is_read() -> None:
    (node,) = checked("""
        i:
          kind: Initiative
          name@en: Naam
          members: {column: Leden, unit: leden, modality: expected, level: internal, codes: {vol: 40}}
    """).nodes
    name, members = node.cells
    assert (name.language, name.column, members.unit, members.modality) == ("en", "Naam", "member", Modality.EXPECTED)
    assert (members.level, members.codes) == (Level.INTERNAL, {"vol": "40"})


def test_a_value_may_be_the_same_for_each_row() -> None:
    (node,) = checked("""
        i: {kind: Initiative, name: Naam, legal_form: {value: stichting}, members: {value: 45, unit: person}}
    """).nodes
    assert [cells.value for cells in node.cells] == [None, "foundation", "45 person"]
    (question,) = checked("o: {kind: Outcome, name: Naam, research: {value: true}}").nodes
    assert question.cells[1].value is True


def test_a_list_of_names_makes_several_nodes_and_a_list_of_other_names_does_not() -> None:
    nodes = checked("""
        a: {kind: Initiative, called: {column: Naam, split: ";"}}
        b: {kind: Initiative, name: Partner, aliases: {column: Leden, split: ";"}}
        c: {kind: Initiative, name: Nr, called: {column: Wijk, split: ";"}}
    """).nodes
    assert [node.listing.column if node.listing else None for node in nodes] == ["Naam", None, None]


def test_a_node_may_be_of_several_kinds_and_refer_to_a_row() -> None:
    mapping = checked("""
        i: {kind: [Initiative, Organisation], name: Naam, key: Nr, level: internal}
        p: {kind: Initiative, refer: {column: Partner, to: i}}
    """, relationships=[
        {"type": "PARTNERS_WITH", "from": "i", "to": "p", "since": "Leden", "level": "internal"},
    ])  # fmt: skip
    assert mapping.nodes[0].kinds == ("Initiative", "Organisation")
    assert (mapping.nodes[0].level, mapping.nodes[1].refer) == (Level.INTERNAL, ("Partner", "i"))
    assert mapping.ties[0].level is Level.INTERNAL
    assert mapping.columns() == {"Naam", "Nr", "Partner", "Leden"}


def test_a_column_may_say_outright_which_thing_it_is() -> None:
    mapping = checked("i: {kind: Initiative, id: Nr, name: Naam}")
    assert (mapping.nodes[0].id, mapping.nodes[0].key) == ("Nr", None)
    assert mapping.columns() == {"Nr", "Naam"}


def test_the_sort_of_an_area_is_no_level_of_seeing() -> None:
    area, hidden = checked("""
        a: {kind: Area, name: Wijk, level: Leden}
        b: {kind: Area, name: Naam, level: internal}
    """).nodes
    assert [cells.property.name for cells in area.cells] == ["name", "level"]
    assert (area.level, hidden.level) == (None, Level.INTERNAL)


@pytest.mark.parametrize(
    ("nodes", "sentence"),
    [
        ("{}", "noemt geen enkele kolom"),
        ("i: {kind: Initiative, legal_form: {value: foundation}}", "noemt geen enkele kolom"),
        ("i: {kind: Club, name: Naam}", "‘Club’ is geen soort"),
        ("i: {name: Naam}", "‘i’ heeft geen ‘kind’"),
        ("i: Naam", "‘i’ heeft geen ‘kind’"),
        ("i: {kind: [], name: Naam}", "heeft geen ‘kind’"),
        ("i: {kind: [[Initiative]], name: Naam}", "één woord"),
        ("i: {kind: Initiative, name: Titel}", "noemt de kolom ‘Titel’, maar de tabel heeft die niet. Wel: Nr, Naam"),
        ("i: {kind: Initiative, name: [Naam]}", "één woord of getal"),
        ("i: {kind: Initiative, name: {}}", "geef een ‘column’ of een ‘value’"),
        ("i: {kind: Initiative, name: {column: Naam, value: x}}", "geef een ‘column’ of een ‘value’"),
        ("i: {kind: Initiative, name: {colum: Naam}}", "‘colum’ hoort hier niet"),
        ("i: {kind: Initiative, naam: Naam}", "‘naam’ hoort hier niet"),
        ("i: {kind: Initiative, kind@en: Naam}", "hoort hier niet"),
        ("i: {kind: Initiative, source_key: Nr}", "hoort hier niet"),
        ("i: {kind: Initiative, same_as: Nr}", "hoort hier niet"),
        ("i: {kind: Topic, name: Naam, broader: Wijk}", "kan alleen in een document"),
        ("i: {kind: Initiative, name: Naam, phase: {value: misschien}}", "past niet bij fase"),
        ("i: {kind: Initiative, name: Naam, phase: {column: Wijk, codes: {x: misschien}}}", "past niet bij fase"),
        ("i: {kind: Initiative, name: Naam, phase: {column: Wijk, codes: [x]}}", "onder ‘codes’ horen namen"),
        ("i: {kind: Initiative, name: Naam, members: {column: Leden, unit: per persoon}}", "een eenheid is één woord"),
        ("i: {kind: Initiative, name: {column: Naam, split: ''}}", "één woord of getal"),
        ("i: {kind: Initiative, name: {column: Naam, modality: zeker}}", "‘modality’ is één van stated"),
        ("i: {kind: Initiative, name: {column: Naam, modality: [stated]}}", "‘modality’ is één van stated"),
        ("i: {kind: Initiative, name: {column: Naam, language: Nederlands}}", "een taal is een code"),
        ("i: {kind: Initiative, name: {column: Naam, level: geheim}}", "public of internal"),
        ("i: {kind: Initiative, name: Naam, level: geheim}", "public of internal"),
        ("i: {kind: Person, name: Naam, level: public}", "vraagt om een ‘public_role’"),
        ("i: {kind: Initiative, name: Naam, key: [Nr]}", "één woord"),
        ("i: {kind: Initiative, name: Naam, refer: Partner}", "‘refer’ heeft ‘column’ en ‘to’"),
        ("i: {kind: Initiative, name: Naam, refer: {column: Partner, to: j}}", "‘refer’ verwijst naar ‘j’"),
        ("i: {kind: Initiative, name: Naam, refer: {column: Partner, to: i}}", "‘refer’ verwijst naar ‘i’"),
    ],
)  # fmt: skip
def test_a_node_that_cannot_be_is_refused(nodes: str, sentence: str) -> None:
    assert sentence in refused(nodes)


TWO = "{i: {kind: Initiative, name: Naam}, a: {kind: Area, name: Wijk}}"


@pytest.mark.parametrize(
    ("ties", "sentence"),
    [
        ("ACTIVE_IN", "hoort een lijst"), ({"type": "ACTIVE_IN"}, "hoort een lijst"), (5, "hoort een lijst"),
        (["ACTIVE_IN"], "‘type’, ‘from’ en ‘to’"), ([{"type": "ACTIVE_IN", "from": "i"}], "‘type’, ‘from’ en ‘to’"),
        ([{"type": "LIKES", "from": "i", "to": "a"}], "‘LIKES’ is geen soort relatie"),
        ([{"type": "ACTIVE_IN", "from": "i", "to": "b"}], "‘b’ hoort hier niet. Wel: a, i"),
        ([{"type": "ACTIVE_IN", "from": ["i"], "to": "a"}], "één woord"),
        ([{"type": "ACTIVE_IN", "from": "a", "to": "i"}], "ACTIVE_IN kan niet van Area naar Initiative lopen"),
        ([{"type": "ACTIVE_IN", "from": "i", "to": "a", "status": "Leden"}], "‘status’ hoort hier niet"),
        ([{"type": "ACTIVE_IN", "from": "i", "to": "a", "modality": "zeker"}], "‘modality’ is één van"),
        ([{"type": "ACTIVE_IN", "from": "i", "to": "a", "level": "geheim"}], "public of internal"),
        ([{"type": "ACTIVE_IN", "from": "i", "to": "a", "since": "Sinds"}], "noemt de kolom ‘Sinds’"),
    ],
)  # fmt: skip
def test_a_relationship_that_cannot_be_is_refused(ties: object, sentence: str) -> None:
    assert sentence in refused(TWO, relationships=ties)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"leave_out": {"Telefoon": "contact"}}, "noemt de kolom ‘Telefoon’"),
        ({"leave_out": {}}, "zegt niets over kolom ‘Nr’"),
        ({"leave_out": ["Nr"]}, "onder ‘leave_out’ horen namen"),
        ({"template": "initiatives"}, "‘template’ hoort hier niet"),
        ({"source": {"id": "x", "name": "X"}}, "kan geen id van een bron"),
        ({"level": "intern"}, "public of internal"),
        ({"stated_on": "Peildatum"}, "geen datum"),
    ],
)
def test_a_head_that_cannot_be_is_refused(more: dict[str, Any], sentence: str) -> None:
    assert sentence in refused(TWO, **more)


def test_no_part_of_a_mapping_may_be_anything() -> None:
    wrong: list[Any] = [None, 5, "x", [], {}, [[]], {"x": {}}, True]
    for value in wrong:
        for document in (
            {"nodes": value}, {"nodes": {"i": value}}, {"nodes": {"i": {"kind": value}}},
            {"nodes": {"i": {"kind": "Initiative", "name": value}}}, {"nodes": {}, "relationships": [value]},
            {"nodes": {}, "source": value}, {"template": value}, {"leave_out": value}, {"nodes": {}, "table": value},
        ):  # fmt: skip
            with pytest.raises(MappingError):
                check_mapping({"wijkweb": "mapping", **document}, "x", ("Naam", "Iets"), "x")
