"""Tables and texts as wide as the terminal, with nothing in them that steers it."""

from __future__ import annotations

import orjson
import pytest

from graph.cli.printing import clean, print_json, print_table, print_text, progress_bar


@pytest.fixture(autouse=True)
def width(monkeypatch: pytest.MonkeyPatch) -> int:
    """Give a terminal of sixty characters."""
    monkeypatch.setenv("COLUMNS", "60")
    return 60


def test_a_table_is_no_wider_than_the_terminal(capsys: pytest.CaptureFixture[str], width: int) -> None:
    print_table(["nr", "naam", "reden"], [[1, "een lange naam " * 5, "een lange reden " * 5], [2, "é", "kort"]])
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= width
    assert lines[0].split() == ["nr", "naam", "reden"]
    assert lines[-1].split() == ["2", "é", "kort"]


def test_a_column_with_nothing_in_it_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(["nr", "reden", "naam"], [[1, "", "a"], [2, "", "b"]])
    assert capsys.readouterr().out.splitlines()[0].split() == ["nr", "naam"]
    print_table(["nr", "reden"], [])
    assert capsys.readouterr().out.splitlines()[0].split() == ["nr", "reden"]


def test_a_column_may_be_kept_whole(capsys: pytest.CaptureFixture[str]) -> None:
    id_ = "programme/gebiedsgerichte-aanpak-van-zorgcooperaties"
    print_table(["naam", "id"], [["een lange naam " * 3, id_]], whole=[1])
    assert id_ in capsys.readouterr().out


def test_a_text_hangs_below_its_first_line(capsys: pytest.CaptureFixture[str], width: int) -> None:
    print_text("woord " * 30, "- ", "  ")
    first, *others = capsys.readouterr().out.splitlines()
    assert first.startswith("- woord")
    assert others
    assert all(line.startswith("  woord") and len(line) <= width for line in others)


def test_what_could_steer_a_terminal_is_taken_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert clean("a\x1b[31mb\tc\u202ed\x00") == "a [31mb c d "
    print_table(["naam"], [["\x1b[2Jweg"]])
    print_text("\x1b[2Jweg\x07")
    assert "\x1b" not in capsys.readouterr().out


def test_json_is_utf8_and_parseable(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    print_json({"naam": "Eetclub Café Zuid", "leden": None})
    out = capsysbinary.readouterr().out
    assert "Café".encode() in out
    assert orjson.loads(out) == {"naam": "Eetclub Café Zuid", "leden": None}


def test_progress_is_shown_to_people_alone(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_bar("lijst.csv") as progress:
        progress(0.5)
    assert capsys.readouterr() == ("", "")
