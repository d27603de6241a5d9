from __future__ import annotations

import json

from click.testing import CliRunner

from graph.cli.areas import areas
from tests.graph.cli.terminal import Terminal


def test_a_person_adds_a_municipality_twice(terminal: Terminal) -> None:
    first = terminal.run("areas", "add", "Ten Boer")
    again = terminal.run("areas", "add", "GM0009")
    assert "Ten Boer (GM0009) is toegevoegd" in first.out
    assert "stond er al" in again.out
    assert [first.code, again.code] == [0, 0]


def test_a_code_that_is_none_is_one_sentence(terminal: Terminal) -> None:
    nl, en = terminal.both("areas", "add", "Utrect")
    assert (nl.code, en.code) == (1, 1)
    assert "Bedoelt u: Utrecht (GM0344)?" in nl.err
    assert "Do you mean: Utrecht (GM0344)?" in en.err


def test_areas_are_looked_up_without_a_store() -> None:
    shown = CliRunner().invoke(areas, ["list", "kralingen", "oost"]).stdout
    document = json.loads(CliRunner().invoke(areas, ["list", "overvecht", "--format", "json"]).stdout)
    assert "Kralingen-Oost" in shown
    assert document[0] | {"aliases": []} == document[0]
    assert (document[0]["code"], document[0]["within"]) == ("WK034403", "GM0344")
