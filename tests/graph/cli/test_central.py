"""Orders of members by the command, and the choice of what computes."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.store.neo4j_server import Neo4jAccess
from tests.graph.cli.terminal import Terminal


def test_who_stands_in_the_middle_and_what_the_figure_says(terminal: Terminal) -> None:
    nl, en = terminal.both("central", "--as", "staff")
    assert "De Soepbus" in nl.out
    assert "initiatief" in nl.out
    assert "50,0 %" in nl.out
    assert "50.0%" in en.out
    assert "niets over hoe goed iemand werkt" in " ".join(nl.out.split())


def test_who_is_near_or_alike_is_named_by_what_one_types(terminal: Terminal) -> None:
    near = terminal.run("central", "--near", "De Soepbus", "--format", "json").json
    assert [one["id"] for one in near] == ["initiative/eetclub-cafe-zuid"]
    alike = terminal.run("central", "--like", "de soepbus").out
    assert "Eetclub Café Zuid" in alike
    assert "66,7 %" in alike, "the area and the evening, of those and a person whose name is hidden"


def test_what_cannot_be_asked_is_one_sentence(terminal: Terminal) -> None:
    both = terminal.run("central", "--like", "De Soepbus", "--near", "De Soepbus")
    assert (both.code, both.out) == (2, "")
    assert "niet allebei" in both.err
    area = terminal.run("central", "--like", "area/molenbuurt")
    assert (area.code, area.err) == (1, "area/molenbuurt is geen initiatief of organisatie.\n")


@pytest.mark.parametrize("command", ["central", "communities"])
def test_a_file_that_does_not_compute_says_what_to_do(terminal: Terminal, command: str) -> None:
    nl, en = terminal.both(command, "--engine", "gds")
    assert (nl.code, nl.out, en.code, en.out) == (1, "", 1, "")
    assert "‘make neo4j GDS=1’" in nl.err
    assert "Leave out ‘--engine gds’" in en.err


@pytest.mark.neo4j
def test_a_neo4j_that_computes_gives_the_same_order(
    terminal: Terminal, gds_server: Neo4jAccess, tmp_path: Path
) -> None:
    from neo4j import GraphDatabase

    with GraphDatabase.driver(gds_server.uri, auth=(gds_server.user, gds_server.password)) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n", database_="neo4j")
    (tmp_path / "password").write_text(gds_server.password)
    (tmp_path / "password").chmod(0o600)
    here = terminal.run("central", "--format", "json")
    terminal.environment |= {"WIJKWEB_STORE": gds_server.uri, "WIJKWEB_NEO4J_PASSWORD_FILE": str(tmp_path / "password")}
    for arguments in (("init",), ("load", "verslag.yaml")):
        assert terminal.run(*arguments).code == 0
    assert terminal.run("central", "--engine", "gds", "--format", "json").json == here.json
    assert terminal.run("communities", "--engine", "gds").code == 0
