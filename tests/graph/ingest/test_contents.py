"""What a path stands for, and what is opened of it."""

from __future__ import annotations

import pytest

from graph.errors import FileError, MappingError
from graph.ingest.contents import ROWS_AT_ONCE, files_to_load, open_content
from graph.ingest.mapping import MARK
from graph.ingest.reports import LoadOptions
from tests.graph.ingest.desk import DOCUMENT, MAPPING, Desk


def test_a_folder_is_its_tables_and_documents_in_order_of_name(desk: Desk) -> None:
    passed_over = (
        "b.mapping.yaml",
        "f.mapping.yaml",
        "truth.json",
        f"a{MARK}.csv",
        "~$c.xlsx",
        ".d.csv",
        "leesmij.txt",
    )
    for name in ("c.xlsx", "b.csv", "A.YAML", "a.yml", "f.txt", *passed_over):
        desk.file(name, "x")
    (desk.folder / "map.csv").mkdir()
    assert [file.name for file in files_to_load(desk.folder)] == ["A.YAML", "a.yml", "b.csv", "c.xlsx", "f.txt"]


def test_a_file_is_itself_whatever_its_name(desk: Desk) -> None:
    assert files_to_load(desk.folder / "weg.txt") == [desk.folder / "weg.txt"]
    assert files_to_load(desk.file(f"a{MARK}.csv", "x")) == [desk.folder / f"a{MARK}.csv"]


def test_a_folder_with_nothing_to_load_is_refused(desk: Desk) -> None:
    with pytest.raises(FileError, match="staat niets om in te lezen"):
        files_to_load(desk.folder)


def test_a_table_comes_in_batches_and_a_document_whole(desk: Desk) -> None:
    desk.file("lijst.mapping.yaml", MAPPING)
    table = desk.file("lijst.csv", "Naam;Leden\n" + "De Kas;5\n" * (ROWS_AT_ONCE + 1))
    document = desk.file("x.yaml", DOCUMENT + "topics: {a: {name: A}, b: {name: B}}\n")
    with open_content(table, LoadOptions()) as content:
        assert [len(batch) for batch in content.batches] == [ROWS_AT_ONCE, 1]
        assert (content.headers, content.by_key) == (("Naam", "Leden"), False)
    with open_content(document, LoadOptions()) as content:
        assert [len(batch) for batch in content.batches] == [2]
        assert (content.source.id, content.by_key) == ("source/verslag", True)


def test_a_table_of_headers_alone_is_one_empty_batch(desk: Desk) -> None:
    desk.file("lijst.mapping.yaml", MAPPING)
    with open_content(desk.file("lijst.csv", "Naam;Leden\n"), LoadOptions()) as content:
        assert [len(batch) for batch in content.batches] == [0]


def test_damage_far_down_is_known_before_a_row_is_used(desk: Desk) -> None:
    desk.file("lijst.mapping.yaml", MAPPING)
    table = desk.file("lijst.csv", "Naam;Leden\n" + "De Kas;5\n" * 3_000 + '"De Bus;7\n')
    with pytest.raises(FileError), open_content(table, LoadOptions()):
        pytest.fail("it was opened")  # pragma: no cover - it is not reached


def test_a_mapping_that_is_not_there_is_refused(desk: Desk) -> None:
    table = desk.file("lijst.csv", "Naam;Leden\n")
    with (
        pytest.raises(FileError, match=r"weg\.yaml bestaat niet"),
        open_content(table, LoadOptions(mapping=desk.folder / "weg.yaml")),
    ):
        pytest.fail("it was opened")  # pragma: no cover - it is not reached
    table = desk.file("lijst.csv", "Titel;Aantal\n")
    with pytest.raises(MappingError), open_content(table, LoadOptions()):
        pytest.fail("it was opened")  # pragma: no cover - it is not reached
