"""What became of a suggestion by command: recorded, shown, taken back, and refused in one sentence."""

from __future__ import annotations

import pytest

from tests.graph.cli.terminal import Terminal


@pytest.fixture
def pair(terminal: Terminal) -> str:
    """The id of the first suggestion."""
    found = terminal.run("suggest", "--first", "1", "--as", "facilitator", "--format", "json").json
    return str(found[0]["id"])


def test_a_step_is_recorded_shown_and_taken_back(terminal: Terminal, pair: str) -> None:
    done = terminal.run("outcome", pair, "talk", "--on", "10-01-2020", "--note", "koffie")
    assert done.code == 0, done.err
    assert "gesprek: 10 januari 2020" in done.out
    assert "koffie" in terminal.run("outcome", pair).out
    number = done.out.partition("wijkweb undo ")[2].split()[0]
    assert terminal.run("undo", number, "--as", "admin").code == 0
    assert "koffie" not in terminal.run("outcome", pair).out


def test_programs_get_the_whole_trail_and_the_public_none(terminal: Terminal, pair: str) -> None:
    found = terminal.run("outcome", pair, "ended", "--lesson", "te vroeg", "--format", "json").json
    told, recorded = found["steps"]  # the talk of the minutes stands beside what is recorded
    assert (told["step"], recorded["step"], recorded["lesson"]) == ("talk", "ended", "te vroeg")
    (trail,) = terminal.run("outcome", "--format", "json").json
    assert trail["suggestion"] == pair
    assert terminal.run("outcome", "--as", "public", "--format", "json").json == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("talk", "--on", "morgen"), "past niet bij datum"),
        (("talk", "--note", "bel 06 12345678"), "Telefoon en e-mail horen niet in Wijkweb."),
        (("talk", "--lesson", "te vroeg"), "Een les hoort bij ‘gestopt’."),
        (("talk", "--as", "public"), "Als public mag dit niet."),
        (("dans",), "kies uit talk"),
        (("--on", "2026"), "Zeg ook welke stap het was."),
    ],
)
def test_what_cannot_be_recorded_is_refused_in_one_sentence(
    terminal: Terminal, pair: str, arguments: tuple[str, ...], sentence: str
) -> None:
    done = terminal.run("outcome", pair, *arguments)
    assert done.code != 0
    assert sentence in done.err
    assert "Traceback" not in done.err
