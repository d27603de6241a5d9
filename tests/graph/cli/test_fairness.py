"""Who had a turn and what initiatives stand for, by command: counted by listing, told in words and for programs."""

from __future__ import annotations

import pytest

from tests.graph.cli.terminal import Terminal


def _shown(terminal: Terminal) -> dict[str, int]:
    return {one["name"]: one["shown"] for one in terminal.run("ledger", "--format", "json").json["initiatives"]}


def test_who_is_listed_is_counted_and_the_ledger_tells_it(terminal: Terminal) -> None:
    first = terminal.run("ledger")
    assert first.code == 0, first.err
    assert "Er is nog geen enkele keer geteld." in first.out
    listed = terminal.run("suggest", "--format", "json").json
    names = {member["name"] for one in listed for member in one["members"]}
    assert {name for name, times in _shown(terminal).items() if times} == names
    assert "minst getoond eerst" in terminal.run("ledger").out


def test_a_set_for_a_goal_counts_as_listed_too(terminal: Terminal) -> None:
    found = terminal.run("compose", "--members", "40", "--topic", "vervoer", "--format", "json").json
    names = {member["name"] for one in found for member in one["members"]}
    assert names
    assert {name for name, times in _shown(terminal).items() if times} >= names


def test_the_ledger_is_for_who_prepares_meetings(terminal: Terminal) -> None:
    for role in ("public", "staff"):
        done = terminal.run("ledger", "--as", role)
        assert (done.code, done.out) == (1, "")
        assert done.err.startswith(f"Als {role} mag dit niet.")
    assert terminal.run("ledger", "--within", "Nergens").code == 1
    assert "Nothing has been counted yet." in terminal.run("ledger", lang="en").out


def test_what_an_initiative_stands_for_is_told_or_asked(terminal: Terminal) -> None:
    done = terminal.run("values", "De Soepbus")
    assert done.code == 0, done.err
    assert "zegt geen bron waar het voor staat" in " ".join(done.out.split())
    document = terminal.run("values", "De Soepbus", "--format", "json").json
    assert (document["name"], document["values"]) == ("De Soepbus", [])
    twice = terminal.run("values", "De Soepbus", "De Soepbus")
    assert (twice.code, twice.err.strip()) == (1, "Noem er twee: dit is twee keer dezelfde.")


@pytest.mark.parametrize("value", ["2", "-0.1", "nan", "veel"])
def test_a_setting_for_fairness_that_cannot_be_is_refused_in_one_sentence(terminal: Terminal, value: str) -> None:
    done = terminal.run("suggest", more={"WIJKWEB_FAIRNESS": value})
    assert done.code == 1
    assert "De instelling fairness kan niet" in done.err
    assert len(done.err.strip().splitlines()) == 1
