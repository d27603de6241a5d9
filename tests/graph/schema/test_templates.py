"""Import templates: every column that one may fill in, in both languages."""

from __future__ import annotations

import csv
import io

import pytest

from graph.schema.declaration import ValueType
from graph.schema.model import KINDS_BY_PLURAL, RELATIONSHIPS_BY_NAME, properties_of_kind
from graph.schema.templates import template_columns, template_csv
from graph.schema.words import normalise


def test_a_template_is_one_row_of_headers() -> None:
    dutch, english = template_csv("topics"), template_csv("topics", "en")
    assert dutch == "nummer;naam;ook genoemd;samenvatting;soort onderwerp;in woorden van bewoners\r\n"
    assert english == "number;name;also called;summary;sort of topic;in residents’ words\r\n"
    with pytest.raises(KeyError):
        template_csv("clubs")


@pytest.mark.parametrize("plural", KINDS_BY_PLURAL)
def test_a_template_has_all_that_may_be_said_of_a_kind(plural: str) -> None:
    kind = KINDS_BY_PLURAL[plural]
    columns = template_columns(kind)
    said = {column.property for column in columns}
    unsaid = {name for name, one in properties_of_kind(kind.name).items() if name not in said}
    references = {name for name, one in properties_of_kind(kind.name).items() if one.type is ValueType.REFERENCE}
    assert unsaid == {"kind", "source_key"} | references
    starting = {name for name, one in RELATIONSHIPS_BY_NAME.items() if kind.name in {start for start, _ in one.ends}}
    assert {column.tie for column in columns} - {None} == starting
    assert [column.name for column in columns if column.is_key] == ["key"]


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("plural", KINDS_BY_PLURAL)
def test_no_header_of_a_template_means_two_columns(plural: str, lang: str) -> None:
    columns = template_columns(KINDS_BY_PLURAL[plural])
    (headers,) = csv.reader(io.StringIO(template_csv(plural, lang)), delimiter=";")
    assert len(set(headers)) == len(headers) == len(columns)
    meaning = {normalise(header): column.name for column in columns for header in column.headers()}
    for column in columns:
        assert {meaning[normalise(header)] for header in column.headers()} == {column.name}


def test_a_new_end_of_a_relationship_is_first_of_the_kind_of_the_row() -> None:
    (partner,) = [one for one in template_columns(KINDS_BY_PLURAL["initiatives"]) if one.tie == "PARTNERS_WITH"]
    assert partner.ends == ("Initiative", "Organisation")
    (partner,) = [one for one in template_columns(KINDS_BY_PLURAL["organisations"]) if one.tie == "PARTNERS_WITH"]
    assert partner.ends == ("Organisation", "Initiative")
