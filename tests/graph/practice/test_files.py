"""The mapping files beside the lists, against the declared model and against the lists themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.ingest.mapping import read_mapping
from graph.ingest.mapping_check import check_mapping
from graph.ingest.row_mapper import RowMapper
from graph.ingest.rows import Row
from graph.practice.city import build_city
from graph.practice.write import TABLES
from graph.schema.declaration import Property, ValueType
from graph.schema.model import (
    KINDS_BY_NAME,
    RELATIONSHIPS_BY_NAME,
    VOCABULARIES_BY_NAME,
    check_ends,
    properties_of_kind,
    properties_of_relationship,
)
from graph.schema.words import normalise

Rows = list[dict[str, str]]
Mapping = dict[str, Any]
STEMS = [build(build_city(1, 1)).name for build in TABLES]


@pytest.fixture(params=STEMS)
def stem(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def mapping(folder: Path, stem: str) -> Mapping:
    return dict(yaml.safe_load((folder / f"{stem}.mapping.yaml").read_text(encoding="utf-8")))


def said_by(mapping: Mapping) -> Iterator[tuple[Property, Any]]:
    """Yield every property that a mapping speaks of, with what it says of it."""
    for node in mapping["nodes"].values():
        known = {**properties_of_kind(node["kind"]), "called": properties_of_kind(node["kind"])["aliases"]}
        yield from ((known[name], spec) for name, spec in node.items() if name not in ("kind", "key", "refer"))
    for tie in mapping.get("relationships", []):
        known = dict(properties_of_relationship(tie["type"]))
        yield from ((known[name], spec) for name, spec in tie.items() if name not in ("type", "from", "to"))


def columns_of(mapping: Mapping) -> set[str]:
    found = {spec if isinstance(spec, str) else spec["column"] for _, spec in said_by(mapping) if "value" not in spec}
    found |= {node["key"] for node in mapping["nodes"].values() if "key" in node}
    found |= {node["refer"]["column"] for node in mapping["nodes"].values() if "refer" in node}
    stated = mapping.get("stated_on")
    return found | ({stated} if stated else set())


def test_the_source_says_that_it_is_invented(mapping: Mapping) -> None:
    assert mapping["wijkweb"] == "mapping"
    source = mapping["source"]
    assert source["name"].endswith("(verzonnen)") and source["publisher"].endswith("(verzonnen)")
    assert source["id"].startswith("source/oefenstad-") and source["published_on"]


def test_kinds_and_relationships_are_those_of_the_model(mapping: Mapping) -> None:
    nodes = mapping["nodes"]
    assert {node["kind"] for node in nodes.values()} <= set(KINDS_BY_NAME)
    for tie in mapping.get("relationships", []):
        assert tie["type"] in RELATIONSHIPS_BY_NAME
        check_ends(tie["type"], nodes[tie["from"]]["kind"], nodes[tie["to"]]["kind"])


def test_every_column_is_read_or_left_out_for_a_reason(mapping: Mapping, folder: Path, stem: str) -> None:
    header = (folder / f"{stem}.csv").read_text(encoding="utf-8-sig").splitlines()[0].split(";")
    left_out = mapping.get("leave_out", {})
    assert columns_of(mapping) | set(left_out) == set(header)
    assert columns_of(mapping).isdisjoint(left_out) and all(len(reason) > 15 for reason in left_out.values())


def test_every_code_word_in_a_list_means_a_code(mapping: Mapping, rows: Callable[[str], Rows], stem: str) -> None:
    for property_, spec in said_by(mapping):
        if property_.type is not ValueType.CODE:
            continue
        terms = VOCABULARIES_BY_NAME[property_.vocabulary or ""].terms
        words = {normalise(word) for term in terms for word in (term.code, term.words.nl, term.words.en)}
        if isinstance(spec, dict) and "value" in spec:
            assert spec["value"] in {term.code for term in terms}
            continue
        codes = spec.get("codes", {}) if isinstance(spec, dict) else {}
        assert set(codes.values()) <= {term.code for term in terms}
        column = spec["column"] if isinstance(spec, dict) else spec
        used = {normalise(row[column]) for row in rows(stem)} - {""}
        assert used <= words | {normalise(word) for word in codes}, column


def test_names_of_people_are_internal_unless_their_role_is_public(mapping: Mapping, stem: str) -> None:
    people = any(node["kind"] == "Person" for node in mapping["nodes"].values())
    assert people == (stem[:2] in ("18", "19", "20"))
    assert mapping.get("level") == ({"18": "public"}.get(stem[:2], "internal") if people else None)


def test_sources_have_an_id_of_their_own(folder: Path) -> None:
    ids = [yaml.safe_load(path.read_text(encoding="utf-8"))["source"]["id"] for path in folder.glob("*.mapping.yaml")]
    assert len(set(ids)) == len(ids) == len(STEMS)


def test_the_way_in_for_files_reads_every_cell(folder: Path, rows: Callable[[str], Rows], stem: str) -> None:
    file = f"{stem}.mapping.yaml"
    mapper = RowMapper(check_mapping(read_mapping(folder / file), file, rows(stem)[0], stem), f"{stem}.csv")
    given = [
        Row(number, {column: cell for column, cell in row.items() if cell}) for number, row in enumerate(rows(stem), 2)
    ]
    assert [problem.sentence() for row in given for problem in mapper.record(row).problems] == []
