"""The store that a URL names: which engine, which file or server, and what is no such URL."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph.errors import FileError, InputError, StoreAwayError, StoreError
from graph.settings import Settings
from graph.store.factory import open_store
from graph.store.neo4j_server import Neo4jAccess
from graph.store.neo4j_server.process import find_free_port
from graph.store.sqlite import SqliteStore


@dataclass(frozen=True)
class Given:
    """Settings of a test: a URL, and an account."""

    store: str
    neo4j_user: str = "neo4j"
    wait_seconds: float = 1.0
    secret: str = "geheim-1234"

    def password(self) -> str:
        return self.secret


def refusal(url: str) -> InputError:
    with pytest.raises(InputError) as caught:
        open_store(Given(url))
    return caught.value


def test_a_file_is_made_only_where_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileError):
        open_store(Given("sqlite:///city.sqlite"))
    made = open_store(Given("sqlite:///city.sqlite"), create=True)
    made.close()
    assert (tmp_path / "city.sqlite").exists()


@pytest.mark.parametrize("name", ["city.sqlite", "met een spatie & 50%.sqlite", "a@b#c?.sqlite"])
def test_an_absolute_path_is_taken_letter_by_letter(tmp_path: Path, name: str) -> None:
    store = open_store(Given(f"sqlite:///{tmp_path / name}"), create=True)
    assert isinstance(store, SqliteStore)
    assert (tmp_path / name).exists()
    store.close()


def test_settings_of_the_program_are_settings_of_a_store(tmp_path: Path) -> None:
    store = open_store(Settings(store=f"sqlite:///{tmp_path / 'city.sqlite'}"), create=True)
    assert store.loads() == []
    store.close()


@pytest.mark.parametrize("url", ["bolt://neo4j:geheim@localhost:7687", "neo4j+s://:geheim@h", "bolt://geheim@h"])
def test_a_password_in_the_address_is_refused_and_not_repeated(url: str) -> None:
    error = refusal(url)
    assert "WIJKWEB_NEO4J_PASSWORD_FILE" in error.nl
    assert "WIJKWEB_NEO4J_PASSWORD_FILE" in error.en
    assert "geheim" not in error.nl + error.en + repr(error.concerning)


@pytest.mark.parametrize(
    "url",
    ["", "wijkweb.sqlite", "sqlite://", "sqlite:///", "postgres://x:geheim@h/db", "http://localhost:7474", "bolt://",
     "bolt://h:port", "bolt://h:0", "bolt://h:70000", "bolt://h?x=geheim", "neo4j:geheim@h", "bolt:7687", "BOLT://h"],
)  # fmt: skip
def test_what_is_no_address_gets_one_sentence_that_names_the_right_ones(url: str) -> None:
    error = refusal(url)
    for text in (error.nl, error.en):
        assert all(form in text for form in ("sqlite:///", "bolt://", "neo4j://", "bolt+s://", "neo4j+s://"))
        assert "geheim" not in text
        assert text.count(". ") == 1


def test_a_server_that_is_not_there_is_said() -> None:
    url = f"bolt://127.0.0.1:{find_free_port()}"
    with pytest.raises(StoreAwayError) as caught:
        open_store(Given(url))
    assert url in caught.value.en
    assert "geheim" not in caught.value.en


@pytest.mark.neo4j
@pytest.mark.parametrize("path", ["", "/neo4j"])
def test_a_server_is_opened_with_the_account_and_the_database(empty_neo4j: Neo4jAccess, path: str) -> None:
    given = Given(empty_neo4j.uri + path, empty_neo4j.user, secret=empty_neo4j.password)
    with pytest.raises(StoreError, match="wijkweb init"):
        open_store(given)
    store = open_store(given, create=True)
    assert (store.url, store.loads()) == (empty_neo4j.uri, [])
    store.close()


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_a_file_is_opened_without_the_driver_and_without_numbers() -> None:
    code = """
import sys
from graph.store.factory import open_store
from graph.settings import Settings
try:
    open_store(Settings(store="sqlite:////nowhere/city.sqlite"))
except Exception:
    pass
print([name for name in ("neo4j", "numpy") if name in sys.modules])
"""
    assert run(code) == "[]"


def test_without_the_driver_one_sentence_says_how_to_get_it() -> None:
    code = """
import sys
sys.modules["neo4j"] = None
from graph.store.factory import open_store
from graph.settings import Settings
try:
    open_store(Settings(store="bolt://localhost:7687"))
except Exception as error:
    print(type(error).__name__, error.en)
"""
    assert run(code) == "StoreError The part for Neo4j is not installed: pip install 'wijkweb[neo4j]'."
