"""JSON as people export it: lists, lines, nested objects; and what is damaged or made to harm."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.errors import FileError
from graph.ingest import json_events, json_files, json_survey
from graph.ingest.cells import Cell
from graph.ingest.tables import open_table


def read(path: Path, content: str | bytes, part: str | None = None) -> tuple[tuple[str, ...], list[dict[str, Cell]]]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with open_table(path, sheet=part) as table:
        return table.headers, [row.cells for row in table.rows]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "lijst.json"


def test_a_list_of_objects_is_a_table_whatever_its_members_lack(path: Path) -> None:
    headers, rows = read(path, '[{"naam": "De Kas", "leden": 5}, {"naam": " De Bus ", "open": true, "wijk": null}]')
    assert headers == ("naam", "leden", "open", "wijk")
    assert rows == [{"naam": "De Kas", "leden": 5}, {"naam": "De Bus", "open": True}]


def test_what_is_nested_gets_dotted_headers_and_a_list_becomes_a_cell(path: Path) -> None:
    one = {"naam": "De Kas", "plek": {"wijk": {"naam": "Zuid"}}, "thema": ["groen", "eten; drinken"], "x": [{"y": "z"}]}
    headers, rows = read(path, json.dumps([one]))
    assert headers == ("naam", "plek.wijk.naam", "thema", "x.y")
    assert rows[0] == {"naam": "De Kas", "plek.wijk.naam": "Zuid", "thema": "groen; eten, drinken", "x.y": "z"}


@pytest.mark.parametrize(
    "content",
    [
        '{"versie": 2, "lijst": [{"naam": "A"}, {"naam": "B"}], "labels": ["x"]}',
        '{"naam": "A"}\n{"naam": "B"}\n',
        '{"data": {"lijst": [{"naam": "A"}, {"naam": "B"}]}}',
    ],
)
def test_the_list_is_found_where_it_stands(path: Path, content: str) -> None:
    assert read(path, content)[1] == [{"naam": "A"}, {"naam": "B"}]


def test_one_line_is_a_list_of_one_though_it_holds_a_list(tmp_path: Path) -> None:
    _, rows = read(tmp_path / "x.jsonl", '{"naam": "A", "delen": [{"n": 1}, {"n": 2}]}\n')
    assert rows == [{"naam": "A", "delen.n": "1; 2"}]


def test_of_several_lists_one_is_to_be_named(path: Path) -> None:
    content = '{"groepen": [{"naam": "A"}], "plekken": [{"naam": "B"}]}'
    assert read(path, content, "plekken")[1] == [{"naam": "B"}]
    with pytest.raises(FileError, match="meer dan één lijst: groepen, plekken"):
        read(path, content)
    with pytest.raises(FileError, match=r"geen lijst ‘weg’\. Wel: groepen, plekken"):
        read(path, content, "weg")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_the_encoding_is_found(path: Path, encoding: str) -> None:
    assert read(path, '[{"naam": "Café Zuid één"}]'.encode(encoding))[1] == [{"naam": "Café Zuid één"}]


def test_numbers_stay_what_they_are(path: Path) -> None:
    content = '[{"a": 1.5, "b": 12345678901234567890123, "c": 1e999, "d": -0.0}]'
    assert read(path, content)[1] == [{"a": 1.5, "b": "12345678901234567890123", "c": "1E+999", "d": 0.0}]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "is leeg"),
        ("[1, 2]", "geen lijst van objecten"),
        ("[]", "geen lijst van objecten"),
        ('[{"a": 1}', "geen geldige JSON"),
        ('[{"a": NaN}]', "geen geldige JSON"),
        ("<html></html>", "geen geldige JSON"),
        ('[{"a": 1, "a": 2}]', "staat twee keer"),
        ("[" * 100_000, "niveaus diep genest"),
        (b"\x89PNG\r\n" + bytes(99), "is geen tekst"),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(path: Path, content: str | bytes, sentence: str) -> None:
    with pytest.raises(FileError, match=sentence):
        read(path, content)


def test_bounds_hold_at_the_bound_and_one_past_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_survey, "MOST_ROWS", 3)
    for module in (json_files, json_survey):
        monkeypatch.setattr(module, "MOST_COLUMNS", 4)
    monkeypatch.setattr(json_survey, "MOST_JSON_VALUES", 9)
    monkeypatch.setattr(json_events, "MOST_JSON_NESTING", 5)
    for fits, too_much in (
        (json.dumps([{"a": 1}] * 3), json.dumps([{"a": 1}] * 4)),
        (json.dumps([dict.fromkeys("abcd", 1)]), json.dumps([dict.fromkeys("abcde", 1)])),
        (json.dumps([{"a": [1] * 7}]), json.dumps([{"a": [1] * 8}])),
        ('[{"a": [[[1]]]}]', '[{"a": [[[[1]]]]}]'),
    ):
        assert read(path, fits)[1]
        with pytest.raises(FileError):
            read(path, too_much)


@pytest.mark.parametrize("digits", [1_000, 1_001, 5_000, 200_000])
def test_a_number_of_too_many_digits_is_refused_and_ends_nothing(tmp_path: Path, digits: int) -> None:
    path = tmp_path / "lijst.json"
    path.write_text('[{"naam": "De Kas", "leden": ' + "9" * digits + "}]", "utf-8")
    if digits <= 1_000:
        with open_table(path) as table:
            assert len(list(table.rows)) == 1
    else:
        with pytest.raises(FileError, match="geen geldige JSON"), open_table(path):
            pass
