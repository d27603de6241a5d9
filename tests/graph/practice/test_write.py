from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import FileError, InputError
from graph.practice.city import City
from graph.practice.truth import Truth
from graph.practice.write import TABLES, write_city

Rows = list[dict[str, str]]


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_the_same_arguments_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    write_city(tmp_path, initiatives=154, seed=1)
    assert contents(tmp_path) == contents(folder)


def test_another_seed_gives_other_bytes(folder: Path, tmp_path: Path) -> None:
    write_city(tmp_path, seed=2)
    same = [name for name, content in contents(tmp_path).items() if content == contents(folder)[name]]
    always = {"03-onderwerpen.csv", "02-wijkgrenzen.csv", "LEESMIJ.md"}
    assert {name for name in same if not name.endswith(".mapping.yaml")} == always


def test_every_list_has_its_mapping_and_there_is_nothing_else(folder: Path) -> None:
    names = {name for name in contents(folder) if not name.startswith("ingekomen/")}
    lists = {name.removesuffix(".csv") for name in names if name.endswith(".csv")}
    assert len(lists) == len(TABLES) == 20
    assert names == {f"{each}{end}" for each in lists for end in (".csv", ".mapping.yaml")} | {
        "truth.json",
        "LEESMIJ.md",
    }


def test_the_truth_that_is_returned_is_the_one_that_is_written(folder: Path, truth: Truth) -> None:
    written = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    assert written == truth.as_json()
    assert written["city"] == "Oefenstad" and written["initiatives"] == 154


def test_writing_again_replaces_the_lists_and_leaves_other_files_alone(tmp_path: Path) -> None:
    (tmp_path / "eigen.txt").write_text("van mij", encoding="utf-8")
    write_city(tmp_path, initiatives=30)
    write_city(tmp_path, initiatives=20)
    assert (tmp_path / "eigen.txt").read_text(encoding="utf-8") == "van mij"
    assert json.loads((tmp_path / "truth.json").read_text(encoding="utf-8"))["initiatives"] == 20


def test_a_folder_that_is_a_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "bestand"
    path.write_text("x", encoding="utf-8")
    with pytest.raises(FileError, match="Kies een andere map"):
        write_city(path, initiatives=5)


def test_nothing_is_written_when_a_number_is_out_of_range(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        write_city(tmp_path / "stad", initiatives=0)
    assert not (tmp_path / "stad").exists()


def test_some_lists_come_from_excel_and_all_end_their_rows_alike(folder: Path) -> None:
    lists = [content for name, content in contents(folder).items() if name.endswith(".csv")]
    marked = sum(content.startswith(b"\xef\xbb\xbf") for content in lists)
    assert 3 < marked < len(lists) - 3
    assert all(content.endswith(b"\r\n") for content in lists)


def test_there_is_no_address_or_number_that_could_be_real(folder: Path) -> None:
    text = b"\n".join(found for name, found in contents(folder).items() if not name.endswith("xlsx")).decode(
        errors="replace"
    )
    hosts = re.findall(r"(?:https?://|@)([\w.-]+)", text)
    assert hosts and all(host.endswith(".example") for host in hosts)
    assert not re.search(r"\bNL\d{2}[A-Z]{4}\d|\b0\d{9}\b|\b06[- ]?\d{8}\b|\+31", text)


def test_no_code_of_an_area_is_one_that_is_given_out(rows: Callable[[str], Rows]) -> None:
    codes = [row["Code"] for row in rows("01") if row["Code"]]
    assert all(re.fullmatch(r"GM9999|WK9999\d\d|BU9999\d{4}", code) for code in codes)
    assert len(set(codes)) == len(codes)


def test_private_names_stand_in_the_internal_lists_only(city: City, folder: Path) -> None:
    internal = {"19-betrokkenen.csv", "20-aanwezigen.csv"}
    text = b"\n".join(content for name, content in contents(folder).items() if name not in internal
                      and not name.startswith("ingekomen/")).decode()  # fmt: skip
    assert not [name for name in city.people.names if name in text]
    public = "".join(name for name, _, _ in city.people.public)
    assert not [name for name in city.people.names if name in public]


def test_the_guide_says_that_nothing_here_exists(folder: Path) -> None:
    text = (folder / "LEESMIJ.md").read_text(encoding="utf-8")
    assert "Oefenstad is verzonnen. Geen enkele naam hier bestaat echt" in text
    assert all(name[:2] in text for name in contents(folder) if name.endswith(".csv"))
