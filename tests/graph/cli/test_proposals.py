from __future__ import annotations

import pytest

from tests.graph.cli.terminal import Terminal

TEXT = """
    Verslag overleg Molenbuurt, 3 mei 2020

    De Soepbus deed mee. Besloten is om de zaal te huren.
    """


@pytest.fixture
def desk(terminal: Terminal) -> Terminal:
    """Give a terminal with one report on the desk of its store."""
    terminal.file("notulen.txt", TEXT)
    assert terminal.run("load", "notulen.txt").code == 0
    return terminal


def numbers(terminal: Terminal, *arguments: str) -> dict[str, int]:
    """Return the numbers of proposals by what they propose."""
    shown = terminal.run("proposals", *arguments, "--format", "json").json
    return {one["text"]: one["number"] for one in shown["proposals"]}


def test_loading_a_report_puts_proposals_on_the_desk_once(terminal: Terminal) -> None:
    terminal.file("notulen.txt", TEXT)
    before = terminal.export()
    first, again = terminal.run("load", "notulen.txt"), terminal.run("load", "notulen.txt")
    assert "wijkweb proposals" in first.err
    assert "was al ingelezen" in again.out
    assert terminal.export() == before


def test_planning_a_report_keeps_nothing(terminal: Terminal) -> None:
    terminal.file("notulen.txt", TEXT)
    planned = terminal.run("plan", "notulen.txt", "--format", "json").json
    assert planned[0]["proposed"] == planned[0]["read"] > 1
    assert "nog geen verslag" in terminal.run("proposals", "--reports").out


def test_a_person_accepts_rejects_and_reopens(desk: Terminal) -> None:
    found = numbers(desk)
    meeting, decision = sorted(found.values())[0], found["besluit: “Besloten is om de zaal te huren.”"]
    accepted = desk.run("proposals", "--accept", str(meeting), str(decision), "--reason", "gezien")
    assert "2 voorstellen overgenomen. Terugdraaien: wijkweb undo" in accepted.out
    assert "Overleg Molenbuurt" in desk.run("search", "overleg molenbuurt").out
    assert "1 voorstel afgewezen." in desk.run("proposals", "--reject", str(decision)).out
    assert decision in numbers(desk, "--state", "rejected").values()
    assert "1 voorstel weer open." in desk.run("proposals", "--reopen", str(decision)).out


def test_what_was_accepted_is_a_load_that_can_be_taken_back(desk: Terminal) -> None:
    before = desk.export()
    done = desk.run("proposals", "--accept-sure", "--format", "json").json
    assert desk.export() != before
    assert desk.run("undo", str(done["loads"][0])).code == 0
    assert desk.export() == before
    assert len(numbers(desk, "--state", "accepted")) == 0


@pytest.mark.parametrize(("arguments", "sentence"), [
    (("--accept", "99"), "Er is geen voorstel 99"),
    (("--accept",), "Geef de nummers"),
    (("--accept", "drie"), "is geen nummer"),
    (("--accept", "9-3"), "is geen nummer"),
    (("--accept-sure", "3"), "geen nummers"),
    (("--reject", "1", "--is", "area/x"), "--is hoort bij"),
    (("--report", "source/nergens"), "Er is geen verslag"),
    (("--as", "public"), "mag dit niet"),
])  # fmt: skip
def test_wrong_use_is_one_sentence_and_changes_nothing(
    desk: Terminal, arguments: tuple[str, ...], sentence: str
) -> None:
    before = desk.export()
    done = desk.run("proposals", *arguments)
    assert done.code in (1, 2)
    assert sentence in done.err
    assert done.err.count("\n") == 1
    assert desk.export() == before


def test_a_report_takes_no_mapping(terminal: Terminal) -> None:
    terminal.file("notulen.md", TEXT)
    terminal.file("m.yaml", "wijkweb: mapping\n")
    done = terminal.run("load", "notulen.md", "--mapping", "m.yaml")
    assert (done.code, done.out) == (1, "")
    assert "is een verslag" in done.err


def test_a_report_tells_what_a_store_knows(terminal: Terminal) -> None:
    terminal.file("notulen.txt", "Initiatief De Soepbus deed mee in de Molenbuurt.\n")
    url = f"sqlite:///{terminal.folder}/wijkweb.sqlite"
    found = terminal.run("report", "notulen.txt", "--store", url, "--format", "json").json
    known = {one["name"]: (one["known"], one["id"]) for kind in ("initiatives", "areas") for one in found[kind]}
    assert ("known", "initiative/de-soepbus") in known.values()
    assert "known" not in str(terminal.run("report", "notulen.txt", "--format", "json").json)
