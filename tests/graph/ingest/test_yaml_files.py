"""YAML is read as it looks, and what could harm is refused with its line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph.errors import FileError
from graph.ingest.limits import MOST_DOCUMENT_BYTES, MOST_NESTING
from graph.ingest.yaml_files import read_yaml


def read(folder: Path, text: str | bytes) -> dict[str, Any]:
    path = folder / "x.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_yaml(path)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2016-02-31", "2016-02-31"), ("2016-06-28", "2016-06-28"), ("01234567", "01234567"), ("12:30", "12:30"),
        ("no", "no"), ("yes", "yes"), ("ja", "ja"), ("1_000", "1_000"), ("12", 12), ("-3", -3), ("0.125", 0.125),
        (".5", 0.5), ("true", True), ("False", False), ("~", None), ("", None), ("null", None), ("'12'", "12"),
        ("1e3", "1e3"), (".inf", ".inf"), ("9" * 19, "9" * 19), ("2016-01-01T10:00:00Z", "2016-01-01T10:00:00Z"),
    ],
)  # fmt: skip
def test_a_value_is_what_a_reader_takes_it_for(tmp_path: Path, written: str, value: object) -> None:
    read_value = read(tmp_path, f"a: {written}")["a"]
    assert read_value == value
    assert type(read_value) is type(value)


def test_every_key_is_text(tmp_path: Path) -> None:
    assert read(tmp_path, "1: a\nno: b\n2016-06-28: c\n? d\n: e") == {"1": "a", "no": "b", "2016-06-28": "c", "d": "e"}
    assert read(tmp_path, "<<: {a: 1}") == {"<<": {"a": 1}}


def test_a_mark_at_the_beginning_does_not_matter(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbfa: caf\xc3\xa9") == {"a": "café"}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a: 1\nb: 2\na: 3", "regel 3: ‘a’ staat er twee keer"),
        ("a: {b: 1, b: 2}", "regel 1: ‘b’ staat er twee keer"),
        ("a: &x [1]\nb: *x", "een verwijzing (&, *) mag hier niet"),
        ("a: &x\n  b: *x", "een verwijzing (&, *) mag hier niet"),
        ("a: !!python/object/apply:os.system [ls]", "een label (!) mag hier niet"),
        ("a: !!binary aGVsbG8=", "een label (!) mag hier niet"),
        ("a:\n\tb: 1", "regel 2: dit is geen geldige YAML"),
        ("a: 'b", "geen geldige YAML"),
        ("a: b: c", "geen geldige YAML"),
        ("a: 1\n---\nb: 2", "geen geldige YAML"),
        ("a: \x00", "geen geldige YAML"),
        ('a: "\\ud800"', "geen geldige YAML"),
        ("a: !!int veel", "geen geldige YAML"),
        ("{a: 1}: 2", "een sleutel is één woord"),
        ("# niets", "is geen document van Wijkweb"),
        ("- 1", "is geen document van Wijkweb"),
        ("", "is leeg"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(FileError) as raised:
        read(tmp_path, text)
    assert sentence in raised.value.nl
    assert raised.value.nl.startswith("x.yaml") or "x.yaml is leeg" in raised.value.nl
    assert raised.value.en != raised.value.nl


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
@pytest.mark.parametrize("depth", [MOST_NESTING + 1, 200_000])
def test_deep_nesting_is_refused_before_it_overflows_anything(tmp_path: Path, opening: str, depth: int) -> None:
    with pytest.raises(FileError, match="te veel in elkaar genest"):
        read(tmp_path, opening * depth)


def test_nesting_up_to_the_limit_is_read(tmp_path: Path) -> None:
    inside: Any = read(tmp_path, "a: " + "[" * (MOST_NESTING - 1) + "]" * (MOST_NESTING - 1))["a"]
    for _ in range(MOST_NESTING - 2):
        (inside,) = inside
    assert inside == []


def test_what_is_no_utf8_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="geen tekst in UTF-8"):
        read(tmp_path, "a: café".encode("cp1252"))


def test_a_document_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "groot.yaml"
    with path.open("wb") as file:
        file.truncate(MOST_DOCUMENT_BYTES + 1)
    with pytest.raises(FileError, match="hoogstens 50 MB past"):
        read_yaml(path)
