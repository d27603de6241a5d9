"""Settings: the environment before the file, no secret shown, and a sentence for what cannot be."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from graph.errors import FileError, InputError
from graph.settings import Settings, read_settings


def test_without_anything_the_settings_are_those_of_one_computer(tmp_path: Path) -> None:
    settings = read_settings({}, tmp_path)
    assert settings == Settings()
    assert (settings.store, settings.host, settings.lang) == ("sqlite:///wijkweb.sqlite", "127.0.0.1", "nl")


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    (tmp_path / "wijkweb.toml").write_text('store = "sqlite:///a"\nport = 8080\nwait_seconds = 5\n', "utf-8")
    settings = read_settings({"WIJKWEB_STORE": "sqlite:///b", "WIJKWEB_ANDERS": "x"}, tmp_path)
    assert (settings.store, settings.port, settings.wait_seconds) == ("sqlite:///b", 8080, 5.0)


def test_the_file_may_stand_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "eigen.toml").write_text('lang = "en"\n', "utf-8")
    assert read_settings({"WIJKWEB_SETTINGS": str(tmp_path / "eigen.toml")}, tmp_path).lang == "en"
    with pytest.raises(FileError, match=r"weg\.toml"):
        read_settings({"WIJKWEB_SETTINGS": str(tmp_path / "weg.toml")}, tmp_path)


@pytest.mark.parametrize("content", ["store = [", "stoer = 'x'\n", "\ud800".encode("utf-8", "surrogatepass")])
def test_a_file_that_cannot_be_is_refused(tmp_path: Path, content: str | bytes) -> None:
    raw = content if isinstance(content, bytes) else content.encode()
    (tmp_path / "wijkweb.toml").write_bytes(raw)
    with pytest.raises(FileError, match=r"wijkweb\.toml"):
        read_settings({}, tmp_path)


@pytest.mark.parametrize("given", ["port = 'tachtig'", "port = [80]", "wait_seconds = {a = 1}"])
def test_a_value_of_the_wrong_sort_is_refused(tmp_path: Path, given: str) -> None:
    (tmp_path / "wijkweb.toml").write_text(given, "utf-8")
    with pytest.raises(InputError, match="De instelling"):
        read_settings({}, tmp_path)
    with pytest.raises(InputError, match="port"):
        read_settings({"WIJKWEB_PORT": "tachtig"}, tmp_path / "elders")


def test_a_password_is_never_shown(tmp_path: Path) -> None:
    secret = replace(Settings(), neo4j_password="zeer geheim")  # noqa: S106 - it is no password of anybody
    assert "geheim" not in f"{secret} {secret!r}"
    (tmp_path / "wachtwoord").write_text("uit een bestand\n", "utf-8")
    assert Settings(neo4j_password_file=str(tmp_path / "wachtwoord")).password() == "uit een bestand"
    assert secret.password() == "zeer geheim"
    with pytest.raises(FileError, match="Het wachtwoordbestand"):
        Settings(neo4j_password_file=str(tmp_path / "weg")).password()


def test_the_key_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    settings = Settings(key_file=str(tmp_path / "map" / "key"))
    key = settings.key()
    assert (len(key), settings.key()) == (64, key)
    assert stat.S_IMODE((tmp_path / "map" / "key").stat().st_mode) == 0o600
    assert replace(settings, key_file=str(tmp_path / "ander")).key() != key


def test_the_key_of_an_account_stands_in_its_folder_of_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert Settings().key() == (tmp_path / "wijkweb" / "key").read_bytes()


def test_a_key_that_cannot_be_kept_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_bytes(b"\xff")
    for path in (tmp_path / "bestand", tmp_path / "bestand" / "key"):
        with pytest.raises(FileError, match="De sleutel van deze installatie"):
            Settings(key_file=str(path)).key()


def test_uploads_are_kept_beside_the_store_or_where_one_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert Settings(store="sqlite:///map/stad.sqlite").uploads() == Path("map/stad.sqlite-uploads")
    one, other = (Settings(store=f"bolt://127.0.0.1:{port}").uploads() for port in (7687, 7688))
    assert (one.parent, one != other) == (tmp_path / "wijkweb" / "uploads", True)
    assert Settings(upload_folder=str(tmp_path / "x")).uploads().parent == tmp_path / "x"
