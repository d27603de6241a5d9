from __future__ import annotations

import gc
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from api.serving import COLLECTING, listen, spare_collector
from graph.errors import InputError
from graph.network import Network
from graph.store.sqlite import SqliteStore
from tests.api.towns import fill_town

COMMAND = [sys.executable, "-c", "from graph.cli.main import main; main()", "serve", "--port", "0"]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give the address of a store with the small town."""
    file = tmp_path_factory.mktemp("serving") / "town.sqlite"
    network = Network(SqliteStore(file, create=True), secret=b"test")
    fill_town(network)
    network.close()
    return f"sqlite:///{file}"


def environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "WIJKWEB_KEY_FILE": str(folder / "key"), "WIJKWEB_LANG": "nl"}


@contextmanager
def serving(folder: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], str, str]]:
    """Run the command as a process of its own; give it, what it said first, and its address."""
    process = subprocess.Popen(
        [*COMMAND, *arguments], env=environment(folder), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stderr is not None
        said = process.stderr.readline()
        found = re.search(r"http://\S+", said)
        assert found is not None, said + process.stderr.read()
        yield process, said, found[0].rstrip("/")
    finally:
        process.kill()
        process.communicate()


def test_the_command_serves_both_cities_as_a_facilitator_until_somebody_stops_it(tmp_path: Path, store: str) -> None:
    with serving(tmp_path, "--store", store, "--practice", store) as (process, said, address):
        assert "in uw browser. Stop met Ctrl-C." in said
        for path in ("/graphql", "/oefenstad/graphql"):
            answer = httpx.post(address + path, json={"query": "{ service { role } initiatives { totalCount } }"})
            assert answer.json()["data"] == {"service": {"role": "FACILITATOR"}, "initiatives": {"totalCount": 3}}
        assert httpx.get(f"{address}/health").json()["ok"] is True
        process.send_signal(signal.SIGINT)
        out, errors = process.communicate(timeout=30)
    assert (process.returncode, out, errors) == (0, "", "")


def test_a_signal_to_terminate_ends_it_as_well(tmp_path: Path, store: str) -> None:
    with serving(tmp_path, "--store", store, "--as", "public") as (process, _, address):
        assert (
            "Els" not in httpx.post(f"{address}/graphql", json={"query": "{ people { edges { node { name } } } }"}).text
        )
        process.terminate()
        assert (process.wait(timeout=30), process.communicate()) == (0, ("", ""))


@pytest.mark.parametrize(
    ("arguments", "variables", "sentence"),
    [
        (["--store", "sqlite:////nergens/x.sqlite"], {}, "bestaat niet"),
        (["--store", "mysql://x"], {}, "is geen adres van een opslag"),
        ([], {"WIJKWEB_HOST": "192.168.1.2"}, "luistert de website alleen op deze computer"),
    ],
)
def test_what_cannot_be_served_is_said_in_one_sentence(
    tmp_path: Path, arguments: list[str], variables: dict[str, str], sentence: str
) -> None:
    done = subprocess.run(
        [*COMMAND, *arguments], env=environment(tmp_path) | variables, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_port_that_somebody_else_has_is_told(tmp_path: Path) -> None:
    with listen("127.0.0.1", 0) as taken, pytest.raises(InputError, match="al in gebruik"):
        listen("localhost", taken.getsockname()[1])


def test_answers_leave_at_once() -> None:
    with listen("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname()):
        connection, _ = listener.accept()
        with connection:
            assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_the_collector_is_spared_what_lives_as_long_as_the_process() -> None:
    before = gc.get_threshold()
    try:
        spare_collector()
        assert gc.get_threshold() == COLLECTING
        assert gc.get_freeze_count() > 1_000
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
