"""Documents: the head and the sections of the format."""

from __future__ import annotations

import pytest

from graph.errors import FileError, MappingError
from graph.ingest.documents import read_document
from graph.schema.declaration import Level
from tests.graph.ingest.desk import DOCUMENT, MAPPING, Desk, sentences


def test_a_document_is_one_source_and_a_record_for_each_entry(desk: Desk) -> None:
    document = read_document(
        desk.file("x.yaml", DOCUMENT + "initiatives: {a: {name: A}, b: {name: B}}\ntopics: {c: {}}\n")
    )
    assert (document.source.id, document.source.stated_on) == ("source/verslag", "2025-03-14")
    assert [(record.number, record.place) for record in document.records] == [(1, "key=a"), (2, "key=b"), (3, "key=c")]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("wijkweb: iets", "begint niet met ‘wijkweb: document’"),
        ("Naam: x", "begint niet met ‘wijkweb: document’"),
        ("wijkweb: document", "minstens een id"),
        (DOCUMENT + "unit: hoofdstuk", "‘unit’ is één van paragraph, page, row, line"),
        (DOCUMENT + "unit: [page]", "‘unit’ is één van"),
        (DOCUMENT + "level: intern", "public of internal"),
        (DOCUMENT + "clubs: {a: {name: A}}", "‘clubs’ is geen onderdeel. Kies uit: initiatives, organisations"),
        (DOCUMENT + "initiatives: [a, b]", "‘initiatives’ is geen onderdeel"),
        (DOCUMENT + "initiatives:", "‘initiatives’ is geen onderdeel"),
        (DOCUMENT + "2025: {}", "‘2025’ is geen onderdeel"),
    ],
)
def test_a_wrong_structure_stops_before_the_first_entry(desk: Desk, text: str, sentence: str) -> None:
    with pytest.raises(FileError) as raised:
        read_document(desk.file("x.yaml", text))
    assert sentence in raised.value.nl
    assert raised.value.en != raised.value.nl


def test_a_key_stands_once_in_a_document(desk: Desk) -> None:
    report = desk.document("initiatives: {a: {name: A}}\norganisations: {a: {name: B}}\n")
    assert "de sleutel ‘a’ staat ook in een ander onderdeel" in sentences(report)
    assert (report.used, report.refused, desk.names("Organisation")) == (1, 1, [])


def test_a_document_may_speak_of_its_own_source(desk: Desk) -> None:
    report = desk.document("""
        sources: {source: {summary: Een verslag., about: zorg}}
        topics: {zorg: {name: zorg, scheme: theme}}
        outcomes: {o: {text: Het gaat goed., result_of: source}}
    """)
    assert (sentences(report), len(desk.nodes("Source"))) == ("", 1)
    assert desk.ties("ABOUT") == [("Verslag", "zorg")]
    assert desk.ties("RESULTED_IN") == [("Verslag", "Het gaat goed.")]


def test_the_source_may_be_referred_to_without_an_entry(desk: Desk) -> None:
    report = desk.document("people: {p: {public_role: schrijver, wrote: source}}\n")
    assert (sentences(report), desk.ties("WROTE")) == ("", [("schrijver", "Verslag")])


def test_a_document_of_nothing_is_a_source_that_says_nothing(desk: Desk) -> None:
    report = desk.document("")
    assert (report.read, report.claims_added) == (0, 3)
    assert desk.names("Source") == ["Verslag"]


def test_who_may_see_a_document_is_said_in_its_head(desk: Desk) -> None:
    desk.load("x.yaml", DOCUMENT + "level: internal\ninitiatives: {a: {name: A}, b: {name: B, level: public}}\n")
    (said,) = desk.said(desk.node("A").id, "kind")
    assert said.claim.level is Level.INTERNAL
    assert [said.claim.level for said in desk.said(desk.node("B").id, "name")] == [Level.PUBLIC]


def test_a_mapping_does_not_go_with_a_document(desk: Desk) -> None:
    with pytest.raises(MappingError, match="daar hoort geen --mapping bij"):
        desk.load("x.yaml", DOCUMENT, mapping=desk.folder / "x.mapping.yaml")


def test_a_mapping_is_no_document(desk: Desk) -> None:
    with pytest.raises(MappingError, match="is een mapping: lees de tabel in waar die bij hoort"):
        desk.load("lijst.mapping.yaml", MAPPING)
