"""What a file says of itself."""

from __future__ import annotations

from typing import Any

import pytest

from graph.claims import PEOPLE
from graph.errors import MappingError
from graph.ingest.sources import as_text, read_date, read_language, read_level, read_source, source_with_date
from graph.schema.declaration import Level

GIVEN: dict[str, Any] = {"id": "source/lijst-2025", "name": "Lijst", "published_on": "2025-12-01"}


def test_a_source_says_who_speaks_when_and_for_whom() -> None:
    source = read_source({"source": {**GIVEN, "publisher": 2016}, "level": "internal"}, "x.yaml")
    assert (source.id, source.level, source.stated_on) == ("source/lijst-2025", Level.INTERNAL, "2025-12-01")
    assert source.described["publisher"] == "2016"
    assert source.published_on == "2025-12-01"


def test_it_was_said_on_the_day_that_the_file_gives() -> None:
    assert read_source({"source": GIVEN, "stated_on": "2024 summer"}, "x.yaml").stated_on == "2024 summer"
    assert read_source({"source": {**GIVEN, "published_on": 2016}}, "x.yaml").stated_on == "2016"
    assert read_source({"source": {"id": "source/x", "name": "X"}}, "x.yaml").stated_on is None


def test_a_table_without_a_source_is_its_own() -> None:
    source, column = source_with_date({"level": "internal", "stated_on": "2024"}, "x.csv", ("Naam",), "Mijn Lijst")
    assert (source.id, source.described["name"]) == ("source/mijn-lijst", "Mijn Lijst")
    assert (source.level, source.stated_on, column) == (Level.INTERNAL, "2024", None)


def test_the_date_may_be_a_column() -> None:
    source, column = source_with_date({"source": GIVEN, "stated_on": "Peil\n datum"}, "x", ("Naam", "Peil datum"), "x")
    assert (source.stated_on, column) == ("2025-12-01", "Peil datum")


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (None, "minstens een id"), ("lijst", "minstens een id"), ({"id": "source/x"}, "minstens een id"),
        ({"id": "source/x", "name": None}, "minstens een id"), ({"id": "lijst", "name": "L"}, "kan geen id van"),
        ({"id": PEOPLE, "name": "L"}, "kan geen id van een bron"), ({"id": "source/", "name": "L"}, "kan geen id"),
        ({"id": "source/a b", "name": "L"}, "kan geen id"), ({"id": "source/\0", "name": "L"}, "kan geen id"),
        ({"id": "source/" + "x" * 300, "name": "L"}, "kan geen id"),
        ({**GIVEN, "author": "A"}, "een bron heeft geen ‘author’"), ({**GIVEN, "published_on": "ooit"}, "geen datum"),
        ({**GIVEN, "address": "hier"}, "past niet bij adres"), ({**GIVEN, "name": ["a"]}, "past niet bij naam"),
        ({**GIVEN, "name": "x" * 301}, "hoogstens 300"),
    ],
)  # fmt: skip
def test_a_source_that_cannot_be_is_refused(given: object, sentence: str) -> None:
    with pytest.raises(MappingError, match=r"x\.yaml") as raised:
        read_source({"source": given}, "x.yaml")
    assert sentence in raised.value.nl


@pytest.mark.parametrize("level", ["Internal", "intern", "secret", None, 1, ["public"], True])
def test_a_level_that_is_none_is_refused_and_never_taken_for_public(level: object) -> None:
    with pytest.raises(MappingError, match="public of internal"):
        read_source({"source": GIVEN, "level": level}, "x.yaml")
    with pytest.raises(MappingError):
        read_level(level, "x")


@pytest.mark.parametrize("stated_on", ["31-02-2016", "2016-02-31", "ooit", [2016]])
def test_a_date_that_is_none_is_refused(stated_on: object) -> None:
    with pytest.raises(MappingError, match=r"x\.yaml, stated_on"):
        read_source({"source": GIVEN, "stated_on": stated_on}, "x.yaml")
    assert read_date(None, "x") is None


def test_a_language_is_a_code() -> None:
    assert [read_language(one, "x") for one in (None, "nl", "en", "nl-BE")] == [None, "nl", "en", "nl-BE"]
    for wrong in ("Nederlands", "N", 5, ["nl"], "nl_BE"):
        with pytest.raises(MappingError, match="een taal is een code"):
            read_language(wrong, "x")


def test_a_number_where_text_is_wanted_is_the_text() -> None:
    assert [as_text(one) for one in (2016, 1.5, "a", True, None)] == ["2016", "1.5", "a", True, None]
