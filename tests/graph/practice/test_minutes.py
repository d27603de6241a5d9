"""Minutes: what they tell stands in them word for word, in Markdown and in plain text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from graph.practice.city import City
from graph.practice.minutes import KINDS, MOST_MINUTES, write_minutes
from graph.practice.write import INCOMING


def told(folder: Path) -> dict[str, Any]:
    return dict(json.loads((folder / INCOMING / "truth.json").read_text("utf-8"))["minutes"])


def text_of(path: Path) -> str:
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")


def test_all_that_the_truth_tells_stands_in_the_minutes(folder: Path) -> None:
    for name, truth in told(folder).items():
        text = text_of(folder / INCOMING / name)
        assert all(outcome["passage"] in text for outcome in truth["outcomes"])
        assert all(person["name"] in text for person in truth["people"])
        assert all(one in text for one in (*truth["organisations"], *truth["initiatives"], *truth["areas"]))


def test_both_forms_are_there_and_their_kinds_are_codes_of_the_model(folder: Path) -> None:
    minutes = told(folder)
    assert {Path(name).suffix for name in minutes} == {".md", ".txt"}
    assert {one["kind"] for truth in minutes.values() for one in truth["outcomes"]} <= set(KINDS.values())


def test_a_large_city_has_no_more_minutes_than_a_person_reads(big_city: City) -> None:
    found = write_minutes(big_city)
    assert len({one.name for one in found}) == len(found) == MOST_MINUTES


def test_plain_text_comes_with_the_ends_of_lines_of_its_word_processor(folder: Path) -> None:
    content = next((folder / INCOMING).glob("*.txt")).read_bytes()
    assert b"\r\n" in content
    assert content.count(b"\n") == content.count(b"\r\n")
