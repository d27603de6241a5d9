"""The language of the command: what is said on the line, else the settings, else Dutch."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.cli.language import find_language


@pytest.mark.parametrize(
    ("arguments", "environment", "lang"),
    [
        ([], {}, "nl"),
        (["show", "x", "--lang", "en"], {}, "en"),
        (["--lang=en"], {"WIJKWEB_LANG": "nl"}, "en"),
        (["--lang", "nl"], {"WIJKWEB_LANG": "en"}, "nl"),
        ([], {"WIJKWEB_LANG": "en"}, "en"),
        (["--lang"], {"WIJKWEB_LANG": "en"}, "en"),
        (["--lang", "fr"], {}, "nl"),
    ],
)
def test_the_language_is_known_before_any_command(
    arguments: list[str], environment: dict[str, str], lang: str, tmp_path: Path
) -> None:
    assert find_language(arguments, environment, tmp_path) == lang


def test_the_file_of_settings_may_say_it_and_may_be_wrong(tmp_path: Path) -> None:
    (tmp_path / "wijkweb.toml").write_text('lang = "en"\n', "utf-8")
    assert find_language([], {}, tmp_path) == "en"
    (tmp_path / "wijkweb.toml").write_text("lang = [", "utf-8")
    assert find_language([], {}, tmp_path) == "nl"
